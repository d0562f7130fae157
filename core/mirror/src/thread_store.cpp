#include "mirror/store.h"

#include "batch.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace learnlab::mirror {

namespace {

/// So many jobs share one commit at most: a batch that has to be taken apart stays small.
constexpr qsizetype mostTogether = 256;
constexpr auto quietTime = std::chrono::milliseconds(500);
constexpr auto timeBeforeCheck = std::chrono::seconds(30);

class ThreadStore final : public Store
{
public:
    ThreadStore(std::unique_ptr<Writer> writer, std::unique_ptr<Reader> reader, support::Scheduler &scheduler)
        : m_writer(std::move(writer)), m_reader(std::move(reader)), m_scheduler(scheduler), m_thread([this] { run(); })
    {}

    ~ThreadStore() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_filled.notify_one();
        m_thread.join();
    }

    void write(Job job, Done done) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back({std::move(job), std::move(done)});
        }
        m_filled.notify_one();
    }

    [[nodiscard]] const Reader &read() const override { return *m_reader; }
    void listen(Listener listener) override { m_listeners.push_back(std::move(listener)); }

private:
    struct Waiting
    {
        Job job;
        Done done;
    };

    /// Waits for jobs; empty when the store is being destroyed and none is left.
    QList<Waiting> takeBatch()
    {
        std::unique_lock lock(m_mutex);
        settleOrder(lock);
        if (m_waiting.empty() && !m_stopping) {
            // Nobody has waited for a while: the moment to empty the log. In the short pauses of a busy time that would
            // cost each commit twice.
            if (!m_filled.wait_for(lock, quietTime, [this] { return m_stopping || !m_waiting.empty(); })) {
                lock.unlock();
                (void)m_writer->checkpoint(true);
                lock.lock();
                lookForDamage(lock);
            }
            m_filled.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        }
        QList<Waiting> batch;
        while (!m_waiting.empty() && batch.size() < mostTogether) {
            batch.append(std::move(m_waiting.front()));
            m_waiting.pop_front();
        }
        return batch;
    }

    /// After another language was chosen, or by a newer program: what the names of a million files take some seconds
    /// for is done a little at a time, whenever nobody waits.
    void settleOrder(std::unique_lock<std::mutex> &lock)
    {
        bool settled = false;
        while (!settled && m_waiting.empty() && !m_stopping) {
            lock.unlock();
            const domain::Result<bool> step = m_writer->settleOrder();
            settled = !step || *step; // what failed is tried again behind the next job
            (void)m_writer->checkpoint();
            if (const Change change = m_writer->takeChange(); change.everything)
                answer({}, {}, {}, change);
            lock.lock();
        }
    }

    /// A large database is not looked through before it is opened, which took a second for a million files.
    void lookForDamage(std::unique_lock<std::mutex> &lock)
    {
        const auto wanted = [this] { return m_stopping || !m_waiting.empty(); };
        if (m_lookedThrough || m_filled.wait_for(lock, timeBeforeCheck, wanted))
            return;
        lock.unlock();
        m_lookedThrough = m_writer->check([&] {
            const std::lock_guard again(m_mutex);
            return !wanted();
        });
        lock.lock();
    }

    void run()
    {
        for (QList<Waiting> batch = takeBatch(); !batch.isEmpty(); batch = takeBatch()) {
            QList<Job> jobs;
            QList<Done> dones;
            for (Waiting &waiting : batch) {
                jobs.append(std::move(waiting.job));
                dones.append(std::move(waiting.done));
            }
            const QList<domain::Result<void>> results = runBatch(*m_writer, jobs);
            // What the jobs hold may belong to the engine's thread, and so goes away there.
            answer(std::move(jobs), std::move(dones), results, m_writer->takeChange());
            (void)m_writer->checkpoint();
        }
    }

    void answer(QList<Job> jobs, QList<Done> dones, const QList<domain::Result<void>> &results, const Change &change)
    {
        m_scheduler.post([this, alive = m_alive, jobs = std::move(jobs), dones = std::move(dones), results, change] {
            if (alive.expired())
                return;
            for (const Listener &listener : std::vector(m_listeners))
                listener(change);
            for (qsizetype i = 0; i < dones.size() && !alive.expired(); ++i) {
                if (dones.at(i))
                    dones.at(i)(results.at(i));
            }
        });
    }

    std::unique_ptr<Writer> m_writer; ///< used by the writer's thread alone
    std::unique_ptr<Reader> m_reader;
    support::Scheduler &m_scheduler;
    std::vector<Listener> m_listeners;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
    std::weak_ptr<int> m_alive = m_life; ///< expires on the engine's thread, which is where it is asked
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Waiting> m_waiting;
    bool m_stopping = false;
    bool m_lookedThrough = false; ///< of the writer's thread
    std::thread m_thread;
};

} // namespace

domain::Result<std::unique_ptr<Store>> openStore(const QString &path, support::Scheduler &scheduler, Opened *opened)
{
    domain::Result<std::unique_ptr<Writer>> writer = openWriter(path, opened);
    if (!writer)
        return tl::make_unexpected(writer.error());
    domain::Result<std::unique_ptr<Reader>> reader = openReader(path);
    if (!reader)
        return tl::make_unexpected(reader.error());
    return std::make_unique<ThreadStore>(std::move(*writer), std::move(*reader), scheduler);
}

} // namespace learnlab::mirror
