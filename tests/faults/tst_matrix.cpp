#include <testsupport/stage.h>

#include <QTcpServer>
#include <QTest>

using namespace learnlab::testsupport;

// Every kind of fault at every call of an upload and a download. Whatever happens, the queue brings it to its end: each
// file there once, with its bytes. ./test takes a third of the pairs, in which each fault and each call comes.
class MatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->server.set(QStringLiteral("limits.part_size=1048576"));
        m_stage->server.set(QStringLiteral("limits.multipart_threshold=2097152"));
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        QVERIFY(m_stranger.listen(QHostAddress(QHostAddress::LocalHost)));
        m_cli = std::make_unique<CliRunner>(m_stage->keyring);
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
    }

    void cleanupTestCase()
    {
        // An upload whose body a stranger swallowed is begun anew; the server gives the first attempt up in its own
        // time.
        QVERIFY2(!m_stage->faultsOfTheServersState().contains("twice"), m_stage->faultsOfTheServersState());
        m_cli.reset();
        m_stage.reset();
    }

    void cleanup()
    {
        m_stage->proxy.clearRules();
        // Wherever an answer points, nobody but the server hears of the token or of a file.
        QVERIFY(!m_stranger.waitForNewConnection(0));
    }

    void uploadsSurvive_data()
    {
        struct Call
        {
            const char *name;
            const char *method;
            const char *path;
        };
        QTest::addColumn<FaultRule>("rule");
        const auto elsewhere =
            QStringLiteral("Location: http://localhost:%1/elsewhere\r\n").arg(m_stranger.serverPort());
        int pair = 0;
        for (const auto &call :
             {Call{"create", "POST", "/uploads"}, Call{"parts", "POST", "/parts"}, Call{"body", "PUT", "/objects/"},
              Call{"complete", "POST", "/uploads/complete"}, Call{"folder", "POST", "/operations"},
              Call{"feed", "GET", "/changes"}, Call{"token", "POST", "/auth/refresh-token"}}) {
            const auto row = [&](const char *fault, FaultRule rule) {
                if (!isDeep() && pair++ % 3 != 0) {
                    return;
                }
                rule.method = call.method;
                rule.path = call.path;
                QTest::addRow("%s of %s", fault, call.name) << rule;
            };
            row("internal error", {.fault = Fault::Refuse, .times = 2, .status = 500});
            row("unavailable", {.fault = Fault::Refuse, .times = 2, .status = 503});
            row("a page instead of JSON",
                {.fault = Fault::Refuse, .status = 200, .contentType = "text/html", .body = "<html>Please pay</html>"});
            row("an empty answer", {.fault = Fault::Refuse, .status = 200, .body = " "});
            row("a lost answer", {.fault = Fault::LoseAnswer, .times = 2});
            row("half an answer", {.fault = Fault::CutAnswer, .bytes = 40});
            row("half a request", {.fault = Fault::CutRequest, .bytes = 100});
            row("a delay", {.fault = Fault::Delay, .times = 3, .milliseconds = 200});
            row("a reset", {.fault = Fault::Reset, .times = 2});
            row("a longer answer announced", {.fault = Fault::WrongLength, .times = 2, .bytes = 7});
            row("a shorter answer announced", {.fault = Fault::WrongLength, .times = 2, .bytes = -7});
            row("a trickle", {.fault = Fault::Trickle, .bytes = 20, .milliseconds = 1});
            row("a redirect to another host",
                {.fault = Fault::Refuse, .status = 302, .contentType = "text/html", .headers = elsewhere.toLatin1()});
            row("a network that wants a sign-in",
                {.fault = Fault::Refuse, .status = 511, .contentType = "text/html", .body = "<html>Sign in</html>"});
        }
        QTest::newRow("three parts refused")
            << FaultRule{.method = "PUT", .path = "/objects/", .fault = Fault::Refuse, .skip = 1, .times = 3};
        QTest::newRow("the body cut near its end")
            << FaultRule{.method = "PUT", .path = "/objects/", .fault = Fault::CutRequest, .skip = 2, .bytes = 1000000};
    }

    void uploadsSurvive()
    {
        QFETCH(FaultRule, rule);
        const QTemporaryDir local;
        const auto name = QStringLiteral("upload %1").arg(++m_round);
        const auto folder = local.filePath(name);
        auto expected =
            makeTree(folder, quint32(m_round), {.files = 3, .folders = 1, .largest = 20000, .unusualNames = false});
        expected.insert("large.bin", makeFile(folder + QStringLiteral("/large.bin"), 5 << 20, quint32(m_round)));
        m_stage->proxy.add(rule);
        const auto put = m_cli->run({QStringLiteral("put"), folder});
        finish(put);
        m_stage->proxy.clearRules();
        QCOMPARE(difference(expected, serversTree(name)), QByteArray());
    }

    void downloadsSurvive_data()
    {
        QTest::addColumn<FaultRule>("rule");
        QTest::newRow("no address") << FaultRule{
            .path = "/downloads", .fault = Fault::Refuse, .times = 2, .status = 503};
        QTest::newRow("a page instead of the address") << FaultRule{
            .path = "/downloads", .fault = Fault::Refuse, .status = 200, .contentType = "text/html", .body = "<p>"};
        QTest::newRow("the body cut") << FaultRule{
            .method = "GET", .path = "/objects/", .fault = Fault::CutAnswer, .times = 2, .bytes = 2000000};
        QTest::newRow("the body refused")
            << FaultRule{.method = "GET", .path = "/objects/", .fault = Fault::Refuse, .times = 2, .status = 500};
        QTest::newRow("other bytes than were asked for") << FaultRule{.method = "GET",
                                                                      .path = "/objects/",
                                                                      .fault = Fault::Refuse,
                                                                      .times = 1,
                                                                      .status = 200,
                                                                      .contentType = "application/octet-stream",
                                                                      .body = "not the file"};
        QTest::newRow("the answer lost") << FaultRule{
            .method = "GET", .path = "/objects/", .fault = Fault::LoseAnswer, .times = 2};
        const auto elsewhere =
            QStringLiteral("Location: http://localhost:%1/elsewhere\r\n").arg(m_stranger.serverPort());
        const auto row = [](const char *name, FaultRule rule) {
            rule.method = "GET";
            rule.path = "/objects/";
            QTest::newRow(name) << rule;
        };
        row("a reset", {.fault = Fault::Reset, .times = 2});
        row("a longer body announced", {.fault = Fault::WrongLength, .times = 2, .bytes = 1000});
        row("a shorter body announced", {.fault = Fault::WrongLength, .times = 2, .bytes = -1000});
        row("a redirect to another host",
            {.fault = Fault::Refuse, .times = 2, .status = 302, .headers = elsewhere.toLatin1()});
        row("a network that wants a sign-in",
            {.fault = Fault::Refuse, .times = 2, .status = 200, .contentType = "text/html", .body = "<html>Sign in"});
    }

    void downloadsSurvive()
    {
        QFETCH(FaultRule, rule);
        const QTemporaryDir local;
        const auto name = QStringLiteral("download %1.bin").arg(++m_round);
        const auto digest = makeFile(local.filePath(name), 5 << 20, quint32(m_round));
        const auto put = m_cli->run({QStringLiteral("put"), local.filePath(name)});
        QVERIFY2(put.exitCode == 0, put.text());
        m_stage->proxy.add(rule);
        const QStringList get{QStringLiteral("get"), QLatin1Char('/') + name, QStringLiteral("--to"),
                              local.filePath(QStringLiteral("back"))};
        auto got = m_cli->run(get);
        // What is half here never stands under the file's name.
        const auto target = local.filePath(QStringLiteral("back/")) + name;
        QVERIFY(got.exitCode == 0 || !QFile::exists(target));
        for (int again = 0; again < 3 && got.exitCode != 0; ++again) {
            got = m_cli->run(get);
        }
        QVERIFY2(got.exitCode == 0, got.text());
        QCOMPARE(digestOf(target), digest);
    }

private:
    // What was queued comes to its end by sync, if put did not wait for it.
    void finish(const CliResult &put) const
    {
        auto result = put;
        for (int again = 0; again < 4 && result.exitCode != 0; ++again) {
            result = m_cli->run({QStringLiteral("sync")});
        }
        QVERIFY2(result.exitCode == 0, put.text() + result.text());
    }

    [[nodiscard]] TreeDigests serversTree(const QString &folder) const
    {
        TreeDigests below;
        const auto prefix = folder.toUtf8() + '/';
        const auto all = m_stage->tree();
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (it.key().startsWith(prefix)) {
                below.insert(it.key().mid(prefix.size()), it.value());
            }
        }
        return below;
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<CliRunner> m_cli;
    QTcpServer m_stranger;
    int m_round = 0;
};

QTEST_GUILESS_MAIN(MatrixTest)
#include "tst_matrix.moc"
