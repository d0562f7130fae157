#include "commands/keep.h"

namespace learnlab::cli {

Usage Keep::usage() const
{
    return {QStringLiteral("PATH..."), QStringLiteral("Keeps files, or all in a folder, on this computer."), {}, 1, -1};
}

void Keep::ready()
{
    forgetFinished();
    m_paths = textOf(given().arguments);
    refreshThen([this] { keepNext(); });
}

void Keep::keepNext()
{
    if (m_paths.isEmpty()) {
        if (unreachable())
            tellAll();
        else
            settleThen(m_transfers, [this] { tellAll(); });
        return;
    }
    const QString path = m_paths.takeFirst();
    const auto item = reader().resolve(path);
    if (!item) {
        result().fail({domain::ErrorCode::NotFound, {}}, path);
        keepNext();
        return;
    }
    commands().keep(*item, this, [this, path](const domain::Result<QList<domain::TransferId>> &transfers) {
        if (transfers)
            m_transfers.append(*transfers);
        else
            result().fail(transfers.error(), path);
        keepNext();
    });
}

void Keep::tellAll()
{
    const Counts counts = tell(m_transfers);
    result().document.insert(QStringLiteral("done"), counts.done);
    result().document.insert(QStringLiteral("queued"), counts.queued);
    result().document.insert(QStringLiteral("failed"), counts.failed);
    result().lines = {QStringLiteral("%1 fetched").arg(counts.done)};
    finish();
}

Usage Unkeep::usage() const
{
    return {QStringLiteral("PATH..."), QStringLiteral("No longer keeps them on this computer."), {}, 1, -1};
}

void Unkeep::ready()
{
    m_paths = textOf(given().arguments);
    unkeepNext();
}

void Unkeep::unkeepNext()
{
    if (m_paths.isEmpty()) {
        result().document.insert(QStringLiteral("done"), m_done);
        finish();
        return;
    }
    const QString path = m_paths.takeFirst();
    const auto item = reader().resolve(path);
    if (!item) {
        result().fail({domain::ErrorCode::NotFound, {}}, path);
        unkeepNext();
        return;
    }
    commands().unkeep(*item, this, [this, path](const domain::Result<void> &done) {
        if (done)
            ++m_done;
        else
            result().fail(done.error(), path);
        unkeepNext();
    });
}

} // namespace learnlab::cli
