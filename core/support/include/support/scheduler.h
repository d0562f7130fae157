#pragma once

#include <chrono>
#include <functional>

#include <QtGlobal>

namespace learnlab::support {

using Task = std::function<void()>;

/// Runs tasks one after the other on the engine's thread. The engine's rooms know time only through it and through
/// Clock, so that a test can run the whole engine step by step from a seed.
///
/// post() may be called from any thread; after() and cancel() only from the engine's own.
class Scheduler
{
public:
    using TimerId = quint64;

    virtual ~Scheduler() = default;
    virtual void post(Task task) = 0;
    virtual TimerId after(std::chrono::milliseconds delay, Task task) = 0;
    virtual void cancel(TimerId timer) = 0;
};

} // namespace learnlab::support
