#pragma once

#include "api/api.h"
#include "content/content.h"
#include "mirror/read_pool.h"
#include "session/session.h"
#include "sync/sync.h"
#include "sync/undo.h"
#include "transfer/transfers.h"
#include "ui/models/link_actions.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace learnlab::ui {

class ReceiptActions;
class SettingsActions;

/// Everything the window may ask the engine for. The composition root implements it by passing values to the engine's
/// thread and back; the window knows nothing else of the engine. UI thread; every function returns at once, every reply
/// comes on the UI thread, and not at all once `context` is gone.
class Backend : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Reply = std::function<void(domain::Result<T>)>;
    using LiveNumbers = QHash<domain::TransferId, transfer::Live>;

    struct Account
    {
        QString server; ///< "learnlab.example.edu"
        domain::User user;
    };

    /// What a download of several things came to.
    struct Downloaded
    {
        int files = 0;
        int failed = 0;
        QString firstFailed; ///< its name
        std::optional<domain::Error> error; ///< of the first that failed
    };

    /// What deleting for good came to.
    struct Purged
    {
        qsizetype gone = 0;
        qsizetype left = 0;
        domain::ItemRef firstLeft;
        std::optional<domain::Error> error; ///< of the first that is left
    };

    /// The words of the account page; nothing: unchanged.
    struct Profile
    {
        std::optional<QString> fullName;
        std::optional<QString> userName;
    };

    // what is
    [[nodiscard]] virtual std::optional<Account> account() const = 0; ///< none: show the sign-in page
    [[nodiscard]] virtual mirror::ReadPool *mirror() const = 0;       ///< of the open account, else null
    [[nodiscard]] virtual QString accountFolder() const { return {}; } ///< of the open account, see content/places.h
    [[nodiscard]] virtual session::Status sessionStatus() const = 0;
    [[nodiscard]] virtual sync::Status syncStatus() const = 0;
    [[nodiscard]] virtual transfer::Summary transferSummary() const = 0;
    [[nodiscard]] virtual const LiveNumbers &liveNumbers() const = 0; ///< of transfers that move bytes now

    // the account
    /// On a shared computer nothing is remembered: the session ends and everything of the account goes from this computer
    /// when the window is closed, or at the next start where it could not be.
    virtual void signIn(const QString &server, const api::Credentials &credentials, bool shared, QObject *context, Reply<void> reply) = 0;
    virtual void registerUser(const QString &server, const api::Registration &registration, bool shared, QObject *context, Reply<void> reply) = 0;
    virtual void cancelSignIn() = 0;
    [[nodiscard]] virtual bool isShared() const = 0; ///< the account that is open was signed in to as on a shared computer
    virtual void changeProfile(const Profile &profile, QObject *context, Reply<void> reply) = 0;
    virtual void changePassword(const QString &current, const QString &wanted, QObject *context, Reply<void> reply) = 0;
    virtual void sessions(QObject *context, Reply<QList<domain::Session>> reply) = 0; ///< the devices, this one first
    virtual void endSession(domain::SessionId id, QObject *context, Reply<void> reply) = 0;
    /// With `forget` everything of the account on this computer goes.
    virtual void signOut(bool forget, QObject *context, Reply<void> reply) = 0;

    /// Public links; null where the server has none. Lives as long as this.
    [[nodiscard]] virtual LinkActions *links() { return nullptr; }
    /// What the settings change beside the rest; null where there is nothing of it. Lives as long as this.
    [[nodiscard]] virtual SettingsActions *settingsActions() { return nullptr; }
    /// Proofs of upload; null where the server has none. Lives as long as this.
    [[nodiscard]] virtual ReceiptActions *receipts() { return nullptr; }

    // changes, applied here at once
    virtual void createFolder(domain::FolderId parent, const QString &name, QObject *context, Reply<domain::FolderId> reply) = 0;
    virtual void rename(domain::ItemRef item, const QString &name, QObject *context, Reply<void> reply) = 0;
    virtual void move(const QList<domain::ItemRef> &items, domain::FolderId target, QObject *context, Reply<void> reply) = 0;
    virtual void trash(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply) = 0;
    virtual void restore(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply) = 0;
    /// Deletes for good what is in the trash; needs the server, and cannot be taken back.
    virtual void purge(const QList<domain::ItemRef> &items, QObject *context, Reply<Purged> reply) = 0;
    virtual void withdraw(domain::OperationId operation) = 0;
    /// Again what the server refused, standing on what there is now.
    virtual void retryOperation(domain::OperationId operation, QObject *context, Reply<void> reply) = 0;
    /// Takes back an action, or (null) the last; makes one again.
    virtual void undo(domain::ActionId action, QObject *context, Reply<sync::Undone> reply) = 0;
    virtual void redo(domain::ActionId action, QObject *context, Reply<sync::Undone> reply) = 0;

    // bytes
    /// What this would come to, before anything is queued. Walks the disk in the background.
    virtual void survey(const QList<QByteArray> &localPaths, domain::FolderId target, QObject *context,
                        Reply<transfer::Survey> reply) = 0;
    /// What could not be taken, with the reasons; the rest is queued.
    virtual void upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict,
                        QObject *context, Reply<QList<transfer::Plan::Refused>> reply) = 0;
    /// Uploads what was never a file, as from the clipboard. `content` is called on another thread; what it answers lies
    /// in the profile until the server has it. A name that is taken gets a number.
    virtual void uploadMade(const QString &name, std::function<QByteArray()> content, domain::FolderId target, QObject *context,
                            Reply<void> reply) = 0;
    virtual void open(domain::FileId file, QObject *context, Reply<QString> reply) = 0; ///< the path of a copy to open
    virtual void download(domain::FileId file, const QString &destination, QObject *context, Reply<void> reply) = 0;
    /// Files and folders with all that is in them into a folder of this computer. Nothing there is replaced: what has the
    /// name of something that is there gets another.
    virtual void downloadInto(const QList<domain::ItemRef> &items, const QString &folder, QObject *context, Reply<Downloaded> reply) = 0;
    virtual void keepOffline(domain::ItemRef item, bool keep, QObject *context, Reply<void> reply) = 0;
    /// Bytes that may be kept and opened here together; 0: no limit. Remembered.
    [[nodiscard]] virtual qint64 keptLimit() const = 0;
    virtual void setKeptLimit(qint64 bytes, QObject *context, Reply<void> reply) = 0;
    /// Names of what was saved in opened copies and the server does not have.
    virtual void unsentEdits(QObject *context, Reply<QStringList> reply) = 0;

    // transfers
    virtual void pause(domain::TransferId id) = 0;
    virtual void resume(domain::TransferId id) = 0;
    virtual void cancel(domain::TransferId id) = 0;
    virtual void retry(domain::TransferId id) = 0;
    virtual void retryWith(domain::TransferId id, domain::OnConflict onConflict) = 0;
    virtual void first(domain::TransferId id) = 0;
    virtual void moveBefore(domain::TransferId id, domain::TransferId before) = 0; ///< null: behind all
    virtual void pauseGroup(domain::TransferId group) = 0;
    virtual void resumeGroup(domain::TransferId group) = 0;
    virtual void cancelGroup(domain::TransferId group) = 0;
    virtual void retryGroup(domain::TransferId group) = 0;
    virtual void firstGroup(domain::TransferId group) = 0;
    [[nodiscard]] virtual transfer::RateLimits rateLimits() const = 0;
    virtual void setRateLimits(const transfer::RateLimits &limits) = 0; ///< remembered
    virtual void allowMetered() = 0;
    virtual void pauseAll() = 0;
    virtual void resumeAll() = 0;
    virtual void clearFinished() = 0;

    virtual void refresh() = 0; ///< try the network now
    /// The names of every account that is opened stand in the order of this language (BCP 47) from now on.
    virtual void orderNames(const QString &language) = 0;

Q_SIGNALS:
    void accountChanged();
    void sessionChanged(const learnlab::session::Status &status);
    void syncChanged(const learnlab::sync::Status &status);
    void transfersChanged(); ///< summary and live numbers; at most ten times a second
    void mirrorChanged(const learnlab::mirror::Change &change);
    void mirrorRebuilt(int carriedTransfers, int carriedOperations);
};

} // namespace learnlab::ui
