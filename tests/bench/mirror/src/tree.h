#pragma once

#include "mirror/rows.h"

#include "support/random.h"

namespace learnlab::bench {

/// A student's tree of any size, made from a number alone: names in several scripts, a few folders with very many
/// files.
class Tree
{
public:
    explicit Tree(qint64 files);

    [[nodiscard]] qint64 files() const { return m_files; }
    [[nodiscard]] qint64 folders() const { return m_folders; }
    [[nodiscard]] domain::File file(qint64 number) const;
    [[nodiscard]] domain::Folder folder(qint64 number) const;
    [[nodiscard]] domain::FolderId largest() const { return folderId(1); } ///< has a tenth of all files
    /// The page of the feed with these files, as the server writes it.
    [[nodiscard]] QByteArray page(qint64 first, qint64 count) const;

private:
    [[nodiscard]] domain::FolderId folderId(qint64 number) const;

    qint64 m_files;
    qint64 m_folders;
};

} // namespace learnlab::bench
