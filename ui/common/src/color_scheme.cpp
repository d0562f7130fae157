#include "color_scheme.h"

#include <QtCore/QFile>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCall>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusServiceWatcher>
#include <QtDBus/QDBusVariant>

namespace learnlab::ui {

namespace {

QString service()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}

QString path()
{
    return QStringLiteral("/org/freedesktop/portal/desktop");
}

QString interfaceName()
{
    return QStringLiteral("org.freedesktop.portal.Settings");
}

QString area()
{
    return QStringLiteral("org.freedesktop.appearance");
}

QString gnomeArea()
{
    return QStringLiteral("org.gnome.desktop.interface");
}

QString enableAnimations()
{
    return QStringLiteral("enable-animations");
}

// Asking for a bus that nobody announced would make libdbus start one.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

// The old method Read wraps the value in a second variant.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

ColorScheme::ColorScheme(QObject *parent) : QObject(parent)
{
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service(), path(), interfaceName(), QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QDBusMessage)));
    ask();
    // At the start of a session the portal may come after us.
    auto *watcher = new QDBusServiceWatcher(service(), bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] { ask(); });
}

void ColorScheme::ask()
{
    ask(area(), QStringLiteral("color-scheme"));
    ask(area(), QStringLiteral("contrast"));
    ask(gnomeArea(), enableAnimations());
}

void ColorScheme::ask(const QString &asked, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service(), path(), interfaceName(), QStringLiteral("Read"));
    call.setArguments({asked, key});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, told = m_told.value(key)](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        // A change that was told meanwhile is newer than the answer, which may be delivered after it.
        if (!reply.isError() && told == m_told.value(key))
            take(key, reply.value().variant());
        done->deleteLater();
    });
}

void ColorScheme::settingChanged(const QDBusMessage &message)
{
    const QVariantList told = message.arguments();
    if (told.size() != 3)
        return;
    const QString changedArea = told.at(0).toString();
    const QString key = told.at(1).toString();
    if (changedArea != area() && (changedArea != gnomeArea() || key != enableAnimations()))
        return;
    ++m_told[key];
    take(key, told.at(2));
}

void ColorScheme::take(const QString &key, const QVariant &value)
{
    const uint number = unwrapped(value).toUInt();
    const Preference before = m_preference;
    const bool contrastBefore = m_highContrast;
    const bool animationsBefore = m_animations;
    if (key == QLatin1String("color-scheme"))
        m_preference = number == 1 ? Preference::Dark : number == 2 ? Preference::Light : Preference::None;
    else if (key == QLatin1String("contrast"))
        m_highContrast = number == 1;
    else if (key == enableAnimations())
        m_animations = unwrapped(value).toBool();
    if (before != m_preference || contrastBefore != m_highContrast || animationsBefore != m_animations)
        Q_EMIT changed();
}

} // namespace learnlab::ui
