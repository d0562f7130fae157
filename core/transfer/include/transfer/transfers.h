#pragma once

#include "mirror/store.h"
#include "session/session.h"
#include "transfer/wire.h"

namespace learnlab::transfer {

/// Live numbers of a transfer that are not worth a write to disk.
struct Live
{
    qint64 bytesDone = 0;
    qint64 bytesPerSecond = 0;
};

struct Summary
{
    int active = 0;   ///< queued, preparing, sending, completing
    int waiting = 0;
    int paused = 0;
    int failed = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    qint64 bytesPerSecond = 0;
};

/// Uploads and downloads that outlive the process. Decides in a pure function (transfer/decide.h), stores every change of
/// state before acting on it, and carries out effects through Api, Wire and LocalFiles. Engine thread.
class Transfers
{
public:
    virtual ~Transfers() = default;
    virtual void start() = 0;  ///< takes up what the mirror holds; goes on by itself
    virtual void stop() = 0;   ///< nothing is lost: the next start goes on
    virtual void nudge() = 0;  ///< something was queued, or the network is back

    virtual void pause(domain::TransferId id) = 0;
    virtual void resume(domain::TransferId id) = 0;
    virtual void cancel(domain::TransferId id) = 0;
    virtual void retry(domain::TransferId id) = 0;
    /// After a conflict: go on in this way.
    virtual void retryWith(domain::TransferId id, domain::OnConflict onConflict) = 0;
    virtual void pauseAll() = 0;
    virtual void resumeAll() = 0;
    virtual void clearFinished() = 0;

    [[nodiscard]] virtual Summary summary() const = 0;
    [[nodiscard]] virtual std::optional<Live> live(domain::TransferId id) const = 0;
    /// At most ten times a second while bytes move, and at every change of state.
    virtual void listen(std::function<void()> listener) = 0;
    /// Called once when none of these is Queued, Preparing, Sending or Completing any more.
    virtual void whenSettled(const QList<domain::TransferId> &ids, std::function<void()> reply) = 0;
};

struct Parts
{
    api::Api &api;
    mirror::Store &store;
    session::Session &session;
    Wire &wire;
    LocalFiles &files;
    support::Scheduler &scheduler;
    support::Clock &clock;
    support::Random &random;
};

[[nodiscard]] std::unique_ptr<Transfers> makeTransfers(const Parts &parts);

/// libcurl's multi loop on a thread of its own. `caFile` empty: the system's certificates.
[[nodiscard]] std::unique_ptr<Wire> makeCurlWire(support::Scheduler &scheduler, const QByteArray &caFile = {});
/// A pool of two threads that hash, verify and rename.
[[nodiscard]] std::unique_ptr<LocalFiles> makeLocalFiles(support::Scheduler &scheduler);

/// What a drop or `put` became: transfers and folders to make, and what cannot go with its reason.
struct Plan
{
    struct Refused
    {
        QByteArray localPath;
        domain::Error error;
    };
    QList<domain::Operation> folders;   ///< CreateFolder with useExisting, parents first
    QList<domain::Transfer> transfers;
    QList<Refused> refused;
    qint64 bytes = 0;
};

/// Walks what was dropped (files and folders, empty ones too; links to files are followed, circles refused; sockets,
/// devices and names that are not UTF-8 are refused one by one) and plans it below `target`. Reads the disk: pool thread.
/// `existing` answers which folder of that name is already in a folder, so that ids are reused.
[[nodiscard]] Plan planUpload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict,
                              const std::function<std::optional<domain::FolderId>(domain::FolderId, const QString &)> &existing,
                              const support::Clock &clock, support::Random &random);

} // namespace learnlab::transfer
