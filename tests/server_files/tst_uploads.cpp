// Uploads of every kind, and what can go wrong on the way.

#include "stage_server.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QTest>

namespace {

constexpr const char *ofTheDirectory = "its parts, answers and files; tests/server_objects has what both stores do";

QString statusOf(const QJsonObject &result)
{
    return result[QLatin1String("status")].toString();
}

QJsonObject fileOf(const QJsonObject &result)
{
    return result[QLatin1String("file")].toObject();
}

QJsonObject policy(const char *ifExists)
{
    return {{QStringLiteral("if_exists"), QLatin1String(ifExists)}};
}

} // namespace

class TestUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_stage.start({QStringLiteral("limits.part_size=65536"),
                               QStringLiteral("limits.multipart_threshold=100000"),
                               QStringLiteral("limits.max_file_size=10000000")}));
    }
    void init()
    {
        m_user = m_stage.newUser();
        QVERIFY(m_user);
    }

    void oneFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("small") << QByteArray("abc");
        QTest::newRow("largest single") << QByteArray(100000, 'x');
    }
    void oneFile()
    {
        QFETCH(QByteArray, content);
        const auto done = m_user->upload(
            QStringLiteral("a.bin"), content,
            {{QStringLiteral("content_modified_at"), QStringLiteral("2020-01-02T03:04:05.000006+01:00")}});
        QCOMPARE(statusOf(done), QStringLiteral("done"));
        QCOMPARE(fileOf(done)[QLatin1String("content_sha256")].toString(), digestOf(content));
        QCOMPARE(fileOf(done)[QLatin1String("content_modified_at")].toString(),
                 QStringLiteral("2020-01-02T02:04:05.000006Z"));
        QCOMPARE(m_user->download(fileOf(done)[QLatin1String("id")].toString()), content);
        const auto usage = m_user->get(QStringLiteral("/api/v2/usage")).json();
        QCOMPARE(usage[QLatin1String("bytes_used")].toInt(), content.size());
        QCOMPARE(usage[QLatin1String("bytes_reserved")].toInt(), 0);
    }

    void repeatsAnswerTheSame()
    {
        const QJsonObject fixed{{QStringLiteral("upload_id"), newId()}, {QStringLiteral("file_id"), newId()}};
        const auto id = fixed[QLatin1String("upload_id")].toString();
        QCOMPARE(statusOf(m_user->announce(QStringLiteral("a"), "abc", fixed)), QStringLiteral("open"));
        QCOMPARE(codeOf(m_user->announce(QStringLiteral("b"), "abc", fixed)), QStringLiteral("operation_id_reused"));
        QCOMPARE(codeOf(m_user->complete(id, "abc")), QStringLiteral("object_missing"));
        const auto first = m_user->upload(QStringLiteral("a"), "abc", fixed);
        QCOMPARE(statusOf(first), QStringLiteral("done"));
        QCOMPARE(m_user->complete(id, "abc"), first);
        QCOMPARE(m_user->announce(QStringLiteral("a"), "abc", fixed), first);
        const auto status = m_user->get(QStringLiteral("/api/v2/uploads/") + id).json();
        QCOMPARE(status[QLatin1String("state")].toString(), QStringLiteral("done"));
        QCOMPARE(fileOf(status), fileOf(first));
    }

    void wrongBytesAreRefused()
    {
        if (!isDirectoryStore())
            QSKIP(ofTheDirectory);
        const auto open = m_user->announce(QStringLiteral("a"), "abc");
        const auto url = open[QLatin1String("url")].toString();
        QCOMPARE(m_user->send("PUT", url, "abd").code(), QStringLiteral("digest_mismatch"));
        QCOMPARE(m_user->send("PUT", url, "abcd").status, 413);
        QCOMPARE(m_user->send("PUT", url, "ab").status, 400);
        QVERIFY(!m_user->get(QStringLiteral("/api/v2/uploads/") + open[QLatin1String("upload_id")].toString())
                     .json()[QLatin1String("received")]
                     .toBool());
        QCOMPARE(codeOf(m_user->complete(open[QLatin1String("upload_id")].toString(), "abd")),
                 QStringLiteral("digest_mismatch"));
        QCOMPARE(m_user->send("PUT", url, "abc").status, 200);
        QCOMPARE(statusOf(m_user->complete(open[QLatin1String("upload_id")].toString(), "abc")),
                 QStringLiteral("done"));
        QVERIFY(m_user->send("PUT", url, "abc").status == 409); // nothing is written into what is complete
    }

    void inParts()
    {
        if (!isDirectoryStore())
            QSKIP(ofTheDirectory);
        QByteArray content(200000, '\0');
        for (int i = 0; i < content.size(); ++i)
            content[i] = static_cast<char>(i * 31 + i / 251);
        const auto open = m_user->announce(QStringLiteral("big"), content, {{QStringLiteral("sha256"), QJsonValue()}});
        QCOMPARE(open[QLatin1String("method")].toString(), QStringLiteral("multipart"));
        const auto id = open[QLatin1String("upload_id")].toString();
        const int size = open[QLatin1String("part_size")].toInt();
        QCOMPARE(size, 65536);
        sendPart(id, content, size, 2);
        sendPart(id, content, size, 4);
        QCOMPARE(codeOf(m_user->complete(id, content)), QStringLiteral("object_missing"));
        m_stage.server().kill();
        QVERIFY(m_stage.server().restart());
        const auto status = m_user->get(QStringLiteral("/api/v2/uploads/") + id).json();
        QCOMPARE(status[QLatin1String("state")].toString(), QStringLiteral("open"));
        QCOMPARE(status[QLatin1String("parts")].toArray().size(), 2);
        QVERIFY(!status[QLatin1String("received")].toBool());
        sendPart(id, content, size, 1);
        sendPart(id, content, size, 3);
        QCOMPARE(codeOf(m_user->complete(id, content + "x")), QStringLiteral("digest_mismatch"));
        const auto done = m_user->complete(id, content);
        QCOMPARE(statusOf(done), QStringLiteral("done"));
        QCOMPARE(m_user->download(fileOf(done)[QLatin1String("id")].toString()), content);
    }

    void badPartsAreNamed()
    {
        if (!isDirectoryStore())
            QSKIP(ofTheDirectory);
        const QByteArray content(200000, 'a');
        const auto id = m_user->announce(QStringLiteral("big"), content)[QLatin1String("upload_id")].toString();
        const auto field = [&](int number, int size) {
            const QJsonObject part{{QStringLiteral("number"), number},
                                   {QStringLiteral("size"), size},
                                   {QStringLiteral("sha256"), digestOf({})}};
            return m_user
                ->post(QStringLiteral("/api/v2/uploads/%1/parts").arg(id),
                       {{QStringLiteral("parts"), QJsonArray{part}}})
                .json()[QLatin1String("field")]
                .toString();
        };
        QCOMPARE(field(0, 65536), QStringLiteral("parts[0].number"));
        QCOMPARE(field(5, 65536), QStringLiteral("parts[0].number"));
        QCOMPARE(field(1, 65535), QStringLiteral("parts[0].size"));
        QCOMPARE(field(4, 200000 - 3 * 65536), QString());
    }

    void takenNames()
    {
        const auto first = fileOf(m_user->upload(QStringLiteral("a.txt"), "abc"));
        const auto same = m_user->announce(QStringLiteral("a.txt"), "abc");
        QCOMPARE(codeOf(same), QStringLiteral("name_taken"));
        QCOMPARE(same[QLatin1String("problem")].toObject()[QLatin1String("existing")].toObject(), first);
        const auto both = m_user->upload(QStringLiteral("a.txt"), "def", policy("keep_both"));
        QCOMPARE(fileOf(both)[QLatin1String("filename")].toString(), QStringLiteral("a (2).txt"));
        // Two that were announced before either was complete.
        const auto one = m_user->announce(QStringLiteral("b.txt"), "1");
        const auto two = m_user->announce(QStringLiteral("b.txt"), "2");
        m_user->put(one, "1");
        m_user->put(two, "2");
        QCOMPARE(statusOf(m_user->complete(one[QLatin1String("upload_id")].toString(), "1")), QStringLiteral("done"));
        QCOMPARE(codeOf(m_user->complete(two[QLatin1String("upload_id")].toString(), "2")),
                 QStringLiteral("name_taken"));
        // The bytes have not been sent for nothing.
        const auto again = m_user->announce(QStringLiteral("b.txt"), "2", policy("keep_both"));
        QCOMPARE(statusOf(again), QStringLiteral("present"));
        const auto done = m_user->complete(again[QLatin1String("upload_id")].toString(), "2");
        QCOMPARE(fileOf(done)[QLatin1String("filename")].toString(), QStringLiteral("b (2).txt"));
        QCOMPARE(m_user->download(fileOf(done)[QLatin1String("id")].toString()), QByteArray("2"));
        QCOMPARE(m_user->send("DELETE", QStringLiteral("/api/v2/uploads/") + two[QLatin1String("upload_id")].toString())
                     .status,
                 204);
        QCOMPARE(m_user->download(fileOf(done)[QLatin1String("id")].toString()), QByteArray("2"));
    }

    void aBatchOfAllKinds()
    {
        const auto folder = m_user->createFolder(QStringLiteral("F"))[QLatin1String("id")].toString();
        const auto old = fileOf(m_user->upload(QStringLiteral("old"), "old"));
        const auto item = [](const char *name, const QByteArray &content, const QJsonObject &more = {}) {
            QJsonObject made = itemOf(QString::fromUtf8(name), content);
            for (auto member = more.constBegin(); member != more.constEnd(); ++member)
                made[member.key()] = member.value();
            return made;
        };
        const QString id = newId();
        const QJsonArray items{item("plain \"\\ é", "1", {{QStringLiteral("mime_type"), QJsonValue()}}),
                               item("in a folder", "2", {{QStringLiteral("folder_id"), folder}}),
                               item("twin", "3"),
                               item("twin", "4"),
                               item("old", "5", policy("keep_both")),
                               item("old", "6", policy("replace")),
                               item("one id", "7", {{QStringLiteral("file_id"), id}}),
                               item("the same id", "8", {{QStringLiteral("file_id"), id}}),
                               item("known", "old")};
        const auto open = m_user->post(QStringLiteral("/api/v2/uploads"), {{QStringLiteral("uploads"), items}})
                              .json()[QLatin1String("results")]
                              .toArray();
        QCOMPARE(open.size(), items.size());
        QJsonArray completions;
        for (int i = 0; i < items.size(); ++i) {
            const QByteArray content = i == 8 ? QByteArray("old") : QByteArray::number(i + 1);
            if (i < 8)
                QCOMPARE(m_user->put(open[i].toObject(), content).status, 200);
            completions.append(
                QJsonObject{{QStringLiteral("upload_id"), items[i].toObject()[QLatin1String("upload_id")]},
                            {QStringLiteral("sha256"), digestOf(content)}});
        }
        const auto done =
            m_user->post(QStringLiteral("/api/v2/uploads/complete"), {{QStringLiteral("uploads"), completions}})
                .json()[QLatin1String("results")]
                .toArray();
        QStringList told;
        for (const auto &value : done) {
            const auto result = value.toObject();
            told << (statusOf(result) == QLatin1String("done") ? fileOf(result)[QLatin1String("filename")].toString()
                                                               : codeOf(result));
        }
        QCOMPARE(told, QStringList({QString::fromUtf8("plain \"\\ é"), QStringLiteral("in a folder"),
                                    QStringLiteral("twin"), QStringLiteral("name_taken"), QStringLiteral("old (2)"),
                                    QStringLiteral("old"), QStringLiteral("one id"),
                                    QStringLiteral("operation_id_reused"), QStringLiteral("known")}));
        QCOMPARE(fileOf(done[1].toObject())[QLatin1String("folder_id")].toString(), folder);
        QCOMPARE(fileOf(done[5].toObject())[QLatin1String("id")], old[QLatin1String("id")]);
        QVERIFY(fileOf(done[0].toObject())[QLatin1String("mime_type")].isNull());
        QCOMPARE(m_user->download(fileOf(done[2].toObject())[QLatin1String("id")].toString()), QByteArray("3"));
        QCOMPARE(m_user->download(id), QByteArray("7"));
    }

    void replaceKeepsTheRowAndTheOldContent()
    {
        const auto first = fileOf(m_user->upload(QStringLiteral("a.txt"), "old"));
        auto replace = policy("replace");
        replace[QLatin1String("if_revision")] = 12345;
        QCOMPARE(codeOf(m_user->announce(QStringLiteral("a.txt"), "new", replace)),
                 QStringLiteral("revision_conflict"));
        replace[QLatin1String("if_revision")] = first[QLatin1String("revision")];
        const auto second = fileOf(m_user->upload(QStringLiteral("a.txt"), "new", replace));
        QCOMPARE(second[QLatin1String("id")], first[QLatin1String("id")]);
        QCOMPARE(m_user->download(second[QLatin1String("id")].toString()), QByteArray("new"));
        const auto files = m_user->changes()[QLatin1String("files")].toArray();
        QCOMPARE(files.size(), 2);
        for (const auto &value : files) {
            const auto file = value.toObject();
            if (file[QLatin1String("id")] == first[QLatin1String("id")])
                continue;
            QVERIFY(file[QLatin1String("is_deleted")].toBool());
            QCOMPARE(m_user->download(file[QLatin1String("id")].toString()), QByteArray("old"));
        }
    }

    void knownContentIsNotSentAgainButOnlyToItsOwner()
    {
        m_user->upload(QStringLiteral("a"), "same");
        QCOMPARE(statusOf(m_user->announce(QStringLiteral("b"), "same")), QStringLiteral("present"));
        QCOMPARE(statusOf(m_user->upload(QStringLiteral("b"), "same", policy("keep_both"))), QStringLiteral("done"));
        const auto other = m_stage.newUser();
        QCOMPARE(statusOf(other->announce(QStringLiteral("a"), "same")), QStringLiteral("open"));
    }

    void aFolderThatWentAwayRelocates()
    {
        const auto folder = m_user->createFolder(QStringLiteral("F"))[QLatin1String("id")].toString();
        const auto open = m_user->announce(QStringLiteral("a.txt"), "abc", {{QStringLiteral("folder_id"), folder}});
        m_user->upload(QStringLiteral("a.txt"), "in the root");
        m_user->put(open, "abc");
        m_user->operate({{QStringLiteral("kind"), QStringLiteral("trash")},
                         {QStringLiteral("target"), QStringLiteral("folder")},
                         {QStringLiteral("target_id"), folder}});
        const auto done = m_user->complete(open[QLatin1String("upload_id")].toString(), "abc");
        QCOMPARE(statusOf(done), QStringLiteral("relocated"));
        QVERIFY(fileOf(done)[QLatin1String("folder_id")].isNull());
        QCOMPARE(fileOf(done)[QLatin1String("filename")].toString(), QStringLiteral("a (2).txt"));
        QCOMPARE(m_user->complete(open[QLatin1String("upload_id")].toString(), "abc"), done);
        QCOMPARE(codeOf(m_user->announce(QStringLiteral("b"), "abc", {{QStringLiteral("folder_id"), folder}})),
                 QStringLiteral("parent_gone"));
    }

    void givenUpUploadsLeaveNothing()
    {
        if (!isDirectoryStore())
            QSKIP(ofTheDirectory);
        const auto open = m_user->announce(QStringLiteral("a"), "to be given up");
        const auto id = open[QLatin1String("upload_id")].toString();
        m_user->send("PUT", open[QLatin1String("url")].toString(), "to be given up");
        QCOMPARE(m_user->get(QStringLiteral("/api/v2/usage")).json()[QLatin1String("bytes_reserved")].toInt(), 14);
        QCOMPARE(m_user->send("DELETE", QStringLiteral("/api/v2/uploads/") + id).status, 204);
        QCOMPARE(m_user->send("DELETE", QStringLiteral("/api/v2/uploads/") + id).status, 204);
        QCOMPARE(m_user->get(QStringLiteral("/api/v2/usage")).json()[QLatin1String("bytes_reserved")].toInt(), 0);
        QCOMPARE(codeOf(m_user->complete(id, "to be given up")), QStringLiteral("upload_state"));
        QCOMPARE(m_user->send("PUT", open[QLatin1String("url")].toString(), "to be given up").status, 409);
        QVERIFY(!holdsFileOf(id));
    }

    void quotaCountsWhatIsReserved()
    {
        setQuota("10");
        QCOMPARE(statusOf(m_user->announce(QStringLiteral("a"), "123456")), QStringLiteral("open"));
        const auto refused = m_user->announce(QStringLiteral("b"), "12345");
        QCOMPARE(codeOf(refused), QStringLiteral("quota_exceeded"));
        const auto why = refused[QLatin1String("problem")].toObject();
        QCOMPARE(why[QLatin1String("status")].toInt(), 507);
        QCOMPARE(why[QLatin1String("quota")].toInt(), 10);
        QCOMPARE(why[QLatin1String("bytes_used")].toInt(), 0);
        QCOMPARE(why[QLatin1String("bytes_reserved")].toInt(), 6);
        QCOMPARE(why[QLatin1String("needed")].toInt(), 5);
        QCOMPARE(statusOf(m_user->announce(QStringLiteral("c"), "1234")), QStringLiteral("open"));
        QCOMPARE(m_user->get(QStringLiteral("/api/v2/usage")).json()[QLatin1String("quota")].toInt(), 10);
        setQuota("NULL");
        QCOMPARE(statusOf(m_user->announce(QStringLiteral("d"), "123456")), QStringLiteral("open"));
    }

    void quotaCountsTrashReplacedAndKnownContents()
    {
        setQuota("10");
        const auto first = fileOf(m_user->upload(QStringLiteral("a"), "1234"));
        QCOMPARE(statusOf(m_user->upload(QStringLiteral("a"), "abcd", policy("replace"))), QStringLiteral("done"));
        QCOMPARE(usageOf("bytes_used"), 8); // what was replaced lies in the trash
        QCOMPARE(codeOf(m_user->announce(QStringLiteral("b"), "abcd")), QStringLiteral("quota_exceeded")); // known
        m_user->operate({{QStringLiteral("kind"), QStringLiteral("trash")},
                         {QStringLiteral("target"), QStringLiteral("file")},
                         {QStringLiteral("target_id"), first[QLatin1String("id")]}});
        QCOMPARE(usageOf("bytes_used"), 8);
        m_user->operate({{QStringLiteral("kind"), QStringLiteral("purge")},
                         {QStringLiteral("target"), QStringLiteral("file")},
                         {QStringLiteral("target_id"), first[QLatin1String("id")]}});
        QCOMPARE(usageOf("bytes_used"), 4);
        QCOMPARE(statusOf(m_user->upload(QStringLiteral("b"), "123456")), QStringLiteral("done"));
        QCOMPARE(usageOf("bytes_used"), 10);
        QCOMPARE(usageOf("bytes_reserved"), 0);
        QCOMPARE(codeOf(m_user->announce(QStringLiteral("c"), "1")), QStringLiteral("quota_exceeded"));
    }

    void quotaIsNeverExceededByManyAtOnce()
    {
        setQuota("100");
        std::vector<QNetworkReply *> asked;
        for (int i = 0; i < 60; ++i) {
            QJsonArray items;
            for (int j = 0; j < 2; ++j)
                items.append(itemOf(QStringLiteral("f%1-%2").arg(i).arg(j), "seven b"));
            asked.push_back(m_user->start("POST", QStringLiteral("/api/v2/uploads"),
                                          QJsonDocument(QJsonObject{{QStringLiteral("uploads"), items}}).toJson()));
        }
        int open = 0;
        int refused = 0;
        for (auto *reply : asked) {
            for (const auto &result : Client::finished(reply).json()[QLatin1String("results")].toArray()) {
                open += statusOf(result.toObject()) == QLatin1String("open") ? 1 : 0;
                refused += codeOf(result.toObject()) == QLatin1String("quota_exceeded") ? 1 : 0;
            }
        }
        QCOMPARE(open, 14);
        QCOMPARE(refused, 106);
        QCOMPARE(usageOf("bytes_reserved"), 98);
    }

    void usageEntersTheFeedByItself()
    {
        const auto open = m_user->announce(QStringLiteral("a"), "given up");
        auto page = m_user->changes();
        QCOMPARE(page[QLatin1String("usage")].toObject()[QLatin1String("bytes_reserved")].toInt(), 8);
        QVERIFY(!m_user->changes(page[QLatin1String("cursor")].toString()).contains(QLatin1String("usage")));
        m_user->send("DELETE", QStringLiteral("/api/v2/uploads/") + open[QLatin1String("upload_id")].toString());
        page = m_user->changes(page[QLatin1String("cursor")].toString());
        QVERIFY(page[QLatin1String("usage")].isObject());
        QCOMPARE(page[QLatin1String("usage")].toObject()[QLatin1String("bytes_reserved")].toInt(-1), 0);
        setQuota("1000");
        page = m_user->changes(page[QLatin1String("cursor")].toString());
        QCOMPARE(page[QLatin1String("usage")].toObject()[QLatin1String("quota")].toInt(), 1000);
        setQuota("1000"); // nothing new
        QVERIFY(!m_user->changes(page[QLatin1String("cursor")].toString()).contains(QLatin1String("usage")));
    }

    // The store has completed, the rows were not committed, the process died: a repeat finds the object and makes the
    // row.
    void aCrashBetweenStoreAndRows()
    {
        const auto file = fileOf(m_user->upload(QStringLiteral("a"), "crash"));
        const auto fileId = file[QLatin1String("id")].toString().toLatin1();
        const auto upload = m_stage.sql("SELECT id FROM uploads WHERE result_file_id = '" + fileId + "'");
        m_stage.sql("DELETE FROM objects WHERE key = (SELECT s3_key FROM files WHERE id = '" + fileId + "')");
        m_stage.sql("DELETE FROM files WHERE id = '" + fileId + "'");
        m_stage.sql("UPDATE uploads SET state = 'completing', lease = uuid_generate_v4(), result_file_id = NULL, "
                    "lease_until = clock_timestamp() + INTERVAL '1 hour' WHERE id = '" +
                    upload + "'");
        QCOMPARE(statusOf(m_user->complete(QString::fromLatin1(upload), "crash")), QStringLiteral("pending"));
        m_stage.sql("UPDATE uploads SET lease_until = clock_timestamp() WHERE id = '" + upload + "'");
        QVERIFY(m_user->get(QStringLiteral("/api/v2/uploads/") + QString::fromLatin1(upload))
                    .json()[QLatin1String("received")]
                    .toBool());
        const auto done = m_user->complete(QString::fromLatin1(upload), "crash");
        QCOMPARE(statusOf(done), QStringLiteral("done"));
        QCOMPARE(m_user->download(fileOf(done)[QLatin1String("id")].toString()), QByteArray("crash"));
    }

    void timeTakesAwayWhatIsPastIt() // at the start of the server, then every hour
    {
        if (!isDirectoryStore())
            QSKIP(ofTheDirectory);
        const auto old = fileOf(m_user->upload(QStringLiteral("old"), "old trash"))[QLatin1String("id")].toString();
        const auto recent =
            fileOf(m_user->upload(QStringLiteral("recent"), "recent trash"))[QLatin1String("id")].toString();
        const auto key = m_stage.sql("SELECT s3_key FROM files WHERE id = '" + old.toLatin1() + "'");
        const auto idle = m_user->announce(QStringLiteral("idle"), "idle")[QLatin1String("upload_id")].toString();
        m_stage.sql(
            "UPDATE files SET is_deleted = true, deleted_at = CURRENT_TIMESTAMP - INTERVAL '31 days' WHERE id = '" +
            old.toLatin1() + "'");
        m_stage.sql("UPDATE files SET is_deleted = true WHERE id = '" + recent.toLatin1() + "'");
        m_stage.sql("UPDATE uploads SET updated_at = CURRENT_TIMESTAMP - INTERVAL '8 days' WHERE id = '" +
                    idle.toLatin1() + "'");
        const auto dead = m_user->announce(QStringLiteral("dead"), "dead")[QLatin1String("upload_id")].toString();
        m_stage.sql("UPDATE uploads SET state = 'completing', lease = uuid_generate_v4(), lease_until = "
                    "CURRENT_TIMESTAMP - INTERVAL '8 days', updated_at = CURRENT_TIMESTAMP - INTERVAL '8 days' "
                    "WHERE id = '" +
                    dead.toLatin1() + "'");
        const auto cursor = m_user->changes()[QLatin1String("cursor")].toString();
        QVERIFY(m_stage.server().restart());
        QTRY_COMPARE(usageOf("bytes_reserved"), 0);
        QTRY_COMPARE(m_user->get(QStringLiteral("/api/v2/uploads/") + idle).json()[QLatin1String("state")].toString(),
                     QStringLiteral("abandoned"));
        const auto page = m_user->changes(cursor, QStringLiteral("&wait=10"));
        QCOMPARE(page[QLatin1String("removed")].toArray().first().toObject()[QLatin1String("id")].toString(), old);
        QCOMPARE(m_user->download(recent), QByteArray("recent trash"));
        // The content stays another week.
        QVERIFY(QFile::exists(m_stage.server().objectsFolder() + QLatin1Char('/') + QString::fromLatin1(key)));
        QTRY_COMPARE(m_stage.sql("SELECT count(*) FROM object_deletions WHERE key = '" + key + "'"), QByteArray("1"));
        m_stage.sql("UPDATE object_deletions SET due_at = CURRENT_TIMESTAMP - INTERVAL '1 second'");
        QVERIFY(m_stage.server().restart());
        QTRY_COMPARE(m_stage.sql("SELECT count(*) FROM object_deletions"), QByteArray("0"));
        QVERIFY(!QFile::exists(m_stage.server().objectsFolder() + QLatin1Char('/') + QString::fromLatin1(key)));
        QCOMPARE(m_stage.sql("SELECT count(*) FROM objects WHERE key = '" + key + "'"), QByteArray("0"));
    }

    void requestsThatMakeNoSense()
    {
        const auto status = [&](const char *name, const QJsonValue &value) {
            const auto result = m_user->post(
                QStringLiteral("/api/v2/uploads"),
                {{QStringLiteral("uploads"), QJsonArray{QJsonObject{{QStringLiteral("upload_id"), newId()},
                                                                    {QStringLiteral("file_id"), newId()},
                                                                    {QStringLiteral("folder_id"), QJsonValue()},
                                                                    {QStringLiteral("filename"), QStringLiteral("a")},
                                                                    {QStringLiteral("file_size"), 3},
                                                                    {QStringLiteral("sha256"), digestOf("abc")},
                                                                    {QLatin1String(name), value}}}}});
            return result.status == 200 ? codeOf(result.result()) : result.json()[QLatin1String("field")].toString();
        };
        QCOMPARE(status("file_size", -1), QStringLiteral("uploads[0].file_size"));
        QCOMPARE(status("file_size", QStringLiteral("3")), QStringLiteral("uploads[0].file_size"));
        QCOMPARE(status("sha256", QJsonValue()), QStringLiteral("uploads[0].sha256"));
        QCOMPARE(status("sha256", QStringLiteral("ABC")), QStringLiteral("uploads[0].sha256"));
        QCOMPARE(status("if_exists", QStringLiteral("maybe")), QStringLiteral("uploads[0].if_exists"));
        QCOMPARE(status("filename", QStringLiteral("..")), QStringLiteral("name_invalid"));
        QCOMPARE(status("file_size", 10000001), QStringLiteral("too_large"));
        QCOMPARE(status("content_modified_at", QStringLiteral("yesterday")),
                 QStringLiteral("uploads[0].content_modified_at"));
    }

private:
    void setQuota(const QByteArray &bytes)
    {
        const auto id =
            m_user->changes()[QLatin1String("profile")].toObject()[QLatin1String("id")].toString().toLatin1();
        m_stage.sql("UPDATE users SET quota_bytes = " + bytes + " WHERE id = '" + id + "'");
    }
    int usageOf(const char *member)
    {
        return m_user->get(QStringLiteral("/api/v2/usage")).json()[QLatin1String(member)].toInt();
    }
    static QJsonObject itemOf(const QString &name, const QByteArray &content)
    {
        return {{QStringLiteral("upload_id"), newId()},        {QStringLiteral("file_id"), newId()},
                {QStringLiteral("folder_id"), QJsonValue()},   {QStringLiteral("filename"), name},
                {QStringLiteral("file_size"), content.size()}, {QStringLiteral("sha256"), digestOf(content)}};
    }
    void sendPart(const QString &upload, const QByteArray &content, int partSize, int number)
    {
        const auto bytes = content.mid((number - 1) * partSize, partSize);
        const QJsonObject part{{QStringLiteral("number"), number},
                               {QStringLiteral("size"), bytes.size()},
                               {QStringLiteral("sha256"), digestOf(bytes)}};
        const auto parts = m_user
                               ->post(QStringLiteral("/api/v2/uploads/%1/parts").arg(upload),
                                      {{QStringLiteral("parts"), QJsonArray{part}}})
                               .json()[QLatin1String("parts")]
                               .toArray();
        const auto put = m_user->send("PUT", parts.first().toObject()[QLatin1String("url")].toString(), bytes);
        QCOMPARE(put.status, 200);
        QVERIFY(!put.headers.value("etag").isEmpty());
    }
    bool holdsFileOf(const QString &upload)
    {
        QDirIterator entries(m_stage.server().objectsFolder(), QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            if (entries.next().contains(upload) && entries.fileInfo().size() > 0) // there is a mark that it ended
                return true;
        }
        return false;
    }

    StageServer m_stage;
    std::unique_ptr<Client> m_user;
};

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
