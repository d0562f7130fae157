#include "fixture.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;

class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areSeenAtOnceAndKeptInOrder()
    {
        Fixture f;
        const File file = f.file("a.txt");
        f.pull({}, {file});
        Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "New");
        QVERIFY(f.queue(create));
        Operation move = f.operation(OperationKind::Move, ItemRef::of(file.id), "", create.target.folderId());
        move.ifRevision = file.revision;
        QVERIFY(f.queue(move));
        Operation rename = f.operation(OperationKind::Rename, ItemRef::of(file.id), "b.txt");
        rename.ifRevision = file.revision;
        QVERIFY(f.queue(rename));
        QCOMPARE(f.names(), list("New"));
        QCOMPARE(f.names(create.target.folderId()), list("b.txt"));
        const QList<mirror::PendingOperation> pending = f.reader().pendingOperations();
        QCOMPARE(pending.size(), 3);
        QCOMPARE(pending.at(0).operation, create);
        QCOMPARE(pending.at(1).operation, move);
        // The revision would be another by then.
        rename.ifRevision.reset();
        rename.ifAfter = move.id;
        QCOMPARE(pending.at(2).operation, rename);
    }

    void whatCannotBeIsRefusedAndChangesNothing()
    {
        Fixture f;
        const Folder a = f.folder("A");
        const Folder inner = f.folder("inner", a.id);
        Folder trashed = f.folder("T");
        trashed.trashed = true;
        const File file = f.file("x.txt");
        f.pull({a, inner, trashed}, {file, f.file("taken"), f.file("x.txt", a.id)});
        const auto code = [&](OperationKind kind, ItemRef target, const char *name = "", FolderId parent = {}) {
            return codeOf(f.queue(f.operation(kind, target, name, parent)));
        };
        const ItemRef fresh = ItemRef::of(f.id<FolderId>());
        const ItemRef x = ItemRef::of(file.id);
        using K = OperationKind;
        QCOMPARE(code(K::CreateFolder, fresh, "taken"), ErrorCode::NameTaken);
        QCOMPARE(code(K::CreateFolder, fresh, "A"), ErrorCode::NameTaken);
        QCOMPARE(code(K::CreateFolder, fresh, "a/b"), ErrorCode::NameInvalid);
        QCOMPARE(code(K::CreateFolder, fresh, "n", f.id<FolderId>()), ErrorCode::NotFound);
        QCOMPARE(code(K::CreateFolder, fresh, "n", trashed.id), ErrorCode::NotFound);
        QCOMPARE(code(K::CreateFolder, ItemRef::of(a.id), "n"), ErrorCode::OperationIdReused);
        QCOMPARE(code(K::Rename, x, "taken"), ErrorCode::NameTaken);
        QCOMPARE(code(K::Rename, x, ""), ErrorCode::NameInvalid);
        QCOMPARE(code(K::Rename, ItemRef::of(f.id<FileId>()), "n"), ErrorCode::NotFound);
        QCOMPARE(code(K::Rename, ItemRef::of(trashed.id), "n"), ErrorCode::NotFound);
        QCOMPARE(code(K::Move, x, "", a.id), ErrorCode::NameTaken);
        QCOMPARE(code(K::Move, ItemRef::of(a.id), "", inner.id), ErrorCode::FolderCycle);
        QCOMPARE(code(K::Move, ItemRef::of(a.id), "", a.id), ErrorCode::FolderCycle);
        QCOMPARE(code(K::Restore, x), ErrorCode::NotFound);
        QVERIFY(f.reader().pendingOperations().isEmpty());
        QCOMPARE(f.names(), list("A taken x.txt"));
        QVERIFY2(f.queue(f.operation(K::Move, x, "y.txt", a.id)), "with another name there is room");
        QVERIFY2(f.queue(f.operation(K::Rename, ItemRef::of(a.id), "A")), "its own name is not taken");
    }

    void namesAreMadeNormal()
    {
        Fixture f;
        const Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "e\xCC\x81");
        QVERIFY(f.queue(create));
        QCOMPARE(f.reader().folder(create.target.folderId())->name, QString::fromUtf8("\xC3\xA9"));
        QCOMPARE(f.reader().pendingOperations().constFirst().operation.name, QString::fromUtf8("\xC3\xA9"));
    }

    void doneTakesTheServersRow()
    {
        Fixture f;
        const File file = f.file("a.txt");
        f.pull({}, {file});
        const Operation rename = f.operation(OperationKind::Rename, ItemRef::of(file.id), "b.txt");
        QVERIFY(f.queue(rename));
        QCOMPARE(f.row(ItemRef::of(file.id)).status, mirror::ItemStatus::WillUpload);
        File answer = f.revised(file);
        answer.filename = QStringLiteral("b.txt");
        OperationResult result;
        result.id = rename.id;
        result.file = answer;
        QVERIFY(f.writer().finishOperation(result));
        QVERIFY(f.reader().pendingOperations().isEmpty());
        QCOMPARE(f.reader().file(file.id), std::optional(answer));
        QCOMPARE(f.row(ItemRef::of(file.id)).status, mirror::ItemStatus::Synced);
        QVERIFY2(f.writer().finishOperation(result), "an answer may come twice");
    }

    void aPullKeepsWhatIsPending()
    {
        Fixture f;
        const Folder a = f.folder("A");
        File file = f.file("a.txt");
        f.pull({a}, {file});
        const Operation rename = f.operation(OperationKind::Rename, ItemRef::of(file.id), "mine.txt");
        QVERIFY(f.queue(rename));
        file = f.revised(file);
        file.filename = QStringLiteral("theirs.txt");
        file.folderId = a.id;
        file.fileSize = 4711;
        f.pull({}, {file});
        QCOMPARE(f.names(a.id), list("mine.txt"));
        QCOMPARE(f.reader().file(file.id)->fileSize, qint64(4711));
        QVERIFY(f.refuse(rename, ErrorCode::RevisionConflict));
        QCOMPARE(f.names(a.id), list("theirs.txt"));
        QCOMPARE(f.row(ItemRef::of(file.id)).status, mirror::ItemStatus::Conflict);
        QCOMPARE(f.reader().pendingOperations().constFirst().error->code, ErrorCode::RevisionConflict);
        QVERIFY(f.writer().forgetOperation(rename.id));
        QCOMPARE(f.reader().file(file.id), std::optional(file));
        QCOMPARE(f.row(ItemRef::of(file.id)).status, mirror::ItemStatus::Synced);
    }

    void aPassingErrorKeepsItPending()
    {
        Fixture f;
        const File file = f.file("a.txt");
        f.pull({}, {file});
        const Operation rename = f.operation(OperationKind::Rename, ItemRef::of(file.id), "b.txt");
        QVERIFY(f.queue(rename));
        QVERIFY(f.refuse(rename, ErrorCode::Unavailable));
        QCOMPARE(f.names(), list("b.txt"));
        QCOMPARE(f.reader().pendingOperations().constFirst().attempts, 1);
        QVERIFY(!f.reader().pendingOperations().constFirst().error);
    }

    void aRefusedFolderGoesAgain()
    {
        Fixture f;
        const Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "New");
        QVERIFY(f.queue(create));
        QVERIFY(f.refuse(create, ErrorCode::NameInvalid));
        QVERIFY(f.names().isEmpty());
        QCOMPARE(f.reader().pendingOperations().size(), 1);
    }

    void aMoveIntoAFolderThatGoesComesBack()
    {
        Fixture f;
        const Folder a = f.folder("A");
        File file = f.file("x");
        f.pull({a}, {file});
        QVERIFY(f.queue(f.operation(OperationKind::Move, ItemRef::of(file.id), "", a.id)));
        f.pull({}, {}, {ItemRef::of(a.id)});
        file = f.revised(file);
        f.pull({}, {file});
        QCOMPARE(f.names(), list("x"));
    }

    void anExistingFolderTakesOver()
    {
        Fixture f;
        Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "Course");
        create.useExisting = true;
        QVERIFY(f.queue(create));
        const FolderId ours = create.target.folderId();
        Operation inner = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "inner", ours);
        QVERIFY(f.queue(inner));
        const Transfer transfer = f.upload("up.txt", ours);
        QVERIFY(f.writer().addTransfers({transfer}));
        const Folder theirs = f.folder("Course");
        OperationResult result;
        result.id = create.id;
        result.folder = theirs;
        QVERIFY(f.writer().finishOperation(result));
        QCOMPARE(f.names(), list("Course"));
        QCOMPARE(f.names(theirs.id), list("inner up.txt"));
        QVERIFY(!f.reader().folder(ours));
        QCOMPARE(f.reader().transfer(transfer.id)->folderId, theirs.id);
        QCOMPARE(f.reader().pendingOperations().constFirst().operation.parentId, theirs.id);
        Transfer stale = transfer;
        stale.state = TransferState::Preparing;
        QVERIFY(f.writer().updateTransfer(stale));
        QCOMPARE(f.reader().transfer(transfer.id)->folderId, theirs.id);
    }

    void aRefusedFolderKeepsWhatWaitsInIt()
    {
        Fixture f;
        const Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "Course");
        QVERIFY(f.queue(create));
        const FolderId ours = create.target.folderId();
        const Transfer transfer = f.upload("up.txt", ours);
        QVERIFY(f.writer().addTransfers({transfer}));
        OperationResult refused;
        refused.id = create.id;
        refused.error = domain::Error{ErrorCode::NameTaken, {}};
        QVERIFY(f.writer().finishOperation(refused));
        QCOMPARE(f.names(), list("Course"));
        QCOMPARE(f.names(ours), list("up.txt"));
        // Withdrawn, it goes; the upload stays, in its place.
        f.pull({}, {f.file("up.txt")});
        QVERIFY(f.writer().forgetOperation(create.id));
        QVERIFY(!f.reader().folder(ours));
        QCOMPARE(f.names(), QStringList({QStringLiteral("up (2).txt"), QStringLiteral("up.txt")}));
        QVERIFY(f.reader().transfer(transfer.id)->folderId.isNull());
        QCOMPARE(f.reader().transfer(transfer.id)->filename, QStringLiteral("up (2).txt"));
        QVERIFY(f.namesAreTrue());
    }

    void aRefusedFolderWithNothingInItGoes()
    {
        Fixture f;
        const Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "Course");
        QVERIFY(f.queue(create));
        OperationResult refused;
        refused.id = create.id;
        refused.error = domain::Error{ErrorCode::NameTaken, {}};
        QVERIFY(f.writer().finishOperation(refused));
        QVERIFY(f.names().isEmpty());
    }

    void useExistingMayMeetItLocally()
    {
        Fixture f;
        const Folder theirs = f.folder("Course");
        f.pull({theirs}, {f.file("file")});
        Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "Course");
        create.useExisting = true;
        QVERIFY(f.queue(create));
        Operation onFile = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "file");
        onFile.useExisting = true;
        QCOMPARE(codeOf(f.queue(onFile)), ErrorCode::NameTaken);
        OperationResult result;
        result.id = create.id;
        result.folder = theirs;
        QVERIFY(f.writer().finishOperation(result));
        QCOMPARE(f.names(), list("Course file"));
    }

    void restoreFindsAPlace()
    {
        Fixture f;
        Folder a = f.folder("A");
        a.trashed = true;
        File inTrash = f.file("x.txt", a.id);
        inTrash.isDeleted = true;
        f.pull({a}, {inTrash, f.file("x.txt")});
        QVERIFY(f.queue(f.operation(OperationKind::Restore, ItemRef::of(inTrash.id))));
        QCOMPARE(f.names(), (QStringList{QStringLiteral("x (2).txt"), QStringLiteral("x.txt")}));
        QCOMPARE(f.reader().trashIds(), QList<ItemRef>{ItemRef::of(a.id)});
    }

    void trashAndBack()
    {
        Fixture f;
        const Folder a = f.folder("A");
        f.pull({a}, {f.file("x", a.id)});
        const Operation trash = f.operation(OperationKind::Trash, ItemRef::of(a.id));
        QVERIFY(f.queue(trash));
        QVERIFY(f.names().isEmpty());
        QCOMPARE(f.row(ItemRef::of(a.id)).deletedAt, std::optional(trash.createdAt));
        QVERIFY(f.queue(f.operation(OperationKind::Restore, ItemRef::of(a.id))));
        QCOMPARE(f.names(), list("A"));
        QCOMPARE(f.names(a.id), list("x"));
    }

    void forgettingTheFirstLeavesTheSecond()
    {
        Fixture f;
        const Folder a = f.folder("A");
        const File file = f.file("x");
        f.pull({a}, {file});
        Operation rename = f.operation(OperationKind::Rename, ItemRef::of(file.id), "y");
        rename.ifRevision = file.revision;
        QVERIFY(f.queue(rename));
        const Operation move = f.operation(OperationKind::Move, ItemRef::of(file.id), "", a.id);
        QVERIFY(f.queue(move));
        QVERIFY(f.writer().forgetOperation(rename.id));
        QCOMPARE(f.names(a.id), list("x"));
        const Operation left = f.reader().pendingOperations().constFirst().operation;
        QCOMPARE(left.ifRevision, std::optional(file.revision));
        QVERIFY(!left.ifAfter);
        QVERIFY(f.writer().forgetOperation(move.id));
        QCOMPARE(f.names(), list("A x"));
        QCOMPARE(codeOf(f.writer().forgetOperation(move.id)), ErrorCode::NotFound);
    }

    void forgettingAFolderTakesWhatNeedsIt()
    {
        Fixture f;
        const File file = f.file("x");
        f.pull({}, {file});
        const Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "N");
        QVERIFY(f.queue(create));
        const Operation inner =
            f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "M", create.target.folderId());
        QVERIFY(f.queue(inner));
        QVERIFY(f.queue(f.operation(OperationKind::Move, ItemRef::of(file.id), "", inner.target.folderId())));
        QVERIFY(f.writer().forgetOperation(create.id));
        QVERIFY(f.reader().pendingOperations().isEmpty());
        QCOMPARE(f.names(), list("x"));
        QVERIFY(!f.reader().folder(inner.target.folderId()));
    }

    void aWaitingUploadIsChangedInTheQueue()
    {
        Fixture f;
        const Folder a = f.folder("A");
        f.pull({a});
        Transfer transfer = f.upload("x.txt");
        QVERIFY(f.writer().addTransfers({transfer}));
        QVERIFY(f.queue(f.operation(OperationKind::Rename, ItemRef::of(transfer.fileId), "y.txt")));
        QVERIFY(f.queue(f.operation(OperationKind::Move, ItemRef::of(transfer.fileId), "", a.id)));
        QVERIFY(f.reader().pendingOperations().isEmpty());
        QCOMPARE(f.names(a.id), list("y.txt"));
        QCOMPARE(f.reader().transfer(transfer.id)->filename, QStringLiteral("y.txt"));
        QCOMPARE(f.reader().transfer(transfer.id)->folderId, a.id);
        transfer.state = TransferState::Preparing;
        transfer.uploadId = f.id<UploadId>();
        QVERIFY(f.writer().updateTransfer(transfer));
        QCOMPARE(codeOf(f.queue(f.operation(OperationKind::Rename, ItemRef::of(transfer.fileId), "z.txt"))),
                 ErrorCode::UploadState);
        QCOMPARE(codeOf(f.queue(f.operation(OperationKind::Trash, ItemRef::of(transfer.fileId)))),
                 ErrorCode::UploadState);
    }

    void operationsSurviveClosing()
    {
        Fixture f;
        const File file = f.file("x");
        f.pull({}, {file});
        QVERIFY(f.queue(f.operation(OperationKind::Rename, ItemRef::of(file.id), "y")));
        const QList<mirror::PendingOperation> before = f.reader().pendingOperations();
        f.close();
        QVERIFY(f.open());
        QCOMPARE(f.names(), list("y"));
        QCOMPARE(f.reader().pendingOperations().constFirst().operation, before.constFirst().operation);
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
