#pragma once

#include <QLatin1String>
#include <QSettings>
#include <QString>

#include <algorithm>
#include <optional>
#include <type_traits>

namespace learnlab::support {

/// One setting: its name in the file ("group/name"), its type and what holds when it is absent or unusable. Declared
/// once, as a constant, so that no name or default is written twice. Numbers outside [least, most] are brought into it.
template <class T>
struct Setting
{
    QLatin1String key;
    T fallback{};
    std::optional<T> least = {};
    std::optional<T> most = {};
};

/// The settings of a profile or of the program, in an ini file. Nothing secret is ever kept here. Thread: its owner's.
class Settings
{
public:
    explicit Settings(const QString &path);

    template <class T>
    [[nodiscard]] T value(const Setting<T> &setting) const
    {
        const QVariant stored = m_file.value(setting.key);
        QVariant converted = stored;
        if (!stored.isValid() || !converted.convert(QMetaType::fromType<T>()))
            return setting.fallback;
        return bounded(setting, converted.value<T>());
    }

    template <class T>
    void set(const Setting<T> &setting, const std::type_identity_t<T> &value)
    {
        m_file.setValue(setting.key, QVariant::fromValue(bounded(setting, value)));
    }

    template <class T>
    void remove(const Setting<T> &setting)
    {
        m_file.remove(setting.key);
    }

    /// Writes now rather than at leisure. False: the file could not be written.
    [[nodiscard]] bool save();

private:
    template <class T>
    [[nodiscard]] static T bounded(const Setting<T> &setting, T value)
    {
        if constexpr (std::is_arithmetic_v<T>) {
            if (setting.least)
                value = std::max(value, *setting.least);
            if (setting.most)
                value = std::min(value, *setting.most);
        }
        return value;
    }

    QSettings m_file;
};

} // namespace learnlab::support
