#pragma once

#include "engine/commands.h"

namespace learnlab::engine {

/// Makes operations for the queue, each standing on the revision that the mirror holds when it is made (or, as the
/// mirror sees to, behind the last pending operation on the same thing). Lives for one job on the writer's thread.
class ChangeQueue
{
public:
    /// What is added is part of `action`, or (null) each an action of its own.
    ChangeQueue(mirror::Writer &writer, support::Clock &clock, support::Random &random, domain::ActionId action = {})
        : m_writer(writer), m_clock(clock), m_random(random), m_action(action)
    {}

    /// Gives the operation its id, time and base, and queues it. What only the user can put right is an error of this
    /// one operation (see isRefusal); everything else must fail the job.
    [[nodiscard]] domain::Result<domain::OperationId> add(domain::Operation operation);

    [[nodiscard]] const mirror::Reader &read() const { return m_writer.read(); }

private:
    void setBase(domain::Operation &operation) const;

    mirror::Writer &m_writer;
    support::Clock &m_clock;
    support::Random &m_random;
    const domain::ActionId m_action;
};

/// Says no to one thing while others may go on; not the disk's or the mirror's trouble.
[[nodiscard]] bool isRefusal(const domain::Error &error);

/// The revision that the mirror holds; none for what is not there.
[[nodiscard]] std::optional<qint64> revisionOf(const mirror::Reader &reader, domain::ItemRef item);

} // namespace learnlab::engine
