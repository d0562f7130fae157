#include "support/worker.h"

#include <pthread.h>

namespace learnlab::support {

Worker::Worker(const std::string &name, size_t capacity, int threads) : m_capacity(capacity)
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this] { run(); });
        // What `top -H` and debuggers show; the kernel takes 15 characters.
        pthread_setname_np(m_threads.back().native_handle(), name.substr(0, 15).c_str());
    }
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_filled.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void Worker::post(Task task)
{
    {
        std::unique_lock lock(m_mutex);
        m_emptied.wait(lock, [this] { return m_tasks.size() < m_capacity; });
        m_tasks.push_back(std::move(task));
    }
    m_filled.notify_one();
}

bool Worker::tryPost(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_tasks.size() >= m_capacity)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_filled.notify_one();
    return true;
}

void Worker::run()
{
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_filled.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        m_emptied.notify_one();
        task();
    }
}

} // namespace learnlab::support
