#include "change.h"
#include "queue_changes.h"

#include "transfer_control.h"

#include <algorithm>

namespace learnlab::engine {

namespace {

using domain::ErrorCode;
using domain::ItemKind;
using domain::ItemRef;
using domain::Operation;
using domain::OperationKind;
using domain::Result;

/// A file that the server does not have yet, because its first upload is not through.
bool isOnlyHere(const mirror::Reader &reader, ItemRef item)
{
    return item.kind == ItemKind::File && revisionOf(reader, item) == 0;
}

Operation operationOn(OperationKind kind, ItemRef item)
{
    Operation operation;
    operation.kind = kind;
    operation.target = item;
    return operation;
}

Operation newFolder(domain::FolderId id, domain::FolderId parent, const QString &name, bool useExisting)
{
    Operation operation = operationOn(OperationKind::CreateFolder, ItemRef::of(id));
    operation.parentId = parent;
    operation.name = name;
    operation.useExisting = useExisting;
    return operation;
}

using Prepare = std::function<std::optional<Operation>(const mirror::Reader &, ItemRef)>;

/// One operation for each item that `prepare` wants changed; what is refused does not hold up the others.
Result<Queued> queueEach(ChangeQueue &queue, const QList<ItemRef> &items, const Prepare &prepare)
{
    Queued queued;
    for (const ItemRef item : items) {
        const auto operation = prepare(queue.read(), item);
        if (!operation)
            continue;
        const auto added = queue.add(*operation);
        if (added)
            queued.operations.append(*added);
        else if (isRefusal(added.error()))
            queued.refused.append({item, added.error()});
        else
            return tl::make_unexpected(added.error());
    }
    return queued;
}

std::optional<domain::FolderId> parentOf(const mirror::Reader &reader, ItemRef item)
{
    if (item.kind == ItemKind::File) {
        const auto file = reader.file(item.fileId());
        return file ? std::optional(file->folderId) : std::nullopt;
    }
    const auto folder = reader.folder(item.folderId());
    return folder ? std::optional(folder->parentId) : std::nullopt;
}

void changeEach(const Asker &asker, const QList<ItemRef> &items, const Prepare &prepare, QObject *context,
                Commands::Answer<Queued> answer)
{
    asker.ask<Queued>(
        context,
        [items, prepare](Services &services, Commands::Answer<Queued> reply) {
            change<Queued>(
                services,
                [items, prepare, &clock = services.clock, &random = services.random](mirror::Writer &writer) {
                    ChangeQueue queue(writer, clock, random, domain::makeId<domain::ActionId>(clock, random));
                    return queueEach(queue, items, prepare);
                },
                std::move(reply));
        },
        std::move(answer));
}

/// The folder called `name` in `parent`, made if it is not there.
Result<domain::FolderId> useFolder(ChangeQueue &queue, domain::FolderId parent, const QString &name,
                                   domain::FolderId id)
{
    if (const auto existing = queue.read().childByName(parent, name)) {
        if (existing->kind != ItemKind::Folder)
            return domain::fail(ErrorCode::NameTaken);
        return existing->folderId();
    }
    if (auto added = queue.add(newFolder(id, parent, name, true)); !added)
        return tl::make_unexpected(added.error());
    return id;
}

/// The items that the server has, and the unfinished first uploads of the others.
struct Split
{
    QList<ItemRef> items;
    QList<domain::TransferId> uploads;
};

Split splitUploads(const mirror::Reader &reader, const QList<ItemRef> &items)
{
    Split split;
    QHash<domain::FileId, domain::TransferId> uploads;
    const bool anyNew = std::any_of(items.begin(), items.end(), [&](ItemRef item) { return isOnlyHere(reader, item); });
    if (anyNew) {
        for (const domain::Transfer &transfer : reader.unfinishedTransfers()) {
            if (transfer.kind == domain::TransferKind::Upload)
                uploads.insert(transfer.fileId, transfer.id);
        }
    }
    for (const ItemRef item : items) {
        const auto upload = item.kind == ItemKind::File ? uploads.constFind(item.fileId()) : uploads.cend();
        if (upload != uploads.cend())
            split.uploads.append(*upload);
        else
            split.items.append(item);
    }
    return split;
}

} // namespace

void Commands::createFolder(domain::FolderId parent, const QString &name, bool useExisting, QObject *context,
                            Answer<domain::FolderId> answer)
{
    m_asker.ask<domain::FolderId>(
        context,
        [=](Services &services, Answer<domain::FolderId> reply) {
            change<domain::FolderId>(
                services,
                [=, &clock = services.clock,
                 &random = services.random](mirror::Writer &writer) -> Result<domain::FolderId> {
                    ChangeQueue queue(writer, clock, random);
                    const auto id = domain::makeId<domain::FolderId>(clock, random);
                    if (useExisting)
                        return useFolder(queue, parent, name, id);
                    if (queue.read().childByName(parent, name))
                        return domain::fail(ErrorCode::NameTaken);
                    // One that was made elsewhere meanwhile becomes this one: two folders of a name lose nothing by
                    // that.
                    return queue.add(newFolder(id, parent, name, true)).map([id](domain::OperationId) { return id; });
                },
                std::move(reply));
        },
        std::move(answer));
}

void Commands::makePath(const QString &path, QObject *context, Answer<domain::FolderId> answer)
{
    m_asker.ask<domain::FolderId>(
        context,
        [names = path.split(QLatin1Char('/'), Qt::SkipEmptyParts)](Services &services, Answer<domain::FolderId> reply) {
            change<domain::FolderId>(
                services,
                [names, &clock = services.clock,
                 &random = services.random](mirror::Writer &writer) -> Result<domain::FolderId> {
                    ChangeQueue queue(writer, clock, random, domain::makeId<domain::ActionId>(clock, random));
                    Result<domain::FolderId> folder = domain::rootFolder;
                    for (const QString &name : names) {
                        folder = useFolder(queue, *folder, name, domain::makeId<domain::FolderId>(clock, random));
                        if (!folder)
                            break;
                    }
                    return folder;
                },
                std::move(reply));
        },
        std::move(answer));
}

void Commands::rename(ItemRef item, const QString &name, QObject *context, Answer<domain::OperationId> answer)
{
    m_asker.ask<domain::OperationId>(
        context,
        [=](Services &services, Answer<domain::OperationId> reply) {
            change<domain::OperationId>(
                services,
                [=, &clock = services.clock,
                 &random = services.random](mirror::Writer &writer) -> Result<domain::OperationId> {
                    Operation operation = operationOn(OperationKind::Rename, item);
                    operation.name = name;
                    return ChangeQueue(writer, clock, random).add(operation);
                },
                std::move(reply));
        },
        std::move(answer));
}

void Commands::move(const QList<ItemRef> &items, domain::FolderId target, const QString &name, QObject *context,
                    Answer<Queued> answer)
{
    auto prepare = [target, name](const mirror::Reader &reader, ItemRef item) -> std::optional<Operation> {
        if (name.isEmpty() && parentOf(reader, item) == target)
            return std::nullopt;
        Operation operation = operationOn(OperationKind::Move, item);
        operation.parentId = target;
        operation.name = name;
        return operation;
    };
    changeEach(m_asker, items, prepare, context, std::move(answer));
}

void Commands::trash(const QList<ItemRef> &items, QObject *context, Answer<Queued> answer)
{
    m_asker.ask<Queued>(
        context,
        [items](Services &services, Answer<Queued> reply) {
            const Split split = splitUploads(services.store.read(), items);
            control(services, Control::Cancel, split.uploads);
            change<Queued>(
                services,
                [left = split.items, &clock = services.clock, &random = services.random](mirror::Writer &writer) {
                    ChangeQueue queue(writer, clock, random, domain::makeId<domain::ActionId>(clock, random));
                    return queueEach(queue, left, [](const mirror::Reader &, ItemRef item) {
                        return std::optional(operationOn(OperationKind::Trash, item));
                    });
                },
                std::move(reply));
        },
        std::move(answer));
}

void Commands::restore(const QList<ItemRef> &items, QObject *context, Answer<Queued> answer)
{
    auto prepare = [](const mirror::Reader &, ItemRef item) {
        return std::optional(operationOn(OperationKind::Restore, item));
    };
    changeEach(m_asker, items, prepare, context, std::move(answer));
}

void Commands::forgetOperation(domain::OperationId id, QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [id](Services &services, Answer<void> reply) {
            services.store.write(
                [id, &clock = services.clock, &random = services.random](mirror::Writer &writer) {
                    return sync::withdraw(writer, id, clock, random);
                },
                whileOpen(services, [reply = std::move(reply)](Services &open, const Result<void> &withdrawn) {
                    open.sync.nudge();
                    reply(withdrawn);
                }));
        },
        std::move(answer));
}

void Commands::retryOperation(domain::OperationId id, QObject *context, Answer<domain::OperationId> answer)
{
    m_asker.ask<domain::OperationId>(
        context,
        [id](Services &services, Answer<domain::OperationId> reply) {
            change<domain::OperationId>(
                services,
                [id, &clock = services.clock,
                 &random = services.random](mirror::Writer &writer) -> Result<domain::OperationId> {
                    const auto refused = writer.read().pendingOperation(id);
                    const auto action = writer.read().actionOf(id);
                    if (!refused || !refused->error)
                        return domain::fail(ErrorCode::NotFound);
                    if (auto forgotten = writer.forgetOperation(id); !forgotten)
                        return tl::make_unexpected(forgotten.error());
                    Operation again = refused->operation;
                    again.ifRevision.reset();
                    again.ifAfter.reset();
                    return ChangeQueue(writer, clock, random, action).add(again);
                },
                std::move(reply));
        },
        std::move(answer));
}

} // namespace learnlab::engine
