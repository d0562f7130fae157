#include "wanted.h"

#include <QSet>

#include <deque>

namespace learnlab::content {

QList<domain::File> filesOf(const mirror::Reader &reader, const domain::ItemRef &item)
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

QList<domain::File> keptFiles(const mirror::Reader &reader)
{
    QList<domain::File> files;
    QSet<domain::FileId> met; // a folder in a kept folder may be kept itself
    const QList<domain::ItemRef> kept = reader.keptItems();
    for (const domain::ItemRef &item : kept) {
        if (!reader.isLive(item))
            continue;
        const QList<domain::File> held = filesOf(reader, item);
        for (const domain::File &file : held) {
            if (!met.contains(file.id)) {
                met.insert(file.id);
                files.append(file);
            }
        }
    }
    return files;
}

} // namespace learnlab::content
