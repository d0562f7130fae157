#include "batch.h"

#include "writer_impl.h"

namespace learnlab::mirror {

namespace {

/// Nothing when the transaction as a whole was lost, so that every job has to be run again.
std::optional<QList<Result<void>>> runInOne(Writer &writer, const QList<Store::Job> &jobs, Writer::Steps steps)
{
    QList<Result<void>> results;
    if (writer.begin(steps)) {
        for (const Store::Job &job : jobs) {
            results.append(writer.step(job));
            if (!writer.inTransaction() || (steps == Writer::Steps::Together && !results.last()))
                break;
        }
        if (results.size() == jobs.size() && writer.inTransaction() && writer.commit())
            return results;
    }
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
    // Nearly always nothing fails, and then nothing has to be undone alone.
    if (std::optional<QList<Result<void>>> results = runInOne(writer, jobs, Writer::Steps::Together))
        return *results;
    if (jobs.size() > 1) {
        if (std::optional<QList<Result<void>>> results = runInOne(writer, jobs, Writer::Steps::Apart))
            return *results;
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
