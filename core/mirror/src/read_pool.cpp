#include "mirror/read_pool.h"

#include "connection.h"
#include "mirror/store.h"
#include "name_table.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace learnlab::mirror {

namespace {

constexpr auto namesKept = std::chrono::minutes(2);

} // namespace

/// Knows whether the one who asked still lives. The mutex keeps it alive while an answer is handed to its thread; from
/// then on Qt drops the answer should the asker go.
struct ReadPool::Guard
{
    std::mutex mutex;
    QObject *context = nullptr;
    QMetaObject::Connection connection;

    ~Guard() { QObject::disconnect(connection); }
};

class ReadPool::Impl
{
public:
    Impl(const QString &path, int threads) : m_path(path)
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { run(); });
    }

    ~Impl()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
            m_questions.clear();
        }
        m_filled.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    void post(Question question)
    {
        // Destroyed outside the lock: what a question holds is not ours.
        std::deque<Question> dropped;
        {
            const std::lock_guard lock(m_mutex);
            if (question.replaces) {
                const auto same = [&question](const Question &other) {
                    return other.replaces && other.asker == question.asker;
                };
                const auto first = std::stable_partition(m_questions.begin(), m_questions.end(),
                                                         [&same](const Question &other) { return !same(other); });
                std::move(first, m_questions.end(), std::back_inserter(dropped));
                m_questions.erase(first, m_questions.end());
            }
            m_questions.push_back(std::move(question));
        }
        m_filled.notify_one();
    }

private:
    void run()
    {
        std::unique_ptr<Reader> reader;
        for (;;) {
            Question question;
            {
                std::unique_lock lock(m_mutex);
                const auto filled = [this] { return m_stopping || !m_questions.empty(); };
                if (!m_filled.wait_for(lock, namesKept, filled)) {
                    // Nobody searches: fifty bytes for each file are worth having back.
                    lock.unlock();
                    forgetNames();
                    lock.lock();
                    m_filled.wait(lock, filled);
                }
                if (m_stopping)
                    return;
                question = std::move(m_questions.front());
                m_questions.pop_front();
            }
            if (!reader)
                reader = open();
            question.run(reader ? *reader : emptyReader());
        }
    }

    std::unique_ptr<Reader> open() const
    {
        domain::Result<std::unique_ptr<Reader>> reader = openReader(m_path, m_names);
        return reader ? std::move(*reader) : nullptr;
    }

    void forgetNames()
    {
        const std::lock_guard lock(m_names->mutex());
        m_names->clear();
    }

    /// Answers every question with nothing, until the database can be opened.
    const Reader &emptyReader()
    {
        static thread_local std::unique_ptr<Reader> empty;
        if (!empty) {
            domain::Result<std::unique_ptr<Connection>> nowhere =
                Connection::open(QString(), Connection::Mode::Nowhere);
            Q_ASSERT(nowhere);
            empty = std::make_unique<Reader>(std::move(*nowhere));
        }
        return *empty;
    }

    QString m_path;
    std::shared_ptr<NameTable> m_names = std::make_shared<NameTable>();
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Question> m_questions;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

ReadPool::ReadPool(const QString &path, int threads) : m_impl(std::make_unique<Impl>(path, threads)) {}
ReadPool::~ReadPool() = default;

ReadPool::GuardPointer ReadPool::guard(QObject *context)
{
    auto guard = std::make_shared<Guard>();
    guard->context = context;
    guard->connection = QObject::connect(
        context, &QObject::destroyed, context,
        [weak = std::weak_ptr<Guard>(guard)] {
            if (const GuardPointer alive = weak.lock()) {
                const std::lock_guard lock(alive->mutex);
                alive->context = nullptr;
            }
        },
        Qt::DirectConnection);
    return guard;
}

void ReadPool::post(Question question)
{
    m_impl->post(std::move(question));
}

void ReadPool::deliver(const GuardPointer &guard, std::function<void()> call)
{
    const std::lock_guard lock(guard->mutex);
    if (guard->context)
        QMetaObject::invokeMethod(guard->context, std::move(call), Qt::QueuedConnection);
}

} // namespace learnlab::mirror
