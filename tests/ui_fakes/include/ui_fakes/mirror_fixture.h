#pragma once

#include "mirror/read_pool.h"
#include "mirror/store.h"

#include <QTemporaryDir>

namespace learnlab::tests {

/// A real mirror in a folder of its own, filled as by the feed.
class MirrorFixture
{
public:
    MirrorFixture();

    [[nodiscard]] bool isValid() const { return m_writer != nullptr; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("mirror.db")); }
    [[nodiscard]] mirror::ReadPool &pool() { return *m_pool; }
    [[nodiscard]] mirror::Writer &writer() { return *m_writer; }
    /// Applies one page and returns what it changed.
    mirror::Change apply(const mirror::ChangesPage &page);

    static domain::FolderId folderId(int number);
    static domain::FileId fileId(int number);
    domain::Folder folder(int number, const QString &name, domain::FolderId parent = {});
    domain::File file(int number, const QString &name, domain::FolderId folder = {}, qint64 size = 1000);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<mirror::Writer> m_writer;
    std::unique_ptr<mirror::ReadPool> m_pool;
    qint64 m_revision = 0;
};

} // namespace learnlab::tests
