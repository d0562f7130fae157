#include "engine/self_check.h"

#include "engine/engine.h"
#include "engine/network.h"
#include "small_api.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;
using namespace learnlab::engine;

class SelfCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsInOrder();
    void saysNothingOfPersonsAndFiles();
    void looksAtTheProfile();
    void remembersTheNetwork();
};

namespace {

Findings inOrder()
{
    Findings found;
    found.program = QStringLiteral("LearnLab 1.0.0");
    found.system = QStringLiteral("Debian");
    found.signedIn = true;
    found.server = QStringLiteral("learnlab.example.edu");
    found.session.state = session::State::Online;
    found.sync.upToDate = true;
    api::Capabilities server;
    server.serverName = QStringLiteral("LearnLab");
    server.serverVersion = QStringLiteral("2.1");
    found.answer = server;
    found.answeredIn = std::chrono::milliseconds(12);
    found.mirrorSound = true;
    found.mirrorBytes = 2'500'000;
    found.queue.failed = 3;
    found.waitingChanges = 4;
    found.errors = {{QStringLiteral("quota_exceeded"), 3}};
    found.diskFree = 84'000'000'000;
    return found;
}

} // namespace

void SelfCheckTest::saysWhatIsInOrder()
{
    const QString report = reportOf(inOrder());
    for (const char *line : {"LearnLab 1.0.0\n", "server: learnlab.example.edu\n", "server's answer: answers in 12 ms: LearnLab 2.1", "session: online\n",
                             "mirror: sound, 2.5 MB\n", "3 failed", "changes: 4 waiting, 0 refused\n", "keychain: answers\n",
                             "free on the disk: 84.0 GB\n", "  3 × quota_exceeded\n", "network: the system's proxy\n"})
        QVERIFY2(report.contains(QString::fromUtf8(line)), qPrintable(QString::fromUtf8(line) + report));
    Findings broken = inOrder();
    broken.mirrorSound = false;
    broken.keychain = domain::fail(domain::ErrorCode::KeychainUnavailable);
    broken.answer = domain::fail(domain::ErrorCode::TlsFailed);
    broken.network = {{api::Proxy::Kind::Manual, QStringLiteral("proxy.example.edu"), 3128}, "/home/maya/ca.pem"};
    const QString sick = reportOf(broken);
    for (const char *line : {"mirror: DAMAGED", "keychain: does not work: keychain_unavailable", "does not answer: tls_failed",
                             "own proxy, one more certificate authority"})
        QVERIFY2(sick.contains(QLatin1String(line)), qPrintable(sick));
}

void SelfCheckTest::saysNothingOfPersonsAndFiles()
{
    // Details name files and hold what servers said; names come from outside.
    Findings found = inOrder();
    const QString secret = QStringLiteral("/home/maya/Thesis about Joe.pdf https://s/o?X-Amz-Signature=abcdef Bearer eyJhbGciOi.eyJzdWIiOiJ4.sig maya@example.edu");
    found.session.error = domain::Error{domain::ErrorCode::Offline, secret};
    found.sync.error = domain::Error{domain::ErrorCode::BadAnswer, secret};
    found.keychain = domain::fail(domain::ErrorCode::KeychainLocked, secret);
    api::Capabilities server;
    server.serverName = QStringLiteral("Ask maya.lindqvist@example.edu or /home/maya/notes, token=abcdef123456 password: hunter2");
    server.serverVersion = QStringLiteral("1 Bearer eyJhbGciOi.eyJzdWIiOiJ4.sig");
    found.answer = server;
    found.logMessages = {{QStringLiteral("warning learnlab.maya@example.edu"), 1}};
    const QString report = reportOf(found);
    for (const char *not_told : {"Thesis", "Joe", "maya", "@example.edu", "eyJ", "abcdef", "hunter2"})
        QVERIFY2(!report.contains(QLatin1String(not_told)), qPrintable(report));
    found.answer = domain::fail(domain::ErrorCode::Timeout, secret);
    QVERIFY(!reportOf(found).contains(QLatin1String("maya")));
    QCOMPARE(withoutPersons(QStringLiteral("write to <maya@example.edu>, now")), QStringLiteral("write to <[e-mail]>, now"));
}

void SelfCheckTest::looksAtTheProfile()
{
    const QTemporaryDir folder;
    auto profile = Profile::own(folder.filePath(QStringLiteral("p")), QStringLiteral("test"));
    QVERIFY(profile.has_value());
    QFile log(profile->folder().path() + QStringLiteral("/learnlab.log"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("2026-11-23T10:00:00.000Z warning learnlab.sync 1 could not read /home/maya/Thesis.pdf\n"
              "2026-11-23T10:00:01.000Z info learnlab.sync 1 fine\n"
              "2026-11-23T10:00:02.000Z warning learnlab.sync 1 again\n");
    log.close();
    auto server = std::make_shared<test::SmallServer>();
    Options options;
    options.makeKeychain = [] { return secrets::makeMemoryKeychain(); };
    options.makeApi = [server](const QUrl &) { return test::makeSmallApi(server); };
    Engine engine(std::move(*profile), std::move(options));
    std::optional<domain::Result<QString>> report;
    engine.check(&engine, [&report](const domain::Result<QString> &result) { report = result; });
    QTRY_VERIFY_WITH_TIMEOUT(report, 20'000);
    QVERIFY(report->has_value());
    QVERIFY2((*report)->contains(QLatin1String("account: none")), qPrintable(**report));
    QVERIFY2((*report)->contains(QStringLiteral("  2 × warning learnlab.sync")), qPrintable(**report));
    QVERIFY(!(*report)->contains(QLatin1String("Thesis")));

    std::optional<domain::Result<Account>> account;
    engine.signIn(QStringLiteral("https://learnlab.example.edu"), QStringLiteral("maya@example.edu"), QStringLiteral("secret"), &engine,
                  [&account](const domain::Result<Account> &result) { account = result; });
    QTRY_VERIFY_WITH_TIMEOUT(account, 20'000);
    QVERIFY(account->has_value());
    report.reset();
    engine.check(&engine, [&report](const domain::Result<QString> &result) { report = result; });
    QTRY_VERIFY_WITH_TIMEOUT(report, 20'000);
    QVERIFY(report->has_value());
    QVERIFY2((*report)->contains(QLatin1String("mirror: sound")), qPrintable(**report));
    QVERIFY2((*report)->contains(QLatin1String("keychain: answers")), qPrintable(**report));
    QVERIFY(!(*report)->contains(QLatin1String("maya")));
}

void SelfCheckTest::remembersTheNetwork()
{
    const QTemporaryDir folder;
    auto profile = Profile::own(folder.filePath(QStringLiteral("p")), QStringLiteral("test"));
    QVERIFY(profile.has_value());
    const QString path = profile->folder().settingsPath();
    Options options;
    options.makeKeychain = [] { return secrets::makeMemoryKeychain(); };
    Engine engine(std::move(*profile), std::move(options));
    for (const api::Network &network :
         {api::Network{{api::Proxy::Kind::Manual, QStringLiteral("proxy.example.edu"), 3128}, "/etc/ca.pem"}, api::Network{{api::Proxy::Kind::None, {}, 0}, {}},
          api::Network{}}) {
        std::optional<domain::Result<void>> kept;
        engine.setNetwork(network, &engine, [&kept](const domain::Result<void> &result) { kept = result; });
        QTRY_VERIFY_WITH_TIMEOUT(kept, 20'000);
        QVERIFY(kept->has_value());
        QVERIFY(networkIn(support::Settings(path)) == network);
    }
}

QTEST_GUILESS_MAIN(SelfCheckTest)
#include "tst_self_check.moc"
