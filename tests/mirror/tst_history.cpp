#include "fixture.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;
using mirror::Action;
using mirror::ActionKind;
using mirror::ActionState;
using mirror::StepState;

/// What the user did is written down with the doing, and stands or falls with it.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachActionLeavesAnEntry();
    void groupsAreOneEntry();
    void refusedOnesLeaveNone();
    void theServersAnswerIsNoted();
    void aRefusalEndsIt();
    void anUndoingThatIsRefusedUndidNothing();
    void adoptedFoldersAreNothingToTakeBack();
    void dropsAreOneEntry();
    void aDropThatReplaces();
    void identicalBytesAreNothingToTakeBack();
    void whatComesThroughAfterAllGoesToTrash();
    void sentIsRemembered();
    void survivesClosing();
};

void TestHistory::eachActionLeavesAnEntry()
{
    Fixture f;
    const Folder a = f.folder("A");
    const File file = f.file("x.txt");
    f.pull({a}, {file});
    const ItemRef x = ItemRef::of(file.id);
    QVERIFY(f.queue(f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "N")));
    QVERIFY(f.queue(f.operation(OperationKind::Rename, x, "y.txt")));
    QVERIFY(f.queue(f.operation(OperationKind::Move, x, "", a.id)));
    QVERIFY(f.queue(f.operation(OperationKind::Trash, x)));
    QVERIFY(f.queue(f.operation(OperationKind::Restore, x)));
    QVERIFY(f.writer().takeChange().history);
    const QList<Action> actions = f.reader().actions(10);
    QCOMPARE(actions.size(), 5);
    QCOMPARE(actions.at(0).kind, ActionKind::Restore);
    QCOMPARE(actions.at(1).kind, ActionKind::Trash);
    QCOMPARE(actions.at(2).kind, ActionKind::Move);
    QCOMPARE(actions.at(2).folder, a.id);
    QCOMPARE(actions.at(3).kind, ActionKind::Rename);
    QCOMPARE(actions.at(3).name, QStringLiteral("x.txt"));
    QCOMPARE(actions.at(3).toName, QStringLiteral("y.txt"));
    QCOMPARE(actions.at(4).kind, ActionKind::CreateFolder);
    QCOMPARE(actions.at(4).name, QStringLiteral("N"));
    for (const Action &action : actions) {
        QCOMPARE(action.state, ActionState::Waiting);
        QCOMPARE(action.count, 1);
        QVERIFY(action.canUndo());
    }
    const auto moved = f.reader().steps(actions.at(2).id);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.constFirst().from, (mirror::Spot{{}, QStringLiteral("y.txt")}));
    QCOMPARE(moved.constFirst().to, (mirror::Spot{a.id, QStringLiteral("y.txt")}));
    QCOMPARE(f.reader().steps(actions.at(1).id).constFirst().content, file.contentSha256);
    QCOMPARE(f.reader().actions(2).size(), 2);
    QCOMPARE(f.reader().lastUndoable()->id, actions.at(0).id);
}

void TestHistory::groupsAreOneEntry()
{
    Fixture f;
    const Folder a = f.folder("A");
    const QList<File> files{f.file("1"), f.file("2"), f.file("3")};
    f.pull({a}, files);
    const auto action = f.id<ActionId>();
    for (const File &file : files)
        QVERIFY(f.writer().queueOperation(f.operation(OperationKind::Move, ItemRef::of(file.id), "", a.id), action));
    QCOMPARE(f.reader().actions(10).size(), 1);
    QCOMPARE(f.reader().actions(10).constFirst().count, 3);
    QCOMPARE(f.reader().steps(action).size(), 3);
}

void TestHistory::refusedOnesLeaveNone()
{
    Fixture f;
    const File file = f.file("x");
    f.pull({}, {file, f.file("taken")});
    QCOMPARE(codeOf(f.queue(f.operation(OperationKind::Rename, ItemRef::of(file.id), "taken"))), ErrorCode::NameTaken);
    QVERIFY(f.reader().actions(10).isEmpty());
    QVERIFY(!f.reader().lastUndoable());
}

void TestHistory::theServersAnswerIsNoted()
{
    Fixture f;
    const File file = f.file("x");
    f.pull({}, {file});
    const Operation rename = f.operation(OperationKind::Rename, ItemRef::of(file.id), "y");
    QVERIFY(f.queue(rename));
    File answer = f.revised(file);
    answer.filename = QStringLiteral("y");
    QVERIFY(f.writer().finishOperation({rename.id, {}, answer, {}}));
    const Action action = f.reader().actions(1).constFirst();
    QCOMPARE(action.state, ActionState::Done);
    QCOMPARE(f.reader().steps(action.id).constFirst().revision, std::optional(answer.revision));
    QCOMPARE(f.reader().ownRevision(ItemRef::of(file.id)), answer.revision);
}

void TestHistory::aRefusalEndsIt()
{
    Fixture f;
    const File file = f.file("x");
    f.pull({}, {file});
    const Operation first = f.operation(OperationKind::Rename, ItemRef::of(file.id), "y");
    QVERIFY(f.queue(first));
    QVERIFY(f.refuse(first, ErrorCode::Unavailable));
    QCOMPARE(f.reader().actions(1).constFirst().state, ActionState::Waiting);
    QVERIFY(f.refuse(first, ErrorCode::RevisionConflict));
    QCOMPARE(f.reader().actions(1).constFirst().state, ActionState::Refused);
    QVERIFY(!f.reader().lastUndoable());
    const Operation second = f.operation(OperationKind::Rename, ItemRef::of(file.id), "z");
    QVERIFY(f.queue(second));
    QVERIFY(f.writer().forgetOperation(second.id));
    QCOMPARE(f.reader().steps(ActionId(second.id.bytes())).constFirst().state, StepState::Withdrawn);
    QVERIFY(!f.reader().lastUndoable());
}

void TestHistory::anUndoingThatIsRefusedUndidNothing()
{
    Fixture f;
    const File file = f.file("x");
    f.pull({}, {file});
    const Operation rename = f.operation(OperationKind::Rename, ItemRef::of(file.id), "y");
    QVERIFY(f.queue(rename));
    const ActionId action(rename.id.bytes());
    const auto undo = f.id<ActionId>();
    QVERIFY(f.writer().beginUndo(action, undo, f.clock().now()));
    const Operation back = f.operation(OperationKind::Rename, ItemRef::of(file.id), "x");
    QVERIFY(f.writer().queueOperation(back, undo));
    QCOMPARE(f.reader().actions(10).size(), 1); // an undoing is not listed
    QCOMPARE(f.reader().action(action)->state, ActionState::Undone);
    QCOMPARE(f.reader().lastRedoable()->id, action);
    QCOMPARE(codeOf(f.writer().beginUndo(action, f.id<ActionId>(), f.clock().now())), ErrorCode::NotFound);
    QVERIFY(f.refuse(back, ErrorCode::RevisionConflict));
    QCOMPARE(f.reader().action(action)->state, ActionState::Waiting);
    QCOMPARE(f.reader().lastUndoable()->id, action);
}

void TestHistory::adoptedFoldersAreNothingToTakeBack()
{
    Fixture f;
    Operation create = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "Course");
    create.useExisting = true;
    QVERIFY(f.queue(create));
    const File file = f.file("x");
    f.pull({}, {file});
    const Operation move = f.operation(OperationKind::Move, ItemRef::of(file.id), "", create.target.folderId());
    QVERIFY(f.queue(move));
    const Folder theirs = f.folder("Course");
    QVERIFY(f.writer().finishOperation({create.id, theirs, {}, {}}));
    QVERIFY(!f.reader().action(ActionId(create.id.bytes()))->canUndo());
    QCOMPARE(f.reader().steps(ActionId(move.id.bytes())).constFirst().to.parent, theirs.id);
    QCOMPARE(f.reader().action(ActionId(move.id.bytes()))->folder, theirs.id);
}

void TestHistory::dropsAreOneEntry()
{
    Fixture f;
    const auto group = f.id<TransferId>();
    const ActionId action(group.bytes());
    const Operation outer = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "Drop");
    const Operation inner =
        f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "in", outer.target.folderId());
    QVERIFY(f.writer().queueOperation(outer, action));
    QVERIFY(f.writer().queueOperation(inner, action));
    QList<Transfer> transfers{f.upload("a", outer.target.folderId()), f.upload("b", inner.target.folderId()),
                              f.upload("c")};
    for (Transfer &transfer : transfers)
        transfer.groupId = group;
    QVERIFY(f.writer().addTransfers(transfers));
    const QList<Action> actions = f.reader().actions(10);
    QCOMPARE(actions.size(), 1);
    QCOMPARE(actions.constFirst().kind, ActionKind::Upload);
    QCOMPARE(actions.constFirst().name, QStringLiteral("Drop"));
    QCOMPARE(actions.constFirst().count, 3);
    // What is in the folder goes as the folder goes.
    QCOMPARE(f.reader().steps(action).size(), 2);
    // A cancelled upload is out of it.
    QVERIFY(f.writer().removeTransfer(transfers.at(2).id));
    QCOMPARE(f.reader().steps(action).constLast().state, StepState::Withdrawn);
}

void TestHistory::aDropThatReplaces()
{
    Fixture f;
    File file = f.file("x.txt");
    file.contentSha256 = QByteArray(32, 'a');
    f.pull({}, {file});
    Transfer transfer = f.upload("x.txt");
    transfer.onConflict = OnConflict::Replace;
    QVERIFY(f.writer().addTransfers({transfer}));
    const ActionId action(transfer.groupId.bytes());
    QCOMPARE(f.reader().action(action)->kind, ActionKind::Replace);
    File answer = f.revised(file);
    answer.contentSha256 = QByteArray(32, 'b');
    QVERIFY(f.writer().finishUpload(transfer, answer));
    const mirror::ActionStep step = f.reader().steps(action).constFirst();
    QCOMPARE(step.kind, ActionKind::Replace);
    QCOMPARE(step.content, file.contentSha256);
    QCOMPARE(step.revision, std::optional(answer.revision));
    QVERIFY(!f.reader().formerContent({}, QStringLiteral("x.txt"), file.contentSha256));
    File former = f.file("x.txt");
    former.contentSha256 = file.contentSha256;
    former.isDeleted = true;
    f.pull({}, {former});
    QCOMPARE(f.reader().formerContent({}, QStringLiteral("x.txt"), file.contentSha256), std::optional(former.id));
}

void TestHistory::identicalBytesAreNothingToTakeBack()
{
    Fixture f;
    const Transfer transfer = f.upload("x.txt");
    QVERIFY(f.writer().addTransfers({transfer}));
    QVERIFY(f.writer().finishUpload(transfer, f.file("x.txt"))); // another row, with these bytes
    QVERIFY(!f.reader().action(ActionId(transfer.groupId.bytes()))->canUndo());
}

void TestHistory::whatComesThroughAfterAllGoesToTrash()
{
    Fixture f;
    const Transfer transfer = f.upload("x.txt");
    QVERIFY(f.writer().addTransfers({transfer}));
    const ActionId action(transfer.groupId.bytes());
    QVERIFY(f.writer().beginUndo(action, f.id<ActionId>(), f.clock().now()));
    File answer = f.file("x.txt");
    answer.id = transfer.fileId;
    QVERIFY(f.writer().finishUpload(transfer, answer));
    QVERIFY(f.names().isEmpty());
    const auto pending = f.reader().pendingOperations();
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.constFirst().operation.kind, OperationKind::Trash);
    QCOMPARE(pending.constFirst().operation.ifRevision, std::optional(answer.revision));
    QCOMPARE(f.reader().action(action)->state, ActionState::Undone);
}

void TestHistory::sentIsRemembered()
{
    Fixture f;
    const Operation first = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "A");
    const Operation second = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "B");
    const Operation third = f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "C");
    for (const Operation &operation : {first, second, third})
        QVERIFY(f.queue(operation));
    QVERIFY(f.refuse(first, ErrorCode::NameTaken));
    QCOMPARE(f.reader().openOperations(), 2);
    const auto taken = f.writer().takeOperations(1);
    QVERIFY(taken);
    QCOMPARE(taken->size(), 1);
    QCOMPARE(taken->constFirst().id, second.id);
    QVERIFY(f.reader().wasSent(second.id));
    QVERIFY(!f.reader().wasSent(third.id));
    QCOMPARE(f.reader().pendingOperation(third.id)->operation.id, third.id);
}

void TestHistory::survivesClosing()
{
    Fixture f;
    const File file = f.file("x");
    f.pull({}, {file});
    QVERIFY(f.queue(f.operation(OperationKind::Rename, ItemRef::of(file.id), "y")));
    f.close();
    QVERIFY(f.open());
    QCOMPARE(f.reader().lastUndoable()->toName, QStringLiteral("y"));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
