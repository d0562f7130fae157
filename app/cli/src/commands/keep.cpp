#include "commands/keep.h"

namespace learnlab::cli {

Usage Keep::usage() const
{
    return {QStringLiteral("PATH..."), QStringLiteral("Keeps files, or all in a folder, on this computer."), {}, 1, -1};
}

void Keep::ready()
{
    forgetFinished();
    refreshThen([this] {
        forEachItem(
            textOf(given().arguments), [this](auto... step) { keep(step...); }, [this] { fetchAll(); });
    });
}

void Keep::keep(domain::ItemRef item, const QString &path, const std::function<void()> &next)
{
    commands().keep(item, this, [this, path, next](const domain::Result<QList<domain::TransferId>> &transfers) {
        if (transfers)
            m_transfers.append(*transfers);
        else
            result().fail(transfers.error(), path);
        next();
    });
}

void Keep::fetchAll()
{
    if (unreachable())
        tellAll();
    else
        settleThen(m_transfers, [this] { tellAll(); });
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
    const auto unkeep = [this](domain::ItemRef item, const QString &path, const std::function<void()> &next) {
        commands().unkeep(item, this, [this, path, next](const domain::Result<void> &done) {
            if (done)
                ++m_done;
            else
                result().fail(done.error(), path);
            next();
        });
    };
    forEachItem(textOf(given().arguments), unkeep, [this] {
        result().document.insert(QStringLiteral("done"), m_done);
        finish();
    });
}

} // namespace learnlab::cli
