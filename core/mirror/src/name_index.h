#pragma once

#include "records.h"

namespace learnlab::mirror {

/// The changes that a transaction makes to the search index, written together at its end: FTS5 writes what it holds in
/// memory at every savepoint, and SQLite makes one for each statement with a trigger, so triggers would cost a segment
/// a row.
class NameIndex
{
public:
    explicit NameIndex(Connection &connection) : m_connection(connection) {}

    /// `row` is the rowid of the file or folder; a null key stands for "not there".
    void changed(ItemKind kind, qint64 row, const QString &before, const QString &after);
    void write();

private:
    struct Entry
    {
        ItemKind kind;
        qint64 row;
        QString before;
        QString after;
    };

    Connection &m_connection;
    QList<Entry> m_entries;
};

} // namespace learnlab::mirror
