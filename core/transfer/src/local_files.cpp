#include "digest_pass.h"
#include "publish.h"
#include "transfer/transfers.h"

#include "support/worker.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace learnlab::transfer {

using domain::Result;

namespace {

/// What the engine's handle and the pool's thread share.
struct Shared
{
    std::atomic<bool> cancelled = false;
    std::atomic<qint64> upTo = -1;
};

class DiskFiles final : public LocalFiles
{
public:
    explicit DiskFiles(support::Scheduler &scheduler)
        : m_scheduler(scheduler), m_mode(newFileMode()), m_pool("learnlab-files", 4096, 2)
    {}

    Result<domain::LocalStamp> stamp(const QByteArray &path) override { return stampAt(path); }
    JobHandle digest(const QByteArray &path, const Reading &reading, std::function<void(Result<Digest>)> done) override;
    JobHandle publish(const QByteArray &temporary, const QByteArray &finalPath, const QByteArray &sha256,
                      const Publishing &publishing, std::function<void(Result<void>)> done) override;
    JobHandle copy(const QByteArray &from, const QByteArray &temporary,
                   std::function<void(Result<void>)> done) override;
    bool driveGone(const QByteArray &path, quint64 device) override { return isOnAnotherDevice(path, device); }
    qint64 sizeOf(const QByteArray &path) override
    {
        struct stat status = {};
        return ::lstat(path.constData(), &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : 0;
    }
    bool exists(const QByteArray &path) override
    {
        struct stat status = {};
        return ::lstat(path.constData(), &status) == 0;
    }
    void remove(const QByteArray &path) override { ::unlink(path.constData()); }

private:
    class Plain;
    class Digesting;
    JobHandle start(std::function<Result<void>(const std::atomic<bool> &)> work,
                    std::function<void(Result<void>)> done);

    support::Scheduler &m_scheduler;
    unsigned m_mode;
    support::Worker m_pool; // last: its threads end before anything else goes
};

class DiskFiles::Plain final : public Job
{
public:
    explicit Plain(std::shared_ptr<Shared> shared) : m_shared(std::move(shared)) {}
    ~Plain() override { m_shared->cancelled = true; }

private:
    std::shared_ptr<Shared> m_shared;
};

/// Reads in stretches: a reading that waits for proceed() holds no thread of the pool.
class DiskFiles::Digesting final : public Job, public std::enable_shared_from_this<DiskFiles::Digesting>
{
public:
    Digesting(DiskFiles &files, const QByteArray &path, Reading reading, std::function<void(Result<Digest>)> done)
        : m_files(files), m_reading(std::move(reading)), m_done(std::move(done)), m_pass(path, m_reading.partSize)
    {
        m_shared.upTo = m_reading.upTo;
    }
    void proceed(qint64 upTo) override
    {
        m_shared.upTo = upTo;
        if (std::exchange(m_paused, false))
            go();
    }
    void cancel() { m_shared.cancelled = true; }
    void go()
    {
        m_files.m_pool.post([self = shared_from_this()]() mutable { self->stretch(std::move(self)); });
    }

private:
    void stretch(std::shared_ptr<Digesting> self)
    {
        // The last reference goes on the engine's thread, where the callbacks live.
        auto outcome = m_pass.run(m_shared.cancelled, m_shared.upTo, [this, &self](const domain::Part &part) {
            if (m_reading.part) {
                m_files.m_scheduler.post([self, part] {
                    if (!self->m_shared.cancelled)
                        self->m_reading.part(part);
                });
            }
        });
        support::Scheduler &scheduler = m_files.m_scheduler;
        scheduler.post([self = std::move(self), outcome = std::move(outcome)] { self->ended(outcome); });
    }
    void ended(const Result<DigestPass::Outcome> &outcome)
    {
        if (m_shared.cancelled)
            return;
        if (!outcome) {
            m_done(tl::make_unexpected(outcome.error()));
        } else if (*outcome == DigestPass::Outcome::Finished) {
            m_done(m_pass.take());
        } else {
            m_paused = true;
            proceedIfAllowed();
        }
    }
    /// The limit may have been raised between the last look at it and the pause.
    void proceedIfAllowed()
    {
        if (m_shared.upTo < 0 || m_shared.upTo > m_pausedAt) {
            m_pausedAt = m_shared.upTo;
            m_paused = false;
            go();
        }
    }

    DiskFiles &m_files;
    Reading m_reading;
    std::function<void(Result<Digest>)> m_done;
    Shared m_shared;
    DigestPass m_pass;
    bool m_paused = false;
    qint64 m_pausedAt = -1;
};

/// The engine's end of a reading.
class DigestHandle final : public LocalFiles::Job
{
public:
    DigestHandle(std::shared_ptr<LocalFiles::Job> job, std::function<void()> cancel)
        : m_job(std::move(job)), m_cancel(std::move(cancel))
    {}
    ~DigestHandle() override { m_cancel(); }
    void proceed(qint64 upTo) override { m_job->proceed(upTo); }

private:
    std::shared_ptr<LocalFiles::Job> m_job;
    std::function<void()> m_cancel;
};

LocalFiles::JobHandle DiskFiles::digest(const QByteArray &path, const Reading &reading,
                                        std::function<void(Result<Digest>)> done)
{
    auto job = std::make_shared<Digesting>(*this, path, reading, std::move(done));
    job->go();
    return std::make_unique<DigestHandle>(job, [job] { job->cancel(); });
}

LocalFiles::JobHandle DiskFiles::start(std::function<Result<void>(const std::atomic<bool> &)> work,
                                       std::function<void(Result<void>)> done)
{
    auto shared = std::make_shared<Shared>();
    m_pool.post([this, shared, work = std::move(work), done = std::move(done)]() mutable {
        auto result = work(shared->cancelled);
        m_scheduler.post([shared, result = std::move(result), done = std::move(done)] {
            if (!shared->cancelled)
                done(result);
        });
    });
    return std::make_unique<Plain>(std::move(shared));
}

LocalFiles::JobHandle DiskFiles::publish(const QByteArray &temporary, const QByteArray &finalPath,
                                         const QByteArray &sha256, const Publishing &publishing,
                                         std::function<void(Result<void>)> done)
{
    const unsigned mode = publishing.ownerOnly ? 0600U : m_mode;
    return start(
        [=, replace = publishing.replace](const std::atomic<bool> &cancelled) {
            return publishFile(temporary, finalPath, sha256, replace, mode, cancelled);
        },
        std::move(done));
}

LocalFiles::JobHandle DiskFiles::copy(const QByteArray &from, const QByteArray &temporary,
                                      std::function<void(Result<void>)> done)
{
    return start([=](const std::atomic<bool> &cancelled) { return copyFile(from, temporary, cancelled); },
                 std::move(done));
}

} // namespace

std::unique_ptr<LocalFiles> makeLocalFiles(support::Scheduler &scheduler)
{
    return std::make_unique<DiskFiles>(scheduler);
}

} // namespace learnlab::transfer
