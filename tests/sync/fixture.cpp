#include "fixture.h"

namespace learnlab::tests {

domain::Folder makeFolder(domain::FolderId id, const QString &name, qint64 revision, domain::FolderId parent)
{
    domain::Folder folder;
    folder.id = id;
    folder.parentId = parent;
    folder.name = name;
    folder.revision = revision;
    return folder;
}

Stage::Stage(int batch)
{
    auto opened = mirror::openStepStore(folder.filePath(QStringLiteral("mirror.db")), scheduler);
    store = opened ? std::move(*opened) : nullptr;
    sync = sync::makeSync(api, *store, session, scheduler, clock, random, batch);
}

domain::FolderId Stage::queueFolder(const QString &name, domain::FolderId parent)
{
    domain::Operation operation;
    operation.id = domain::makeId<domain::OperationId>(clock, random);
    operation.kind = domain::OperationKind::CreateFolder;
    operation.target = domain::ItemRef::of(domain::makeId<domain::FolderId>(clock, random));
    operation.parentId = parent;
    operation.name = name;
    operation.createdAt = clock.now();
    store->write([operation](mirror::Writer &writer) { return writer.queueOperation(operation); },
                 [](const domain::Result<void> &) {});
    run();
    return operation.target.folderId();
}

bool Stage::answerOperations()
{
    QList<domain::OperationResult> results;
    for (const domain::Operation &operation : api.lastOperations)
        results.append({operation.id, makeFolder(operation.target.folderId(), operation.name, 1), {}, {}});
    const bool answered = api.operationsLine.answer(results);
    run();
    return answered;
}

bool Stage::answerEmpty(const QByteArray &cursor)
{
    api::Changes changes;
    changes.cursor = cursor;
    const bool answered = api.changesLine.answer(changes);
    run();
    return answered;
}

void Stage::settle()
{
    sync->start();
    run();
    (void)answerEmpty();
}

} // namespace learnlab::tests
