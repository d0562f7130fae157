#include "engine/system_watch.h"
#include "small_api.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;
using domain::ErrorCode;
using engine::SystemWatch;

namespace {

constexpr int patiently = 30000;
// NetworkManager's words for what it thinks of the network.
constexpr uint behindPortal = 2;
constexpr uint fullyConnected = 4;

} // namespace

/// A network that wants its own sign-in first, as NetworkManager tells of it, and as everybody in front of the program
/// hears of it: before https there is no page to recognise it by.
class PortalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("there is no dbus-daemon");
        m_bus.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                             QStringLiteral("--print-address")});
        QVERIFY(m_bus.waitForStarted(patiently));
        QTRY_VERIFY_WITH_TIMEOUT(m_bus.canReadLine(), patiently);
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address); // before anybody in here asked for it
        m_control = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("control"));
        QVERIFY(m_control.isConnected());
        m_manager.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-m"), QStringLiteral("dbusmock"),
                                                             QStringLiteral("-t"), QStringLiteral("networkmanager")});
        QVERIFY(m_manager.waitForStarted(patiently));
        const auto answers = [this] { return m_manager.state() == QProcess::NotRunning || says(fullyConnected); };
        QTRY_VERIFY_WITH_TIMEOUT(answers(), patiently);
        if (m_manager.state() == QProcess::NotRunning)
            QSKIP("there is no python3-dbusmock");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_shared<test::SmallServer>();
        auto profile = engine::Profile::own(m_folder->filePath(QStringLiteral("profile")), QStringLiteral("test"));
        QVERIFY(profile);
        engine::Options options;
        options.makeKeychain = [] { return secrets::makeMemoryKeychain(); };
        options.makeApi = [server = m_server](const QUrl &) { return test::makeSmallApi(server); };
        m_engine = std::make_unique<engine::Engine>(std::move(*profile), std::move(options));
    }
    void cleanup() { m_engine.reset(); }
    void cleanupTestCase()
    {
        for (QProcess *process : {&m_manager, &m_bus}) {
            process->terminate();
            QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(patiently));
        }
    }

    /// A command asks nobody until it does not get through.
    void aCommandAsksWhyItDoesNotGetThrough()
    {
        QVERIFY(says(behindPortal));
        const SystemWatch watch(*m_engine, SystemWatch::Network::Ignored, {});
        QVERIFY(signIn());
        QTRY_COMPARE_WITH_TIMEOUT(why(), ErrorCode::CaptivePortal, patiently);
    }

    void aWindowHearsOfItAndThatItIsOver()
    {
        QVERIFY(says(fullyConnected));
        const SystemWatch watch(*m_engine, SystemWatch::Network::Watched, {});
        QVERIFY(signIn());
        QTRY_COMPARE_WITH_TIMEOUT(why(), ErrorCode::Offline, patiently);
        QVERIFY(says(behindPortal));
        QTRY_COMPARE_WITH_TIMEOUT(why(), ErrorCode::CaptivePortal, patiently);
        QVERIFY(says(fullyConnected));
        QTRY_COMPARE_WITH_TIMEOUT(why(), ErrorCode::Offline, patiently);
    }

    void signingInSaysIt()
    {
        QVERIFY(says(behindPortal));
        const SystemWatch watch(*m_engine, SystemWatch::Network::Watched, {});
        m_server->reachable = false;
        QVERIFY(!signIn());
        QCOMPARE(m_refusal, ErrorCode::CaptivePortal);
    }

private:
    [[nodiscard]] ErrorCode why() const
    {
        const session::Status &status = m_engine->sessionStatus();
        return status.error ? status.error->code : ErrorCode::Internal;
    }
    [[nodiscard]] bool says(uint connectivity)
    {
        QDBusMessage call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.NetworkManager"), QStringLiteral("/org/freedesktop/NetworkManager"),
            QStringLiteral("org.freedesktop.DBus.Mock"), QStringLiteral("SetConnectivity"));
        call << connectivity;
        return m_control.call(call).type() == QDBusMessage::ReplyMessage;
    }
    [[nodiscard]] bool signIn()
    {
        QSignalSpy started(m_engine.get(), &engine::Engine::started);
        m_engine->start();
        if (!started.wait(patiently))
            return false;
        std::optional<domain::Result<engine::Account>> account;
        m_engine->signIn(QStringLiteral("http://127.0.0.1:1"), QStringLiteral("ada@example.edu"), QStringLiteral("p"),
                         this, [&account](const domain::Result<engine::Account> &answer) { account.emplace(answer); });
        if (!QTest::qWaitFor([&] { return account.has_value(); }, patiently))
            return false;
        m_refusal = *account ? ErrorCode::Internal : account->error().code;
        return account->has_value();
    }

    QProcess m_bus;
    QProcess m_manager;
    QDBusConnection m_control{QString()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<test::SmallServer> m_server;
    std::unique_ptr<engine::Engine> m_engine;
    ErrorCode m_refusal = ErrorCode::Internal;
};

QTEST_GUILESS_MAIN(PortalTest)
#include "tst_portal.moc"
