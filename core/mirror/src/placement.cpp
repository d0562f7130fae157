#include "placement.h"

namespace learnlab::mirror {

Placement placementOf(const File &file)
{
    return {file.folderId, file.filename, file.isDeleted, file.trashRoot, file.deletedAt};
}

Placement placementOf(const Folder &folder)
{
    return {folder.parentId, folder.name, folder.trashed, FolderId(), folder.deletedAt};
}

void setPlacement(File *file, const Placement &placement)
{
    file->folderId = placement.parent;
    file->filename = placement.name;
    file->isDeleted = placement.deleted;
    file->trashRoot = placement.trashRoot;
    file->deletedAt = placement.deletedAt;
}

void setPlacement(Folder *folder, const Placement &placement)
{
    folder->parentId = placement.parent;
    folder->name = placement.name;
    folder->trashed = placement.deleted;
    folder->deletedAt = placement.deletedAt;
}

Placement applied(Placement placement, const Operation &operation)
{
    switch (operation.kind) {
    case OperationKind::CreateFolder:
        return {operation.parentId, operation.name, false, FolderId(), std::nullopt};
    case OperationKind::Rename:
        placement.name = operation.name;
        break;
    case OperationKind::Move:
        placement.parent = operation.parentId;
        if (!operation.name.isEmpty())
            placement.name = operation.name;
        break;
    case OperationKind::Trash:
        placement.deleted = true;
        placement.trashRoot = FolderId();
        placement.deletedAt = operation.createdAt;
        break;
    case OperationKind::Restore:
        placement.deleted = false;
        placement.trashRoot = FolderId();
        placement.deletedAt.reset();
        break;
    }
    return placement;
}

} // namespace learnlab::mirror
