#include "content_room.h"
#include "wanted.h"

namespace learnlab::content {

using domain::File;
using domain::FileId;
using domain::Result;

namespace {

/// A first synchronisation changes everything many times a second; a walk through what is kept every so often will do.
constexpr std::chrono::milliseconds betweenWalks(300);

} // namespace

void ContentRoom::heard(const mirror::Change &change)
{
    m_everythingChanged = m_everythingChanged || change.everything;
    for (const domain::ItemRef &item : change.items) {
        if (item.kind == domain::ItemKind::File)
            m_changed.insert(item.fileId());
        else
            m_foldersChanged = true;
    }
    if (m_everythingChanged || m_foldersChanged || !m_changed.isEmpty())
        lookSoon();
}

void ContentRoom::lookSoon()
{
    if (std::exchange(m_looking, true))
        return;
    const auto look = guarded([this] {
        m_looking = false;
        follow();
    });
    if (m_everythingChanged || m_foldersChanged)
        m_with.scheduler.after(betweenWalks, look);
    else
        m_with.scheduler.post(look);
}

void ContentRoom::collectEdits(std::function<void()> reply)
{
    if (m_everythingChanged || m_foldersChanged || !m_changed.isEmpty())
        follow(); // whoever waits for this waits for what follows from the last changes too
    m_edits.collect(std::move(reply));
}

/// What is to be here is made to be here, and what is not any more is let go.
void ContentRoom::follow()
{
    const QSet<FileId> changed = std::exchange(m_changed, {});
    const bool everything = std::exchange(m_everythingChanged, false);
    const bool folders = std::exchange(m_foldersChanged, false);
    m_edits.mirrorChanged(changed, everything || folders);
    for (const FileId &id : changed)
        dropOlder(id);
    if (everything || folders) {
        followFolders();
        return;
    }
    QList<File> wanted;
    QList<FileId> unwanted;
    const bool anything = !m_with.store.read().keptItems().isEmpty();
    for (const FileId &id : changed) {
        if (anything || m_with.store.read().content(id))
            followFile(id, &wanted, &unwanted);
    }
    bring(wanted);
    if (!unwanted.isEmpty())
        release(unwanted, [](const Result<void> &) {});
}

/// The older version has done its duty when the newer one is here.
void ContentRoom::dropOlder(FileId id)
{
    const auto older = m_older.constFind(id);
    if (older == m_older.constEnd())
        return;
    const auto row = m_with.store.read().content(id);
    if (row && row->sha256 == *older)
        return;
    const QByteArray digest = *older;
    m_older.erase(older);
    dropBytes({digest});
}

void ContentRoom::followFolders()
{
    const mirror::Reader &reader = m_with.store.read();
    const QList<mirror::ContentRow> rows = reader.contents();
    const QList<File> kept = keptFiles(reader);
    QHash<FileId, mirror::ContentRow> known;
    for (const mirror::ContentRow &row : rows)
        known.insert(row.fileId, row);
    QList<File> wanted;
    QSet<FileId> met;
    for (const File &file : kept) {
        met.insert(file.id);
        const auto row = known.constFind(file.id);
        if (row == known.constEnd() || !row->pinned || !isCurrent(*row, file))
            wanted.append(file);
    }
    QList<FileId> unwanted;
    for (const mirror::ContentRow &row : rows) {
        // What is in trash may come back, and is let go when it is gone for good.
        const bool stays = !row.pinned || met.contains(row.fileId) || reader.isKept(domain::ItemRef::of(row.fileId));
        if (!stays)
            unwanted.append(row.fileId);
    }
    bring(wanted);
    if (!unwanted.isEmpty())
        release(unwanted, [](const Result<void> &) {});
}

void ContentRoom::followFile(FileId id, QList<File> *wanted, QList<FileId> *unwanted) const
{
    const mirror::Reader &reader = m_with.store.read();
    const auto row = reader.content(id);
    const auto file = reader.file(id);
    const bool kept = file && reader.isKept(domain::ItemRef::of(id));
    if (kept && (!row || !row->pinned || !isCurrent(row, *file)) && reader.isLive(domain::ItemRef::of(id)))
        wanted->append(*file);
    else if (!kept && row && row->pinned)
        unwanted->append(id);
}

/// Where there is plenty of room nobody need be asked what is here.
qint64 ContentRoom::capacityForAll(const QList<File> &files) const
{
    qint64 bytes = 0;
    for (const File &file : files)
        bytes += file.fileSize;
    const Room has = room();
    const bool plenty = has.limit == 0 && (has.diskFree < 0 || bytes <= has.diskFree);
    return plenty ? bytes : capacityFor(held(), has);
}

/// Pins these and fetches what is not here, as far as it fits.
void ContentRoom::bring(const QList<File> &files)
{
    if (files.isEmpty())
        return;
    const auto coming = m_with.store.read().keptDownloads();
    const qint64 capacity = capacityForAll(files);
    qint64 bytes = 0;
    QList<File> missing;
    QList<FileId> unpinned;
    for (const File &file : files) {
        const auto row = m_with.store.read().content(file.id);
        if (!row || !row->pinned)
            unpinned.append(file.id);
        if (!canBeFetched(file) || isCurrent(row, file) || m_edits.isEdited(file.id) || adopt(file))
            continue;
        if (coming.contains(file.id) || bytes + file.fileSize > capacity)
            continue;
        bytes += file.fileSize;
        missing.append(file);
        if (row && row->present)
            m_older.insert(file.id, row->sha256);
    }
    const auto pin = [unpinned](mirror::Writer &writer) -> Result<void> {
        for (const FileId &id : unpinned) {
            mirror::ContentRow row = writer.read().content(id).value_or(mirror::ContentRow{.fileId = id});
            row.pinned = true;
            if (auto set = writer.setContent(row); !set)
                return set;
        }
        return {};
    };
    if (!unpinned.isEmpty())
        m_with.store.write(pin, [](const Result<void> &) {});
    if (missing.isEmpty())
        return;
    makeRoom(bytes, [this, missing](const Result<void> &made) {
        if (made)
            fetch(missing, true, [](const Result<QList<domain::TransferId>> &) {});
    });
}

/// These bytes are here already, as another file's, or because it was edited here.
bool ContentRoom::adopt(const File &file)
{
    const QByteArray path = m_files.pathOf(file.contentSha256);
    if (!m_with.files.exists(path) || m_with.files.sizeOf(path) != file.fileSize)
        return false;
    m_with.store.write(
        [file](mirror::Writer &writer) -> Result<void> {
            mirror::ContentRow row = writer.read().content(file.id).value_or(mirror::ContentRow{.fileId = file.id});
            row.sha256 = file.contentSha256;
            row.size = file.fileSize;
            row.pinned = true;
            row.present = true;
            return writer.setContent(row);
        },
        [](const Result<void> &) {});
    return true;
}

} // namespace learnlab::content
