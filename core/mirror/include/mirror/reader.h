#pragma once

#include "mirror/kept.h"
#include "mirror/history.h"
#include "mirror/rows.h"
#include "mirror/search_query.h"

#include <QHash>

#include <memory>

namespace learnlab::mirror {

class Connection;
class NameTable;

/// Reads the mirror. Owner and thread: whoever opened it, on the thread that opened it; each reader has a connection of
/// its own and never waits for the writer (WAL). Every answer is one consistent snapshot.
/// A read that fails gives an empty answer. Damage that the writer meets is repaired at the next start.
class Reader
{
public:
    /// Readers that are given the same names look through one copy of them; without, each has its own.
    explicit Reader(std::unique_ptr<Connection> connection, std::shared_ptr<NameTable> names = nullptr);
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    // browsing: live things only, unless said otherwise. Folders come first.
    // A limit of -1: all of them. With one and an order by status the first are only sorted among themselves.
    [[nodiscard]] QList<domain::ItemRef> childIds(domain::FolderId folder, Sort sort, qsizetype limit = -1) const;
    /// The files of all folders in one list. By status they stand as by name; the first time reads as for a search.
    [[nodiscard]] QList<domain::ItemRef> allFileIds(Sort sort, qsizetype limit = -1) const;
    [[nodiscard]] QList<domain::ItemRef> recentIds(int limit) const;
    [[nodiscard]] QList<domain::ItemRef> offlineIds(Sort sort) const; ///< what the user keeps here, folders too
    [[nodiscard]] QList<domain::ItemRef> trashIds() const; ///< what was trashed itself, newest first
    /// Best first: what is called so, begins so, has a word that begins so, has it inside, has some words in its path;
    /// what changed last before the rest. The first search reads all names into memory.
    [[nodiscard]] QList<domain::ItemRef> searchIds(const SearchQuery &query, int limit) const;
    [[nodiscard]] QList<domain::ItemRef> searchIds(const QString &text, int limit) const; ///< words alone
    void prepareSearch() const; ///< what the first search would have to read
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
    /// The download of this file to this path that is not over.
    [[nodiscard]] std::optional<domain::Transfer> unfinishedDownload(domain::FileId file,
                                                                     const QByteArray &localPath) const;
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

    /// The first `limit` of them, and beyond those only the refused ones.
    [[nodiscard]] QList<PendingOperation> firstOperations(int limit) const;
    [[nodiscard]] int openOperations() const;    ///< how many wait for the server
    [[nodiscard]] int refusedOperations() const; ///< how many it refused
    [[nodiscard]] std::optional<PendingOperation> pendingOperation(domain::OperationId id) const;
    /// The server may have carried it out already, whatever became of its answer.
    [[nodiscard]] bool wasSent(domain::OperationId id) const;

    // what the user did here; undoings are not listed themselves
    [[nodiscard]] QList<Action> actions(int limit) const; ///< newest first
    [[nodiscard]] std::optional<Action> action(domain::ActionId id) const;
    [[nodiscard]] std::optional<Action> lastUndoable() const;
    [[nodiscard]] std::optional<Action> lastRedoable() const; ///< undone last, and nothing was done since
    [[nodiscard]] QList<ActionStep> steps(domain::ActionId action) const;
    [[nodiscard]] std::optional<ActionStep> stepOf(domain::OperationId operation) const;
    [[nodiscard]] domain::ActionId actionOf(domain::OperationId operation) const; ///< null: not remembered
    /// The newest revision that anything done here gave this thing; 0: none is known.
    [[nodiscard]] qint64 ownRevision(domain::ItemRef item) const;
    /// The file in trash that holds what was there before it was replaced.
    [[nodiscard]] std::optional<domain::FileId> formerContent(domain::FolderId folder, const QString &name,
                                                              const QByteArray &sha256) const;

    // the account
    [[nodiscard]] QByteArray cursor() const; ///< empty: from the beginning
    [[nodiscard]] bool firstSyncDone() const;
    [[nodiscard]] std::optional<domain::User> user() const;
    [[nodiscard]] std::optional<domain::Usage> usage() const;
    /// Bytes a second that a part of a large upload last travelled at; 0: not known.
    [[nodiscard]] qint64 partRate() const;
    [[nodiscard]] QList<domain::Session> sessions() const;
    [[nodiscard]] std::optional<domain::Session> currentSession() const; ///< present: this account should be signed in

    // bytes kept here
    [[nodiscard]] std::optional<ContentRow> content(domain::FileId id) const;
    [[nodiscard]] QList<ContentRow> contents() const;
    [[nodiscard]] QList<PlacedContent> placedContents() const;
    [[nodiscard]] QList<domain::ItemRef> keptItems() const; ///< as the user asked, folders first
    [[nodiscard]] bool isKeptItself(const domain::ItemRef &item) const;
    [[nodiscard]] bool isKept(const domain::ItemRef &item) const; ///< by itself or with a folder above it
    /// The downloads into the kept content that are not over, by file.
    [[nodiscard]] QHash<domain::FileId, domain::TransferId> keptDownloads() const;
    [[nodiscard]] KeptSummary keptSummary() const;
    [[nodiscard]] QList<OpenedCopy> openedCopies() const; ///< opened last first
    [[nodiscard]] QList<OpenedCopy> openedCopies(domain::FileId id) const;
    [[nodiscard]] std::optional<OpenedCopy> openedCopy(const QString &place) const;
    /// What an upload that carries an edited copy asks the server's row to be at.
    [[nodiscard]] std::optional<qint64> revisionToReplace(domain::TransferId upload) const;
    /// Files whose bytes are here and that a restored server does not have. Uploading such a file into its place with
    /// OnConflict::Replace gives it back under its id.
    [[nodiscard]] QList<domain::FileId> lostOnServer() const;

    // public links, as the server last told them
    [[nodiscard]] QList<LinkRow> links() const;                           ///< newest first
    [[nodiscard]] QList<domain::Link> linksOf(domain::FileId file) const; ///< newest first
    [[nodiscard]] std::optional<domain::Link> link(domain::LinkId id) const;

    [[nodiscard]] qint64 fileCount() const;
    [[nodiscard]] qint64 folderCount() const;

private:
    std::unique_ptr<Connection> m_connection;
    std::shared_ptr<NameTable> m_names;
};

} // namespace learnlab::mirror
