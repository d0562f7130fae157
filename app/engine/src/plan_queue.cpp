#include "plan_queue.h"

#include "queue_changes.h"

#include <QFile>

namespace learnlab::engine {

PlanQueue::PlanQueue(const transfer::Plan &plan) : m_plan(plan) {}

domain::Result<void> PlanQueue::write(mirror::Writer &writer, support::Clock &clock, support::Random &random)
{
    // A job may have to be run again: from the beginning.
    m_uploads = {{}, {}, m_plan.refused, m_plan.bytes};
    m_refusedFolders.clear();
    m_stopped.clear();
    m_paused.clear();
    if (auto folders = writeFolders(writer, clock, random); !folders)
        return folders;
    return writeTransfers(writer, clock, random);
}

domain::Result<void> PlanQueue::writeFolders(mirror::Writer &writer, support::Clock &clock, support::Random &random)
{
    ChangeQueue queue(writer, clock, random);
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

domain::Result<void> PlanQueue::writeTransfers(mirror::Writer &writer, support::Clock &clock, support::Random &random)
{
    const auto before = queuedBefore(writer.read());
    const auto group = domain::makeId<domain::TransferId>(clock, random);
    QList<domain::Transfer> fresh;
    for (domain::Transfer transfer : m_plan.transfers) {
        if (const auto refused = m_refusedFolders.constFind(transfer.folderId); refused != m_refusedFolders.cend()) {
            m_uploads.refused.append({transfer.localPath, *refused});
            continue;
        }
        const auto same = before.constFind(placeOf(transfer));
        if (same != before.cend()) {
            goOnWith(*same);
            continue;
        }
        if (transfer.groupId.isNull())
            transfer.groupId = group;
        m_uploads.transfers.append(transfer.id);
        fresh.append(transfer);
    }
    return writer.addTransfers(fresh);
}

QHash<PlanQueue::Place, domain::Transfer> PlanQueue::queuedBefore(const mirror::Reader &reader) const
{
    QHash<Place, domain::Transfer> before;
    for (const domain::Transfer &transfer : reader.unfinishedTransfers()) {
        if (transfer.kind == domain::TransferKind::Upload)
            before.insert(placeOf(transfer), transfer);
    }
    return before;
}

PlanQueue::Place PlanQueue::placeOf(const domain::Transfer &transfer)
{
    // A path holds no zero byte and an id is of fixed length: no two places look the same.
    return transfer.localPath + '\0' + domain::toBlob(transfer.folderId) + transfer.filename.toUtf8();
}

void PlanQueue::goOnWith(const domain::Transfer &before)
{
    m_uploads.transfers.append(before.id);
    if (before.state == domain::TransferState::Failed)
        m_stopped.append(before.id);
    else if (before.state == domain::TransferState::Paused)
        m_paused.append(before.id);
}

} // namespace learnlab::engine
