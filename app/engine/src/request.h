#pragma once

#include "protocol.h"

namespace learnlab::engine {

/// Reads the arguments of a request. They come from another process: isGood() says whether all that were read are there
/// and what they should be.
class Request
{
public:
    explicit Request(const QJsonObject &arguments) : m_arguments(arguments) {}

    [[nodiscard]] bool isGood() const { return m_good; }

    template <class IdType>
    [[nodiscard]] IdType id(const char *name)
    {
        return good(domain::fromText<IdType>(value(name).toString()));
    }
    template <class IdType>
    [[nodiscard]] QList<IdType> ids(const char *name)
    {
        return good(idsFrom<IdType>(value(name)));
    }
    [[nodiscard]] domain::ItemRef item(const char *name) { return good(itemFrom(value(name).toString())); }
    [[nodiscard]] QList<domain::ItemRef> items(const char *name)
    {
        QList<domain::ItemRef> items;
        const QJsonArray array = value(name).toArray();
        for (const QJsonValue &text : array)
            items.append(good(itemFrom(text.toString())));
        m_good &= value(name).isArray();
        return items;
    }
    [[nodiscard]] QString text(const char *name)
    {
        m_good &= value(name).isString();
        return value(name).toString();
    }
    [[nodiscard]] bool flag(const char *name)
    {
        m_good &= value(name).isBool();
        return value(name).toBool();
    }
    [[nodiscard]] qint64 number(const char *name)
    {
        m_good &= value(name).isDouble();
        return value(name).toInteger();
    }
    /// An absolute path on this computer.
    [[nodiscard]] QByteArray path(const char *name) { return pathFrom(value(name)); }
    [[nodiscard]] QList<QByteArray> paths(const char *name)
    {
        QList<QByteArray> paths;
        const QJsonArray array = value(name).toArray();
        for (const QJsonValue &text : array)
            paths.append(pathFrom(text));
        m_good &= value(name).isArray();
        return paths;
    }
    /// Absolute paths, and links of the program's own scheme: what a window is started with.
    [[nodiscard]] QList<QByteArray> pathsAndLinks(const char *name)
    {
        QList<QByteArray> arguments;
        const QJsonArray array = value(name).toArray();
        for (const QJsonValue &text : array) {
            const QByteArray argument = good(bytesFrom(text));
            m_good &= argument.startsWith('/') || argument.toLower().startsWith("learnlab:");
            arguments.append(argument);
        }
        m_good &= value(name).isArray();
        return arguments;
    }
    [[nodiscard]] domain::OnConflict onConflict(const char *name)
    {
        const int number = value(name).toInt(-1);
        m_good &= number >= int(domain::OnConflict::Fail) && number <= int(domain::OnConflict::Replace);
        return m_good ? domain::OnConflict(number) : domain::OnConflict::Fail;
    }

private:
    [[nodiscard]] QJsonValue value(const char *name) const { return m_arguments.value(QLatin1String(name)); }
    [[nodiscard]] QByteArray pathFrom(const QJsonValue &text)
    {
        const QByteArray path = good(bytesFrom(text));
        m_good &= path.startsWith('/');
        return path;
    }
    template <class T>
    [[nodiscard]] T good(const std::optional<T> &value)
    {
        m_good &= value.has_value();
        return value.value_or(T());
    }

    const QJsonObject m_arguments;
    bool m_good = true;
};

} // namespace learnlab::engine
