#include <testsupport/stage.h>

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace learnlab::testsupport;

// Passwords, tokens and signatures stay where they belong: every byte that client and server wrote is searched for
// them.
class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWrittenHoldsASecret()
    {
        Stage stage;
        stage.server.set(QStringLiteral("log.level=debug"));
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const QTemporaryDir local;
        makeTree(local.filePath(QStringLiteral("D")), 5, {.files = 10, .folders = 2});
        makeFile(local.filePath(QStringLiteral("large.bin")), 20 << 20, 6);

        CliRunner cli(stage.keyring);
        QCOMPARE(stage.signIn(cli).exitCode, 0);
        for (const auto &arguments :
             QList<QStringList>{{QStringLiteral("put"), local.filePath(QStringLiteral("D"))},
                                {QStringLiteral("put"), local.filePath(QStringLiteral("large.bin"))},
                                {QStringLiteral("keep"), QStringLiteral("/D")},
                                {QStringLiteral("sync")},
                                {QStringLiteral("get"), QStringLiteral("/large.bin"), QStringLiteral("--to"),
                                 local.filePath(QStringLiteral("back"))},
                                {QStringLiteral("status")}}) {
            const auto result = cli.run(arguments);
            QVERIFY2(result.exitCode == 0, result.text());
        }
        // And one that is killed with everything in its hands, and one that fails.
        stage.proxy.add({.method = "PUT", .fault = Fault::StallRequest, .bytes = 1 << 20});
        makeFile(local.filePath(QStringLiteral("killed.bin")), 9 << 20, 7);
        auto running = cli.start({QStringLiteral("put"), local.filePath(QStringLiteral("killed.bin"))});
        QVERIFY(running);
        QVERIFY(waitUntil([&] { return stage.proxy.hits() > 0; }));
        const auto commandLine = readProcess(running->pid(), "cmdline");
        running->kill();
        stage.proxy.clearRules();
        stage.proxy.add({.method = "PUT", .fault = Fault::Refuse, .times = 2, .status = 500});
        QCOMPARE(cli.run({QStringLiteral("sync")}).exitCode, 0);

        const auto secrets = secretsOf(stage);
        QVERIFY2(secrets.size() > 5, "the proxy saw tokens and signatures");
        QCOMPARE(filesHolding(cli.folder(), secrets), QByteArray());
        QCOMPARE(filesHolding(stage.keyring.home(), secrets), QByteArray());
        QCOMPARE(filesHolding(stage.server.objectsFolder(), secrets), QByteArray());
        for (const auto &secret : secrets) {
            QVERIFY2(!stage.server.log().contains(secret), "the server's log holds " + secret.left(12));
            QVERIFY2(!commandLine.contains(secret), "the process list holds " + secret.left(12));
        }
    }

private:
    static QByteArray readProcess(qint64 pid, const char *what)
    {
        QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(what)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // The password, every token that the server gave, every signature that the client was sent or used.
    static QList<QByteArray> secretsOf(const Stage &stage)
    {
        QList<QByteArray> secrets{Stage::password()};
        const auto add = [&](const QString &text, const QString &pattern) {
            auto hits = QRegularExpression(pattern).globalMatch(text);
            while (hits.hasNext()) {
                const auto secret = hits.next().captured(1).toUtf8();
                if (!secrets.contains(secret)) {
                    secrets.append(secret);
                }
            }
        };
        const auto answers = QString::fromUtf8(stage.proxy.answers());
        add(answers, QStringLiteral("\"(?:access|refresh)_token\"\\s*:\\s*\"([^\"]+)\""));
        QString targets;
        for (const auto &request : stage.proxy.requests()) {
            if (request.target.startsWith("/objects/")) {
                targets += QString::fromUtf8(request.target) + QLatin1Char('\n');
            }
        }
        // A signature is the longest parameter of a presigned address.
        add(targets, QStringLiteral("[?&](?:sig|signature|X-Amz-Signature|s)=([A-Za-z0-9_%-]{20,})"));
        return secrets;
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
