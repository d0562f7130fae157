#include "support/qt_scheduler.h"

#include <QHash>
#include <QObject>
#include <QTimerEvent>

#include <algorithm>
#include <limits>

namespace learnlab::support {

/// One QObject carries all timers: an object for each would have to be destroyed inside its own signal.
class QtScheduler::Context final : public QObject
{
public:
    TimerId add(std::chrono::milliseconds delay, Task task)
    {
        // Qt counts in an int of milliseconds, 24 days; nothing here waits longer on purpose.
        constexpr std::chrono::milliseconds longest(std::numeric_limits<int>::max());
        const int id = startTimer(std::clamp(delay, std::chrono::milliseconds(0), longest), Qt::CoarseTimer);
        m_tasks.insert(id, std::move(task));
        return static_cast<TimerId>(id);
    }

    void remove(TimerId timer)
    {
        const int id = static_cast<int>(timer);
        if (m_tasks.remove(id) > 0)
            killTimer(id);
    }

protected:
    void timerEvent(QTimerEvent *event) override
    {
        const Task task = m_tasks.take(event->timerId());
        killTimer(event->timerId());
        if (task)
            task();
    }

private:
    QHash<int, Task> m_tasks;
};

QtScheduler::QtScheduler() : m_context(std::make_unique<Context>()) {}
QtScheduler::~QtScheduler() = default;

void QtScheduler::post(Task task)
{
    QMetaObject::invokeMethod(m_context.get(), std::move(task), Qt::QueuedConnection);
}

Scheduler::TimerId QtScheduler::after(std::chrono::milliseconds delay, Task task)
{
    return m_context->add(delay, std::move(task));
}

void QtScheduler::cancel(TimerId timer)
{
    m_context->remove(timer);
}

} // namespace learnlab::support
