#include "content_room.h"
#include "wanted.h"

namespace learnlab::content {

using domain::File;
using domain::FileId;
using domain::Result;
using domain::TransferId;

ContentRoom::ContentRoom(const QString &accountFolder, const Parts &parts) : m_with(parts), m_files(accountFolder)
{
    // A failure shows itself again when something is to be kept.
    static_cast<void>(m_files.makeFolders());
    m_with.store.listen([this, alive = std::weak_ptr<char>(m_alive)](const mirror::Change &change) {
        if (!alive.expired())
            heard(change);
    });
    m_looking = true;
    m_with.scheduler.post(guarded([this] {
        m_looking = false;
        sweep();
        keepFresh();
    }));
}

support::Task ContentRoom::guarded(support::Task task) const
{
    return [task = std::move(task), alive = std::weak_ptr<char>(m_alive)] {
        if (!alive.expired())
            task();
    };
}

void ContentRoom::jobOver(quint64 job)
{
    // Later: it is the job itself that is calling.
    m_with.scheduler.post(guarded([this, job] { m_jobs.erase(job); }));
}

void ContentRoom::heard(const mirror::Change &change)
{
    m_everythingChanged = m_everythingChanged || change.everything;
    for (const domain::ItemRef &item : change.items) {
        if (item.kind == domain::ItemKind::File)
            m_changed.insert(item.fileId());
    }
    if ((!m_everythingChanged && m_changed.isEmpty()) || std::exchange(m_looking, true))
        return;
    m_with.scheduler.post(guarded([this] {
        m_looking = false;
        keepFresh();
    }));
}

/// Files that are to be kept here and whose bytes are not, or are older ones, are fetched.
void ContentRoom::keepFresh()
{
    const mirror::Reader &reader = m_with.store.read();
    QList<mirror::ContentRow> rows;
    if (std::exchange(m_everythingChanged, false)) {
        rows = reader.contents();
    } else {
        for (const FileId &id : std::as_const(m_changed)) {
            if (const auto row = reader.content(id))
                rows.append(*row);
        }
    }
    m_changed.clear();
    QList<File> stale;
    for (const mirror::ContentRow &row : std::as_const(rows)) {
        if (!row.pinned)
            continue;
        const auto file = reader.file(row.fileId);
        if (file && canBeFetched(*file) && !isCurrent(row, *file) && reader.isLive(domain::ItemRef::of(row.fileId)))
            stale.append(*file);
    }
    if (!stale.isEmpty())
        fetchAgain(stale);
}

void ContentRoom::fetchAgain(const QList<File> &stale)
{
    const auto known = fetches(m_with.store.read());
    QList<File> missing;
    for (const File &file : stale) {
        if (!known.contains(file.id))
            missing.append(file);
    }
    if (missing.isEmpty())
        return;
    fetch(missing, true, [](const Result<QList<TransferId>> &) {});
}

void ContentRoom::sweep()
{
    QSet<QByteArray> wanted;
    const QList<mirror::ContentRow> rows = m_with.store.read().contents();
    for (const mirror::ContentRow &row : rows)
        wanted.insert(row.sha256);
    m_files.sweep(wanted, !fetches(m_with.store.read()).isEmpty());
}

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

void ContentRoom::fetch(const QList<File> &files, bool pin, std::function<void(Result<QList<TransferId>>)> reply)
{
    auto made = m_files.makeFolders();
    qint64 bytes = 0;
    QList<domain::Transfer> transfers;
    for (const File &file : files) {
        bytes += file.fileSize;
        transfers.append(download(file, m_files.pathOf(file.contentSha256), true));
    }
    if (made)
        made = m_files.roomFor(bytes);
    if (!made) {
        m_with.scheduler.post(guarded([reply, error = made.error()] { reply(tl::make_unexpected(error)); }));
        return;
    }
    const auto ids = std::make_shared<QList<TransferId>>();
    const auto job = [transfers, pin, ids](mirror::Writer &writer) -> Result<void> {
        const auto known = fetches(writer.read());
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
    m_with.store.write(job, [this, alive = std::weak_ptr<char>(m_alive), ids, reply](const Result<void> &done) {
        if (alive.expired())
            return;
        if (!done) {
            reply(tl::make_unexpected(done.error()));
            return;
        }
        m_with.transfers.nudge();
        reply(*ids);
    });
}

void ContentRoom::keep(domain::ItemRef item, std::function<void(Result<QList<TransferId>>)> reply)
{
    const mirror::Reader &reader = m_with.store.read();
    const QList<File> files = filesOf(reader, item);
    QList<File> missing;
    QList<FileId> here;
    for (const File &file : files) {
        // What is still on its way up is marked, and fetched when the server has it.
        if (isCurrent(reader.content(file.id), file) || !canBeFetched(file))
            here.append(file.id);
        else
            missing.append(file);
    }
    const auto mark = [here](mirror::Writer &writer) -> Result<void> {
        for (const FileId &id : here) {
            mirror::ContentRow row = writer.read().content(id).value_or(mirror::ContentRow{.fileId = id});
            row.pinned = true;
            if (auto set = writer.setContent(row); !set)
                return set;
        }
        return {};
    };
    m_with.store.write(mark, [this, alive = std::weak_ptr<char>(m_alive), missing, reply](const Result<void> &done) {
        if (alive.expired())
            return;
        if (!done)
            reply(tl::make_unexpected(done.error()));
        else if (missing.isEmpty())
            reply(QList<TransferId>());
        else
            fetch(missing, true, reply);
    });
}

void ContentRoom::unkeep(domain::ItemRef item, Done reply)
{
    const mirror::Reader &reader = m_with.store.read();
    const QList<File> files = filesOf(reader, item);
    const auto known = fetches(reader);
    QList<FileId> ids;
    QList<QByteArray> digests;
    for (const File &file : files) {
        if (const auto fetching = known.constFind(file.id); fetching != known.constEnd())
            m_with.transfers.cancel(*fetching);
        if (const auto row = reader.content(file.id)) {
            ids.append(file.id);
            digests.append(row->sha256);
        }
    }
    const auto forget = [ids](mirror::Writer &writer) -> Result<void> {
        for (const FileId &id : ids) {
            if (auto removed = writer.removeContent(id); !removed)
                return removed;
        }
        return {};
    };
    m_with.store.write(forget, [this, alive = std::weak_ptr<char>(m_alive), digests, reply](const Result<void> &done) {
        if (alive.expired())
            return;
        if (done)
            dropBytes(digests);
        reply(done);
    });
}

/// Two files may have the same bytes: they go with the last one that needs them.
void ContentRoom::dropBytes(const QList<QByteArray> &digests)
{
    QSet<QByteArray> wanted;
    const QList<mirror::ContentRow> rows = m_with.store.read().contents();
    for (const mirror::ContentRow &row : rows)
        wanted.insert(row.sha256);
    for (const QByteArray &digest : digests) {
        if (!wanted.contains(digest))
            m_files.remove(digest);
    }
}

Result<void> ContentRoom::wipe()
{
    m_jobs.clear();
    const auto forget = [](mirror::Writer &writer) -> Result<void> {
        const QList<mirror::ContentRow> rows = writer.read().contents();
        for (const mirror::ContentRow &row : rows) {
            if (auto removed = writer.removeContent(row.fileId); !removed)
                return removed;
        }
        return {};
    };
    m_with.store.write(forget, [](const Result<void> &) {});
    return m_files.wipe();
}

std::unique_ptr<Content> makeContent(const QString &accountFolder, mirror::Store &store, transfer::Transfers &transfers,
                                     transfer::LocalFiles &files, support::Scheduler &scheduler, support::Clock &clock,
                                     support::Random &random)
{
    return std::make_unique<ContentRoom>(accountFolder, ContentRoom::Parts{store, transfers, files, scheduler, clock, random});
}

} // namespace learnlab::content
