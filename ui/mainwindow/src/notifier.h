#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>

namespace learnlab::ui {

/// The bus of the session; one that is not connected where nobody announced one.
[[nodiscard]] QDBusConnection sessionBus();

/// org.freedesktop.Notifications. Never waits; where there is no such service nothing is shown and nothing is said. UI
/// thread.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(const QDBusConnection &bus);

    /// Both texts are plain: no service reads markup in them. One notification takes the place of the one before.
    void show(const QString &title, const QString &text, const QString &action);

Q_SIGNALS:
    void activated(); ///< the notification that is shown, or its action, was pressed

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);

private:
    void askAbilities();

    QDBusConnection m_bus;
    uint m_id = 0;       ///< of what is shown
    bool m_markup = true; ///< the service reads markup in the text, or has not said yet
};

} // namespace learnlab::ui
