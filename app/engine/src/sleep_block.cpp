#include "sleep_block.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace learnlab::engine {

namespace {

const auto loginService = QStringLiteral("org.freedesktop.login1");
const auto loginPath = QStringLiteral("/org/freedesktop/login1");
const auto loginManager = QStringLiteral("org.freedesktop.login1.Manager");
const auto portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
constexpr uint portalSuspend = 4;

} // namespace

SleepBlock::SleepBlock(Setup setup, QObject *parent) : QObject(parent), m_setup(std::move(setup))
{
    m_linger.setSingleShot(true);
    m_linger.setInterval(m_setup.linger);
    connect(&m_linger, &QTimer::timeout, this, &SleepBlock::release);
    m_setup.system.connect(loginService, loginPath, loginManager, QStringLiteral("PrepareForSleep"), this,
                           SLOT(prepareForSleep(bool)));
}

SleepBlock::~SleepBlock()
{
    release();
}

void SleepBlock::setWanted(bool wanted)
{
    if (std::exchange(m_wanted, wanted) == wanted)
        return;
    if (!wanted) {
        m_linger.start();
        return;
    }
    m_linger.stop();
    if (!isHeld() && !m_asking)
        take();
}

void SleepBlock::take()
{
    m_asking = true;
    auto call = QDBusMessage::createMethodCall(loginService, loginPath, loginManager, QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep:idle") << m_setup.who << m_setup.why << QStringLiteral("block");
    auto *watcher = new QDBusPendingCallWatcher(m_setup.system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (reply.isError())
            return takeFromPortal();
        m_asking = false;
        m_lock = reply.value();
        if (!m_wanted)
            m_linger.start();
    });
}

void SleepBlock::takeFromPortal()
{
    auto call = QDBusMessage::createMethodCall(
        portalService, portalPath, QStringLiteral("org.freedesktop.portal.Inhibit"), QStringLiteral("Inhibit"));
    call << QString() << portalSuspend << QVariantMap{{QStringLiteral("reason"), m_setup.why}};
    auto *watcher = new QDBusPendingCallWatcher(m_setup.session.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isError())
            return;
        m_portalRequest = reply.value().path();
        if (!m_wanted)
            m_linger.start();
    });
}

void SleepBlock::release()
{
    m_lock = {};
    if (m_portalRequest.isEmpty())
        return;
    m_setup.session.asyncCall(QDBusMessage::createMethodCall(portalService, std::exchange(m_portalRequest, QString()),
                                                             QStringLiteral("org.freedesktop.portal.Request"),
                                                             QStringLiteral("Close")));
}

void SleepBlock::prepareForSleep(bool begins)
{
    if (!begins)
        Q_EMIT awake();
}

} // namespace learnlab::engine
