#pragma once

#include <QDBusVariant>
#include <QObject>

// The part of xdg-desktop-portal that tells programs whether the desktop is dark.
class SettingsPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit SettingsPortal(bool dark) : m_dark(dark) {}

    // False: another program has the portal's name.
    [[nodiscard]] bool offer();

public Q_SLOTS:
    QDBusVariant Read(const QString &area, const QString &key);

private:
    bool m_dark;
};
