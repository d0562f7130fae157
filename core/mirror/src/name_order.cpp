#include "name_order.h"

#include <algorithm>

namespace learnlab::mirror {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Less than, equal to or greater than 0. Moves both places behind the numbers that stand there.
int compareNumbers(std::string_view left, std::string_view right, size_t *l, size_t *r)
{
    const auto digits = [](std::string_view text, size_t *at) {
        while (*at < text.size() && text[*at] == '0')
            ++*at;
        const size_t begin = *at;
        while (*at < text.size() && isDigit(text[*at]))
            ++*at;
        return text.substr(begin, *at - begin);
    };
    const std::string_view a = digits(left, l);
    const std::string_view b = digits(right, r);
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

/// Back from where two characters differ that may begin with the same bytes.
void beginCharacter(std::string_view text, size_t *at)
{
    while (*at > 0 && (static_cast<quint8>(text[*at]) & 0xC0U) == 0x80)
        --*at;
}

} // namespace

bool comesBefore(std::string_view left, std::string_view right, FirstScript first)
{
    size_t l = 0;
    size_t r = 0;
    while (l < left.size() && r < right.size()) {
        if (isDigit(left[l]) && isDigit(right[r])) {
            if (const int order = compareNumbers(left, right, &l, &r); order != 0)
                return order < 0;
            continue;
        }
        if (left[l] == right[r]) {
            ++l;
            ++r;
            continue;
        }
        beginCharacter(left, &l);
        beginCharacter(right, &r);
        const quint32 a = takeWeight(left, &l, first);
        const quint32 b = takeWeight(right, &r, first);
        if (a != b)
            return a < b;
    }
    return left.size() - l < right.size() - r;
}

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
        const bool before = comesBefore(a->name(), b->name(), first);
        return before || (!comesBefore(b->name(), a->name(), first) && a->row < b->row);
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
