#include "name_order.h"

#include <algorithm>

namespace learnlab::mirror {

TypePlace TypePlace::of(int kind, std::string_view key)
{
    const size_t dot = key.rfind('.');
    return {kind, dot == std::string_view::npos ? std::string_view() : key.substr(dot + 1)};
}

NameOrder::NameOrder(const NameTable &table)
{
    size_t most = 0;
    for (const auto &[number, block] : table.blocks())
        most += block.kind == ItemKind::File ? block.names.records().size() : 0;
    m_files.reserve(most);
    for (const auto &[number, block] : table.blocks()) {
        if (block.kind != ItemKind::File)
            continue;
        m_blocks.push_back(block.names);
        for (const NameBlock::Record &record : block.names.records()) {
            if (!record.hidden && table.live()[block.parents[record.parent]])
                take(number, block, record);
        }
    }
}

NameOrder::NameOrder(const NameTable &table, FolderId folder)
{
    const std::optional<quint32> wanted = table.numberOf(folder);
    if (!wanted)
        return;
    for (const auto &[number, block] : table.blocks()) {
        const auto parent = std::find(block.parents.begin(), block.parents.end(), *wanted);
        if (block.kind != ItemKind::File || parent == block.parents.end())
            continue;
        m_blocks.push_back(block.names);
        const auto place = static_cast<quint8>(parent - block.parents.begin());
        for (const NameBlock::Record &record : block.names.records()) {
            if (record.parent == place && !record.hidden)
                take(number, block, record);
        }
    }
}

void NameOrder::take(qint64 number, const NameTable::Block &block, const NameBlock::Record &record)
{
    m_files.push_back(
        {&record, block.names.text().data() + record.text, number / 2 * NameBlock::rowsEach + record.slot});
}

template <class Before>
std::vector<qint64> NameOrder::firstRows(size_t limit, const Before &before) const
{
    std::vector<const File *> order;
    if (limit == 0)
        return {};
    if (limit < m_files.size()) {
        // A first page: one pass, most files losing against the last one that is still on it.
        order.reserve(limit + 1);
        for (const File &file : m_files) {
            const File *candidate = &file;
            if (order.size() == limit && !before(candidate, order.front()))
                continue;
            order.push_back(candidate);
            std::push_heap(order.begin(), order.end(), before);
            if (order.size() > limit) {
                std::pop_heap(order.begin(), order.end(), before);
                order.pop_back();
            }
        }
    } else {
        order.reserve(m_files.size());
        for (const File &file : m_files)
            order.push_back(&file);
    }
    std::sort(order.begin(), order.end(), before);
    std::vector<qint64> rows;
    rows.reserve(order.size());
    for (const File *file : order)
        rows.push_back(file->row);
    return rows;
}

std::vector<qint64> NameOrder::rows(Sort sort, FirstScript first, size_t limit) const
{
    const auto byName = [first](const File *a, const File *b) {
        const int order = compareNames(a->name(), b->name(), first);
        return order < 0 || (order == 0 && a->row < b->row);
    };
    const auto by = [&](auto value) {
        return firstRows(limit, [&byName, value, descending = sort.descending](const File *a, const File *b) {
            const auto left = value(a);
            const auto right = value(b);
            if (left != right)
                return descending ? right < left : left < right;
            return byName(a, b);
        });
    };
    switch (sort.key) {
    case SortKey::Size:
        return by([](const File *file) { return file->record->size; });
    case SortKey::Modified:
        return by([](const File *file) { return file->record->seconds; });
    case SortKey::Type:
        return firstRows(limit, [&](const File *a, const File *b) {
            const TypePlace left = TypePlace::of(a->record->kind, a->name());
            const TypePlace right = TypePlace::of(b->record->kind, b->name());
            if (left != right)
                return sort.descending ? right < left : left < right;
            return byName(a, b);
        });
    case SortKey::Name:
    case SortKey::Status:
        break;
    }
    if (sort.descending)
        return firstRows(limit, [&](const File *a, const File *b) { return byName(b, a); });
    return firstRows(limit, byName);
}

} // namespace learnlab::mirror
