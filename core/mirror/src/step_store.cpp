#include "mirror/store.h"

#include "batch.h"

#include <vector>

namespace learnlab::mirror {

namespace {

class StepStore final : public Store
{
public:
    StepStore(std::unique_ptr<Writer> writer, support::Scheduler &scheduler)
        : m_writer(std::move(writer)), m_scheduler(scheduler)
    {}

    void write(Job job, Done done) override
    {
        const domain::Result<void> result = runBatch(*m_writer, {std::move(job)}).constFirst();
        (void)m_writer->settleOrder(); // goes on with the next job
        (void)m_writer->checkpoint();
        // Later, as with the real one: nobody may rely on being answered within the call.
        m_scheduler.post([this, alive = std::weak_ptr<int>(m_alive), result, done = std::move(done),
                          change = m_writer->takeChange()] {
            if (alive.expired())
                return;
            for (const Listener &listener : std::vector(m_listeners))
                listener(change);
            if (done)
                done(result);
        });
    }

    [[nodiscard]] const Reader &read() const override { return m_writer->read(); }
    void listen(Listener listener) override { m_listeners.push_back(std::move(listener)); }

private:
    std::unique_ptr<Writer> m_writer;
    support::Scheduler &m_scheduler;
    std::vector<Listener> m_listeners;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace

domain::Result<std::unique_ptr<Store>> openStepStore(const QString &path, support::Scheduler &scheduler)
{
    domain::Result<std::unique_ptr<Writer>> writer = openWriter(path);
    if (!writer)
        return tl::make_unexpected(writer.error());
    return std::make_unique<StepStore>(std::move(*writer), scheduler);
}

} // namespace learnlab::mirror
