#pragma once

#include "mirror/rows.h"

#include <memory>

namespace learnlab::mirror {

class Connection;

/// Reads the mirror. Owner and thread: whoever opened it, on the thread that opened it; each reader has a connection of
/// its own and never waits for the writer (WAL). Every answer is one consistent snapshot.
/// A read that fails gives an empty answer. Damage that the writer meets is repaired at the next start.
class Reader
{
public:
    explicit Reader(std::unique_ptr<Connection> connection);
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    // browsing: live things only, unless said otherwise. Folders come first.
    [[nodiscard]] QList<domain::ItemRef> childIds(domain::FolderId folder, Sort sort) const;
    [[nodiscard]] QList<domain::ItemRef> recentIds(int limit) const;
    [[nodiscard]] QList<domain::ItemRef> offlineIds(Sort sort) const;
    [[nodiscard]] QList<domain::ItemRef> trashIds() const; ///< what was trashed itself, newest first
    [[nodiscard]] QList<domain::ItemRef>
    searchIds(const QString &text, int limit) const; ///< case and accents ignored, words in any order, best first
    /// The rows of these things in the same order; what is gone meanwhile is left out. withPath fills ItemRow::path.
    [[nodiscard]] QList<ItemRow> rows(const QList<domain::ItemRef> &refs, bool withPath = false) const;

    [[nodiscard]] std::optional<domain::File> file(domain::FileId id) const;       ///< also from trash
    [[nodiscard]] std::optional<domain::Folder> folder(domain::FolderId id) const; ///< also from trash
    [[nodiscard]] QList<domain::Folder> childFolders(domain::FolderId folder) const;
    [[nodiscard]] QList<domain::File> childFiles(domain::FolderId folder) const;
    [[nodiscard]] std::optional<domain::ItemRef> childByName(domain::FolderId folder, const QString &name) const;
    /// "/A/b.txt" or "id:UUID"; the root is the folder with the null id.
    [[nodiscard]] std::optional<domain::ItemRef> resolve(const QString &path) const;
    [[nodiscard]] QString pathOf(domain::ItemRef ref) const; ///< "/" for the root
    /// From the root's child down to the folder itself; empty for the root. Bounded, should the data hold a cycle.
    [[nodiscard]] QList<domain::Folder> ancestors(domain::FolderId folder) const;
    [[nodiscard]] bool isLive(domain::ItemRef ref) const; ///< neither it nor a folder above it is in trash

    // the queue
    [[nodiscard]] QList<domain::Transfer> transfers() const; ///< all that are kept, in queue order
    [[nodiscard]] QList<domain::Transfer> unfinishedTransfers() const;
    [[nodiscard]] std::optional<domain::Transfer> transfer(domain::TransferId id) const;
    [[nodiscard]] QList<domain::Part> parts(domain::TransferId id) const; ///< by number
    [[nodiscard]] QList<PendingOperation> pendingOperations() const;      ///< in the order they were made

    // the account
    [[nodiscard]] QByteArray cursor() const; ///< empty: from the beginning
    [[nodiscard]] bool firstSyncDone() const;
    [[nodiscard]] std::optional<domain::User> user() const;
    [[nodiscard]] std::optional<domain::Usage> usage() const;
    [[nodiscard]] QList<domain::Session> sessions() const;
    [[nodiscard]] std::optional<domain::Session> currentSession() const; ///< present: this account should be signed in

    // bytes kept here
    [[nodiscard]] std::optional<ContentRow> content(domain::FileId id) const;
    [[nodiscard]] QList<ContentRow> contents() const;

    [[nodiscard]] qint64 fileCount() const;
    [[nodiscard]] qint64 folderCount() const;

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace learnlab::mirror
