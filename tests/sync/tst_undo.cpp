#include "device.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;
using domain::ErrorCode;
using domain::ItemRef;
using domain::OperationKind;
using mirror::ActionState;

namespace {

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

template <class T>
ErrorCode codeOf(const domain::Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

/// One device with a file and two folders that the server has; the network is away unless said otherwise.
struct Desk : Household
{
    explicit Desk(int count = 1) : Household(count)
    {
        a = (*this)[0].makeFolder(QStringLiteral("A"));
        b = (*this)[0].makeFolder(QStringLiteral("B"));
        server.addFile({}, QStringLiteral("x"));
        if (!settle())
            qFatal("no start");
        x = (*this)[0].read().childByName({}, QStringLiteral("x")).value_or(ItemRef());
        (*this)[0].setOnline(false);
    }
    Device &here() { return (*this)[0]; }
    Device &there() { return (*this)[1]; }
    [[nodiscard]] QList<mirror::PendingOperation> pending() { return here().read().pendingOperations(); }
    [[nodiscard]] bool isEqual()
    {
        const bool settled = settle();
        const QString found = differences();
        if (!found.isEmpty())
            qWarning("%s", qPrintable(found));
        return settled && found.isEmpty();
    }
    [[nodiscard]] domain::Transfer upload(const char *name, domain::FolderId folder = {})
    {
        domain::Transfer transfer;
        transfer.id = domain::makeId<domain::TransferId>(clock, random);
        transfer.fileId = domain::makeId<domain::FileId>(clock, random);
        transfer.folderId = folder;
        transfer.filename = QString::fromLatin1(name);
        transfer.sha256 = server.newContent();
        transfer.createdAt = clock.now();
        return transfer;
    }
    bool queue(const domain::Transfer &transfer)
    {
        return here().write([&](mirror::Writer &writer) { return writer.addTransfers({transfer}); }).has_value();
    }
    bool finish(const domain::Transfer &transfer)
    {
        const domain::File file = server.complete(transfer);
        return here().write([&](mirror::Writer &writer) { return writer.finishUpload(transfer, file); }).has_value();
    }

    domain::FolderId a;
    domain::FolderId b;
    ItemRef x;
};

} // namespace

/// Everything that changes files here can be taken back: before the server has it, after, and after a restart.
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyHasSeenIsLeftOut();
    void whatWasSentIsTurnedBack();
    void whatTheServerHasIsTurnedBack_data();
    void whatTheServerHasIsTurnedBack();
    void anOlderOneIsChosen();
    void aMoveOfMany();
    void someOfMany();
    void othersChangesAreNotHidden();
    void foldersWithSomethingInThemStay();
    void whereItWasIsGone();
    void anUploadGoesToTrash();
    void anUploadUnderWay();
    void aFolderThatWasUploaded();
    void aReplacement();
    void aReplacementWithoutFormerContent();
    void again();
    void againAfterSomethingElse();
    void withdrawingWhatWasSent();
    void nothingToUndo();
};

void TestUndo::whatNobodyHasSeenIsLeftOut()
{
    Desk desk;
    Device &here = desk.here();
    QVERIFY(here.rename(desk.x, QStringLiteral("y")));
    const auto undone = here.undo();
    QVERIFY(undone);
    QCOMPARE(undone->action.toName, QStringLiteral("y"));
    QVERIFY(undone->operations.isEmpty());
    QVERIFY(desk.pending().isEmpty());
    QCOMPARE(here.names(), list("A B x"));
    QVERIFY(desk.isEqual());
}

void TestUndo::whatWasSentIsTurnedBack()
{
    Desk desk;
    Device &here = desk.here();
    QVERIFY(here.rename(desk.x, QStringLiteral("y")));
    // It was carried out, and its answer is lost with the process.
    desk.server.faultsPercent = 100;
    here.setOnline(true);
    desk.scheduler.runUntilIdle();
    here.restart();
    here.setOnline(false);
    QVERIFY(here.read().wasSent(desk.pending().constFirst().operation.id));
    const auto undone = here.undo();
    QVERIFY(undone);
    QCOMPARE(undone->operations.size(), 1);
    QCOMPARE(desk.pending().size(), 2);
    QCOMPARE(desk.pending().constLast().operation.ifAfter, std::optional(desk.pending().constFirst().operation.id));
    QCOMPARE(here.names(), list("A B x"));
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B x"));
}

void TestUndo::whatTheServerHasIsTurnedBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("between");
    QTest::newRow("create") << int(OperationKind::CreateFolder) << "A B N x";
    QTest::newRow("rename") << int(OperationKind::Rename) << "A B y";
    QTest::newRow("move") << int(OperationKind::Move) << "A B";
    QTest::newRow("trash") << int(OperationKind::Trash) << "A B";
}

void TestUndo::whatTheServerHasIsTurnedBack()
{
    QFETCH(int, kind);
    QFETCH(QString, between);
    Desk desk;
    Device &here = desk.here();
    switch (static_cast<OperationKind>(kind)) {
    case OperationKind::CreateFolder:
        QVERIFY(!here.makeFolder(QStringLiteral("N")).isNull());
        break;
    case OperationKind::Rename:
        QVERIFY(here.rename(desk.x, QStringLiteral("y")));
        break;
    case OperationKind::Move:
        QVERIFY(here.move(desk.x, desk.a));
        break;
    default:
        QVERIFY(here.trash(desk.x));
        break;
    }
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), between.split(QLatin1Char(' ')));
    here.setOnline(false);
    here.restart();
    const auto undone = here.undo();
    QVERIFY(undone);
    QCOMPARE(undone->operations.size(), 1);
    QCOMPARE(here.names(), list("A B x"));
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B x"));
    QVERIFY(here.questions().isEmpty());
    QCOMPARE(here.read().actions(1).constFirst().state, ActionState::Undone);
}

void TestUndo::anOlderOneIsChosen()
{
    Desk desk;
    Device &here = desk.here();
    QVERIFY(here.rename(desk.x, QStringLiteral("y")));
    const domain::ActionId rename = here.read().lastUndoable()->id;
    QVERIFY(here.move(desk.x, desk.a));
    QVERIFY(desk.isEqual());
    QVERIFY(here.undo(rename));
    QCOMPARE(here.names(desk.a), list("x"));
    QCOMPARE(codeOf(here.undo(rename)), ErrorCode::NotFound);
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(desk.a), list("x"));
    // The same while both are still here.
    here.setOnline(false);
    QVERIFY(here.rename(desk.x, QStringLiteral("z")));
    const domain::ActionId second = here.read().lastUndoable()->id;
    QVERIFY(here.move(desk.x, desk.b));
    QVERIFY(here.undo(second));
    QCOMPARE(here.names(desk.b), list("x"));
    QCOMPARE(desk.pending().size(), 1);
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(desk.b), list("x"));
}

void TestUndo::aMoveOfMany()
{
    Desk desk;
    Device &here = desk.here();
    QList<ItemRef> items;
    for (int i = 0; i < 50; ++i)
        items.append(ItemRef::of(here.makeFolder(QStringLiteral("n%1").arg(i))));
    QVERIFY(desk.isEqual());
    const auto action = domain::makeId<domain::ActionId>(desk.clock, desk.random);
    for (const ItemRef &item : std::as_const(items))
        QVERIFY(here.change(here.make(OperationKind::Move, item, {}, desk.a), action));
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(desk.a).size(), 50);
    const auto undone = here.undo();
    QVERIFY(undone);
    QCOMPARE(undone->items.size(), 50);
    QVERIFY(here.names(desk.a).isEmpty());
    QVERIFY(desk.isEqual());
    QVERIFY(here.names(desk.a).isEmpty());
}

void TestUndo::someOfMany()
{
    Desk desk(2);
    Device &here = desk.here();
    const ItemRef other = ItemRef::of(here.makeFolder(QStringLiteral("O")));
    QVERIFY(desk.isEqual());
    const auto action = domain::makeId<domain::ActionId>(desk.clock, desk.random);
    for (const ItemRef &item : {desk.x, other})
        QVERIFY(here.change(here.make(OperationKind::Move, item, {}, desk.a), action));
    QVERIFY(desk.isEqual());
    QVERIFY(desk.there().move(desk.x, desk.b));
    QVERIFY(desk.isEqual());
    const auto undone = here.undo();
    QVERIFY(undone);
    QCOMPARE(undone->items, QList<ItemRef>{other});
    QCOMPARE(undone->refused.size(), 1);
    QCOMPARE(undone->refused.constFirst().name, QStringLiteral("x"));
    QCOMPARE(undone->refused.constFirst().error.code, ErrorCode::RevisionConflict);
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(desk.b), list("x"));
}

void TestUndo::othersChangesAreNotHidden()
{
    Desk desk(2);
    Device &here = desk.here();
    // A rename by somebody else since.
    QVERIFY(here.rename(desk.x, QStringLiteral("y")));
    QVERIFY(desk.isEqual());
    QVERIFY(desk.there().rename(desk.x, QStringLiteral("theirs")));
    QVERIFY(desk.isEqual());
    QCOMPARE(codeOf(here.undo()), ErrorCode::RevisionConflict);
    QCOMPARE(here.names(), list("A B theirs"));
    // It is still there to be undone: refusing changed nothing.
    QVERIFY(here.read().lastUndoable()->canUndo());
    // New content in what was restored here: undoing that would hide it.
    QVERIFY(here.trash(desk.x));
    QVERIFY(desk.isEqual());
    QVERIFY(here.change(here.make(OperationKind::Restore, desk.x)));
    QVERIFY(desk.isEqual());
    desk.server.replace(desk.x.fileId(), desk.server.newContent());
    QVERIFY(desk.isEqual());
    QCOMPARE(codeOf(here.undo()), ErrorCode::RevisionConflict);
    // News that nobody has heard of here yet: the server says so, and it becomes a question.
    QVERIFY(here.rename(desk.x, QStringLiteral("mine")));
    QVERIFY(desk.isEqual());
    here.setOnline(false);
    QVERIFY(desk.there().rename(desk.x, QStringLiteral("again")));
    QVERIFY(desk.there().settle());
    QVERIFY(here.undo());
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B again"));
    QCOMPARE(here.questions().size(), 1);
    QVERIFY(here.read().lastUndoable()->canUndo());
}

void TestUndo::foldersWithSomethingInThemStay()
{
    Desk desk;
    Device &here = desk.here();
    const domain::FolderId made = here.makeFolder(QStringLiteral("N"));
    const domain::ActionId create = here.read().lastUndoable()->id;
    QVERIFY(here.move(desk.x, made));
    QCOMPARE(codeOf(here.undo(create)), ErrorCode::FolderNotEmpty);
    QVERIFY(desk.isEqual());
    QCOMPARE(codeOf(here.undo(create)), ErrorCode::FolderNotEmpty);
    QVERIFY(here.undo()); // the move
    QVERIFY(here.undo(create));
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B x"));
}

void TestUndo::whereItWasIsGone()
{
    Desk desk;
    Device &here = desk.here();
    QVERIFY(here.move(desk.x, desk.a));
    QVERIFY(desk.isEqual());
    QVERIFY(here.move(desk.x, desk.b));
    QVERIFY(here.trash(ItemRef::of(desk.a)));
    QVERIFY(desk.isEqual());
    const QList<mirror::Action> actions = here.read().actions(3);
    QCOMPARE(codeOf(here.undo(actions.at(1).id)), ErrorCode::ParentGone);
    QVERIFY(here.rename(desk.x, QStringLiteral("y")));
    QVERIFY(here.trash(desk.x));
    QVERIFY(desk.isEqual());
    desk.server.purge(desk.x);
    QVERIFY(desk.isEqual());
    QCOMPARE(codeOf(here.undo()), ErrorCode::NotFound);
}

void TestUndo::anUploadGoesToTrash()
{
    Desk desk;
    const domain::Transfer transfer = desk.upload("up");
    QVERIFY(desk.queue(transfer));
    QVERIFY(desk.finish(transfer));
    QVERIFY(desk.isEqual());
    QVERIFY(desk.here().undo());
    QCOMPARE(desk.here().names(), list("A B x"));
    QVERIFY(desk.isEqual());
    QVERIFY(desk.server.files().value(transfer.fileId).isDeleted);
    QVERIFY(desk.here().redo());
    QVERIFY(desk.isEqual());
    QCOMPARE(desk.here().names(), list("A B up x"));
}

void TestUndo::anUploadUnderWay()
{
    Desk desk;
    const domain::Transfer cancelled = desk.upload("one");
    const domain::Transfer late = desk.upload("two");
    for (const domain::Transfer &transfer : {cancelled, late}) {
        QVERIFY(desk.queue(transfer));
        const auto undone = desk.here().undo();
        QVERIFY(undone);
        QVERIFY(undone->uploads);
    }
    QVERIFY(desk.here().write([&](mirror::Writer &writer) { return writer.removeTransfer(cancelled.id); }));
    // The other one could not be stopped any more.
    QVERIFY(desk.finish(late));
    QVERIFY(desk.isEqual());
    QCOMPARE(desk.here().names(), list("A B x"));
    QVERIFY(desk.server.files().value(late.fileId).isDeleted);
}

void TestUndo::aFolderThatWasUploaded()
{
    Desk desk;
    Device &here = desk.here();
    const auto group = domain::makeId<domain::TransferId>(desk.clock, desk.random);
    const auto folder = domain::makeId<domain::FolderId>(desk.clock, desk.random);
    QVERIFY(here.change(here.make(OperationKind::CreateFolder, ItemRef::of(folder), QStringLiteral("D")),
                        domain::ActionId(group.bytes())));
    domain::Transfer transfer = desk.upload("in", folder);
    transfer.groupId = group;
    QVERIFY(desk.queue(transfer));
    QVERIFY(desk.settle()); // the upload waits
    QVERIFY(desk.finish(transfer));
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(folder), list("in"));
    const auto undone = here.undo();
    QVERIFY(undone);
    QCOMPARE(undone->operations.size(), 1);
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B x"));
    QVERIFY(here.redo());
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(folder), list("in"));
}

void TestUndo::aReplacement()
{
    Desk desk;
    Device &here = desk.here();
    const QByteArray before = desk.server.files().value(desk.x.fileId()).contentSha256;
    domain::Transfer transfer = desk.upload("x");
    transfer.onConflict = domain::OnConflict::Replace;
    QVERIFY(desk.queue(transfer));
    QVERIFY(desk.finish(transfer));
    QVERIFY(desk.isEqual());
    QCOMPARE(here.read().actions(1).constFirst().kind, mirror::ActionKind::Replace);
    const auto undone = here.undo();
    QVERIFY(undone);
    QCOMPARE(undone->operations.size(), 2);
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B x"));
    const auto now = here.read().childByName({}, QStringLiteral("x"));
    QCOMPARE(here.read().file(now->fileId())->contentSha256, before);
    QVERIFY(desk.server.files().value(desk.x.fileId()).isDeleted); // the new content is in trash
}

void TestUndo::aReplacementWithoutFormerContent()
{
    Desk desk;
    domain::Transfer transfer = desk.upload("x");
    transfer.onConflict = domain::OnConflict::Replace;
    QVERIFY(desk.queue(transfer));
    QVERIFY(desk.finish(transfer));
    QVERIFY(desk.isEqual());
    const QList<ItemRef> trash = desk.here().read().trashIds();
    QCOMPARE(trash.size(), 1);
    desk.server.purge(trash.constFirst());
    QVERIFY(desk.isEqual());
    QCOMPARE(codeOf(desk.here().undo()), ErrorCode::FormerContentGone);
    QVERIFY(desk.here().questions().isEmpty());
}

void TestUndo::again()
{
    Desk desk;
    Device &here = desk.here();
    QVERIFY(!here.redo());
    QVERIFY(here.rename(desk.x, QStringLiteral("y")));
    QVERIFY(desk.isEqual());
    QVERIFY(here.move(desk.x, desk.a));
    QVERIFY(here.undo());
    QVERIFY(here.undo());
    QCOMPARE(here.names(), list("A B x"));
    QCOMPARE(here.read().lastRedoable()->kind, mirror::ActionKind::Rename);
    QVERIFY(here.redo());
    QVERIFY(here.redo());
    QVERIFY(!here.redo());
    QCOMPARE(here.names(desk.a), list("y"));
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(desk.a), list("y"));
    QVERIFY(here.undo());
    QVERIFY(here.undo());
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B x"));
    // What was never sent is made anew.
    here.setOnline(false);
    const domain::FolderId made = here.makeFolder(QStringLiteral("N"));
    QVERIFY(here.undo());
    QVERIFY(!here.read().folder(made));
    QVERIFY(here.redo());
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B N x"));
}

void TestUndo::againAfterSomethingElse()
{
    Desk desk;
    Device &here = desk.here();
    QVERIFY(here.rename(desk.x, QStringLiteral("y")));
    QVERIFY(here.undo());
    QVERIFY(here.move(desk.x, desk.a));
    QVERIFY(!here.read().lastRedoable());
    QCOMPARE(codeOf(here.redo()), ErrorCode::NotFound);
}

void TestUndo::withdrawingWhatWasSent()
{
    Desk desk;
    Device &here = desk.here();
    QVERIFY(here.rename(desk.x, QStringLiteral("y")));
    const domain::OperationId rename = desk.pending().constFirst().operation.id;
    QVERIFY(here.write(
        [](mirror::Writer &writer) { return writer.takeOperations(10).map([](const QList<domain::Operation> &) {}); }));
    QVERIFY(here.withdraw(rename));
    QCOMPARE(here.names(), list("A B x"));
    QCOMPARE(desk.pending().size(), 2);
    QVERIFY(desk.isEqual());
    QCOMPARE(here.names(), list("A B x"));
    here.setOnline(false);
    QVERIFY(here.rename(desk.x, QStringLiteral("z")));
    QVERIFY(here.withdraw(desk.pending().constFirst().operation.id));
    QVERIFY(desk.pending().isEmpty());
}

void TestUndo::nothingToUndo()
{
    Household house(1);
    QCOMPARE(codeOf(house[0].undo()), ErrorCode::NotFound);
    QCOMPARE(codeOf(house[0].undo(domain::makeId<domain::ActionId>(house.clock, house.random))), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
