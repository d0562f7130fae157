#pragma once

#include "records.h"

#include <QHash>

namespace learnlab::mirror {

/// No chain of folders is followed further than this, whatever the data says.
inline constexpr int deepestFolder = 1000;

/// Answers whether folders are live, remembering what it learned on the way. For one question; one thread.
class FolderWalk
{
public:
    explicit FolderWalk(Connection &connection) : m_connection(connection) {}
    /// Not in trash, and every folder above it is known and not in trash. The root is live.
    [[nodiscard]] bool isLive(FolderId folder);

private:
    Connection &m_connection;
    QHash<FolderId, bool> m_known;
};

/// From the folder itself up to the root's child; ends where a parent is unknown or met twice.
[[nodiscard]] QList<Folder> chainAbove(Connection &connection, FolderId folder);

/// The worst status below each folder that has something below it which is not simply synced.
[[nodiscard]] QHash<FolderId, ItemStatus> folderStatuses(Connection &connection);

} // namespace learnlab::mirror
