#pragma once

#include "domain/error.h"
#include "domain/id.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace learnlab::api {

using domain::Error;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

/// Reads the members of one JSON object from a server that is not trusted. The first member that is absent, of another
/// type or out of bounds makes the whole object bad; the readers then give empty values, and finish() the BadAnswer.
class Members
{
public:
    /// Sizes and counts above this are refused: sums of them must not overflow, and JSON numbers are exact up to here.
    static constexpr qint64 maxCount = qint64{1} << 53;
    static constexpr qsizetype maxText = 4096;

    explicit Members(const QJsonValue &value);

    [[nodiscard]] bool has(const char *name) const; ///< there and not null
    [[nodiscard]] QJsonValue value(const char *name) const;

    [[nodiscard]] QString text(const char *name, qsizetype max = maxText);
    [[nodiscard]] std::optional<QString> textOrNull(const char *name, qsizetype max = maxText);
    [[nodiscard]] QString name(const char *name);                    ///< text that is not empty
    [[nodiscard]] QByteArray token(const char *name, qsizetype max); ///< visible ASCII, not empty
    [[nodiscard]] qint64 count(const char *name, qint64 max = maxCount);
    [[nodiscard]] std::optional<qint64> countOrNull(const char *name, qint64 max = maxCount);
    [[nodiscard]] bool flag(const char *name);
    [[nodiscard]] support::Timestamp time(const char *name);
    [[nodiscard]] std::optional<support::Timestamp> timeOrNull(const char *name);
    [[nodiscard]] QByteArray digest(const char *name);       ///< 32 bytes
    [[nodiscard]] QByteArray digestOrNull(const char *name); ///< empty for null
    [[nodiscard]] QJsonArray array(const char *name, qsizetype max);

    template <class IdType>
    [[nodiscard]] IdType id(const char *name)
    {
        return idFrom<IdType>(value(name), name);
    }
    /// Null stands for "none"; for folders it is the root.
    template <class IdType>
    [[nodiscard]] IdType idOrNull(const char *name)
    {
        const QJsonValue found = value(name);
        return isThere(found) ? idFrom<IdType>(found, name) : IdType();
    }
    /// The items of an array, each by `parse`, a function from a QJsonValue to a Result<T>.
    template <class T, class Parse>
    [[nodiscard]] QList<T> list(const char *name, qsizetype max, Parse parse)
    {
        QList<T> items;
        const QJsonArray values = array(name, max);
        items.reserve(values.size());
        for (const QJsonValue &item : values) {
            if (auto parsed = take<T>(name, parse(item)); good())
                items.append(std::move(*parsed));
            else
                break;
        }
        return items;
    }
    /// An object in an object, by `parse`; none when it is absent or null.
    template <class T, class Parse>
    [[nodiscard]] std::optional<T> object(const char *name, Parse parse)
    {
        return has(name) ? take<T>(name, parse(value(name))) : std::nullopt;
    }

    void wrong(const char *name);
    [[nodiscard]] bool good() const { return m_wrong.isEmpty(); }

    template <class T>
    [[nodiscard]] Result<T> finish(T result) const
    {
        if (!good())
            return fail(ErrorCode::BadAnswer, m_wrong);
        return result;
    }

private:
    [[nodiscard]] static bool isThere(const QJsonValue &value);
    [[nodiscard]] QString textFrom(const QJsonValue &found, const char *name, qsizetype max = maxText);
    [[nodiscard]] support::Timestamp timeFrom(const QJsonValue &found, const char *name);
    [[nodiscard]] QByteArray digestFrom(const QJsonValue &found, const char *name);
    template <class IdType>
    [[nodiscard]] IdType idFrom(const QJsonValue &value, const char *name)
    {
        const auto found = domain::fromText<IdType>(textFrom(value, name));
        if (!found || found->isNull())
            wrong(name);
        return found.value_or(IdType());
    }
    template <class T>
    std::optional<T> take(const char *name, Result<T> parsed)
    {
        if (parsed)
            return std::move(*parsed);
        wrong(name);
        return std::nullopt;
    }

    QJsonObject m_object;
    QString m_wrong;
};

} // namespace learnlab::api
