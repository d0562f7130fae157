#include "statement.h"

#include <sqlite3.h>

namespace learnlab::inside {

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void Statement::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    m_code = sqlite3_prepare_v2(m_index.m_database.get(), sql, -1, &statement, nullptr);
    m_statement.reset(statement);
    m_index.note(m_code);
}

bool Statement::next()
{
    if (!m_statement)
        return false;
    m_code = sqlite3_step(m_statement.get());
    m_index.note(m_code);
    return m_code == SQLITE_ROW;
}

bool Statement::run()
{
    while (next()) {
    }
    return m_code == SQLITE_DONE;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {data, sqlite3_column_bytes(m_statement.get(), column)};
}

void Statement::bind(qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement.get(), ++m_bound, value);
}

void Statement::bind(const QByteArray &blob)
{
    if (m_statement)
        sqlite3_bind_blob(m_statement.get(), ++m_bound, blob.constData(), static_cast<int>(blob.size()),
                          SQLITE_TRANSIENT);
}

void Statement::bind(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (m_statement)
        sqlite3_bind_text(m_statement.get(), ++m_bound, utf8.constData(), static_cast<int>(utf8.size()),
                          SQLITE_TRANSIENT);
}

} // namespace learnlab::inside
