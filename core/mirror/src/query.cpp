#include "query.h"

#include <sqlite3.h>

#include <cstring>

namespace learnlab::mirror {

Query::~Query()
{
    if (m_statement)
        m_connection.returnStatement(m_sql, std::move(m_statement));
}

bool Query::next()
{
    if (!m_statement)
        return false;
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_connection.recordFailure(code);
    return false;
}

bool Query::run()
{
    if (!m_statement)
        return false;
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(m_statement.get());
    if (code != SQLITE_DONE)
        m_connection.recordFailure(code);
    return code == SQLITE_DONE;
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArray Query::blob(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column));
}

QString Query::text(int column) const
{
    const unsigned char *data = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(reinterpret_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column));
}

std::optional<Timestamp> Query::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

std::array<quint8, 16> Query::idBytes(int column) const
{
    std::array<quint8, 16> bytes{};
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    if (data && sqlite3_column_bytes(m_statement.get(), column) == 16)
        std::memcpy(bytes.data(), data, 16);
    return bytes;
}

void Query::bind(qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement.get(), ++m_bound, value);
}

void Query::bind(const QByteArray &value)
{
    if (!m_statement)
        return;
    ++m_bound;
    if (value.isEmpty())
        sqlite3_bind_zeroblob(m_statement.get(), m_bound, 0);
    else
        sqlite3_bind_blob64(m_statement.get(), m_bound, value.constData(), static_cast<sqlite3_uint64>(value.size()),
                            SQLITE_TRANSIENT);
}

void Query::bind(const QString &value)
{
    if (!m_statement)
        return;
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_statement.get(), ++m_bound, utf8.isEmpty() ? "" : utf8.constData(),
                        static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Query::bind(std::nullptr_t)
{
    if (m_statement)
        sqlite3_bind_null(m_statement.get(), ++m_bound);
}

void Query::bind(const std::array<quint8, 16> &value)
{
    if (m_statement)
        sqlite3_bind_blob(m_statement.get(), ++m_bound, value.data(), 16, SQLITE_TRANSIENT);
}

} // namespace learnlab::mirror
