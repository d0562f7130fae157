#pragma once

#include "engine/engine.h"

#include "domain/receipt.h"
#include "sync/undo.h"

#include <QList>
#include <QString>

namespace learnlab::engine {

/// What became of a change to several things: each stands or falls by itself.
struct Queued
{
    struct Refused
    {
        domain::ItemRef item;
        domain::Error error;
    };
    QList<domain::OperationId> operations;
    QList<Refused> refused;
};

/// What became of deleting for good.
struct Purged
{
    qsizetype gone = 0;
    qsizetype left = 0;                       ///< in the trash still
    domain::ItemRef firstLeft;                ///< where anything is
    std::optional<domain::Error> error = {};  ///< of the first that is left
};

/// What became of a drop or `put`.
struct Uploads
{
    QList<domain::TransferId> transfers;   ///< new, and those of the same files that were in the queue already
    QList<domain::OperationId> operations; ///< the folders to be made
    QList<transfer::Plan::Refused> refused;
    qint64 bytes = 0;
};

/// What the user can do, for both faces: each applied to the mirror and queued in one transaction, whether online or
/// not. Thread: the asker's, the front by default; answers as Asker gives them. Errors of the call as a whole:
/// NotSignedIn, Cancelled, LocalIo, LocalDiskFull.
class Commands
{
public:
    template <class T>
    using Answer = Engine::Answer<T>;

    explicit Commands(Engine &engine) : m_asker(engine.asker()) {}
    explicit Commands(Asker asker) : m_asker(std::move(asker)) {}

    // changes of files and folders
    /// NameTaken, NameInvalid, NotFound. With `useExisting` the id of a folder of that name.
    void createFolder(domain::FolderId parent, const QString &name, bool useExisting, QObject *context,
                      Answer<domain::FolderId> answer);
    /// The folder at "/A/B", made with its parents where they are missing.
    void makePath(const QString &path, QObject *context, Answer<domain::FolderId> answer);
    /// NameTaken, NameInvalid, NotFound; UploadState once its first upload has begun.
    void rename(domain::ItemRef item, const QString &name, QObject *context, Answer<domain::OperationId> answer);
    /// An empty `name` keeps each name. Items that are there already are left alone.
    void move(const QList<domain::ItemRef> &items, domain::FolderId target, const QString &name, QObject *context,
              Answer<Queued> answer);
    /// A file whose first upload is not through is taken out of the queue instead. Both hold offline too.
    void trash(const QList<domain::ItemRef> &items, QObject *context, Answer<Queued> answer);
    void restore(const QList<domain::ItemRef> &items, QObject *context, Answer<Queued> answer);
    /// Withdraws an operation that waits or that the server refused. One that the server may have carried out is undone.
    void forgetOperation(domain::OperationId id, QObject *context, Answer<void> answer);
    /// Queues one that the server refused again, standing on what there is now; answers its new id. NotFound, and what
    /// making it anew gives.
    void retryOperation(domain::OperationId id, QObject *context, Answer<domain::OperationId> answer);
    /// Takes back an action, or (null) the last; the queue lets go of what it still uploads for it. What cannot be taken
    /// back is in Undone::refused; if nothing can, the first refusal is the error (sync/undo.h).
    void undo(domain::ActionId action, QObject *context, Answer<sync::Undone> answer);
    void redo(domain::ActionId action, QObject *context, Answer<sync::Undone> answer);

    // transfers
    /// Files and folders from this computer, as the system's bytes. Reads the disk in the background. A file that is on
    /// its way to the same place already is not queued twice, but goes on.
    /// Goes out while the rest is still being read; answers when all is queued.
    void upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict,
                QObject *context, Answer<Uploads> answer);
    /// What such an upload would come to; nothing is queued.
    void survey(const QList<QByteArray> &localPaths, domain::FolderId target, QObject *context,
                Answer<transfer::Survey> answer);
    // The queue need not be at work: what stands in the mirror is changed then.
    void pause(const QList<domain::TransferId> &ids);
    void resume(const QList<domain::TransferId> &ids);
    void cancel(const QList<domain::TransferId> &ids);
    void retry(const QList<domain::TransferId> &ids);
    void first(const QList<domain::TransferId> &ids); ///< in this order before all others
    void retryWith(domain::TransferId id, domain::OnConflict onConflict);
    /// Null: behind all.
    void moveBefore(domain::TransferId id, domain::TransferId before);
    /// To what is not over of a group (domain::Transfer::groupId).
    void pauseGroup(domain::TransferId group);
    void resumeGroup(domain::TransferId group);
    void cancelGroup(domain::TransferId group);
    void retryGroup(domain::TransferId group);
    void firstGroup(domain::TransferId group);
    void pauseAll();
    void resumeAll();
    void clearFinished();
    /// At once, and for every start to come (engine/limits.h). LocalIo: not remembered.
    void setRateLimits(const transfer::RateLimits &limits, QObject *context, Answer<void> answer);
    void setNetwork(const transfer::NetworkCondition &network);
    void networkChanged();
    /// For the rows in sight; what does not move is left out.
    void live(const QList<domain::TransferId> &ids, QObject *context,
              Answer<QList<std::pair<domain::TransferId, transfer::Live>>> answer);
    /// Answers when none of these moves any more: done, failed, paused or waiting.
    void whenSettled(const QList<domain::TransferId> &ids, QObject *context, Answer<void> answer);

    // bytes on this computer
    void keep(domain::ItemRef item, QObject *context, Answer<QList<domain::TransferId>> answer);
    void unkeep(domain::ItemRef item, QObject *context, Answer<void> answer);
    /// At once, and for every start to come (engine/kept_limit.h). LocalIo: not remembered.
    void setKeptLimit(qint64 bytes, QObject *context, Answer<void> answer);
    /// Lets go of the copies that may go (content/content.h).
    void freeUp(QObject *context, Answer<void> answer);
    /// Names of what programs saved in copies that were opened and the server does not have.
    void unsentEdits(QObject *context, Answer<QStringList> answer);
    /// The path of a copy for other programs to open.
    void open(domain::FileId id, QObject *context, Answer<QString> answer);
    void copyTo(domain::FileId id, const QByteArray &destination, bool replace, QObject *context, Answer<void> answer);

    // public links: with the server alone; what it answers is in the mirror before it is told. Offline, NotFound.
    void makeLink(const domain::LinkWish &wish, QObject *context, Answer<domain::Link> answer);
    void changeLink(const domain::LinkWish &wish, QObject *context, Answer<domain::Link> answer);
    void revokeLink(domain::LinkId id, QObject *context, Answer<void> answer);
    /// Asks for all, with how often each was used.
    void refreshLinks(QObject *context, Answer<QList<domain::Link>> answer);
    /// Deletes things in the trash for good; with the server alone, for nobody can take it back. What somebody brought
    /// back or changed meanwhile is left. Offline, and whatever else kept all of it from being asked for.
    void purge(const QList<domain::ItemRef> &items, QObject *context, Answer<Purged> answer);
    /// Proofs of upload, with the keys to check them by; with the server alone. Offline, NotFound.
    void receipts(domain::FileId file, QObject *context, Answer<domain::Receipts> answer);
    /// A page of those of all files that there ever were; `after` is what the page before said, or empty.
    void allReceipts(const QString &after, QObject *context, Answer<domain::Receipts> answer);

    // the account
    /// Replays what is pending and reads the feed to its end; answers when both are done or cannot be.
    void synchronize(QObject *context, Answer<void> answer);
    /// Asks the server for the user's devices and remembers them.
    void sessions(QObject *context, Answer<QList<domain::Session>> answer);
    void endSession(domain::SessionId id, QObject *context, Answer<void> answer);
    void changeProfile(const api::ProfileChange &change, QObject *context, Answer<domain::User> answer);
    void changePassword(const api::PasswordChange &change, QObject *context, Answer<void> answer);

private:
    Asker m_asker;
};

} // namespace learnlab::engine
