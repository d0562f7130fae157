#pragma once

#include "support/scheduler.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace learnlab::support {

/// Threads that run tasks in the order given (one thread: strictly one after the other). The queue is bounded: post()
/// waits while it is full, tryPost() refuses; the window's thread uses only the latter. Owner: any one thread, which
/// also destroys it; tasks already taken in are finished first.
class Worker
{
public:
    explicit Worker(const std::string &name, size_t capacity = 1024, int threads = 1);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Any thread but the worker's own.
    void post(Task task);
    /// Any thread. False: the queue is full, the task was not taken.
    [[nodiscard]] bool tryPost(Task task);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_emptied;
    std::deque<Task> m_tasks;
    size_t m_capacity;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace learnlab::support
