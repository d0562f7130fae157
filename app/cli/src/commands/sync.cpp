#include "commands/sync.h"

namespace learnlab::cli {

Usage Sync::usage() const
{
    return {{},
            QStringLiteral("Sends what waits, finishes the queue, and brings the list of files up to date."),
            {waitOption()}};
}

QString Sync::check(const Given &given) const
{
    return checkWait(given);
}

void Sync::ready()
{
    forgetFinished();
    static_cast<void>(joinQueue());
    for (const mirror::PendingOperation &operation : reader().pendingOperations()) {
        if (operation.error)
            m_refusedBefore.insert(operation.operation.id);
    }
    if (offline()) {
        result().fail({domain::ErrorCode::Offline, {}});
        tellAll();
        return;
    }
    refreshThen([this] { transferAll(); });
}

void Sync::transferAll()
{
    if (unreachable()) {
        result().fail(*unreachable());
        tellAll();
        return;
    }
    static_cast<void>(joinQueue());
    settleThen(m_transfers, [this] { refreshThen([this] { lookAgain(); }); });
}

/// What was saved in an opened copy joins the queue by itself, and once more when it met another version there.
void Sync::lookAgain()
{
    constexpr int mostRounds = 4;
    const bool more = joinQueue() || metAnotherVersion();
    if (unreachable())
        result().fail(*unreachable());
    if (unreachable() || !more || ++m_rounds >= mostRounds)
        tellAll();
    else
        transferAll();
}

bool Sync::joinQueue()
{
    bool any = false;
    for (const domain::Transfer &transfer : reader().unfinishedTransfers()) {
        if (transfer.state == domain::TransferState::Failed || transfer.state == domain::TransferState::Paused ||
            m_transfers.contains(transfer.id))
            continue;
        m_transfers.append(transfer.id);
        any = true;
    }
    return any;
}

bool Sync::metAnotherVersion()
{
    const QList<mirror::OpenedCopy> copies = reader().openedCopies();
    return std::any_of(copies.begin(), copies.end(), [this](const mirror::OpenedCopy &copy) {
        const auto transfer = reader().transfer(copy.transferId);
        return transfer && transfer->error && transfer->error->code == domain::ErrorCode::RevisionConflict;
    });
}

void Sync::tellAll()
{
    const Counts counts = tell(m_transfers);
    result().document.insert(QStringLiteral("done"), counts.done);
    result().document.insert(QStringLiteral("queued"), counts.queued);
    result().document.insert(QStringLiteral("failed"), counts.failed);
    tellOperations();
    result().document.insert(QStringLiteral("files"), reader().fileCount());
    result().document.insert(QStringLiteral("folders"), reader().folderCount());
    result().lines = {
        QStringLiteral("%1 transferred, %2 queued, %3 failed").arg(counts.done).arg(counts.queued).arg(counts.failed)};
    finish();
}

void Sync::tellOperations()
{
    int pending = 0;
    int refused = 0;
    for (const mirror::PendingOperation &operation : reader().pendingOperations()) {
        ++(operation.error ? refused : pending);
        // What was refused before was told when it was.
        if (operation.error && !m_refusedBefore.contains(operation.operation.id))
            result().fail(*operation.error, reader().pathOf(operation.operation.target));
    }
    if (pending > 0)
        result().raise(ExitCode::Offline);
    if (refused > 0)
        result().remark(
            QStringLiteral("%1 refused by the server. Use changes to see, retry or withdraw them.").arg(refused));
    result().document.insert(QStringLiteral("operations_pending"), pending);
    result().document.insert(QStringLiteral("operations_refused"), refused);
}

} // namespace learnlab::cli
