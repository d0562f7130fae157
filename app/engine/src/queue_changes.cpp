#include "queue_changes.h"

namespace learnlab::engine {

bool isRefusal(const domain::Error &error)
{
    using enum domain::ErrorCode;
    switch (error.code) {
    case NotFound:
    case NameTaken:
    case NameInvalid:
    case FolderCycle:
    case ParentGone:
    case UploadState:
        return true;
    default:
        return false;
    }
}

std::optional<qint64> revisionOf(const mirror::Reader &reader, domain::ItemRef item)
{
    if (item.kind == domain::ItemKind::File) {
        const auto file = reader.file(item.fileId());
        return file ? std::optional(file->revision) : std::nullopt;
    }
    const auto folder = reader.folder(item.folderId());
    return folder ? std::optional(folder->revision) : std::nullopt;
}

domain::Result<domain::OperationId> ChangeQueue::add(domain::Operation operation)
{
    operation.id = domain::makeId<domain::OperationId>(m_clock, m_random);
    operation.createdAt = m_clock.now();
    setBase(operation);
    if (auto queued = m_writer.queueOperation(operation, m_action); !queued)
        return tl::make_unexpected(queued.error());
    return operation.id;
}

void ChangeQueue::setBase(domain::Operation &operation) const
{
    if (operation.kind == domain::OperationKind::CreateFolder)
        return;
    const auto revision = revisionOf(m_writer.read(), operation.target);
    if (revision && *revision > 0)
        operation.ifRevision = *revision;
}

} // namespace learnlab::engine
