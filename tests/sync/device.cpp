#include "device.h"

#include "empty_mirror/empty_mirror.h"

namespace learnlab::tests {

using domain::ItemRef;
using domain::OperationKind;
using namespace std::chrono_literals;

Device::Device(SimServer &server, fakes::StepScheduler &scheduler, fakes::FakeClock &clock, support::Random &random)
    : m_server(server), m_scheduler(scheduler), m_clock(clock), m_random(random)
{
    restart();
}

void Device::restart()
{
    m_sync.reset();
    m_store.reset();
    const QString path = m_folder.filePath(QStringLiteral("mirror.db"));
    const bool there = putEmptyMirror(path);
    auto opened = mirror::openStepStore(path, m_scheduler);
    if (!there || !opened)
        qFatal("no mirror");
    m_store = std::move(*opened);
    // Small batches, so that one often goes ahead of another.
    m_sync = sync::makeSync(m_server, *m_store, m_session, m_scheduler, m_clock, m_random,
                            1 + static_cast<int>(m_random.below(4)));
    if (m_online)
        m_sync->start();
}

void Device::setOnline(bool online)
{
    if (std::exchange(m_online, online) == online)
        return;
    if (online)
        m_sync->start();
    else
        m_sync->stop();
}

domain::Result<void> Device::write(const mirror::Store::Job &job)
{
    // The job runs within the call; who waits for the commit hears of it later.
    domain::Result<void> result = domain::fail(domain::ErrorCode::Internal);
    m_store->write(
        [&job, &result](mirror::Writer &writer) {
            result = job(writer);
            return result;
        },
        {});
    m_sync->nudge();
    return result;
}

domain::Result<domain::OperationId> Device::change(domain::Operation operation, domain::ActionId action)
{
    operation.id = domain::makeId<domain::OperationId>(m_clock, m_random);
    operation.createdAt = m_clock.now();
    const auto folder = read().folder(operation.target.folderId());
    const auto file = read().file(operation.target.fileId());
    const qint64 revision = folder ? folder->revision : file ? file->revision : 0;
    if (operation.kind != OperationKind::CreateFolder && revision > 0)
        operation.ifRevision = revision;
    const auto queued = write([&](mirror::Writer &writer) { return writer.queueOperation(operation, action); });
    if (!queued)
        return tl::make_unexpected(queued.error());
    return operation.id;
}

domain::Result<sync::Undone> Device::undo(domain::ActionId action)
{
    domain::Result<sync::Undone> undone;
    const auto written = write([&](mirror::Writer &writer) -> domain::Result<void> {
        undone = sync::undo(writer, action, m_clock, m_random);
        return undone ? domain::Result<void>() : tl::make_unexpected(undone.error());
    });
    return undone;
}

domain::Result<sync::Undone> Device::redo(domain::ActionId action)
{
    domain::Result<sync::Undone> undone;
    const auto written = write([&](mirror::Writer &writer) -> domain::Result<void> {
        undone = sync::redo(writer, action, m_clock, m_random);
        return undone ? domain::Result<void>() : tl::make_unexpected(undone.error());
    });
    return undone;
}

domain::Result<void> Device::withdraw(domain::OperationId operation)
{
    return write([&](mirror::Writer &writer) { return sync::withdraw(writer, operation, m_clock, m_random); });
}

bool Device::settle()
{
    for (int tries = 0; tries < 20; ++tries) {
        std::optional<domain::Result<void>> drained;
        m_sync->drain([&](domain::Result<void> result) { drained = std::move(result); });
        for (int i = 0; i < 1000 && !drained; ++i)
            m_scheduler.advance(1s);
        if (!drained)
            return false; // a call that does not end
        if (*drained)
            return m_sync->status().pendingOperations == 0;
    }
    return false;
}

domain::Operation Device::make(OperationKind kind, ItemRef target, const QString &name, domain::FolderId parent)
{
    domain::Operation operation;
    operation.kind = kind;
    operation.target = target;
    operation.name = name;
    operation.parentId = parent;
    return operation;
}

domain::FolderId Device::makeFolder(const QString &name, domain::FolderId parent)
{
    const auto id = domain::makeId<domain::FolderId>(m_clock, m_random);
    domain::Operation operation = make(OperationKind::CreateFolder, ItemRef::of(id), name, parent);
    operation.useExisting = true;
    return change(operation) ? id : domain::FolderId();
}

bool Device::rename(ItemRef item, const QString &name)
{
    return change(make(OperationKind::Rename, item, name)).has_value();
}

bool Device::move(ItemRef item, domain::FolderId to)
{
    return change(make(OperationKind::Move, item, {}, to)).has_value();
}

bool Device::trash(ItemRef item)
{
    return change(make(OperationKind::Trash, item)).has_value();
}

QStringList Device::names(domain::FolderId folder) const
{
    QStringList names;
    for (const domain::Folder &child : read().childFolders(folder))
        names.append(child.name);
    for (const domain::File &file : read().childFiles(folder))
        names.append(file.filename);
    names.sort();
    return names;
}

QList<mirror::PendingOperation> Device::questions() const
{
    QList<mirror::PendingOperation> refused = read().pendingOperations();
    refused.removeIf([](const mirror::PendingOperation &pending) { return !pending.error; });
    return refused;
}

void Device::walk(domain::FolderId folder, QList<ItemRef> &items) const
{
    for (const domain::File &file : read().childFiles(folder))
        items.append(ItemRef::of(file.id));
    for (const domain::Folder &child : read().childFolders(folder)) {
        items.append(ItemRef::of(child.id));
        walk(child.id, items);
    }
}

QString Device::difference(const domain::Folder &folder) const
{
    const auto mine = read().folder(folder.id);
    if (!mine)
        return QStringLiteral("folder missing: ") + folder.name;
    if (mine->name != folder.name || mine->parentId != folder.parentId || mine->revision != folder.revision ||
        mine->trashed != folder.trashed)
        return QStringLiteral("folder %1 differs: %2 rev %3/%4")
            .arg(folder.name, mine->name)
            .arg(folder.revision)
            .arg(mine->revision);
    return read().isLive(ItemRef::of(folder.id)) == m_server.isLive(folder.id)
               ? QString()
               : QStringLiteral("folder %1: liveness").arg(folder.name);
}

QString Device::difference(const domain::File &file) const
{
    const auto mine = read().file(file.id);
    if (!mine)
        return QStringLiteral("file missing: ") + file.filename;
    if (mine->filename != file.filename || mine->folderId != file.folderId || mine->revision != file.revision ||
        mine->contentSha256 != file.contentSha256)
        return QStringLiteral("file %1 differs: %2 rev %3/%4")
            .arg(file.filename, mine->filename)
            .arg(file.revision)
            .arg(mine->revision);
    return read().isLive(ItemRef::of(file.id)) == m_server.isLive(file)
               ? QString()
               : QStringLiteral("file %1: liveness").arg(file.filename);
}

QString Device::differences() const
{
    QStringList all;
    for (const domain::Folder &folder : m_server.folders())
        all.append(difference(folder));
    for (const domain::File &file : m_server.files())
        all.append(difference(file));
    QList<ItemRef> items;
    walk({}, items);
    items += read().trashIds();
    for (const ItemRef &item : std::as_const(items)) {
        const bool known = item.kind == domain::ItemKind::Folder ? m_server.folders().contains(item.folderId())
                                                                 : m_server.files().contains(item.fileId());
        // What the server refused stays in sight as long as something is in it, with a question beside it.
        const auto asked = questions();
        const bool question = std::any_of(asked.begin(), asked.end(), [&](const mirror::PendingOperation &pending) {
            return pending.operation.kind == OperationKind::CreateFolder && pending.operation.target == item;
        });
        if (!known && !question)
            all.append(QStringLiteral("here alone: %1 %2 rev %3")
                           .arg(item.kind == domain::ItemKind::File ? QStringLiteral("file") : QStringLiteral("folder"),
                                read().pathOf(item))
                           .arg(item.kind == domain::ItemKind::File
                                    ? read().file(item.fileId()).value_or(domain::File()).revision
                                    : read().folder(item.folderId()).value_or(domain::Folder()).revision));
    }
    all.removeAll(QString());
    return all.join(QStringLiteral("; "));
}

// Not the sequence of who drives it: both make ids at the same times, which must differ.
Household::Household(int count, quint64 seed, int faultsPercent) : random(~seed)
{
    server.faultsPercent = faultsPercent;
    for (int i = 0; i < count; ++i)
        devices.push_back(std::make_unique<Device>(server, scheduler, clock, random));
}

bool Household::settle()
{
    const int faults = std::exchange(server.faultsPercent, 0);
    bool settled = true;
    for (int round = 0; round < 2; ++round) {
        for (const auto &device : devices) {
            device->setOnline(true);
            settled = settled && device->settle();
        }
    }
    server.faultsPercent = faults;
    return settled;
}

QString Household::differences() const
{
    QStringList all;
    for (size_t i = 0; i < devices.size(); ++i) {
        const QString of = devices.at(i)->differences();
        if (!of.isEmpty())
            all.append(QStringLiteral("device %1: %2").arg(i).arg(of));
    }
    return all.join(QStringLiteral("\n"));
}

} // namespace learnlab::tests
