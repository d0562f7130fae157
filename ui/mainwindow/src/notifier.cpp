#include "notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QVariantMap>

namespace learnlab::ui {

namespace {

QString notificationService()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString notificationPath()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

QDBusMessage notificationCall(const QString &method)
{
    return QDBusMessage::createMethodCall(notificationService(), notificationPath(), notificationService(), method);
}

} // namespace

QDBusConnection sessionBus()
{
    // Asking for a bus that nobody announced would make libdbus start one.
    const bool announced = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
                           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
    return announced ? QDBusConnection::sessionBus() : QDBusConnection(QStringLiteral("none"));
}

Notifier::Notifier(const QDBusConnection &bus) : m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(notificationService(), notificationPath(), notificationService(), QStringLiteral("ActionInvoked"), this,
                  SLOT(actionInvoked(uint, QString)));
    askAbilities();
}

void Notifier::askAbilities()
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(notificationCall(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QStringList> reply = *done;
        if (!reply.isError())
            m_markup = reply.value().contains(QStringLiteral("body-markup"));
        done->deleteLater();
    });
}

void Notifier::show(const QString &title, const QString &text, const QString &action)
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage call = notificationCall(QStringLiteral("Notify"));
    const QStringList actions{QStringLiteral("default"), action, QStringLiteral("act"), action};
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("learnlab")}};
    // The title is plain by the specification; in the text a name must not become a link or a picture.
    call.setArguments({QStringLiteral("LearnLab"), m_id, QStringLiteral("learnlab"), title, m_markup ? text.toHtmlEscaped() : text, actions,
                       hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<uint> reply = *done;
        m_id = reply.isError() ? 0 : reply.value();
        done->deleteLater();
    });
}

void Notifier::actionInvoked(uint id, const QString &)
{
    if (id != 0 && id == m_id)
        Q_EMIT activated();
}

} // namespace learnlab::ui
