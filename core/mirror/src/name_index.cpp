#include "name_index.h"

#include <utility>

namespace learnlab::mirror {

void NameIndex::changed(ItemKind kind, qint64 row, const QString &before, const QString &after)
{
    if (before != after)
        m_entries.append({kind, row, before, after});
}

void NameIndex::write()
{
    const QList<Entry> entries = std::exchange(m_entries, {});
    for (const Entry &entry : entries) {
        const bool file = entry.kind == ItemKind::File;
        if (!entry.before.isEmpty()) {
            Query(m_connection,
                  file ? "INSERT INTO file_names(file_names, rowid, search_key) VALUES ('delete', ?, ?)"
                       : "INSERT INTO folder_names(folder_names, rowid, search_key) VALUES ('delete', ?, ?)",
                  entry.row, entry.before)
                .run();
        }
        if (!entry.after.isEmpty()) {
            Query(m_connection,
                  file ? "INSERT INTO file_names(rowid, search_key) VALUES (?, ?)"
                       : "INSERT INTO folder_names(rowid, search_key) VALUES (?, ?)",
                  entry.row, entry.after)
                .run();
        }
    }
}

} // namespace learnlab::mirror
