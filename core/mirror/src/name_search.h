#pragma once

#include "name_table.h"

#include <vector>

namespace learnlab::mirror {

/// What to look for, in the words of the table.
struct NameWanted
{
    static constexpr size_t mostWords = 8; ///< what is typed beyond them is not looked for

    std::vector<std::string> words; ///< folded, UTF-8
    quint32 kinds = 0;              ///< a bit for each domain::FileKind; 0: any
    quint32 since = 0;
    quint32 before = 0; ///< 0: no end
    float larger = -1;
    float smaller = -1; ///< below 0: no end
    std::optional<FolderId> below;
    std::optional<std::vector<qint64>> rows; ///< these files alone, in ascending order

    [[nodiscard]] bool filesOnly() const { return kinds != 0 || larger >= 0 || smaller >= 0 || rows; }
};

/// Best first: the whole name, its beginning, the beginning of a word in it, somewhere in it, with words of the path;
/// what changed last before what changed earlier.
struct NameHit
{
    ItemKind kind = ItemKind::File;
    qint64 row = 0;     ///< of a file
    quint32 folder = 0; ///< the number of a folder
    int rank = 0;
    quint32 seconds = 0;
};

/// The best `limit` hits in order. The table's mutex is held.
[[nodiscard]] std::vector<NameHit> searchNames(const NameTable &table, const NameWanted &wanted, size_t limit);

} // namespace learnlab::mirror
