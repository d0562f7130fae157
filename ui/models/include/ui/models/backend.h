#pragma once

#include "api/api.h"
#include "content/content.h"
#include "mirror/read_pool.h"
#include "session/session.h"
#include "sync/sync.h"
#include "transfer/transfers.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace learnlab::ui {

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

    // what is
    [[nodiscard]] virtual std::optional<Account> account() const = 0; ///< none: show the sign-in page
    [[nodiscard]] virtual mirror::ReadPool *mirror() const = 0;       ///< of the open account, else null
    [[nodiscard]] virtual session::Status sessionStatus() const = 0;
    [[nodiscard]] virtual sync::Status syncStatus() const = 0;
    [[nodiscard]] virtual transfer::Summary transferSummary() const = 0;
    [[nodiscard]] virtual const LiveNumbers &liveNumbers() const = 0; ///< of transfers that move bytes now

    // the account
    virtual void signIn(const QString &server, const api::Credentials &credentials, QObject *context, Reply<void> reply) = 0;
    virtual void registerUser(const QString &server, const api::Registration &registration, QObject *context, Reply<void> reply) = 0;
    virtual void cancelSignIn() = 0;
    /// With `forget` everything of the account on this computer goes.
    virtual void signOut(bool forget, QObject *context, Reply<void> reply) = 0;

    // changes, applied here at once
    virtual void createFolder(domain::FolderId parent, const QString &name, QObject *context, Reply<domain::FolderId> reply) = 0;
    virtual void rename(domain::ItemRef item, const QString &name, QObject *context, Reply<void> reply) = 0;
    virtual void move(const QList<domain::ItemRef> &items, domain::FolderId target, QObject *context, Reply<void> reply) = 0;
    virtual void trash(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply) = 0;
    virtual void restore(const QList<domain::ItemRef> &items, QObject *context, Reply<void> reply) = 0;
    virtual void withdraw(domain::OperationId operation) = 0;

    // bytes
    /// What could not be taken, with the reasons; the rest is queued.
    virtual void upload(const QList<QByteArray> &localPaths, domain::FolderId target, QObject *context,
                        Reply<QList<transfer::Plan::Refused>> reply) = 0;
    virtual void open(domain::FileId file, QObject *context, Reply<QString> reply) = 0; ///< the path of a copy to open
    virtual void download(domain::FileId file, const QString &destination, QObject *context, Reply<void> reply) = 0;
    virtual void keepOffline(domain::ItemRef item, bool keep, QObject *context, Reply<void> reply) = 0;

    // transfers
    virtual void pause(domain::TransferId id) = 0;
    virtual void resume(domain::TransferId id) = 0;
    virtual void cancel(domain::TransferId id) = 0;
    virtual void retry(domain::TransferId id) = 0;
    virtual void retryWith(domain::TransferId id, domain::OnConflict onConflict) = 0;
    virtual void pauseAll() = 0;
    virtual void resumeAll() = 0;
    virtual void clearFinished() = 0;

    virtual void refresh() = 0; ///< try the network now

Q_SIGNALS:
    void accountChanged();
    void sessionChanged(const learnlab::session::Status &status);
    void syncChanged(const learnlab::sync::Status &status);
    void transfersChanged(); ///< summary and live numbers; at most ten times a second
    void mirrorChanged(const learnlab::mirror::Change &change);
    void mirrorRebuilt(int carriedTransfers, int carriedOperations);
};

} // namespace learnlab::ui
