#pragma once

#include "fakes/step_scheduler.h"
#include "support/random.h"

#include <QStringList>

#include <map>
#include <memory>

namespace learnlab::simulation {

/// Time, chance and the order of things. What the client set in motion ends with it; what is on its way to the server
/// or happens there does not.
class World final : public support::Scheduler
{
public:
    explicit World(quint64 seed) : random(seed), clientRandom(seed ^ 0xC11E57) {}

    // the client's scheduler
    void post(support::Task task) override { add(std::chrono::milliseconds(0), std::move(task), true); }
    TimerId after(std::chrono::milliseconds delay, support::Task task) override
    {
        return add(delay, std::move(task), true);
    }
    void cancel(TimerId timer) override;

    /// Something of the world, which the end of the client does not stop.
    void later(std::chrono::milliseconds delay, support::Task task) { add(delay, std::move(task), false); }
    /// Runs the next task, moving the clock to it. False: there is none.
    bool step();
    void forgetClient();

    [[nodiscard]] bool chance(int percent) { return faults && random.below(100) < static_cast<quint64>(percent); }
    [[nodiscard]] std::chrono::milliseconds delay(quint64 most = 40)
    {
        return std::chrono::milliseconds(1 + random.below(most));
    }
    void violated(const QString &what) { violations.append(what); }

    fakes::FakeClock clock;
    support::SeededRandom random;
    support::SeededRandom clientRandom;
    bool faults = true;
    QStringList violations;

private:
    struct Item
    {
        support::Task task;
        bool client = true;
    };
    TimerId add(std::chrono::milliseconds delay, support::Task task, bool client);

    std::map<std::pair<support::Monotonic, TimerId>, Item> m_items;
    TimerId m_last = 0;
};

/// Something that can be called off by destroying its handle.
class Alive
{
public:
    [[nodiscard]] std::weak_ptr<char> watch() const { return m_alive; }

private:
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace learnlab::simulation
