#include "wanted.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace learnlab::content {

QList<domain::File> filesOf(const mirror::Reader &reader, domain::ItemRef item)
{
    if (item.kind == domain::ItemKind::File) {
        const auto file = reader.file(item.fileId());
        return file && reader.isLive(item) ? QList<domain::File>{*file} : QList<domain::File>();
    }
    QList<domain::File> files;
    QSet<domain::FolderId> seen; // the mirror may hold a circle for a while
    std::deque<domain::FolderId> open{item.folderId()};
    while (!open.empty()) {
        const domain::FolderId folder = open.front();
        open.pop_front();
        if (seen.contains(folder))
            continue;
        seen.insert(folder);
        files += reader.childFiles(folder);
        const QList<domain::Folder> children = reader.childFolders(folder);
        for (const domain::Folder &child : children)
            open.push_back(child.id);
    }
    return files;
}

bool isCurrent(const std::optional<mirror::ContentRow> &content, const domain::File &file)
{
    return content && content->present && !content->sha256.isEmpty() && content->sha256 == file.contentSha256;
}

bool canBeFetched(const domain::File &file)
{
    return file.revision > 0 && file.contentSha256.size() == 32 && !file.isDeleted;
}

QHash<domain::FileId, domain::TransferId> fetches(const mirror::Reader &reader)
{
    QHash<domain::FileId, domain::TransferId> found;
    const QList<domain::Transfer> transfers = reader.unfinishedTransfers();
    for (const domain::Transfer &transfer : transfers) {
        if (transfer.kind == domain::TransferKind::Download && transfer.pinned)
            found.insert(transfer.fileId, transfer.id);
    }
    return found;
}

} // namespace learnlab::content
