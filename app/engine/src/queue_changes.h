#pragma once

#include "engine/commands.h"

#include <QHash>

namespace learnlab::engine {

/// Makes operations for the queue, each standing on what the mirror holds when it is made: behind the last pending
/// operation on the same thing, else on the row's revision. Lives for one job on the writer's thread.
class ChangeQueue
{
public:
    ChangeQueue(mirror::Writer &writer, support::Clock &clock, support::Random &random);

    /// Gives the operation its id, time and base, and queues it. What only the user can put right is an error of this
    /// one operation (see isRefusal); everything else must fail the job.
    [[nodiscard]] domain::Result<domain::OperationId> add(domain::Operation operation);

    [[nodiscard]] const mirror::Reader &read() const { return m_writer.read(); }

private:
    void setBase(domain::Operation &operation) const;

    mirror::Writer &m_writer;
    support::Clock &m_clock;
    support::Random &m_random;
    QHash<domain::ItemRef, domain::OperationId> m_last;
};

/// Says no to one thing while others may go on; not the disk's or the mirror's trouble.
[[nodiscard]] bool isRefusal(const domain::Error &error);

/// The revision that the mirror holds; none for what is not there.
[[nodiscard]] std::optional<qint64> revisionOf(const mirror::Reader &reader, domain::ItemRef item);

} // namespace learnlab::engine
