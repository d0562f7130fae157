#pragma once

#include "mirror/writer.h"
#include "support/scheduler.h"

#include <QString>

#include <functional>

namespace learnlab::mirror {

/// How the engine writes: jobs run one after the other on the writer's thread, each in one transaction, several of them
/// in one commit where they wait together. The engine's rooms know only this, so that a test can run it in step.
class Store
{
public:
    using Job = std::function<domain::Result<void>(Writer &)>;
    using Done = std::function<void(domain::Result<void>)>;
    using Listener = std::function<void(const Change &)>;

    virtual ~Store() = default;
    /// `done` comes on the engine's thread after the commit: what it hears of is on disk. A job that fails is rolled
    /// back alone. Where a whole batch cannot be committed its jobs are run again one by one: a job must stand being
    /// run twice. Jobs are not lost: the queue is bounded by making those who pull (sync) wait for `done`.
    virtual void write(Job job, Done done) = 0;
    /// The engine's own reader, for small questions on the engine's thread.
    [[nodiscard]] virtual const Reader &read() const = 0;
    /// Called on the engine's thread after each commit, before the `done`s of its jobs. Listeners are added, never
    /// replaced, and stay for as long as the store.
    virtual void listen(Listener listener) = 0;
};

/// What opening found.
struct Opened
{
    bool created = false;
    bool rebuilt = false; ///< was damaged: set aside as mirror.db.damaged-N, queue and pending operations carried over
    int carriedTransfers = 0;
    int carriedOperations = 0;
};

/// Whether there is a mirror to open, be it one whose rebuilding was interrupted. Any thread, any process.
[[nodiscard]] bool mirrorExists(const QString &path);

/// Opens the writer's connection, creating and migrating the database; a damaged one is rebuilt with nothing of the
/// queue lost, and set aside. Where that is interrupted, by a kill or a full disk, the next call goes on. A small one is
/// looked through at once, a large one by the store when it has nothing to do. MirrorTooNew, LocalIo, LocalDiskFull.
[[nodiscard]] domain::Result<std::unique_ptr<Writer>> openWriter(const QString &path, Opened *opened = nullptr);
/// Opens one more reader on an existing database. Any thread; the reader belongs to it. `names`: see Reader.
[[nodiscard]] domain::Result<std::unique_ptr<Reader>> openReader(const QString &path,
                                                                 std::shared_ptr<NameTable> names = nullptr);

/// The real store: a writer thread and the engine's reader. Created and destroyed on the engine's thread; destruction
/// waits for the queued jobs.
[[nodiscard]] domain::Result<std::unique_ptr<Store>> openStore(const QString &path, support::Scheduler &scheduler,
                                                               Opened *opened = nullptr);
/// A store whose jobs run at once on the caller's thread: for tests that step through the engine.
[[nodiscard]] domain::Result<std::unique_ptr<Store>> openStepStore(const QString &path, support::Scheduler &scheduler);

} // namespace learnlab::mirror
