#include <testsupport/stage.h>

#include <QTest>

using namespace learnlab::testsupport;

// A network that says nothing: connections that stay open and carry no byte any more. Each costs the client its
// time-out, so all calls meet it in one run of some clients at once.
class SilenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uploadsSurvive_data()
    {
        QTest::addColumn<FaultRule>("rule");
        QTest::newRow("nothing comes back") << FaultRule{.fault = Fault::Hang};
        if (isDeep()) {
            QTest::newRow("the request stands still") << FaultRule{.fault = Fault::StallRequest, .bytes = 60};
            QTest::newRow("the answer stands still") << FaultRule{.fault = Fault::StallAnswer, .bytes = 60};
        }
    }

    void uploadsSurvive()
    {
        QFETCH(FaultRule, rule);
        Stage stage;
        stage.server.set(QStringLiteral("limits.part_size=1048576"));
        stage.server.set(QStringLiteral("limits.multipart_threshold=2097152"));
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const QTemporaryDir local;
        TreeDigests expected;
        std::vector<std::unique_ptr<CliRunner>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<CliRunner>(stage.keyring));
            QCOMPARE(stage.signIn(*clients.back()).exitCode, 0);
            const auto name = QStringLiteral("client %1").arg(i);
            auto tree = makeTree(local.filePath(name), quint32(i), {.files = 3, .folders = 1, .unusualNames = false});
            tree.insert("large.bin",
                        makeFile(local.filePath(name) + QStringLiteral("/large.bin"), 4 << 20, quint32(i)));
            expected.insert(name.toUtf8(), "/");
            for (auto it = tree.begin(); it != tree.end(); ++it) {
                expected.insert(name.toUtf8() + '/' + it.key(), it.value());
            }
        }
        QList<std::pair<const char *, const char *>> calls{{"PUT", "/objects/"}, {"POST", "/uploads/complete"}};
        if (isDeep()) {
            calls += {{"POST", "/uploads"}, {"POST", "/parts"}, {"POST", "/operations"}, {"GET", "/changes"}};
        }
        for (const auto &[method, path] : calls) {
            rule.method = method;
            rule.path = path;
            stage.proxy.add(rule);
        }
        std::vector<std::unique_ptr<ChildProcess>> running;
        for (int i = 0; i < 3; ++i) {
            running.push_back(
                clients[size_t(i)]->start({QStringLiteral("put"), local.filePath(QStringLiteral("client %1").arg(i))}));
        }
        for (const auto &put : running) {
            QVERIFY2(put->waitForExit(300000), put->err());
        }
        for (const auto &client : clients) {
            finish(*client, {QStringLiteral("sync")});
        }
        QCOMPARE(stage.proxy.hits(), int(calls.size()));
        QCOMPARE(difference(expected, stage.tree()), QByteArray());
    }

    void aDownloadSurvives_data()
    {
        QTest::addColumn<FaultRule>("rule");
        QTest::newRow("half-way") << FaultRule{.fault = Fault::StallAnswer, .bytes = 2000000};
        if (isDeep()) {
            QTest::newRow("from the start") << FaultRule{.fault = Fault::Hang};
        }
    }

    void aDownloadSurvives()
    {
        QFETCH(FaultRule, rule);
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const QTemporaryDir local;
        const auto digest = makeFile(local.filePath(QStringLiteral("d.bin")), 5 << 20, 1);
        const CliRunner cli(stage.keyring);
        QCOMPARE(stage.signIn(cli).exitCode, 0);
        QCOMPARE(cli.run({QStringLiteral("put"), local.filePath(QStringLiteral("d.bin"))}).exitCode, 0);
        rule.method = "GET";
        rule.path = "/objects/";
        stage.proxy.add(rule);
        finish(cli, {QStringLiteral("get"), QStringLiteral("/d.bin"), QStringLiteral("--to"),
                     local.filePath(QStringLiteral("back"))});
        QCOMPARE(stage.proxy.hits(), 1);
        QCOMPARE(digestOf(local.filePath(QStringLiteral("back/d.bin"))), digest);
    }

private:
    // A command that meets silence says that the server does not answer (exit code 4); the next one goes on.
    static void finish(const CliRunner &cli, const QStringList &command)
    {
        CliResult result;
        for (int again = 0; again < 8 && result.exitCode != 0; ++again) {
            result = cli.run(command);
            QVERIFY2(result.exitCode == 0 || result.exitCode == 4, result.text());
        }
        QVERIFY2(result.exitCode == 0, result.text());
    }
};

QTEST_GUILESS_MAIN(SilenceTest)
#include "tst_silence.moc"
