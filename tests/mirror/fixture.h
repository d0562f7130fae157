#pragma once

#include "fakes/step_scheduler.h"
#include "mirror/store.h"

#include <QTemporaryDir>

namespace learnlab::tests {

using namespace domain;

/// A mirror in a folder of its own, and short words to make what goes into it.
class Fixture
{
public:
    Fixture();

    [[nodiscard]] mirror::Writer &writer() { return *m_writer; }
    [[nodiscard]] const mirror::Reader &reader() const { return m_writer->read(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("mirror.db")); }
    [[nodiscard]] fakes::FakeClock &clock() { return m_clock; }
    void close() { m_writer.reset(); }
    [[nodiscard]] Result<void> open(mirror::Opened *opened = nullptr);

    template <class IdType>
    [[nodiscard]] IdType id()
    {
        return makeId<IdType>(m_clock, m_random);
    }

    // rows as the server would send them, each with the next revision
    [[nodiscard]] Folder folder(const char *name, FolderId parent = {});
    [[nodiscard]] File file(const char *name, FolderId parent = {});
    [[nodiscard]] Folder revised(Folder folder);
    [[nodiscard]] File revised(File file);

    /// Applies a page of these.
    void pull(const QList<Folder> &folders, const QList<File> &files = {}, const QList<ItemRef> &removed = {},
              bool more = false);

    // operations, queued at once
    [[nodiscard]] Operation operation(OperationKind kind, ItemRef target, const char *name = "", FolderId parent = {});
    [[nodiscard]] Result<void> queue(const Operation &operation) { return m_writer->queueOperation(operation); }
    [[nodiscard]] Result<void> refuse(const Operation &operation, ErrorCode code);

    [[nodiscard]] Transfer upload(const char *name, FolderId folder = {});

    [[nodiscard]] QStringList names(FolderId folder = {}, mirror::Sort sort = {}) const;
    [[nodiscard]] mirror::ItemRow row(ItemRef ref) const;
    /// What is searched holds exactly the names of the rows.
    [[nodiscard]] bool namesAreTrue() const;
    [[nodiscard]] qint64 nextRevision() { return ++m_revision; }

private:
    QTemporaryDir m_folder;
    fakes::FakeClock m_clock;
    support::SeededRandom m_random{1};
    qint64 m_revision = 0;
    int m_pulls = 0;
    std::unique_ptr<mirror::Writer> m_writer;
};

[[nodiscard]] ErrorCode codeOf(const Result<void> &result);
[[nodiscard]] QStringList list(const char *words);

} // namespace learnlab::tests
