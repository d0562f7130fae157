#include "content_room.h"

namespace learnlab::content {

using domain::FileId;
using domain::Result;

Room ContentRoom::room() const
{
    return {.limit = m_limit, .diskFree = m_files.free()};
}

QList<Held> ContentRoom::held() const
{
    const mirror::Reader &reader = m_with.store.read();
    QHash<FileId, Held> held;
    const auto of = [&held](FileId id) -> Held & {
        Held &one = held[id];
        one.id = id;
        return one;
    };
    QHash<domain::FolderId, bool> live;
    for (const mirror::PlacedContent &row : reader.placedContents()) {
        Held &one = of(row.content.fileId);
        one.bytes += row.content.present ? row.content.size : 0;
        if (!row.content.pinned || !row.folder || row.trashed)
            continue;
        const auto known = live.constFind(*row.folder);
        one.pinned = known != live.constEnd()
                         ? *known
                         : *live.insert(*row.folder, reader.isLive(domain::ItemRef::of(*row.folder)));
    }
    // A restored server does not have them: these bytes are all there is.
    for (const FileId &id : reader.lostOnServer())
        of(id).locked = true;
    for (const mirror::OpenedCopy &copy : reader.openedCopies()) {
        Held &one = of(copy.fileId);
        one.bytes += std::max<qint64>(0, copy.stamp.size);
        one.openedAt = std::max(one.openedAt, copy.openedAt);
        one.locked = one.locked || m_edits.isBusy(copy);
    }
    const auto coming = reader.keptDownloads();
    for (auto it = coming.begin(); it != coming.end(); ++it) {
        Held &one = of(it.key());
        const auto file = reader.file(it.key());
        one.bytes += file ? file->fileSize : 0;
        one.locked = true;
    }
    return held.values();
}

/// Answers at once where nothing has to go.
void ContentRoom::makeRoom(qint64 wanted, const Done &done)
{
    const Room has = room();
    const bool plenty = has.limit == 0 && (has.diskFree < 0 || wanted <= has.diskFree);
    const Eviction eviction = plenty ? Eviction() : decideEviction(held(), wanted, has);
    if (eviction.refused && wanted > 0)
        done(domain::fail(*eviction.refused, QStringLiteral("%1 bytes wanted").arg(wanted)));
    else if (eviction.gone.isEmpty())
        done({});
    else
        letGo(eviction.gone, done);
}

void ContentRoom::letGo(const QList<FileId> &ids, const Done &done)
{
    const mirror::Reader &reader = m_with.store.read();
    QStringList places;
    QList<QByteArray> digests;
    for (const FileId &id : ids) {
        for (const mirror::OpenedCopy &copy : reader.openedCopies(id)) {
            if (m_edits.letGo(copy))
                places.append(copy.place);
        }
        if (const auto row = reader.content(id))
            digests.append(row->sha256);
    }
    const auto forget = [ids, places](mirror::Writer &writer) -> Result<void> {
        Result<void> result;
        for (const QString &place : places)
            result = result ? writer.removeOpenedCopy(place) : result;
        for (const FileId &id : ids) {
            const auto row = writer.read().content(id);
            if (!row)
                continue;
            mirror::ContentRow empty = *row; // in trash, and to be kept when it comes back
            empty.present = false;
            empty.size = 0;
            result = !result ? result : row->pinned ? writer.setContent(empty) : writer.removeContent(id);
        }
        return result;
    };
    m_with.store.write(forget, ifAlive([this, digests, done](const Result<void> &result) {
                           if (result)
                               dropBytes(digests);
                           done(result);
                       }));
}

void ContentRoom::setLimit(qint64 bytes)
{
    if (std::exchange(m_limit, bytes) == bytes)
        return;
    makeRoom(0, [this](const Result<void> &) {
        m_foldersChanged = true; // what did not fit may fit now
        lookSoon();
    });
}

void ContentRoom::freeUp(std::function<void(Result<void>)> reply)
{
    const Eviction eviction = decideEviction(held(), 0, {.limit = 1, .diskFree = -1});
    if (eviction.gone.isEmpty())
        reply({});
    else
        letGo(eviction.gone, reply);
}

QSet<QByteArray> ContentRoom::wantedDigests() const
{
    QSet<QByteArray> wanted = m_edits.needed();
    for (const mirror::ContentRow &row : m_with.store.read().contents()) {
        if (row.present)
            wanted.insert(row.sha256);
    }
    return wanted;
}

/// Two files may have the same bytes: they go with the last one that needs them.
void ContentRoom::dropBytes(const QList<QByteArray> &digests)
{
    const QSet<QByteArray> wanted = wantedDigests();
    for (const QByteArray &digest : digests) {
        if (!wanted.contains(digest))
            m_files.remove(digest);
    }
}

} // namespace learnlab::content
