#include "batch.h"

#include "writer_impl.h"

namespace learnlab::mirror {

namespace {

/// Nothing when the transaction as a whole was lost, so that every job has to be run again.
std::optional<QList<Result<void>>> runTogether(Writer &writer, const QList<Store::Job> &jobs)
{
    if (!writer.begin())
        return std::nullopt;
    QList<Result<void>> results;
    for (const Store::Job &job : jobs) {
        results.append(writer.step(job));
        if (!writer.inTransaction())
            return std::nullopt;
    }
    if (writer.commit())
        return results;
    writer.rollback();
    return std::nullopt;
}

Result<void> runAlone(Writer &writer, const Store::Job &job)
{
    if (const Result<void> begun = writer.begin(); !begun)
        return begun;
    Result<void> done = writer.step(job);
    if (done)
        done = writer.commit();
    if (!done)
        writer.rollback();
    return done;
}

} // namespace

QList<Result<void>> runBatch(Writer &writer, const QList<Store::Job> &jobs)
{
    if (jobs.size() > 1) {
        if (std::optional<QList<Result<void>>> results = runTogether(writer, jobs))
            return *results;
        writer.rollback();
    }
    QList<Result<void>> results;
    for (const Store::Job &job : jobs)
        results.append(runAlone(writer, job));
    return results;
}

Result<void> Writer::step(const std::function<Result<void>(Writer &)> &job)
{
    return m_impl->write([&](Impl::Parts &) { return job(*this); });
}

bool Writer::inTransaction() const
{
    return m_impl->connection.inTransaction();
}

} // namespace learnlab::mirror
