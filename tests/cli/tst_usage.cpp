#include "client.h"

#include <testsupport/child_process.h>

#include <QProcess>
#include <QTest>

using namespace learnlab;

class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_unique<test::Client>(); }

    void nonsenseIsUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *line) {
            QTest::newRow(*line ? line : "nothing")
                << QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        for (const char *line : {"",
                                 "dance",
                                 "--no-such-option ls",
                                 "ls --no-such-option",
                                 "ls a b",
                                 "put",
                                 "put x --on-conflict maybe",
                                 "put x --to relative",
                                 "put x --wait long",
                                 "get /x --wait -1",
                                 "get",
                                 "mkdir",
                                 "mkdir relative",
                                 "mv /a",
                                 "rm",
                                 "rm /",
                                 "restore",
                                 "search",
                                 "search x --type novel",
                                 "search x --since then",
                                 "search x --larger big",
                                 "keep --limit lots",
                                 "open",
                                 "unkeep",
                                 "login",
                                 "login --server http://127.0.0.1:1",
                                 "login --email e",
                                 "status x",
                                 "sync x",
                                 "logout x",
                                 "transfers x",
                                 "transfers pause",
                                 "pause",
                                 "first --all",
                                 "transfers first --all",
                                 "transfers --all",
                                 "transfers pause x --all",
                                 "changes x",
                                 "changes retry",
                                 "changes --all",
                                 "limit x",
                                 "limit --up x",
                                 "limit --down -1",
                                 "trash x",
                                 "sessions x",
                                 "link",
                                 "link /a /b",
                                 "link /a --expires then",
                                 "link /a --expires 2001-01-01",
                                 "links x",
                                 "unlink",
                                 "login --server http://127.0.0.1:1 --email e --password-stdin"}) // nothing on stdin
            row(line);
    }
    void nonsenseIsUsage()
    {
        QFETCH(QStringList, arguments);
        const auto said = m_client->run(arguments);
        QCOMPARE(said.exitCode, 2);
        QVERIFY(said.out.isEmpty());
        QVERIFY(!said.err.isEmpty());
        QCOMPARE(m_client->json(arguments).json.value(QStringLiteral("exit_code")).toInt(), 2);
    }

    void helpIsNoError_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("help") << QStringList{QStringLiteral("--help")};
        QTest::newRow("help of a command") << QStringList{QStringLiteral("put"), QStringLiteral("--help")};
        QTest::newRow("version") << QStringList{QStringLiteral("--version")};
    }
    void helpIsNoError()
    {
        QFETCH(QStringList, arguments);
        const auto said = m_client->run(arguments);
        QCOMPARE(said.exitCode, 0);
        QVERIFY(said.out.contains("learnlab-cli"));
        QVERIFY(said.err.isEmpty());
    }

    void withoutAnAccountNobodyIsSignedIn_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line :
             {"ls", "status", "search x", "transfers", "trash", "sync", "put x", "get /x", "mkdir /x", "mv /a /b",
              "rm /a", "restore x", "keep", "keep /x", "unkeep /x", "open /x", "sessions", "logout"})
            QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
    }
    void withoutAnAccountNobodyIsSignedIn()
    {
        QFETCH(QStringList, arguments);
        const auto said = m_client->json(arguments);
        QCOMPARE(said.exitCode, 3);
        QCOMPARE(said.json.value(QStringLiteral("command")).toString(), arguments.first());
        QVERIFY(said.err.contains("Not signed in"));
    }

    void aServerThatIsNoneIsSaid_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("plain http") << "http://learnlab.example.edu" << 1;
        QTest::newRow("nobody there") << "http://127.0.0.1:1" << 4;
        QTest::newRow("no address") << "http://user:secret@127.0.0.1:1" << 1;
    }
    void aServerThatIsNoneIsSaid()
    {
        QFETCH(QString, server);
        QFETCH(int, exitCode);
        QProcess process;
        process.start(testsupport::programPath(QStringLiteral("learnlab-cli")),
                      {QStringLiteral("--profile"), m_client->profile(), QStringLiteral("login"),
                       QStringLiteral("--server"), server, QStringLiteral("--email"), QStringLiteral("e@x.example"),
                       QStringLiteral("--password-stdin")});
        process.write("the password\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60000));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() == exitCode, said);
        QVERIFY(!said.contains("the password") && !said.contains("secret@"));
    }

    void offlineSignsNobodyIn()
    {
        QCOMPARE(m_client
                     ->run({QStringLiteral("--offline"), QStringLiteral("login"), QStringLiteral("--server"),
                            QStringLiteral("http://127.0.0.1:1"), QStringLiteral("--email"), QStringLiteral("e"),
                            QStringLiteral("--password-stdin")})
                     .exitCode,
                 4);
    }

private:
    std::unique_ptr<test::Client> m_client;
};

QTEST_GUILESS_MAIN(UsageTest)
#include "tst_usage.moc"
