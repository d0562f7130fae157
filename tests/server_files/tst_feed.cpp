// The feed: order, plain SQL, long poll, pages under change, cursors that are no longer good.

#include "stage_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <set>

class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_stage.start()); }
    void init()
    {
        m_user = m_stage.newUser();
        QVERIFY(m_user);
    }

    void aNewUsersFeedHasTheProfile()
    {
        const auto page = m_user->changes();
        QVERIFY(!page[QLatin1String("more")].toBool());
        QVERIFY(page[QLatin1String("profile")].toObject().contains(QLatin1String("email")));
        QCOMPARE(page[QLatin1String("usage")].toObject()[QLatin1String("files")].toInt(), 0);
    }

    void aPlainUpdateEntersTheFeedAndWakesThePoll()
    {
        const auto file = m_user->upload(QStringLiteral("a.txt"), "abc")[QLatin1String("file")].toObject();
        const auto cursor = m_user->changes()[QLatin1String("cursor")].toString();
        auto *poll = m_user->start("GET", QStringLiteral("/api/v2/changes?wait=50&after=") + cursor);
        m_stage.sql("UPDATE files SET is_deleted = true WHERE id = '" +
                    file[QLatin1String("id")].toString().toLatin1() + "'");
        const auto page = Client::finished(poll).json();
        const auto row = page[QLatin1String("files")].toArray().first().toObject();
        QCOMPARE(row[QLatin1String("id")], file[QLatin1String("id")]);
        QCOMPARE(row[QLatin1String("is_deleted")].toBool(), true);
        QVERIFY(!row[QLatin1String("deleted_at")].isNull());
        QVERIFY(row[QLatin1String("revision")].toInt() > file[QLatin1String("revision")].toInt());
    }

    void aPlainInsertEntersTheFeed()
    {
        const auto page = m_user->changes();
        const auto id = page[QLatin1String("profile")].toObject()[QLatin1String("id")].toString().toLatin1();
        m_stage.sql("INSERT INTO files (user_id, filename, s3_key, file_size) VALUES ('" + id +
                    "', 'old.pdf', 'elsewhere/1', 7)");
        const auto next = m_user->changes(page[QLatin1String("cursor")].toString());
        const auto row = next[QLatin1String("files")].toArray().first().toObject();
        QCOMPARE(row[QLatin1String("filename")].toString(), QStringLiteral("old.pdf"));
        QVERIFY(row[QLatin1String("content_sha256")].isNull());
        QCOMPARE(next[QLatin1String("usage")].toObject()[QLatin1String("bytes_used")].toInt(), 7);
        m_stage.sql("UPDATE users SET full_name = 'Ada' WHERE id = '" + id + "'");
        const auto last = m_user->changes(next[QLatin1String("cursor")].toString());
        QCOMPARE(last[QLatin1String("profile")].toObject()[QLatin1String("full_name")].toString(),
                 QStringLiteral("Ada"));
    }

    void aChangeByTheApiWakesThePoll()
    {
        const auto cursor = m_user->changes()[QLatin1String("cursor")].toString();
        auto *poll = m_user->start("GET", QStringLiteral("/api/v2/changes?wait=50&after=") + cursor);
        m_user->createFolder(QStringLiteral("A"));
        const auto page = Client::finished(poll).json();
        QCOMPARE(page[QLatin1String("folders")].toArray().size(), 1);
    }

    void aPollWithoutChangeEndsWithTheSameCursor()
    {
        const auto cursor = m_user->changes()[QLatin1String("cursor")].toString();
        const auto page = m_user->changes(cursor, QStringLiteral("&wait=1"));
        QCOMPARE(page[QLatin1String("cursor")].toString(), cursor);
        QVERIFY(page[QLatin1String("files")].toArray().isEmpty());
    }

    void anEndedSessionEndsThePoll()
    {
        const auto cursor = m_user->changes()[QLatin1String("cursor")].toString();
        auto *poll = m_user->start("GET", QStringLiteral("/api/v2/changes?wait=50&after=") + cursor);
        QCOMPARE(m_user->post(QStringLiteral("/auth/logout"), {}).status, 204);
        QCOMPARE(Client::finished(poll).status, 401);
    }

    void pagesWhileWritingMissNothing()
    {
        for (int i = 0; i < 9; ++i)
            m_user->createFolder(QStringLiteral("before %1").arg(i));
        std::set<QString> seen;
        QString cursor;
        bool more = true;
        for (int round = 0; more; ++round) {
            QVERIFY(round < 50);
            const auto page = m_user->changes(cursor, QStringLiteral("&limit=2"));
            cursor = page[QLatin1String("cursor")].toString();
            more = page[QLatin1String("more")].toBool();
            for (const auto &folder : page[QLatin1String("folders")].toArray())
                seen.insert(folder.toObject()[QLatin1String("name")].toString());
            if (round < 5)
                m_user->createFolder(QStringLiteral("meanwhile %1").arg(round));
        }
        QCOMPARE(seen.size(), std::size_t{14});
    }

    void manyWritersAtOnceKeepTheOrder()
    {
        const auto start = m_user->changes()[QLatin1String("cursor")].toString();
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 24; ++i) {
            const QByteArray body = "{\"operations\":[{\"id\":\"" + newId().toLatin1() +
                                    "\",\"kind\":\"create_folder\",\"folder_id\":\"" + newId().toLatin1() +
                                    "\",\"parent_id\":null,\"name\":\"n" + QByteArray::number(i) + "\"}]}";
            replies.append(m_user->start("POST", QStringLiteral("/api/v2/operations"), body));
        }
        // A reader beside them: what it has not been told must come after its cursor.
        std::set<QString> seen;
        QString cursor = start;
        const auto read = [&] {
            const auto page = m_user->changes(cursor);
            cursor = page[QLatin1String("cursor")].toString();
            int last = 0;
            for (const auto &folder : page[QLatin1String("folders")].toArray()) {
                const auto row = folder.toObject();
                QVERIFY(row[QLatin1String("revision")].toInt() > last);
                last = row[QLatin1String("revision")].toInt();
                seen.insert(row[QLatin1String("name")].toString());
            }
        };
        while (!std::ranges::all_of(replies, &QNetworkReply::isFinished))
            read();
        for (auto *reply : replies)
            QCOMPARE(Client::finished(reply).status, 200);
        read();
        QCOMPARE(seen.size(), std::size_t{24});
    }

    void fromTheStartThereAreNoTombstonesButTrash()
    {
        const auto kept = m_user->createFolder(QStringLiteral("kept"))[QLatin1String("id")].toString();
        const auto gone = m_user->createFolder(QStringLiteral("gone"))[QLatin1String("id")].toString();
        const auto before = m_user->changes()[QLatin1String("cursor")].toString();
        const auto trash = [&](const QString &id, const char *kind) {
            return m_user
                ->operate({{QStringLiteral("kind"), QLatin1String(kind)},
                           {QStringLiteral("target"), QStringLiteral("folder")},
                           {QStringLiteral("target_id"), id}})[QLatin1String("status")]
                .toString();
        };
        QCOMPARE(trash(kept, "trash"), QStringLiteral("done"));
        QCOMPARE(trash(gone, "trash"), QStringLiteral("done"));
        QCOMPARE(trash(gone, "purge"), QStringLiteral("done"));
        const auto since = m_user->changes(before);
        QCOMPARE(since[QLatin1String("removed")].toArray().first().toObject()[QLatin1String("id")].toString(), gone);
        const auto all = m_user->changes();
        QVERIFY(all[QLatin1String("removed")].toArray().isEmpty());
        QCOMPARE(all[QLatin1String("folders")].toArray().size(), 1);
        QVERIFY(all[QLatin1String("folders")].toArray().first().toObject()[QLatin1String("trashed")].toBool());
    }

    void unknownCursorsAreSaid()
    {
        m_user->createFolder(QStringLiteral("A"));
        const auto page = m_user->changes();
        const auto id = page[QLatin1String("profile")].toObject()[QLatin1String("id")].toString().toLatin1();
        const auto epoch = page[QLatin1String("epoch")].toString();
        const auto status = [&](const QString &cursor) {
            return m_user->get(QStringLiteral("/api/v2/changes?after=") + cursor).status;
        };
        QCOMPARE(status(epoch + QStringLiteral(".1")), 200);
        QCOMPARE(status(epoch + QStringLiteral(".999")), 410);
        QCOMPARE(status(newId() + QStringLiteral(".1")), 410);
        QCOMPARE(status(QStringLiteral("garbage")), 410);
        m_stage.sql("UPDATE user_feed SET oldest = head WHERE user_id = '" + id + "'");
        QCOMPARE(status(epoch + QStringLiteral(".0")), 410);
        QCOMPARE(m_user->get(QStringLiteral("/api/v2/changes?after=") + epoch + QStringLiteral(".0")).code(),
                 QStringLiteral("cursor_unknown"));
        m_stage.sql("UPDATE user_feed SET epoch = uuid_generate_v4() WHERE user_id = '" + id + "'");
        QCOMPARE(status(page[QLatin1String("cursor")].toString()), 410);
    }

    void childrenComeByNameInPages()
    {
        const auto folder = m_user->createFolder(QStringLiteral("F"))[QLatin1String("id")].toString();
        QVERIFY(!m_user->createFolder(QStringLiteral("b"), folder).isEmpty());
        QVERIFY(!m_user->createFolder(QStringLiteral("a"), folder).isEmpty());
        for (const auto *name : {"z", "y", "x"})
            m_user->upload(QLatin1String(name), "abc", {{QStringLiteral("folder_id"), folder}});
        QStringList names;
        QString after;
        do {
            const auto page =
                m_user->get(QStringLiteral("/api/v2/folders/%1/children?limit=2&after=%2").arg(folder, after)).json();
            for (const auto &row : page[QLatin1String("folders")].toArray())
                names.append(row.toObject()[QLatin1String("name")].toString());
            for (const auto &row : page[QLatin1String("files")].toArray())
                names.append(row.toObject()[QLatin1String("filename")].toString());
            after = page[QLatin1String("next")].toString();
        } while (!after.isEmpty() && names.size() < 20);
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("a b x y z"));
        QCOMPARE(m_user->get(QStringLiteral("/api/v2/folders/root/children"))
                     .json()[QLatin1String("folders")]
                     .toArray()
                     .size(),
                 1);
        QCOMPARE(m_user->get(QStringLiteral("/api/v2/folders/%1/children").arg(newId())).status, 404);
    }

    // Member by member what the feed says, in a page that was made and in one that was kept.
    void childrenAreTheRowsOfTheFeed()
    {
        const auto folder = m_user->createFolder(QStringLiteral("G \"1\""))[QLatin1String("id")].toString();
        QVERIFY(!m_user->createFolder(QStringLiteral("in\tit"), folder).isEmpty());
        m_user->upload(QStringLiteral("Übung \"2\".pdf"), "abc",
                       {{QStringLiteral("folder_id"), folder},
                        {QStringLiteral("mime_type"), QStringLiteral("application/pdf")},
                        {QStringLiteral("content_modified_at"), QStringLiteral("1969-07-20T20:17:40.000001Z")}});
        m_user->upload(QStringLiteral("plain"), "", {{QStringLiteral("folder_id"), folder}});
        const auto feed = m_user->changes();
        QMap<QString, QJsonObject> told;
        for (const auto *kind : {"folders", "files"}) {
            for (const auto &row : feed[QLatin1String(kind)].toArray())
                told.insert(row.toObject()[QLatin1String("id")].toString(), row.toObject());
        }
        for (const auto &path : {QStringLiteral("root"), folder, folder}) {
            const auto page = m_user->get(QStringLiteral("/api/v2/folders/%1/children").arg(path)).json();
            int rows = 0;
            for (const auto *kind : {"folders", "files"}) {
                for (const auto &row : page[QLatin1String(kind)].toArray()) {
                    QCOMPARE(row.toObject(), told.value(row.toObject()[QLatin1String("id")].toString()));
                    ++rows;
                }
            }
            QCOMPARE(rows, path == folder ? 3 : 1);
        }
    }

    void childrenAreNeverOlderThanTheFeed()
    {
        const auto folder = m_user->createFolder(QStringLiteral("kept"))[QLatin1String("id")].toString();
        const auto file = m_user->upload(QStringLiteral("one"), "1", {{QStringLiteral("folder_id"), folder}});
        const auto names = [&] {
            QStringList found;
            const auto page = m_user->get(QStringLiteral("/api/v2/folders/%1/children").arg(folder)).json();
            for (const auto &row : page[QLatin1String("files")].toArray())
                found.append(row.toObject()[QLatin1String("filename")].toString());
            return found.join(QLatin1Char(' '));
        };
        QCOMPARE(names(), QStringLiteral("one"));
        QCOMPARE(names(), QStringLiteral("one")); // kept
        const auto id = file[QLatin1String("file")].toObject()[QLatin1String("id")].toString();
        m_stage.sql("UPDATE files SET filename = 'two' WHERE id = '" + id.toUtf8() + "'");
        QCOMPARE(names(), QStringLiteral("two"));
        m_stage.sql("UPDATE files SET is_deleted = true WHERE id = '" + id.toUtf8() + "'");
        QCOMPARE(names(), QString());
        m_stage.sql("UPDATE files SET is_deleted = false WHERE id = '" + id.toUtf8() + "'");
        QCOMPARE(names(), QStringLiteral("two"));
        const auto trashed = m_user->operate({{QStringLiteral("kind"), QStringLiteral("trash")},
                                              {QStringLiteral("target"), QStringLiteral("folder")},
                                              {QStringLiteral("target_id"), folder}});
        QCOMPARE(trashed[QLatin1String("status")].toString(), QStringLiteral("done"));
        QCOMPARE(names(), QString());
        const auto another = m_stage.newUser();
        QVERIFY(another);
        QCOMPARE(another->get(QStringLiteral("/api/v2/folders/%1/children").arg(folder)).status, 404);
    }

    // What is kept is for who is signed in.
    void keptChildrenAreRefusedWithoutASession()
    {
        const auto user = m_stage.newUser();
        QVERIFY(user);
        const auto path = QStringLiteral("/api/v2/folders/root/children");
        QCOMPARE(user->get(path).status, 200);
        QCOMPARE(user->get(path).status, 200);
        m_stage.sql("DELETE FROM user_sessions WHERE user_id = (SELECT id FROM users WHERE email = '" +
                    m_stage.lastEmail().toUtf8() + "')");
        QCOMPARE(user->get(path).status, 401);
    }

    void aStoppingServerAnswersItsPolls() // the last one: it stops the server
    {
        const auto cursor = m_user->changes()[QLatin1String("cursor")].toString();
        auto *poll = m_user->start("GET", QStringLiteral("/api/v2/changes?wait=50&after=") + cursor);
        m_user->changes(); // the server has begun with the poll by now
        QCOMPARE(m_stage.server().stop(), 0);
        QCOMPARE(Client::finished(poll).status, 200);
    }

private:
    StageServer m_stage;
    std::unique_ptr<Client> m_user;
};

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
