#pragma once

#include "records.h"

#include <QByteArray>
#include <QMap>

#include <span>

namespace learnlab::mirror {

/// What searching needs to know of one name, without the row.
struct NameEntry
{
    std::array<quint8, 16> id{}; ///< folders alone
    FolderId parent;
    quint8 kind = 0;     ///< domain::FileKind
    bool hidden = false; ///< in trash by itself
    quint32 seconds = 0; ///< when it was last changed
    float size = 0;
    QByteArray key; ///< searchKey() in UTF-8
};

/// The names of up to 256 rows that follow each other, packed so that they can be looked through as they lie: all keys
/// stand in one piece of text, each begun by a line feed. In the byte order of this computer, which the mirror never
/// leaves.
class NameBlock
{
public:
    static constexpr int rowsEach = 256;

    struct Record
    {
        quint8 slot; ///< the row's number in the block
        quint8 kind;
        quint8 parent; ///< place among parents()
        quint8 hidden;
        quint16 text; ///< where its key begins in text()
        quint16 length;
        quint32 seconds;
        float size;
    };
    static_assert(sizeof(Record) == 16);
    using Id = std::array<quint8, 16>;

    NameBlock() = default;
    /// Nothing when these are not the bytes of a block.
    [[nodiscard]] static std::optional<NameBlock> read(const QByteArray &bytes, ItemKind kind);
    [[nodiscard]] static QByteArray pack(const QMap<int, NameEntry> &entries, ItemKind kind);
    [[nodiscard]] QMap<int, NameEntry> entries() const;

    [[nodiscard]] std::span<const Record> records() const { return m_records; }
    [[nodiscard]] std::span<const Id> parents() const { return m_parents; }
    [[nodiscard]] std::span<const Id> ids() const { return m_ids; } ///< of folders, in the order of the records
    [[nodiscard]] std::span<const char> text() const { return m_text; }
    [[nodiscard]] std::string_view key(const Record &record) const
    {
        return {m_text.data() + record.text, record.length};
    }

private:
    [[nodiscard]] bool isSound() const;

    QByteArray m_bytes; ///< shared; the spans point into it
    std::span<const Record> m_records;
    std::span<const Id> m_parents;
    std::span<const Id> m_ids;
    std::span<const char> m_text;
};

} // namespace learnlab::mirror
