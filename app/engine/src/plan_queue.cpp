#include "plan_queue.h"

#include "queue_changes.h"

#include <QFile>

namespace learnlab::engine {

PlanQueue::PlanQueue(const transfer::Plan &plan, RefusedFolders refusedBefore)
    : m_plan(plan), m_refusedBefore(std::move(refusedBefore))
{}

domain::Result<void> PlanQueue::write(mirror::Writer &writer, support::Clock &clock, support::Random &random)
{
    // A job may have to be run again: from the beginning.
    m_uploads = {{}, {}, m_plan.refused, m_plan.bytes};
    m_refusedFolders = m_refusedBefore;
    m_otherwise.clear();
    m_paused.clear();
    if (auto folders = writeFolders(writer, clock, random); !folders)
        return folders;
    return writeTransfers(writer);
}

domain::Result<void> PlanQueue::writeFolders(mirror::Writer &writer, support::Clock &clock, support::Random &random)
{
    ChangeQueue queue(writer, clock, random, domain::ActionId(m_plan.group.id.bytes()));
    for (const domain::Operation &folder : m_plan.folders) {
        const domain::FolderId id = folder.target.folderId();
        if (const auto above = m_refusedFolders.constFind(folder.parentId); above != m_refusedFolders.cend()) {
            m_refusedFolders.insert(id, *above);
            continue;
        }
        const auto added = queue.add(folder);
        if (added) {
            m_uploads.operations.append(*added);
        } else if (isRefusal(added.error())) {
            m_refusedFolders.insert(id, added.error());
            m_uploads.refused.append({QFile::encodeName(folder.name), added.error()});
        } else {
            return tl::make_unexpected(added.error());
        }
    }
    return {};
}

domain::Result<void> PlanQueue::writeTransfers(mirror::Writer &writer)
{
    QList<domain::Transfer> fresh;
    for (const domain::Transfer &transfer : m_plan.transfers) {
        if (const auto refused = m_refusedFolders.constFind(transfer.folderId); refused != m_refusedFolders.cend()) {
            m_uploads.refused.append({transfer.localPath, *refused});
            continue;
        }
        // What makes two uploads the same: where from, where to and the name there.
        const auto before = writer.read().unfinishedUpload(transfer.folderId, transfer.filename, transfer.localPath);
        if (before) {
            goOnWith(*before, transfer.onConflict);
            continue;
        }
        m_uploads.transfers.append(transfer.id);
        fresh.append(transfer);
    }
    if (fresh.isEmpty())
        return {};
    if (auto named = writer.addTransferGroup(m_plan.group); !named)
        return named;
    return writer.addTransfers(fresh);
}

/// What was said last holds.
void PlanQueue::goOnWith(const domain::Transfer &before, domain::OnConflict onConflict)
{
    m_uploads.transfers.append(before.id);
    if (before.state == domain::TransferState::Failed || before.onConflict != onConflict)
        m_otherwise.append(before.id);
    else if (before.state == domain::TransferState::Paused)
        m_paused.append(before.id);
}

} // namespace learnlab::engine
