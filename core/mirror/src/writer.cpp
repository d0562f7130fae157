#include "writer_impl.h"

namespace learnlab::mirror {

namespace {

/// 1,000 pages are 4 MB: what a reader has to look through beside the database.
constexpr int pagesBeforeCheckpoint = 1000;

} // namespace

Result<void> Writer::Impl::write(const std::function<Result<void>(Parts &)> &body)
{
    Transaction transaction(connection);
    Parts parts(context);
    const Result<void> done = body(parts);
    if (!done) {
        // What failed below is why the body went wrong, if anything did.
        const Result<void> failure = connection.takeFailure();
        return failure ? done : failure;
    }
    parts.tree.writeIndex();
    return transaction.commit();
}

Writer::Writer(std::unique_ptr<Connection> connection) : m_impl(std::make_unique<Impl>(std::move(connection))) {}
Writer::~Writer() = default;

const Reader &Writer::read() const
{
    return m_impl->reader;
}

Result<void> Writer::applyPage(const ChangesPage &page)
{
    return m_impl->write([&page](Impl::Parts &parts) {
        parts.feed.apply(page);
        return Result<void>();
    });
}

Result<void> Writer::beginResync()
{
    return m_impl->write([](Impl::Parts &parts) {
        parts.feed.beginResync();
        return Result<void>();
    });
}

Result<void> Writer::queueOperation(const Operation &operation)
{
    return m_impl->write([&operation](Impl::Parts &parts) { return parts.operations.queue(operation); });
}

Result<void> Writer::finishOperation(const domain::OperationResult &result)
{
    return m_impl->write([&result](Impl::Parts &parts) {
        const bool holds = parts.operations.holdsUnseen(result.id);
        Result<void> finished = parts.operations.finish(result);
        if (holds && finished)
            parts.feed.sweepAgain();
        return finished;
    });
}

Result<void> Writer::forgetOperation(OperationId id)
{
    return m_impl->write([id](Impl::Parts &parts) {
        const bool holds = parts.operations.holdsUnseen(id);
        Result<void> forgotten = parts.operations.forget(id);
        if (holds && forgotten)
            parts.feed.sweepAgain();
        return forgotten;
    });
}

Change Writer::takeChange()
{
    return m_impl->notes.take();
}

Result<void> Writer::begin()
{
    m_impl->connection.execute("BEGIN IMMEDIATE");
    return m_impl->connection.takeFailure();
}

Result<void> Writer::commit()
{
    m_impl->connection.execute("COMMIT");
    return m_impl->connection.takeFailure();
}

void Writer::rollback()
{
    if (m_impl->connection.inTransaction())
        m_impl->connection.execute("ROLLBACK");
    // Rolling back cannot be helped if it fails; what it was for has been reported.
    (void)m_impl->connection.takeFailure();
}

Result<void> Writer::checkpoint(bool idle)
{
    const bool much = m_impl->connection.walPages() >= pagesBeforeCheckpoint;
    if (m_impl->connection.walPages() > 0 && (much || idle))
        m_impl->connection.checkpoint(idle);
    return m_impl->connection.takeFailure();
}

} // namespace learnlab::mirror
