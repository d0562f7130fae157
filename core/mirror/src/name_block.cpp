#include "name_block.h"

#include <algorithm>
#include <cstring>

namespace learnlab::mirror {

namespace {

struct Head
{
    quint16 records;
    quint16 parents;
    quint32 text;
    quint64 unused;
};
static_assert(sizeof(Head) == 16);

/// So that 256 of them are counted by 16 bits. What goes beyond is not searched.
constexpr qsizetype longestKey = 254;

template <class T>
std::span<const T> spanAt(const char *&at, size_t count)
{
    const std::span<const T> span(reinterpret_cast<const T *>(at), count);
    at += span.size_bytes();
    return span;
}

template <class T>
void append(QByteArray *bytes, const QList<T> &values)
{
    bytes->append(reinterpret_cast<const char *>(values.constData()), values.size() * qsizetype(sizeof(T)));
}

QByteArray fitting(QByteArray key)
{
    key.truncate(longestKey);
    // A line feed parts the keys.
    std::replace_if(
        key.begin(), key.end(), [](char c) { return static_cast<quint8>(c) < 0x20; }, ' ');
    return key;
}

} // namespace

std::optional<NameBlock> NameBlock::read(const QByteArray &bytes, ItemKind kind)
{
    NameBlock block;
    if (bytes.isEmpty())
        return block;
    Head head{};
    if (bytes.size() < qsizetype(sizeof head))
        return std::nullopt;
    std::memcpy(&head, bytes.constData(), sizeof head);
    const size_t ids = kind == ItemKind::Folder ? head.records : 0;
    const size_t size =
        sizeof head + head.parents * sizeof(Id) + head.records * sizeof(Record) + ids * sizeof(Id) + size_t(head.text);
    if (head.records > rowsEach || head.parents > rowsEach || size != size_t(bytes.size()))
        return std::nullopt;
    block.m_bytes = bytes;
    const char *at = block.m_bytes.constData() + sizeof head;
    block.m_parents = spanAt<Id>(at, head.parents);
    block.m_records = spanAt<Record>(at, head.records);
    block.m_ids = spanAt<Id>(at, ids);
    block.m_text = {at, head.text};
    return block.isSound() ? std::optional(block) : std::nullopt;
}

bool NameBlock::isSound() const
{
    int slot = -1;
    size_t text = 0;
    for (const Record &record : m_records) {
        const bool sound = record.slot > slot && record.parent < m_parents.size() && record.text == text + 1 &&
                           size_t(record.text) + record.length <= m_text.size() && m_text[text] == '\n';
        if (!sound)
            return false;
        slot = record.slot;
        text = size_t(record.text) + record.length;
    }
    return text == m_text.size();
}

QByteArray NameBlock::pack(const QMap<int, NameEntry> &entries, ItemKind kind)
{
    if (entries.isEmpty())
        return {};
    QList<Id> parents;
    QList<Id> ids;
    QList<Record> records;
    QByteArray text;
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        const NameEntry &entry = it.value();
        const QByteArray key = fitting(entry.key);
        // Things that come one after the other mostly lie in one folder.
        qsizetype parent = parents.lastIndexOf(entry.parent.bytes());
        if (parent < 0) {
            parent = parents.size();
            parents.append(entry.parent.bytes());
        }
        records.append({static_cast<quint8>(it.key()), entry.kind, static_cast<quint8>(parent), entry.hidden,
                        static_cast<quint16>(text.size() + 1), static_cast<quint16>(key.size()), entry.seconds,
                        entry.size});
        if (kind == ItemKind::Folder)
            ids.append(entry.id);
        text += '\n' + key;
    }
    const Head head{static_cast<quint16>(records.size()), static_cast<quint16>(parents.size()),
                    static_cast<quint32>(text.size()), 0};
    QByteArray bytes(reinterpret_cast<const char *>(&head), sizeof head);
    append(&bytes, parents);
    append(&bytes, records);
    append(&bytes, ids);
    return bytes + text;
}

QMap<int, NameEntry> NameBlock::entries() const
{
    QMap<int, NameEntry> entries;
    for (size_t i = 0; i < m_records.size(); ++i) {
        const Record &record = m_records[i];
        NameEntry entry;
        if (!m_ids.empty())
            entry.id = m_ids[i];
        entry.parent = FolderId(m_parents[record.parent]);
        entry.kind = record.kind;
        entry.hidden = record.hidden != 0;
        entry.seconds = record.seconds;
        entry.size = record.size;
        entry.key = QByteArray(m_text.data() + record.text, record.length);
        entries.insert(entries.cend(), record.slot, entry);
    }
    return entries;
}

} // namespace learnlab::mirror
