// Receipts by the real program: made once for each content, whatever becomes of the file; only for what the store truly
// has; checked by ourselves and by OpenSSL's own program.

#include "stage_server.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

class TestReceipts : public QObject
{
    Q_OBJECT

private:
    StageServer m_stage;
    QTemporaryDir m_folder;

    static Answer waitFor(Client &client, const QString &file)
    {
        Answer answer;
        const bool made = QTest::qWaitFor(
            [&] {
                answer = client.get(QStringLiteral("/api/v2/files/%1/receipts").arg(file));
                return answer.status != 202;
            },
            60000);
        if (!made)
            qWarning("no receipt: %s", answer.body.constData());
        return answer;
    }
    static QJsonArray receiptsOf(const Answer &answer) { return answer.json()[QLatin1String("receipts")].toArray(); }
    static QJsonObject payloadOf(const QJsonValue &receipt)
    {
        return QJsonDocument::fromJson(receipt[QLatin1String("payload")].toString().toUtf8()).object();
    }
    static QString idOf(const QJsonObject &uploaded)
    {
        return uploaded[QLatin1String("file")].toObject()[QLatin1String("id")].toString();
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    static int run(const QString &program, const QStringList &arguments, QByteArray *said = nullptr)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished(60000))
            return -1;
        if (said)
            *said = process.readAll();
        return process.exitCode();
    }
    static int verify(const QStringList &arguments, QByteArray *said = nullptr)
    {
        return run(learnlab::testsupport::programPath(QStringLiteral("learnlab-server")),
                   QStringList{QStringLiteral("verify-receipt")} + arguments, said);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_stage.start()); }

    void aContentGetsOne()
    {
        const auto client = m_stage.newUser();
        QVERIFY(client != nullptr);
        const QByteArray content("what was handed in");
        const auto file = idOf(client->upload(QStringLiteral("Essay \u00fc.txt"), content));
        const auto answer = waitFor(*client, file);
        QCOMPARE(answer.status, 200);
        const auto receipts = receiptsOf(answer);
        QCOMPARE(receipts.size(), 1);
        const auto payload = payloadOf(receipts.first());
        QCOMPARE(payload[QLatin1String("name")].toString(), QStringLiteral("Essay \u00fc.txt"));
        QCOMPARE(payload[QLatin1String("size")].toInt(), int(content.size()));
        QCOMPARE(payload[QLatin1String("sha256")].toString(), digestOf(content));
        QCOMPARE(payload[QLatin1String("file_id")].toString(), file);
        QVERIFY(payload[QLatin1String("verified_at")].toString() >= payload[QLatin1String("committed_at")].toString());

        // The same bytes again and again, whatever becomes of the file.
        client->operate({{QStringLiteral("kind"), QStringLiteral("rename")},
                         {QStringLiteral("target"), QStringLiteral("file")},
                         {QStringLiteral("target_id"), file},
                         {QStringLiteral("name"), QStringLiteral("other.txt")}});
        QCOMPARE(receiptsOf(waitFor(*client, file)), receipts);
        const auto replaced = client->upload(QStringLiteral("other.txt"), "something else",
                                             {{QStringLiteral("if_exists"), QStringLiteral("replace")}});
        QCOMPARE(idOf(replaced), file);
        const auto both = receiptsOf(waitFor(*client, file));
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.first(), receipts.first());
        QCOMPARE(payloadOf(both.last())[QLatin1String("name")].toString(), QStringLiteral("other.txt"));
        for (const auto *kind : {"trash", "purge"})
            client->operate({{QStringLiteral("kind"), QLatin1String(kind)},
                             {QStringLiteral("target"), QStringLiteral("file")},
                             {QStringLiteral("target_id"), file}});
        QCOMPARE(m_stage.sql("SELECT count(*) FROM files WHERE id = '" + file.toLatin1() + "'"), QByteArray("0"));
        QCOMPARE(receiptsOf(waitFor(*client, file)), both);
        // The replaced content's row in the trash is no second hand-in.
        QCOMPARE(m_stage.sql("SELECT count(*) FROM receipts r JOIN users u ON u.id = r.user_id WHERE u.email = '" +
                             m_stage.lastEmail().toLatin1() + "'"),
                 QByteArray("2"));
    }

    void everybodyCanCheckIt()
    {
        const auto client = m_stage.newUser();
        const QByteArray content(300000, 'x');
        const auto file = idOf(client->upload(QStringLiteral("a.bin"), content));
        const auto receipt = receiptsOf(waitFor(*client, file)).first().toObject();
        Client nobody(m_stage.server().url());
        const auto keys = nobody.get(QStringLiteral("/api/v2/receipt-keys"));
        QCOMPARE(keys.status, 200);
        const auto key = keys.json()[QLatin1String("keys")].toArray().first().toObject();
        QVERIFY(key[QLatin1String("until")].isNull());
        QCOMPARE(key[QLatin1String("id")], receipt[QLatin1String("key_id")]);

        // By OpenSSL alone, as docs/receipts.md tells.
        write(QStringLiteral("signed"),
              "learnlab-receipt-v1\n" + receipt[QLatin1String("payload")].toString().toUtf8());
        write(QStringLiteral("signature"),
              QByteArray::fromBase64(receipt[QLatin1String("signature")].toString().toLatin1()));
        write(QStringLiteral("key.der"),
              QByteArray::fromHex("302a300506032b6570032100") +
                  QByteArray::fromBase64(key[QLatin1String("public_key")].toString().toLatin1()));
        const QStringList openssl{QStringLiteral("pkeyutl"),
                                  QStringLiteral("-verify"),
                                  QStringLiteral("-pubin"),
                                  QStringLiteral("-keyform"),
                                  QStringLiteral("DER"),
                                  QStringLiteral("-inkey"),
                                  m_folder.filePath(QStringLiteral("key.der")),
                                  QStringLiteral("-rawin"),
                                  QStringLiteral("-in"),
                                  m_folder.filePath(QStringLiteral("signed")),
                                  QStringLiteral("-sigfile"),
                                  m_folder.filePath(QStringLiteral("signature"))};
        QByteArray said;
        QVERIFY2(run(QStringLiteral("openssl"), openssl, &said) == 0, said.constData());

        // By our program, without a database.
        const auto receiptFile = write(QStringLiteral("r.json"), QJsonDocument(receipt).toJson());
        const auto keysFile = write(QStringLiteral("keys.json"), keys.body);
        const auto contentFile = write(QStringLiteral("a.bin"), content);
        const QStringList given{receiptFile, QStringLiteral("--keys"), keysFile};
        QCOMPARE(verify(given, &said), 0);
        QCOMPARE(verify(given + QStringList{QStringLiteral("--file"), contentFile}, &said), 0);
        write(QStringLiteral("a.bin"), content + "y");
        QCOMPARE(verify(given + QStringList{QStringLiteral("--file"), contentFile}, &said), 1);
        QVERIFY2(said.contains("another content"), said.constData());
        auto changed = receipt;
        changed[QLatin1String("payload")] =
            changed[QLatin1String("payload")].toString().replace(QLatin1String("a.bin"), QLatin1String("b.bin"));
        write(QStringLiteral("r.json"), QJsonDocument(changed).toJson());
        QCOMPARE(verify(given, &said), 1);
        QVERIFY2(said.contains("was changed"), said.constData());
        QCOMPARE(verify({receiptFile}, &said), 2);
        QCOMPARE(verify({receiptFile, QStringLiteral("--keys"), QStringLiteral("/nowhere")}, &said), 2);
    }

    void whatTheStoreDoesNotHaveIsNotSigned()
    {
        const auto client = m_stage.newUser();
        const auto bent = idOf(client->upload(QStringLiteral("bent"), "1234567"));
        const auto lost = idOf(client->upload(QStringLiteral("lost"), "7654321"));
        const auto keyOf = [&](const QString &file) {
            return m_stage.sql("SELECT s3_key FROM files WHERE id = '" + file.toLatin1() + "'");
        };
        const auto objectOf = [&](const QString &file) {
            return m_stage.server().objectsFolder() + QLatin1Char('/') + QString::fromLatin1(keyOf(file));
        };
        if (QFile::exists(objectOf(bent))) {
            QFile object(objectOf(bent));
            object.setPermissions(object.permissions() | QFile::WriteOwner);
            QVERIFY(object.open(QIODevice::ReadWrite) && object.write("X") == 1);
            object.close();
            QVERIFY(QFile::remove(objectOf(lost)));
        } else { // another store, whose contents are out of reach: they are looked for in the wrong place
            const auto other = idOf(client->upload(QStringLiteral("other"), "1234568"));
            const auto lookAt = [&](const QString &file, const QByteArray &key) {
                m_stage.sql("UPDATE receipts SET object_key = '" + key + "' WHERE file_id = '" + file.toLatin1() + "'");
            };
            lookAt(bent, keyOf(other));
            lookAt(lost, keyOf(lost) + "-gone");
        }
        for (const auto &[file, code] : {std::pair(bent, "digest_mismatch"), std::pair(lost, "object_missing")}) {
            const auto answer = waitFor(*client, file);
            QCOMPARE(answer.status, 200);
            QCOMPARE(receiptsOf(answer).size(), 0);
            const auto refused = answer.json()[QLatin1String("refused")].toArray();
            QCOMPARE(refused.size(), 1);
            QCOMPARE(refused.first()[QLatin1String("code")].toString(), QLatin1String(code));
        }
    }

    void aLargeOneIsPromised()
    {
        // Without the store's answer within a moment: 202, and when to come again.
        const auto client = m_stage.newUser();
        const auto file = idOf(client->upload(QStringLiteral("slow"), "slow"));
        m_stage.sql("UPDATE receipts SET lease_until = now() + interval '1 hour' WHERE file_id = '" + file.toLatin1() +
                    "'");
        const auto answer = client->get(QStringLiteral("/api/v2/files/%1/receipts").arg(file));
        QCOMPARE(answer.status, 202);
        QVERIFY(answer.headers.value("retry-after").toInt() >= 1);
        QCOMPARE(receiptsOf(answer).size(), 0);
        m_stage.sql("UPDATE receipts SET lease_until = NULL WHERE file_id = '" + file.toLatin1() + "'");
        QCOMPARE(receiptsOf(waitFor(*client, file)).size(), 1);
    }

    void allAreListedPageByPage()
    {
        const auto client = m_stage.newUser();
        QStringList files;
        for (const char *name : {"one", "two", "three", "bent", "slow"})
            files << idOf(client->upload(QString::fromLatin1(name), name));
        for (const auto &file : files)
            QCOMPARE(waitFor(*client, file).status, 200);
        client->upload(QStringLiteral("one"), "once more", {{QStringLiteral("if_exists"), QStringLiteral("replace")}});
        QCOMPARE(receiptsOf(waitFor(*client, files[0])).size(), 2);
        for (const auto *kind : {"trash", "purge"})
            client->operate({{QStringLiteral("kind"), QLatin1String(kind)},
                             {QStringLiteral("target"), QStringLiteral("file")},
                             {QStringLiteral("target_id"), files[1]}});
        const QByteArray unsign = "payload = NULL, signature = NULL, key_id = NULL WHERE file_id = '";
        m_stage.sql("UPDATE receipts SET state = 'refused', refused = 'object_missing', " + unsign +
                    files[3].toLatin1() + "'");
        m_stage.sql("UPDATE receipts SET state = 'pending', lease_until = now() + interval '1 hour', " + unsign +
                    files[4].toLatin1() + "'");

        QStringList proved;
        QJsonArray refused;
        int pending = 0;
        QString after;
        int pages = 0;
        do {
            const auto page = client->get(QStringLiteral("/api/v2/receipts?limit=2&after=") + after);
            QCOMPARE(page.status, 200);
            for (const auto &receipt : receiptsOf(page))
                proved << payloadOf(receipt)[QLatin1String("file_id")].toString();
            for (const auto &one : page.json()[QLatin1String("refused")].toArray())
                refused.append(one);
            pending += page.json()[QLatin1String("pending")].toInt();
            after = page.json()[QLatin1String("after")].toString();
        } while (++pages < 10 && !after.isEmpty());
        QCOMPARE(pages, 3);
        auto expected = QStringList{files[0], files[0], files[1], files[2]};
        expected.sort();
        QCOMPARE(proved, expected);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first()[QLatin1String("file_id")].toString(), files[3]);
        QCOMPARE(refused.first()[QLatin1String("name")].toString(), QStringLiteral("bent"));
        QCOMPARE(pending, 1);
        for (const char *wrong : {"x", ".", "019a8f00-0000-7000-8000-0000000000f1",
                                  "019a8f00-0000-7000-8000-0000000000f1.-1", "019a8f00-0000-7000-8000-0000000000f1.1x"})
            QCOMPARE(client->get(QStringLiteral("/api/v2/receipts?after=") + QLatin1String(wrong)).status, 400);
        const auto other = m_stage.newUser();
        QCOMPARE(receiptsOf(other->get(QStringLiteral("/api/v2/receipts"))).size(), 0);
    }

    void strangersSeeNothing()
    {
        const auto owner = m_stage.newUser();
        const auto other = m_stage.newUser();
        const auto file = idOf(owner->upload(QStringLiteral("mine"), "mine"));
        const auto path = QStringLiteral("/api/v2/files/%1/receipts").arg(file);
        QCOMPARE(other->get(path).status, 404);
        QCOMPARE(waitFor(*owner, file).status, 200);
        QCOMPARE(other->get(path).status, 404);
        Client nobody(m_stage.server().url());
        QCOMPARE(nobody.get(path).status, 401);
        QCOMPARE(owner->get(QStringLiteral("/api/v2/files/%1/receipts").arg(newId())).status, 404);
    }

    void keysChangeAndStayListed()
    {
        const auto client = m_stage.newUser();
        const auto early = idOf(client->upload(QStringLiteral("early"), "early"));
        const auto earlyReceipt = receiptsOf(waitFor(*client, early)).first().toObject();
        QDirIterator files(QFileInfo(m_stage.server().objectsFolder()).path(), {QStringLiteral("*.receipts")},
                           QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        const auto keyFile = files.next();
        QCOMPARE(QFile::permissions(keyFile) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(m_stage.server().stop(), 0);
        QVERIFY(QFile::rename(keyFile, keyFile + QStringLiteral(".old")));
        QVERIFY(m_stage.server().restart());
        QVERIFY(client->signIn(m_stage.lastEmail(), "a good password"));
        const auto late = idOf(client->upload(QStringLiteral("late"), "late"));
        const auto lateReceipt = receiptsOf(waitFor(*client, late)).first().toObject();
        QVERIFY(lateReceipt[QLatin1String("key_id")] != earlyReceipt[QLatin1String("key_id")]);
        const auto keys = client->get(QStringLiteral("/api/v2/receipt-keys"));
        QCOMPARE(keys.json()[QLatin1String("keys")].toArray().size(), 2);
        QVERIFY(!keys.body.contains(keyFile.toUtf8()));
        const auto keysFile = write(QStringLiteral("all.json"), keys.body);
        for (const auto &receipt : {earlyReceipt, lateReceipt}) {
            QByteArray said;
            const auto path = write(QStringLiteral("one.json"), QJsonDocument(receipt).toJson());
            QVERIFY2(verify({path, QStringLiteral("--keys"), keysFile}, &said) == 0, said.constData());
        }
        QVERIFY(!m_stage.server().log().contains("seed"));
    }
};

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
