#include "sleep_block.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <poll.h>
#include <unistd.h>

using namespace learnlab;

namespace {

/// systemd-logind, as far as it is asked: whoever wants no sleep gets one end of a pipe.
class FakeLogin : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    ~FakeLogin() override
    {
        for (const int end : std::as_const(m_ends))
            ::close(end);
    }
    /// How many hold it awake.
    [[nodiscard]] int holding() const
    {
        return static_cast<int>(std::count_if(m_ends.begin(), m_ends.end(), [](int end) {
            pollfd state{end, POLLIN, 0};
            return ::poll(&state, 1, 0) == 0; // nobody closed the other end
        }));
    }
    int asked = 0;
    QString what;

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &wanted, const QString &, const QString &, const QString &mode)
    {
        ++asked;
        what = wanted + QLatin1Char(' ') + mode;
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0)
            return {};
        m_ends.append(ends[0]);
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(ends[1]);
        return given;
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);

private:
    QList<int> m_ends;
};

class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")

public:
    uint flags = 0;
    int asked = 0;

public Q_SLOTS:
    QDBusObjectPath Inhibit(const QString &, uint wanted, const QVariantMap &)
    {
        ++asked;
        flags = wanted;
        return QDBusObjectPath(QStringLiteral("/request/1"));
    }
};

class FakeRequest : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")

public:
    int closed = 0;

public Q_SLOTS:
    void Close() { ++closed; }
};

constexpr int forAnswers = 30000;
constexpr auto everything = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals;

} // namespace

/// The computer stays awake while something is sent, and only then.
class SleepTest : public QObject
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
        QVERIFY(m_bus.waitForStarted(forAnswers));
        QTRY_VERIFY_WITH_TIMEOUT(m_bus.canReadLine(), forAnswers);
        m_address = QString::fromLatin1(m_bus.readLine()).trimmed();
    }
    void init()
    {
        ++m_round;
        m_login = std::make_unique<FakeLogin>();
        m_portal = std::make_unique<FakePortal>();
        m_request = std::make_unique<FakeRequest>();
        m_computer = QDBusConnection::connectToBus(m_address, QStringLiteral("computer%1").arg(m_round));
        QVERIFY(m_computer.isConnected());
    }
    void cleanup()
    {
        QDBusConnection::disconnectFromBus(m_computer.name());
        QDBusConnection::disconnectFromBus(QStringLiteral("program%1").arg(m_round));
    }
    void cleanupTestCase()
    {
        if (m_bus.state() == QProcess::NotRunning)
            return;
        m_bus.terminate();
        QVERIFY(m_bus.waitForFinished(forAnswers));
    }

    void heldWhileSending()
    {
        offerLogin();
        engine::SleepBlock block(setup());
        QCOMPARE(m_login->asked, 0);
        block.setWanted(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_login->holding(), 1, forAnswers);
        QCOMPARE(m_login->what, QStringLiteral("sleep:idle block"));
        // A moment without anything to send lets nothing go.
        block.setWanted(false);
        block.setWanted(true);
        QCOMPARE(m_login->asked, 1);
        block.setWanted(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_login->holding(), 0, forAnswers);
        block.setWanted(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_login->holding(), 1, forAnswers);
        QCOMPARE(m_login->asked, 2);
    }

    void letGoWithTheProgram()
    {
        offerLogin();
        {
            engine::SleepBlock block(setup());
            block.setWanted(true);
            QTRY_COMPARE_WITH_TIMEOUT(m_login->holding(), 1, forAnswers);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_login->holding(), 0, forAnswers);
    }

    void overBeforeItWasGranted()
    {
        offerLogin();
        engine::SleepBlock block(setup());
        block.setWanted(true);
        block.setWanted(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_login->asked, 1, forAnswers);
        QTRY_COMPARE_WITH_TIMEOUT(m_login->holding(), 0, forAnswers);
    }

    void thePortalWhereThereIsNoLogin()
    {
        QVERIFY(
            m_computer.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), m_portal.get(), everything));
        QVERIFY(m_computer.registerObject(QStringLiteral("/request/1"), m_request.get(), everything));
        QTRY_VERIFY_WITH_TIMEOUT(m_computer.registerService(QStringLiteral("org.freedesktop.portal.Desktop")),
                                 forAnswers);
        engine::SleepBlock block(setup());
        block.setWanted(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_portal->asked, 1, forAnswers);
        QCOMPARE(m_portal->flags, 4U);
        block.setWanted(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_request->closed, 1, forAnswers);
    }

    void nobodyAnswers()
    {
        engine::SleepBlock block(setup());
        block.setWanted(true);
        offerLogin(); // later than the program
        QTRY_VERIFY_WITH_TIMEOUT((block.setWanted(false), block.setWanted(true), m_login->holding() == 1), forAnswers);
    }

    void awakeIsTold()
    {
        offerLogin();
        engine::SleepBlock block(setup());
        QSignalSpy awake(&block, &engine::SleepBlock::awake);
        block.setWanted(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_login->holding(), 1, forAnswers); // it listens by now
        Q_EMIT m_login->PrepareForSleep(true);
        Q_EMIT m_login->PrepareForSleep(false);
        QTRY_COMPARE_WITH_TIMEOUT(awake.count(), 1, forAnswers);
    }

private:
    void offerLogin()
    {
        QVERIFY(m_computer.registerObject(QStringLiteral("/org/freedesktop/login1"), m_login.get(), everything));
        // The bus may not have noticed yet that the one before has left.
        QTRY_VERIFY_WITH_TIMEOUT(m_computer.registerService(QStringLiteral("org.freedesktop.login1")), forAnswers);
    }
    [[nodiscard]] engine::SleepBlock::Setup setup() const
    {
        const auto bus = QDBusConnection::connectToBus(m_address, QStringLiteral("program%1").arg(m_round));
        return {bus, bus, QStringLiteral("LearnLab"), QStringLiteral("Files are being transferred"),
                std::chrono::milliseconds(20)};
    }

    QProcess m_bus;
    QString m_address;
    int m_round = 0;
    QDBusConnection m_computer{QStringLiteral("none yet")};
    std::unique_ptr<FakeLogin> m_login;
    std::unique_ptr<FakePortal> m_portal;
    std::unique_ptr<FakeRequest> m_request;
};

QTEST_GUILESS_MAIN(SleepTest)
#include "tst_sleep.moc"
