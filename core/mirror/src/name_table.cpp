#include "name_table.h"

#include <algorithm>

namespace learnlab::mirror {

void NameTable::clear()
{
    m_changed = 0;
    m_blocks.clear();
    m_folders = {};
    m_numbers.clear();
    m_live = {};
}

void NameTable::refresh(Connection &connection)
{
    if (m_folders.empty())
        (void)folderNumber({});
    Query query(connection, "SELECT block, changed, body FROM name_blocks WHERE changed > ? ORDER BY changed",
                m_changed);
    bool any = false;
    while (query.next()) {
        take(query.integer(0), query.blob(2));
        m_changed = query.integer(1);
        any = true;
    }
    if (any || m_live.empty()) {
        m_folders[root].known = true;
        m_live = inherited<char>(1, 0, [](const Folder &folder, char above) {
            return static_cast<char>(above && folder.known && !folder.hidden);
        });
    }
}

quint32 NameTable::folderNumber(const NameBlock::Id &id)
{
    const auto next = static_cast<quint32>(m_folders.size());
    const auto found = m_numbers.constFind(FolderId(id));
    if (found != m_numbers.constEnd())
        return *found;
    m_numbers.insert(FolderId(id), next);
    m_folders.emplace_back();
    m_folders.back().id = id;
    return next;
}

std::optional<quint32> NameTable::numberOf(FolderId folder) const
{
    const auto found = m_numbers.constFind(folder);
    return found == m_numbers.constEnd() ? std::nullopt : std::optional(*found);
}

void NameTable::take(qint64 number, const QByteArray &body)
{
    const ItemKind kind = number % 2 == 1 ? ItemKind::Folder : ItemKind::File;
    Block &block = m_blocks[number];
    for (const quint32 gone : block.own)
        m_folders[gone].known = false;
    block = Block();
    block.kind = kind;
    // What cannot be read is left to the writer, who will say that the mirror is damaged.
    block.names = NameBlock::read(body, kind).value_or(NameBlock());
    for (const NameBlock::Record &record : block.names.records())
        block.newest = std::max(block.newest, record.seconds);
    for (const NameBlock::Id &parent : block.names.parents())
        block.parents.push_back(folderNumber(parent));
    for (size_t i = 0; i < block.names.ids().size(); ++i) {
        const NameBlock::Record &record = block.names.records()[i];
        const std::string_view key = block.names.key(record);
        const quint32 own = folderNumber(block.names.ids()[i]);
        Folder &folder = m_folders[own];
        folder.parent = block.parents[record.parent];
        folder.known = true;
        folder.hidden = record.hidden != 0;
        folder.key = QByteArray(key.data(), static_cast<qsizetype>(key.size()));
        block.own.push_back(own);
    }
}

} // namespace learnlab::mirror
