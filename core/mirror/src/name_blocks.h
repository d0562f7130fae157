#pragma once

#include "name_block.h"

namespace learnlab::mirror {

/// The changes that a transaction makes to the names that are searched, put into their blocks together at its end. A
/// copy is what to go back to when a step is undone.
class NameBlocks
{
public:
    /// `row` is the rowid of the file or folder; nothing stands for "not there any more".
    void changed(ItemKind kind, qint64 row, std::optional<NameEntry> entry);
    void write(Connection &connection);
    void clear() { m_changes.clear(); }
    /// Makes all blocks anew from the rows of files and folders.
    static void rebuild(Connection &connection);

    /// The number of a block in the table; blocks of folders have odd ones.
    [[nodiscard]] static qint64 numberOf(ItemKind kind, qint64 row);

private:
    using Changes = QMap<int, std::optional<NameEntry>>; ///< by slot

    QMap<qint64, Changes> m_changes; ///< by block
    static void writeBlock(Connection &connection, qint64 number, qint64 mark, const Changes &changes);
};

[[nodiscard]] NameEntry nameEntryOf(const File &file, bool hidden);
[[nodiscard]] NameEntry nameEntryOf(const File &file, bool hidden, const QByteArray &key);
[[nodiscard]] NameEntry nameEntryOf(const Folder &folder);

} // namespace learnlab::mirror
