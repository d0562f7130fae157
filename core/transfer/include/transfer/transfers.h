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
    std::optional<std::chrono::seconds> timeLeft = {}; ///< steady; none until it can be told
};

struct Summary
{
    int active = 0; ///< queued, preparing, sending, completing
    int waiting = 0;
    int paused = 0;
    int failed = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    qint64 bytesPerSecond = 0;
    /// Bytes are moving, or an answer is awaited: the computer should not go to sleep now.
    bool sending = false;
    /// "Safe to close the lid": nothing is queued, moving or waiting, and everything that was is confirmed by the
    /// server. What is paused or failed stays for the user and is told by its own numbers.
    bool safeToClose = true;
    std::optional<std::chrono::seconds> timeLeft = {}; ///< of all that is active; steady
};

/// Bytes a second over all transfers together, 0: as fast as it goes.
struct RateLimits
{
    qint64 up = 0;
    qint64 down = 0;
    friend bool operator==(const RateLimits &, const RateLimits &) = default;
};

/// What the computer says of its network.
struct NetworkCondition
{
    bool metered = false;
    bool meteredAllowed = true; ///< the user's wish: false lets transfers wait while the network is metered
    friend bool operator==(const NetworkCondition &, const NetworkCondition &) = default;
};

/// Uploads and downloads that outlive the process. Decides in a pure function (transfer/decide.h), stores every change
/// of state before acting on it, and carries out effects through Api, Wire and LocalFiles. Engine thread.
class Transfers
{
public:
    virtual ~Transfers() = default;
    virtual void start() = 0; ///< takes up what the mirror holds; goes on by itself
    virtual void stop() = 0;  ///< nothing is lost: the next start goes on
    virtual void nudge() = 0; ///< something was queued, or the network is back

    virtual void pause(domain::TransferId id) = 0;
    virtual void resume(domain::TransferId id) = 0;
    virtual void cancel(domain::TransferId id) = 0;
    virtual void retry(domain::TransferId id) = 0;
    /// Go on in this way where the name is taken: after a conflict, or before there is one. What is being completed
    /// already is left.
    virtual void retryWith(domain::TransferId id, domain::OnConflict onConflict) = 0;
    virtual void pauseAll() = 0;
    virtual void resumeAll() = 0;
    virtual void clearFinished() = 0;

    /// Its turn comes before all others'. What is under way stays under way.
    virtual void first(domain::TransferId id) = 0;
    /// Right before another one in the queue; a null `before`: behind all.
    virtual void moveBefore(domain::TransferId id, domain::TransferId before) = 0;
    /// To all transfers of a group (Transfer::groupId) that are not over.
    virtual void pauseGroup(domain::TransferId group) = 0;
    virtual void resumeGroup(domain::TransferId group) = 0;
    virtual void cancelGroup(domain::TransferId group) = 0;
    virtual void retryGroup(domain::TransferId group) = 0;
    virtual void firstGroup(domain::TransferId group) = 0;

    /// At once, also for what is under way. Not remembered: told anew after every start.
    virtual void setRateLimits(const RateLimits &limits) = 0;
    [[nodiscard]] virtual RateLimits rateLimits() const = 0;
    virtual void setNetwork(const NetworkCondition &network) = 0;
    /// Another network, or awake after sleep: what waits for the network or for a dead connection tries at once.
    virtual void networkChanged() = 0;

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
[[nodiscard]] std::unique_ptr<Wire> makeCurlWire(support::Scheduler &scheduler, const QByteArray &caFile = {},
                                                 const api::Network &network = {});
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
    domain::TransferGroup group;      ///< for mirror::Writer::addTransferGroup, before the transfers
    QList<domain::Operation> folders; ///< CreateFolder with useExisting, parents first
    QList<domain::Transfer> transfers;
    QList<Refused> refused;
    qint64 bytes = 0;
};

/// Which folder of that name is already in a folder, so that ids are reused.
using ExistingFolder = std::function<std::optional<domain::FolderId>(domain::FolderId, const QString &)>;

/// Walks what was dropped (files and folders, empty ones too; links to files are followed, circles refused; sockets,
/// devices and names that are not UTF-8 are refused one by one) and plans it below a target. Reads the disk: pool
/// thread, one at a time. Step by step: what is planned is queued, and on its way, while the rest is still being
/// walked.
class UploadPlanner
{
public:
    virtual ~UploadPlanner() = default;
    /// The next `most` files or so, with the folders they need; all steps share one group. Nothing at all: the end.
    [[nodiscard]] virtual Plan next(qsizetype most) = 0;
    [[nodiscard]] virtual bool atEnd() const = 0;
};
[[nodiscard]] std::unique_ptr<UploadPlanner> makeUploadPlanner(const QList<QByteArray> &localPaths,
                                                               domain::FolderId target, domain::OnConflict onConflict,
                                                               ExistingFolder existing, const support::Clock &clock,
                                                               support::Random &random);

/// What a drop would come to, before anything is queued.
struct Survey
{
    qint64 files = 0;
    qint64 folders = 0;
    qint64 bytes = 0;
    qint64 largestFile = 0;
    qint64 refused = 0;                ///< cannot go: sockets, unreadable, names that are not UTF-8
    qint64 illegalElsewhere = 0;       ///< names that other systems cannot hold
    qint64 present = 0;                ///< files whose name is taken at their place
    QList<QByteArray> refusedExamples; ///< some local paths of each
    QList<QByteArray> illegalExamples;
    QList<QByteArray> presentExamples;
};
/// Is a file of this name in the folder already?
using ExistingFile = std::function<bool(domain::FolderId, const QString &)>;
/// Adds one step's plan to the survey.
void addToSurvey(const Plan &plan, const ExistingFile &existing, Survey *survey);

} // namespace learnlab::transfer
