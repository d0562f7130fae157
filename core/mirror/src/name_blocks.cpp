#include "name_blocks.h"

#include "domain/file_kind.h"
#include "keys.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace learnlab::mirror {

namespace {

quint32 secondsOf(Timestamp time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return static_cast<quint32>(std::clamp<qint64>(seconds, 0, std::numeric_limits<quint32>::max()));
}

constexpr qint64 rowsBetweenWrites = 20'000;

} // namespace

NameEntry nameEntryOf(const File &file, bool hidden)
{
    return nameEntryOf(file, hidden, searchKey(file.filename).toUtf8());
}

NameEntry nameEntryOf(const File &file, bool hidden, const QByteArray &key)
{
    NameEntry entry;
    entry.parent = file.folderId;
    entry.kind = static_cast<quint8>(domain::fileKindOf(file.filename, file.mimeType));
    entry.hidden = hidden;
    entry.seconds = secondsOf(file.contentModifiedAt.value_or(file.updatedAt));
    entry.size = static_cast<float>(file.fileSize);
    entry.key = key;
    return entry;
}

NameEntry nameEntryOf(const Folder &folder)
{
    NameEntry entry;
    entry.id = folder.id.bytes();
    entry.parent = folder.parentId;
    entry.hidden = folder.trashed;
    entry.seconds = secondsOf(folder.updatedAt);
    entry.key = searchKey(folder.name).toUtf8();
    return entry;
}

qint64 NameBlocks::numberOf(ItemKind kind, qint64 row)
{
    return row / NameBlock::rowsEach * 2 + (kind == ItemKind::Folder ? 1 : 0);
}

void NameBlocks::changed(ItemKind kind, qint64 row, std::optional<NameEntry> entry)
{
    m_changes[numberOf(kind, row)].insert(static_cast<int>(row % NameBlock::rowsEach), std::move(entry));
}

void NameBlocks::write(Connection &connection)
{
    if (m_changes.isEmpty())
        return;
    const qint64 mark = 1 + numberFrom(connection, "SELECT max(changed) FROM name_blocks");
    const auto changes = std::exchange(m_changes, {});
    for (auto it = changes.begin(); it != changes.end(); ++it)
        writeBlock(connection, it.key(), mark, it.value());
}

void NameBlocks::writeBlock(Connection &connection, qint64 number, qint64 mark, const Changes &changes)
{
    const ItemKind kind = number % 2 == 1 ? ItemKind::Folder : ItemKind::File;
    QMap<int, NameEntry> entries;
    {
        Query query(connection, "SELECT body FROM name_blocks WHERE block = ?", number);
        if (query.next()) {
            const std::optional<NameBlock> block = NameBlock::read(query.blob(0), kind);
            if (!block)
                return connection.recordFailure(SQLITE_CORRUPT);
            entries = block->entries();
        }
    }
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value())
            entries.insert(it.key(), *it.value());
        else
            entries.remove(it.key());
    }
    // An empty block stays: who has it in memory learns by its mark that it is empty now.
    Query(connection, "INSERT OR REPLACE INTO name_blocks(block, changed, body) VALUES (?, ?, ?)", number, mark,
          NameBlock::pack(entries, kind))
        .run();
}

void NameBlocks::rebuild(Connection &connection)
{
    connection.execute("DELETE FROM name_blocks");
    NameBlocks blocks;
    qint64 rows = 0;
    const auto added = [&] {
        if (++rows % rowsBetweenWrites == 0)
            blocks.write(connection);
    };
    {
        Query folders(connection, "SELECT " LEARNLAB_FOLDER_COLUMNS ", n FROM folders ORDER BY n");
        for (; folders.next(); added())
            blocks.changed(ItemKind::Folder, folders.integer(8), nameEntryOf(readFolder(folders)));
        Query files(connection, "SELECT " LEARNLAB_FILE_COLUMNS ", n, trashed FROM files ORDER BY n");
        for (; files.next(); added())
            blocks.changed(ItemKind::File, files.integer(13), nameEntryOf(readFile(files), files.boolean(14)));
    }
    blocks.write(connection);
}

} // namespace learnlab::mirror
