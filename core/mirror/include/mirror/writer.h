#pragma once

#include "mirror/reader.h"

#include <functional>

namespace learnlab::mirror {

/// The only thing that writes to the mirror. Thread: the one that opened it. Every function is one transaction, or
/// joins the one opened by Store::write around a job. Fails with LocalDiskFull, LocalIo, MirrorDamaged or what is said
/// below.
///
/// The rules it keeps: a row with pending operations keeps the server's version in base_rows; applying a page updates
/// the base and applies the pending operations again. A queued upload's file row is there at once.
class Writer
{
public:
    explicit Writer(std::unique_ptr<Connection> connection);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// What this transaction sees; for decisions that must be made with the write.
    [[nodiscard]] const Reader &read() const;

    // from the server
    [[nodiscard]] domain::Result<void> applyPage(const ChangesPage &page);
    /// After cursor_unknown: pull from the beginning while keeping the rows; what the new pull did not bring is swept
    /// when its last page (more == false) is applied. Nothing with pending operations, transfers or bytes here is
    /// swept.
    [[nodiscard]] domain::Result<void> beginResync();
    [[nodiscard]] domain::Result<void> setAccount(const domain::User &user, const std::optional<domain::Usage> &usage);
    [[nodiscard]] domain::Result<void> putLink(const domain::Link &link); ///< one that was revoked is forgotten
    [[nodiscard]] domain::Result<void> forgetLink(domain::LinkId id);
    [[nodiscard]] domain::Result<void> setLinks(const QList<domain::Link> &links); ///< all there are
    [[nodiscard]] domain::Result<void> setSessions(const QList<domain::Session> &sessions);
    /// Remembers (or forgets) that this account should be signed in.
    [[nodiscard]] domain::Result<void> setCurrentSession(const std::optional<domain::Session> &session);

    // changes by the user: applied at once and queued, in one transaction. NameTaken, NameInvalid, NotFound,
    // FolderCycle. One that follows a pending operation on the same thing is queued with ifAfter instead of ifRevision.
    // A file that waits for its upload is renamed and moved in the queue alone; once the upload was begun that is
    // UploadState.
    // It is remembered as part of `action`, or as an action of its own.
    [[nodiscard]] domain::Result<void> queueOperation(const domain::Operation &operation, domain::ActionId action = {});
    /// The server's answer: done takes the row as the new base, refused rolls the row back and keeps the operation with
    /// its error; a passing error leaves it as it is. CreateFolder answered with another folder (useExisting) moves
    /// everything that points at the new id over to it.
    [[nodiscard]] domain::Result<void> finishOperation(const domain::OperationResult &result);
    /// Withdraws it, undoing its effect here. What may have been sent is not undone by that (Reader::wasSent).
    [[nodiscard]] domain::Result<void> forgetOperation(domain::OperationId id, StepState as = StepState::Withdrawn);
    /// The oldest that wait, which count as sent from now on. With `behind` those that follow these; none where these
    /// are not the oldest any more.
    [[nodiscard]] domain::Result<QList<domain::Operation>>
    takeOperations(int limit, const QList<domain::OperationId> &behind = {});
    /// Begins an action that takes back another, or does it again: what is queued for it then is part of it. NotFound
    /// when it is unknown, or undone already (not undone).
    [[nodiscard]] domain::Result<void> beginUndo(domain::ActionId action, domain::ActionId undo, domain::Timestamp at);
    [[nodiscard]] domain::Result<void> beginRedo(domain::ActionId action);

    // transfers
    /// Adds rows to the queue and, for uploads, the rows of their files. The folders must exist (they may be pending),
    /// else NotFound. A position of 0 means: behind all others. An upload that replaces a file gets that file's id.
    [[nodiscard]] domain::Result<void> addTransfers(const QList<domain::Transfer> &transfers);
    /// Stores everything that may change in a transfer: what it is (group, kind, path, file, folder, name, position,
    /// creation) stays as stored. Internal when its state may not follow the stored one; NotFound when it was taken
    /// out.
    [[nodiscard]] domain::Result<void> updateTransfer(const domain::Transfer &transfer);
    /// Done, with the row that the server made: the file's row becomes it (also when its id or name differs).
    [[nodiscard]] domain::Result<void> finishUpload(const domain::Transfer &transfer, const domain::File &file);
    [[nodiscard]] domain::Result<void> setPartRate(qint64 bytesPerSecond);
    [[nodiscard]] domain::Result<void> savePart(domain::TransferId id, const domain::Part &part);
    [[nodiscard]] domain::Result<void> forgetParts(domain::TransferId id);
    /// Takes a cancelled upload out, with its file's row if the server never had it.
    [[nodiscard]] domain::Result<void> removeTransfer(domain::TransferId id);
    /// Takes out up to `most` that are over, behind this row number; answers the last row's number, or `after` when
    /// none is left.
    [[nodiscard]] domain::Result<qint64> removeFinishedTransfers(qint64 after, int most);
    /// Names a group; its transfers say by their groupId that they belong to it. It goes with the last of them.
    [[nodiscard]] domain::Result<void> addTransferGroup(const domain::TransferGroup &group);
    /// In front of everything that is not over.
    [[nodiscard]] domain::Result<void> moveTransferFirst(domain::TransferId id);
    /// Right in front of another; NotFound when that one is gone.
    [[nodiscard]] domain::Result<void> moveTransferBefore(domain::TransferId id, domain::TransferId before);
    [[nodiscard]] domain::Result<void> moveTransferLast(domain::TransferId id);
    /// What is not over of a group in front of everything else, its order kept.
    [[nodiscard]] domain::Result<void> moveGroupFirst(domain::TransferId group);

    // the order of names
    /// As readers of this language (BCP 47) expect it. What is here already is brought into it by settleOrder().
    [[nodiscard]] domain::Result<void> orderNames(const QString &language);
    /// Brings some more of it into its order; true: all has it. The store asks when it has nothing else to do.
    [[nodiscard]] domain::Result<bool> settleOrder();

    // bytes kept here
    [[nodiscard]] domain::Result<void> setContent(const ContentRow &content);
    [[nodiscard]] domain::Result<void> removeContent(domain::FileId id);
    /// The user's wish. What follows from it for the files in a folder is told by setContent.
    [[nodiscard]] domain::Result<void> setKept(domain::ItemRef item, bool kept);
    [[nodiscard]] domain::Result<void> setOpenedCopy(const OpenedCopy &copy);
    [[nodiscard]] domain::Result<void> removeOpenedCopy(const QString &place);

    /// What changed since the last call; read by the Store after each commit.
    [[nodiscard]] Change takeChange();

    // for the Store: transactions around jobs, and the WAL
    enum class Steps {
        Apart,    ///< each step can be undone alone
        Together, ///< quicker: when one has failed, commit() refuses and everything is to be rolled back
    };
    [[nodiscard]] domain::Result<void> begin(Steps steps = Steps::Apart);
    [[nodiscard]] domain::Result<void> commit();
    void rollback();
    [[nodiscard]] bool inTransaction() const;
    /// Runs a job in a transaction, or in a step of the one under way that is undone alone.
    [[nodiscard]] domain::Result<void> step(const std::function<domain::Result<void>(Writer &)> &job);
    /// Puts in what was saved from a damaged mirror, without the checks made for users.
    [[nodiscard]] domain::Result<void> carry(const QList<PendingOperation> &operations,
                                             const QList<domain::Transfer> &transfers);
    /// Moves the log into the database when it has grown, and waits for readers when it has grown far; when `idle`,
    /// also empties it.
    [[nodiscard]] domain::Result<void> checkpoint(bool idle = false);
    /// Looks for damage for as long as it may, so that the next start repairs it. True: it came to its end.
    [[nodiscard]] bool check(const std::function<bool()> &goOn);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace learnlab::mirror
