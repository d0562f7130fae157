#pragma once

#include "index.h"

struct sqlite3_stmt;

namespace learnlab::inside {

/// One use of a statement: binds in order, steps, ends.
class Statement
{
public:
    template <class... Values>
    Statement(Index &index, const char *sql, const Values &...values) : m_index(index)
    {
        prepare(sql);
        (bind(values), ...);
    }

    bool next(); ///< true: a row is there
    bool run();  ///< to its end; false: failed
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    void prepare(const char *sql);
    void bind(qint64 value);
    void bind(int value) { bind(static_cast<qint64>(value)); }
    void bind(const QByteArray &blob);
    void bind(const QString &text);

    Index &m_index;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bound = 0;
    int m_code = 0;
};

} // namespace learnlab::inside
