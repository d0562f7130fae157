#include "content_room.h"
#include "wanted.h"

namespace learnlab::content {

using domain::File;
using domain::FileId;
using domain::Result;
using domain::TransferId;

namespace {

Result<void> pinned(mirror::Writer &writer, FileId id)
{
    mirror::ContentRow row = writer.read().content(id).value_or(mirror::ContentRow{.fileId = id});
    if (row.pinned)
        return {};
    row.pinned = true;
    return writer.setContent(row);
}

/// A folder above it is kept, so that it cannot be let go alone.
bool isKeptFromAbove(const mirror::Reader &reader, const domain::ItemRef &item)
{
    if (item.kind == domain::ItemKind::File) {
        const auto file = reader.file(item.fileId());
        return file && reader.isKept(domain::ItemRef::of(file->folderId));
    }
    const auto folder = reader.folder(item.folderId());
    return folder && reader.isKept(domain::ItemRef::of(folder->parentId));
}

/// What stands for the wish: the item itself, or what is kept below a folder that is not.
QList<domain::ItemRef> keptWithin(const mirror::Reader &reader, const domain::ItemRef &item)
{
    if (item.kind == domain::ItemKind::File || reader.isKeptItself(item))
        return {item};
    QList<domain::ItemRef> within;
    const QList<domain::ItemRef> kept = reader.keptItems();
    for (const domain::ItemRef &one : kept) {
        const auto file = one.kind == domain::ItemKind::File ? reader.file(one.fileId()) : std::nullopt;
        const QList<domain::Folder> above = reader.ancestors(file ? file->folderId : one.folderId());
        const bool below = std::any_of(above.begin(), above.end(),
                                       [&item](const domain::Folder &folder) { return folder.id == item.folderId(); });
        if (below || item.folderId().isNull())
            within.append(one);
    }
    return within;
}

} // namespace

domain::Transfer ContentRoom::download(const File &file, const QByteArray &path, bool pinned) const
{
    domain::Transfer transfer;
    transfer.id = domain::makeId<TransferId>(m_with.clock, m_with.random);
    transfer.groupId = transfer.id;
    transfer.kind = domain::TransferKind::Download;
    transfer.localPath = path;
    transfer.fileId = file.id;
    transfer.folderId = file.folderId;
    transfer.filename = file.filename;
    transfer.mimeType = file.mimeType;
    transfer.sha256 = file.contentSha256;
    transfer.bytesTotal = file.fileSize;
    transfer.createdAt = m_with.clock.now();
    transfer.pinned = pinned;
    return transfer;
}

void ContentRoom::keep(domain::ItemRef item, std::function<void(Result<QList<TransferId>>)> reply)
{
    const mirror::Reader &reader = m_with.store.read();
    const QList<File> files = filesOf(reader, item);
    const auto coming = reader.keptDownloads();
    qint64 bytes = 0;
    for (const File &file : files) {
        if (!isCurrent(reader.content(file.id), file) && canBeFetched(file) && !coming.contains(file.id))
            bytes += file.fileSize;
    }
    makeRoom(bytes, [this, files, item, reply](const Result<void> &made) {
        if (made)
            pinAndFetch(files, item, reply);
        else
            reply(tl::make_unexpected(made.error()));
    });
}

void ContentRoom::pinAndFetch(const QList<File> &files, const domain::ItemRef &item, const Queued &reply)
{
    const mirror::Reader &reader = m_with.store.read();
    QList<File> missing;
    QList<FileId> ids;
    for (const File &file : files) {
        ids.append(file.id);
        // What is still on its way up is marked, and fetched when the server has it.
        if (!isCurrent(reader.content(file.id), file) && canBeFetched(file) && !m_edits.isEdited(file.id))
            missing.append(file);
    }
    const auto mark = [item, ids](mirror::Writer &writer) -> Result<void> {
        if (auto set = writer.setKept(item, true); !set)
            return set;
        for (const FileId &id : ids) {
            if (auto done = pinned(writer, id); !done)
                return done;
        }
        return {};
    };
    m_with.store.write(mark, ifAlive([this, missing, reply](const Result<void> &done) {
                           if (!done)
                               reply(tl::make_unexpected(done.error()));
                           else if (missing.isEmpty())
                               reply(QList<TransferId>());
                           else
                               fetch(missing, true, reply);
                       }));
}

void ContentRoom::fetch(const QList<File> &files, bool pin, const Queued &reply)
{
    if (auto made = m_files.makeFolders(); !made) {
        m_with.scheduler.post(guarded([reply, error = made.error()] { reply(tl::make_unexpected(error)); }));
        return;
    }
    QList<domain::Transfer> transfers;
    for (const File &file : files)
        transfers.append(download(file, m_files.pathOf(file.contentSha256), true));
    const auto ids = std::make_shared<QList<TransferId>>();
    const auto job = [transfers, pin, ids](mirror::Writer &writer) -> Result<void> {
        ids->clear();
        const auto known = writer.read().keptDownloads();
        QList<domain::Transfer> fresh;
        for (const domain::Transfer &transfer : transfers) {
            mirror::ContentRow row =
                writer.read().content(transfer.fileId).value_or(mirror::ContentRow{.fileId = transfer.fileId});
            row.pinned = row.pinned || pin;
            if (auto set = writer.setContent(row); !set)
                return set;
            const auto already = known.constFind(transfer.fileId);
            ids->append(already != known.constEnd() ? *already : transfer.id);
            if (already == known.constEnd())
                fresh.append(transfer);
        }
        return fresh.isEmpty() ? Result<void>() : writer.addTransfers(fresh);
    };
    m_with.store.write(job, ifAlive([this, ids, reply](const Result<void> &done) {
                           if (!done) {
                               reply(tl::make_unexpected(done.error()));
                               return;
                           }
                           m_with.transfers.nudge();
                           reply(*ids);
                       }));
}

void ContentRoom::unkeep(domain::ItemRef item, Done reply)
{
    const mirror::Reader &reader = m_with.store.read();
    const QList<domain::ItemRef> wishes = keptWithin(reader, item);
    if (!reader.isKeptItself(item) && isKeptFromAbove(reader, item)) {
        m_with.scheduler.post(guarded([reply] { reply(domain::fail(domain::ErrorCode::KeptWithFolder)); }));
        return;
    }
    QList<FileId> ids;
    const QList<File> files = filesOf(reader, item);
    for (const File &file : files)
        ids.append(file.id);
    if (item.kind == domain::ItemKind::File && ids.isEmpty())
        ids.append(item.fileId()); // in trash, or gone from the server
    const auto forget = [wishes](mirror::Writer &writer) -> Result<void> {
        for (const domain::ItemRef &wish : wishes) {
            if (auto set = writer.setKept(wish, false); !set)
                return set;
        }
        return {};
    };
    m_with.store.write(forget, ifAlive([this, ids, reply](const Result<void> &done) {
                           if (done)
                               release(ids, reply);
                           else
                               reply(done);
                       }));
}

void ContentRoom::release(const QList<FileId> &ids, const Done &done)
{
    const mirror::Reader &reader = m_with.store.read();
    const auto coming = reader.keptDownloads();
    QList<FileId> unwanted;
    QList<QByteArray> digests;
    for (const FileId &id : ids) {
        const auto row = reader.content(id);
        if (!row || reader.isKept(domain::ItemRef::of(id)))
            continue;
        if (const auto fetching = coming.constFind(id); fetching != coming.constEnd())
            m_with.transfers.cancel(*fetching);
        unwanted.append(id);
        digests.append(row->sha256);
    }
    const auto forget = [unwanted](mirror::Writer &writer) -> Result<void> {
        for (const FileId &id : unwanted) {
            if (auto removed = writer.removeContent(id); !removed)
                return removed;
        }
        return {};
    };
    m_with.store.write(forget, ifAlive([this, digests, done](const Result<void> &result) {
                           if (result)
                               dropBytes(digests);
                           done(result);
                       }));
}

} // namespace learnlab::content
