#include "certificates.h"

#include <testsupport/stage.h>

#include <QDir>
#include <QJsonArray>
#include <QSettings>
#include <QTest>

using namespace learnlab::testsupport;

// Encrypted ways and proxies, the same cases for both of the client's HTTP stacks: Qt's, which speaks to the server,
// and libcurl, which moves contents. The store is a second server over the same database and objects, so that either
// can have the fault alone.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_postgres.start(PrivatePostgres::Schema::Migrated));
        QVERIFY2(m_keyring.start(), qPrintable(m_keyring.error()));
        QVERIFY(m_certificates.makeAuthority(QStringLiteral("trusted")));
        QVERIFY(m_certificates.makeAuthority(QStringLiteral("stranger")));
        QVERIFY(m_certificates.make(QStringLiteral("good"), QStringLiteral("trusted"), host(), 30));
        QVERIFY(m_certificates.make(QStringLiteral("unknown"), QStringLiteral("stranger"), host(), 30));
        QVERIFY(m_certificates.make(QStringLiteral("other-name"), QStringLiteral("trusted"),
                                    QStringLiteral("elsewhere.test"), 30));
        QVERIFY(m_certificates.make(QStringLiteral("expired"), QStringLiteral("trusted"), host(), -1));
    }

    void eachStackMeetsIt_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("password"); // that the proxy wants
        QTest::addColumn<QString>("given");    // to the client
        QTest::addColumn<bool>("works");
        QTest::addColumn<bool>("bySettings"); // proxy and authority are named there, not in the environment
        const auto row = [](const char *name, const char *certificate, const char *password, const char *given,
                            bool works, bool bySettings = false) {
            QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(password)
                                << QString::fromLatin1(given) << works << bySettings;
        };
        row("all is well", "good", "", "", true);
        row("all is well, by the settings", "good", "", "", true, true);
        row("a certificate of an unknown authority, by the settings", "unknown", "", "", false, true);
        row("a proxy with a password", "good", "student:secret", "student:secret@", true);
        row("a proxy with another password", "good", "student:secret", "student:wrong@", false);
        row("a certificate of an unknown authority", "unknown", "", "", false);
        row("a certificate for another name", "other-name", "", "", false);
        row("a certificate that ended", "expired", "", "", false);
    }

    void eachStackMeetsIt()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, password);
        QFETCH(QString, given);
        QFETCH(bool, works);
        QFETCH(bool, bySettings);
        const QTemporaryDir local;
        const auto log = local.filePath(QStringLiteral("proxy.log"));
        QStringList arguments{sourcePath(QStringLiteral("tests/faults/connect_proxy.py")), log};
        if (!password.isEmpty()) {
            arguments.append(password);
        }
        ChildProcess proxy(QStringLiteral("python3"), arguments, local.filePath(QStringLiteral("proxy")));
        QVERIFY(proxy.start());
        QVERIFY(waitUntil([&] { return proxy.out().endsWith('\n'); }));
        const auto proxyUrl = QStringLiteral("http://") + given + QStringLiteral("127.0.0.1:") +
                              QString::fromLatin1(proxy.out().trimmed());

        // The store has the fault; the server has it in the second half.
        ServerProcess store(m_postgres);
        share(store, local, certificate);
        QVERIFY2(store.start(), qPrintable(store.error()));
        ServerProcess server(m_postgres);
        share(server, local, QStringLiteral("good"));
        server.set(QStringLiteral("public_url=https://%1:%2").arg(host()).arg(store.port()));
        QVERIFY2(server.start(), qPrintable(server.error()));
        const auto email = QStringLiteral("tls%1@learnlab.example").arg(++m_users);
        QVERIFY2(server.addUser(email, QStringLiteral("tls%1").arg(m_users), Stage::password()),
                 qPrintable(server.error()));

        CliRunner cli(m_keyring);
        if (bySettings) {
            QVERIFY(QDir().mkpath(cli.profile()));
            QSettings settings(cli.profile() + QStringLiteral("/settings.ini"), QSettings::IniFormat);
            settings.setValue(QStringLiteral("network/proxy"), QStringLiteral("manual"));
            settings.setValue(QStringLiteral("network/proxy_host"), QStringLiteral("127.0.0.1"));
            settings.setValue(QStringLiteral("network/proxy_port"), QUrl(proxyUrl).port());
            settings.setValue(QStringLiteral("network/ca_file"), m_certificates.certificate(QStringLiteral("trusted")));
        } else {
            cli.setEnvironment(QStringLiteral("LEARNLAB_CA_FILE"), m_certificates.certificate(QStringLiteral("trusted")));
            cli.setEnvironment(QStringLiteral("https_proxy"), proxyUrl);
            cli.setEnvironment(QStringLiteral("no_proxy"), QString());
        }
        const auto address = [](const ServerProcess &process) {
            return QUrl(QStringLiteral("https://%1:%2").arg(host()).arg(process.port()));
        };
        const bool faultIsTheProxys = password != QString(given).remove(u'@');
        const auto asked = cli.login(address(faultIsTheProxys ? server : store), email, Stage::password());
        QVERIFY2((asked.exitCode == 0) == works, asked.text() + read(log));
        if (!works) {
            QVERIFY2(!asked.err.isEmpty(), "it says why");
            QVERIFY2(!store.log().contains("/auth/login"), "no password was sent");
            if (faultIsTheProxys) {
                QVERIFY2(read(log).contains("407 "), read(log));
                return;
            }
            QVERIFY2(asked.exitCode == 1, asked.text());
        }
        const auto signedIn = cli.login(address(server), email, Stage::password());
        QVERIFY2(signedIn.exitCode == 0, signedIn.text() + server.log() + read(log));
        const auto digest = makeFile(local.filePath(QStringLiteral("f.bin")), 100000, 1);
        const auto put = cli.start({QStringLiteral("put"), local.filePath(QStringLiteral("f.bin"))});
        if (!works) {
            QVERIFY2(waitUntil([&] { return errorOf(cli) == QStringLiteral("tls_failed") || !put->running(); }),
                     put->err() + errorOf(cli).toUtf8());
            put->stop();
            QVERIFY2(!store.log().contains("/objects/"), "no content was sent");
            return;
        }
        QVERIFY2(put->waitForExit(60000) && put->exitCode() == 0, put->err() + store.log() + read(log));
        const auto got = cli.run({QStringLiteral("get"), QStringLiteral("/f.bin"), QStringLiteral("--to"),
                                  local.filePath(QStringLiteral("back"))});
        QVERIFY2(got.exitCode == 0, got.text());
        QCOMPARE(digestOf(local.filePath(QStringLiteral("back/f.bin"))), digest);
        // Both went by the proxy.
        QVERIFY2(read(log).contains(QStringLiteral("200 %1:%2 ").arg(host()).arg(store.port()).toLatin1()), read(log));
        QVERIFY2(read(log).contains(QStringLiteral("200 %1:%2 ").arg(host()).arg(server.port()).toLatin1()), read(log));
    }

private:
    static QString host() { return QStringLiteral("learnlab.test"); } // only the proxy knows where that is

    void share(ServerProcess &process, const QTemporaryDir &folder, const QString &certificate) const
    {
        process.set(QStringLiteral("tls.certificate_file=") + m_certificates.certificate(certificate));
        process.set(QStringLiteral("tls.key_file=") + m_certificates.key(certificate));
        process.set(QStringLiteral("auth.key_file=") + folder.filePath(QStringLiteral("auth.key")));
        process.set(QStringLiteral("objects.key_file=") + folder.filePath(QStringLiteral("objects.key")));
        process.set(QStringLiteral("objects.directory=") + folder.filePath(QStringLiteral("objects")));
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // Why the first of the queue waits.
    static QString errorOf(const CliRunner &cli)
    {
        const auto queue = cli.json({QStringLiteral("transfers")}).json().value(QStringLiteral("transfers")).toArray();
        return queue.isEmpty() ? QString() : queue.first().toObject().value(QStringLiteral("error")).toString();
    }

    QTemporaryDir m_folder;
    Certificates m_certificates{m_folder.path()};
    PrivatePostgres m_postgres;
    KeyringSession m_keyring;
    int m_users = 0;
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
