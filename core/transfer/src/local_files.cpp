#include "digest_pass.h"
#include "give_name.h"
#include "publish.h"
#include "transfer/transfers.h"

#include "support/worker.h"

#include <cerrno>
#include <deque>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

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
    bool isBareMountPoint(const QByteArray &folder, quint64 device) override
    {
        return transfer::isBareMountPoint(folder, device);
    }
    qint64 sizeOf(const QByteArray &path) override
    {
        struct stat status = {};
        return ::lstat(path.constData(), &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : 0;
    }
    bool exists(const QByteArray &path) override
    {
        struct stat status = {};
        return ::lstat(path.constData(), &status) == 0 && !isPlaceholder(path);
    }
    void remove(const QByteArray &path) override { ::unlink(path.constData()); }

private:
    class Plain;
    class Digesting;
    JobHandle start(std::function<Result<void>(const std::atomic<bool> &)> work,
                    std::function<void(Result<void>)> done);
    void publishWaiting();

    /// What waits to be published; taken together by the one thread that does it.
    struct Waiting
    {
        Publication publication;
        std::shared_ptr<Shared> shared;
        std::function<void(Result<void>)> done;
    };
    std::mutex m_mutex;
    std::deque<Waiting> m_waiting;
    bool m_publishing = false;

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
        : m_files(files),
          m_reading(std::move(reading)),
          m_done(std::move(done)),
          m_pass(path, m_reading.partSize, m_reading.total)
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
    constexpr qint64 large = 16 * 1024 * 1024; // takes long to read: the others do not wait for it
    const Publication publication{
        temporary,          finalPath,      sha256, publishing.replace, publishing.ownerOnly ? 0600U : m_mode,
        publishing.arrived, publishing.size};
    if ((publishing.size >= 0 ? publishing.size : sizeOf(temporary)) > large) {
        return start(
            [publication](const std::atomic<bool> &cancelled) {
                const auto whether = [&cancelled](qsizetype) -> const std::atomic<bool> & { return cancelled; };
                return publishFiles({publication}, whether).first();
            },
            std::move(done));
    }
    auto shared = std::make_shared<Shared>();
    bool begin = false;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({publication, shared, std::move(done)});
        begin = !std::exchange(m_publishing, true);
    }
    if (begin)
        m_pool.post([this] { publishWaiting(); });
    return std::make_unique<Plain>(std::move(shared));
}

/// On a pool thread, one at a time: what comes meanwhile gathers for the next round.
void DiskFiles::publishWaiting()
{
    constexpr size_t most = 128;
    for (;;) {
        auto taken = std::make_shared<std::vector<Waiting>>();
        {
            const std::lock_guard lock(m_mutex);
            while (!m_waiting.empty() && taken->size() < most) {
                taken->push_back(std::move(m_waiting.front()));
                m_waiting.pop_front();
            }
            m_publishing = !taken->empty();
        }
        if (taken->empty())
            return;
        QList<Publication> publications;
        for (const Waiting &waiting : *taken)
            publications.append(waiting.publication);
        const auto results = publishFiles(publications, [&taken](qsizetype i) -> const std::atomic<bool> & {
            return (*taken)[static_cast<size_t>(i)].shared->cancelled;
        });
        // The callbacks belong to the engine's thread, and go away there.
        m_scheduler.post([taken = std::move(taken), results] {
            for (size_t i = 0; i < taken->size(); ++i) {
                if (!(*taken)[i].shared->cancelled)
                    (*taken)[i].done(results.at(static_cast<qsizetype>(i)));
            }
        });
    }
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
