#pragma once

#include "records.h"

namespace learnlab::mirror {

/// Of a file or folder, what operations can change.
struct Placement
{
    FolderId parent;
    QString name;
    bool deleted = false;
    FolderId trashRoot; ///< files: the folder that took it along to trash
    std::optional<Timestamp> deletedAt;

    /// In trash by itself: what goes with a folder is derived from the folder.
    [[nodiscard]] bool trashed() const { return deleted && trashRoot.isNull(); }
    friend bool operator==(const Placement &, const Placement &) = default;
};

[[nodiscard]] Placement placementOf(const File &file);
[[nodiscard]] Placement placementOf(const Folder &folder);
void setPlacement(File *file, const Placement &placement);
void setPlacement(Folder *folder, const Placement &placement);

/// What the operation makes of a placement. Pure; whether it may is decided elsewhere.
[[nodiscard]] Placement applied(Placement placement, const Operation &operation);

} // namespace learnlab::mirror
