#pragma once

#include "support/scheduler.h"

#include <memory>

namespace learnlab::support {

/// The scheduler of a running program: tasks run in the Qt event loop of the thread that made it. Make, use after() and
/// cancel(), and destroy it on that thread; whoever posts from elsewhere must be gone by then. Tasks and timers still
/// waiting at destruction never run.
class QtScheduler final : public Scheduler
{
public:
    QtScheduler();
    ~QtScheduler() override;
    QtScheduler(const QtScheduler &) = delete;
    QtScheduler &operator=(const QtScheduler &) = delete;

    void post(Task task) override;
    TimerId after(std::chrono::milliseconds delay, Task task) override;
    void cancel(TimerId timer) override;

private:
    class Context;
    std::unique_ptr<Context> m_context;
};

} // namespace learnlab::support
