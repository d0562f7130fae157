#pragma once

#include "connection.h"
#include "domain/id.h"

#include <chrono>
#include <cstddef>

namespace learnlab::mirror {

using support::Timestamp;

/// Bound as NULL when there is nothing in it.
[[nodiscard]] inline std::optional<QByteArray> nullIfEmpty(const QByteArray &bytes)
{
    return bytes.isEmpty() ? std::nullopt : std::optional(bytes);
}

/// Bound as NULL when it is the null id.
template <class IdType>
[[nodiscard]] std::optional<IdType> nullIfNull(const IdType &id)
{
    return id.isNull() ? std::nullopt : std::optional(id);
}

/// One use of a prepared statement: binds in order, steps, and hands the statement back to its connection.
class Query
{
public:
    template <class... Values>
    Query(Connection &connection, const char *sql, const Values &...values)
        : m_connection(connection), m_sql(sql), m_statement(connection.takeStatement(sql))
    {
        (bind(values), ...);
    }
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// True: a row is there. False: the end, or a failure that the connection remembers.
    bool next();
    /// Runs to the end. False: failed.
    bool run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] Timestamp time(int column) const { return Timestamp(std::chrono::microseconds(integer(column))); }
    [[nodiscard]] std::optional<Timestamp> optionalTime(int column) const;
    [[nodiscard]] std::array<quint8, 16> idBytes(int column) const;
    template <class IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType(idBytes(column));
    }

    void bind(qint64 value);
    void bind(int value) { bind(static_cast<qint64>(value)); }
    void bind(bool value) { bind(static_cast<qint64>(value)); }
    void bind(const QByteArray &value);
    void bind(const QString &value);
    void bind(QLatin1String value) { bind(QString(value)); }
    void bind(std::nullptr_t);
    void bind(const std::array<quint8, 16> &value);
    void bind(Timestamp value) { bind(static_cast<qint64>(value.time_since_epoch().count())); }
    template <class Tag>
    void bind(const domain::Id<Tag> &value)
    {
        bind(value.bytes());
    }
    template <class T>
    void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            bind(nullptr);
    }

private:
    Connection &m_connection;
    const char *m_sql;
    StatementHandle m_statement;
    int m_bound = 0;
};

/// Reads one number, 0 when there is none.
template <class... Values>
[[nodiscard]] qint64 numberFrom(Connection &connection, const char *sql, const Values &...values)
{
    Query query(connection, sql, values...);
    return query.next() ? query.integer(0) : 0;
}

} // namespace learnlab::mirror
