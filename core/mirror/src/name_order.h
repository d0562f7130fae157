#pragma once

#include "name_table.h"
#include "name_weights.h"

#include <compare>

namespace learnlab::mirror {

/// What a list by type goes by: kinds, and in each of them the suffixes, so that what has one word for its type stands
/// together. `key` is a folded name.
struct TypePlace
{
    int kind = 0;
    std::string_view suffix;

    [[nodiscard]] static TypePlace of(int kind, std::string_view key);
    friend auto operator<=>(const TypePlace &, const TypePlace &) = default;
};

/// All files that are not in trash, one list over all folders, or those of one folder. The blocks are shared with the
/// table, so that its mutex is held only while this is made.
class NameOrder
{
public:
    explicit NameOrder(const NameTable &table);
    NameOrder(const NameTable &table, FolderId folder); ///< whatever became of the folder itself

    /// The row numbers of the first `limit` files in this order. Sizes and times are as exact as the table has them.
    [[nodiscard]] std::vector<qint64> rows(Sort sort, FirstScript first, size_t limit) const;
    [[nodiscard]] size_t size() const { return m_files.size(); }

private:
    struct File
    {
        const NameBlock::Record *record;
        const char *key;
        qint64 row;

        [[nodiscard]] std::string_view name() const { return {key, record->length}; }
    };
    void take(qint64 number, const NameTable::Block &block, const NameBlock::Record &record);
    template <class Before>
    [[nodiscard]] std::vector<qint64> firstRows(size_t limit, const Before &before) const;

    std::vector<NameBlock> m_blocks; ///< keep alive what the files point to
    std::vector<File> m_files;
};

} // namespace learnlab::mirror
