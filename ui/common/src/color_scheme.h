#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtDBus/QDBusMessage> // complete: the bus does not find a slot that takes what only a name is known of

namespace learnlab::ui {

// What the desktop says about colours, from the portal's setting org.freedesktop.appearance. Asks without waiting: the
// preference is None until an answer comes, and stays so where there is no session bus or no portal. UI thread.
class ColorScheme final : public QObject
{
    Q_OBJECT
public:
    enum class Preference { None, Dark, Light };

    explicit ColorScheme(QObject *parent);

    [[nodiscard]] Preference preference() const { return m_preference; }
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    // GNOME's switch "Enable animations"; on where nobody says otherwise.
    [[nodiscard]] bool animations() const { return m_animations; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QDBusMessage &message);

private:
    void ask();
    void ask(const QString &area, const QString &key);
    void take(const QString &key, const QVariant &value);

    QHash<QString, int> m_told; ///< how often a key was told to have changed

    Preference m_preference = Preference::None;
    bool m_highContrast = false;
    bool m_animations = true;
};

} // namespace learnlab::ui
