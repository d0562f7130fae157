#include "order_keys.h"
#include "writer_impl.h"

namespace learnlab::mirror {

namespace {

/// 1,000 pages are 4 MB: what a reader has to look through beside the database.
constexpr int pagesBeforeCheckpoint = 1000;
/// At 32 MB readers that always follow one another are waited for.
constexpr int mostPages = 8000;

} // namespace

Result<void> Writer::Impl::write(const std::function<Result<void>(Parts &)> &body)
{
    if (together)
        return join(body);
    const bool outermost = !connection.inTransaction();
    const TotalsChange before = totals;
    const NameBlocks namesBefore = names;
    Transaction transaction(connection);
    Parts parts(context);
    const Result<void> done = body(parts);
    if (!done) {
        totals = before;
        names = namesBefore;
        // What failed below is why the body went wrong, if anything did.
        const Result<void> failure = connection.takeFailure();
        return failure ? done : failure;
    }
    if (outermost) {
        totals.write(connection);
        names.write(connection);
    }
    Result<void> committed = transaction.commit();
    if (!committed) {
        totals = before;
        names = namesBefore;
    }
    return committed;
}

/// A savepoint for each of thousands of small steps costs more than the steps: SQLite copies every page that a step
/// is the first to touch.
Result<void> Writer::Impl::join(const std::function<Result<void>(Parts &)> &body)
{
    Parts parts(context);
    Result<void> done = body(parts);
    if (Result<void> failure = connection.takeFailure(); !failure)
        done = std::move(failure);
    if (!done)
        spoiled = true;
    return done;
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
        if (!page.more)
            parts.operations.settleRefused();
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

Result<void> Writer::orderNames(const QString &language)
{
    return m_impl->write([&](Impl::Parts &) {
        changeOrder(m_impl->connection, firstScriptFor(language));
        return Result<void>();
    });
}

Result<bool> Writer::settleOrder()
{
    constexpr int rowsAtOnce = 1000;
    if (hasOrder(m_impl->connection))
        return true;
    bool settled = false;
    const Result<void> done = m_impl->write([&](Impl::Parts &) {
        renewKeys(m_impl->connection, m_impl->names, rowsAtOnce);
        settled = hasOrder(m_impl->connection);
        if (settled)
            m_impl->notes.everything();
        return Result<void>();
    });
    return done ? Result<bool>(settled) : tl::make_unexpected(done.error());
}

Result<void> Writer::queueOperation(const Operation &operation, ActionId action)
{
    return m_impl->write([&](Impl::Parts &parts) { return parts.operations.queue(operation, action); });
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

Result<void> Writer::forgetOperation(OperationId id, StepState as)
{
    return m_impl->write([id, as](Impl::Parts &parts) {
        const bool holds = parts.operations.holdsUnseen(id);
        Result<void> forgotten = parts.operations.forget(id, as);
        if (holds && forgotten)
            parts.feed.sweepAgain();
        return forgotten;
    });
}

Change Writer::takeChange()
{
    return m_impl->notes.take();
}

Result<void> Writer::begin(Steps steps)
{
    m_impl->connection.execute("BEGIN IMMEDIATE");
    m_impl->together = steps == Steps::Together;
    m_impl->spoiled = false;
    m_impl->totals.clear();
    m_impl->names.clear();
    return m_impl->connection.takeFailure();
}

Result<void> Writer::commit()
{
    if (m_impl->spoiled)
        return domain::fail(ErrorCode::Internal, QStringLiteral("a step of many failed"));
    m_impl->together = false;
    m_impl->totals.write(m_impl->connection);
    m_impl->names.write(m_impl->connection);
    m_impl->connection.execute("COMMIT");
    return m_impl->connection.takeFailure();
}

void Writer::rollback()
{
    m_impl->together = false;
    m_impl->spoiled = false;
    m_impl->totals.clear();
    m_impl->names.clear();
    if (m_impl->connection.inTransaction())
        m_impl->connection.execute("ROLLBACK");
    // Rolling back cannot be helped if it fails; what it was for has been reported.
    (void)m_impl->connection.takeFailure();
}

Result<void> Writer::checkpoint(bool idle)
{
    using enum Connection::Checkpoint;
    const int pages = m_impl->connection.walPages();
    if (pages > 0 && (idle || pages >= pagesBeforeCheckpoint))
        m_impl->connection.checkpoint(idle ? Truncate : pages >= mostPages ? Restart : Passive);
    return m_impl->connection.takeFailure();
}

bool Writer::check(const std::function<bool()> &goOn)
{
    const bool finished = m_impl->connection.check(goOn).has_value();
    // What it found is marked beside the database: the next start repairs it.
    (void)m_impl->connection.takeFailure();
    return finished;
}

} // namespace learnlab::mirror
