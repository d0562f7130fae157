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
    /// The place in `refs` of the first thing whose name begins so, case and accents ignored, from `from` on and round
    /// the end; -1 if there is none.
    [[nodiscard]] int findName(const QList<domain::ItemRef> &refs, int from, const QString &beginning) const;
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
    /// For queues too long to be held: their order alone, then the rows in sight (in the same order, less what is
    /// gone).
    [[nodiscard]] QList<domain::TransferId> transferIds() const;
    [[nodiscard]] QList<domain::TransferId> transferIds(domain::TransferId group) const;
    [[nodiscard]] QList<domain::Transfer> transfers(const QList<domain::TransferId> &ids) const;
    /// The next in the queue behind `after`, of one group or (null) of all.
    [[nodiscard]] QList<domain::Transfer> unfinishedAfter(const QueuePlace &after, int limit,
                                                          domain::TransferId group = {}) const;
    /// The next Queued ones of this kind with more than `above` and at most `upTo` bytes.
    [[nodiscard]] QList<domain::Transfer> queuedAfter(const QueuePlace &after, domain::TransferKind kind, qint64 above,
                                                      qint64 upTo, int limit) const;
    [[nodiscard]] QList<domain::Transfer> transfersIn(domain::TransferState state,
                                                      int limit) const; ///< unfinished ones
    /// The upload of this file to this place that is not over yet.
    [[nodiscard]] std::optional<domain::Transfer> unfinishedUpload(domain::FolderId folder, const QString &filename,
                                                                   const QByteArray &localPath) const;
    [[nodiscard]] TransferTotals transferTotals() const;
    [[nodiscard]] QList<TransferGroupRow> transferGroups() const; ///< oldest first
    [[nodiscard]] std::optional<TransferGroupRow> transferGroup(domain::TransferId group) const;
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
    /// Files whose bytes are here and that a restored server does not have. Uploading such a file into its place with
    /// OnConflict::Replace gives it back under its id.
    [[nodiscard]] QList<domain::FileId> lostOnServer() const;

    [[nodiscard]] qint64 fileCount() const;
    [[nodiscard]] qint64 folderCount() const;

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace learnlab::mirror
