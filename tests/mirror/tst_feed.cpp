#include "fixture.h"
#include "query.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;

class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Interrupted too: what is recent is told all the while, and by its index in the end.
    void recentWhileTheFirstPullGoesOn()
    {
        Fixture f;
        const auto indexed = [&f] {
            const auto connection = mirror::Connection::open(f.path(), mirror::Connection::Mode::Write);
            return mirror::numberFrom(**connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'files_recent'");
        };
        const File first = f.file("first");
        const File second = f.file("second");
        const File third = f.file("third");
        f.pull({}, {first, second}, {}, true);
        QCOMPARE(indexed(), qint64(0));
        QCOMPARE(f.reader().recentIds(9), (QList<ItemRef>{ItemRef::of(second.id), ItemRef::of(first.id)}));
        f.close();
        QVERIFY(f.open());
        QCOMPARE(f.reader().recentIds(1), QList<ItemRef>{ItemRef::of(second.id)});
        f.pull({}, {third});
        QVERIFY(f.reader().firstSyncDone());
        QCOMPARE(indexed(), qint64(1));
        QCOMPARE(f.reader().recentIds(2), (QList<ItemRef>{ItemRef::of(third.id), ItemRef::of(second.id)}));
        // A later one leaves it alone.
        QVERIFY(f.writer().beginResync());
        f.pull({}, {f.revised(first)}, {}, true);
        QCOMPARE(indexed(), qint64(1));
    }

    void keepsRowsAsTheyCame()
    {
        Fixture f;
        Folder folder = f.folder("Notes");
        folder.trashed = true;
        folder.deletedAt = f.clock().now();
        File file = f.file("a.txt", folder.id);
        file.contentModifiedAt = f.clock().now() - std::chrono::microseconds(1);
        file.isDeleted = true;
        file.deletedAt = folder.deletedAt;
        file.trashRoot = folder.id;
        f.pull({folder}, {file});
        QCOMPARE(f.reader().folder(folder.id), std::optional(folder));
        QCOMPARE(f.reader().file(file.id), std::optional(file));
        QCOMPARE(f.reader().cursor(), QByteArray("cursor-1"));
    }

    void firstSyncIsDoneAtTheEndOfThePull()
    {
        Fixture f;
        f.pull({f.folder("A")}, {}, {}, true);
        QVERIFY(!f.reader().firstSyncDone());
        f.pull({}, {});
        QVERIFY(f.reader().firstSyncDone());
    }

    void aChildMayComeFirst()
    {
        Fixture f;
        const Folder parent = f.folder("P");
        const File child = f.file("c.txt", parent.id);
        f.pull({}, {child});
        QVERIFY(!f.reader().isLive(ItemRef::of(child.id)));
        f.pull({parent});
        QVERIFY(f.reader().isLive(ItemRef::of(child.id)));
        QCOMPARE(f.reader().pathOf(ItemRef::of(child.id)), QStringLiteral("/P/c.txt"));
    }

    void anOlderRowChangesNothing()
    {
        Fixture f;
        const File old = f.file("old.txt");
        File renamed = f.revised(old);
        renamed.filename = QStringLiteral("new.txt");
        f.pull({}, {renamed});
        f.pull({}, {old});
        QCOMPARE(f.names(), list("new.txt"));
        mirror::ChangesPage page;
        page.removed = {{ItemRef::of(old.id), old.revision}};
        QVERIFY(f.writer().applyPage(page));
        QCOMPARE(f.names(), list("new.txt"));
    }

    void removedRowsGo()
    {
        Fixture f;
        const Folder folder = f.folder("A");
        const File file = f.file("b");
        f.pull({folder}, {file});
        f.pull({}, {}, {ItemRef::of(folder.id), ItemRef::of(file.id)});
        QVERIFY(f.names().isEmpty());
        QVERIFY(!f.reader().file(file.id));
    }

    void trashingAFolderHidesWhatIsBelow()
    {
        Fixture f;
        Folder top = f.folder("top");
        const Folder inner = f.folder("inner", top.id);
        const File file = f.file("deep.txt", inner.id);
        File alone = f.file("alone.txt", top.id);
        f.pull({top, inner}, {file, alone});
        alone = f.revised(alone);
        alone.isDeleted = true;
        alone.deletedAt = f.clock().now();
        f.pull({}, {alone});
        top = f.revised(top);
        top.trashed = true;
        top.deletedAt = f.clock().now() + std::chrono::seconds(5);
        f.pull({top});
        QVERIFY(f.names().isEmpty());
        QVERIFY(!f.reader().isLive(ItemRef::of(file.id)));
        QVERIFY(f.reader().searchIds(QStringLiteral("deep"), 10).isEmpty());
        QVERIFY(f.reader().recentIds(10).isEmpty());
        QCOMPARE(f.reader().trashIds(), (QList<ItemRef>{ItemRef::of(top.id), ItemRef::of(alone.id)}));

        top = f.revised(top);
        top.trashed = false;
        top.deletedAt.reset();
        f.pull({top});
        QVERIFY(f.reader().isLive(ItemRef::of(file.id)));
        QVERIFY2(!f.reader().isLive(ItemRef::of(alone.id)), "what was trashed by itself stays in trash");
    }

    void restoringAFolderBringsBackWhatWentWithIt()
    {
        Fixture f;
        Folder top = f.folder("top");
        top.trashed = true;
        File with = f.file("with.txt", top.id);
        with.isDeleted = true;
        with.trashRoot = top.id;
        with.deletedAt = f.clock().now();
        File before = f.file("before.txt", top.id);
        before.isDeleted = true;
        before.deletedAt = f.clock().now();
        f.pull({top}, {with, before});
        QCOMPARE(f.reader().trashIds().size(), 2);
        top = f.revised(top);
        top.trashed = false;
        f.pull({top});
        QCOMPARE(f.names(top.id), list("with.txt"));
        const std::optional<File> row = f.reader().file(with.id);
        QVERIFY(!row->isDeleted && row->trashRoot.isNull() && !row->deletedAt);
        QCOMPARE(f.reader().trashIds(), QList<ItemRef>{ItemRef::of(before.id)});
    }

    void resyncSweepsWhatTheServerLost()
    {
        Fixture f;
        const Folder kept = f.folder("kept");
        const Folder gone = f.folder("gone");
        const Folder way = f.folder("way");
        const File goneFile = f.file("gone.txt", gone.id);
        const File here = f.file("here.txt", way.id);
        const File renamed = f.file("renamed.txt");
        f.pull({kept, gone, way}, {goneFile, here, renamed});
        QVERIFY(f.writer().setContent({here.id, here.contentSha256, 5, true, true}));
        QVERIFY(f.queue(f.operation(OperationKind::Rename, ItemRef::of(renamed.id), "mine.txt")));
        const Transfer waiting = f.upload("up.txt", way.id);
        QVERIFY(f.writer().addTransfers({waiting}));

        QVERIFY(f.writer().beginResync());
        QVERIFY(f.reader().cursor().isEmpty());
        QCOMPARE(f.names().size(), 4);
        Folder restored = kept;
        restored.revision = 1; // a restored server counts from an earlier state
        restored.name = QStringLiteral("kept before");
        f.pull({restored}, {}, {}, true);
        QCOMPARE(f.names().size(), 4);
        f.pull({}, {});
        QCOMPARE(f.names(),
                 (QStringList{QStringLiteral("kept before"), QStringLiteral("way"), QStringLiteral("mine.txt")}));
        QVERIFY(!f.reader().file(goneFile.id));
        QCOMPARE(f.names(way.id), list("here.txt up.txt"));
        QCOMPARE(f.reader().unfinishedTransfers().size(), 1);
        QVERIFY(f.namesAreTrue());

        // What was kept for its bytes is said to be lost on the server, until it is there again under its id.
        QCOMPARE(f.reader().lostOnServer(), QList<FileId>{here.id});
        QVERIFY(f.reader().rows({ItemRef::of(here.id)}).constFirst().lostOnServer);
        QVERIFY(!f.reader().rows({ItemRef::of(renamed.id)}).constFirst().lostOnServer);
        f.pull({}, {here});
        QVERIFY(f.reader().lostOnServer().isEmpty());
        QVERIFY(f.writer().beginResync());
        QVERIFY(f.reader().lostOnServer().isEmpty()); // nobody knows yet
    }

    void anOrdinaryPullSweepsNothing()
    {
        Fixture f;
        f.pull({f.folder("A")}, {f.file("b")});
        f.pull({}, {});
        QCOMPARE(f.names().size(), 2);
    }

    void profileAndUsage()
    {
        Fixture f;
        User user;
        user.id = f.id<UserId>();
        user.email = QStringLiteral("ada@example.edu");
        user.username = QStringLiteral("ada");
        user.createdAt = f.clock().now();
        mirror::ChangesPage page;
        page.profile = user;
        page.usage = Usage{10, 2, 5, 100};
        QVERIFY(f.writer().applyPage(page));
        QCOMPARE(f.reader().user(), std::optional(user));
        QCOMPARE(f.reader().usage(), page.usage);
        user.fullName = QStringLiteral("Ada L.");
        user.lastLogin = f.clock().now();
        QVERIFY(f.writer().setAccount(user, Usage{1, 1, 0, std::nullopt}));
        QCOMPARE(f.reader().user(), std::optional(user));
        QVERIFY(!f.reader().usage()->quota);
    }

    void sessionsAreRememberedUntilForgotten()
    {
        Fixture f;
        const Session mine{f.id<SessionId>(), QStringLiteral("desktop"), f.clock().now(), std::nullopt, true};
        const Session other{f.id<SessionId>(), QStringLiteral("phone"), f.clock().now(), f.clock().now(), false};
        QVERIFY(f.writer().setCurrentSession(mine));
        QVERIFY(f.writer().setSessions({other}));
        QCOMPARE(f.reader().currentSession(), std::optional(mine));
        QCOMPARE(f.reader().sessions(), (QList<Session>{mine, other}));
        QVERIFY(f.writer().setCurrentSession(std::nullopt));
        QVERIFY(!f.reader().currentSession());
        QCOMPARE(f.reader().sessions().size(), 1);
    }

    void tellsWhatChanged()
    {
        Fixture f;
        const Folder a = f.folder("A");
        const Folder b = f.folder("B");
        File file = f.file("x", a.id);
        f.pull({a, b}, {file});
        (void)f.writer().takeChange();
        file = f.revised(file);
        file.fileSize = 7;
        f.pull({}, {file});
        mirror::Change change = f.writer().takeChange();
        QVERIFY(change.folders.isEmpty() && !change.everything && !change.trash);
        QCOMPARE(change.items, QList<ItemRef>{ItemRef::of(file.id)});
        file = f.revised(file);
        file.folderId = b.id;
        f.pull({}, {file});
        change = f.writer().takeChange();
        QCOMPARE(QSet<FolderId>(change.folders.begin(), change.folders.end()), (QSet<FolderId>{a.id, b.id}));
        file = f.revised(file);
        file.isDeleted = true;
        f.pull({}, {file});
        change = f.writer().takeChange();
        QVERIFY(change.trash);
        QCOMPARE(change.folders, QList<FolderId>{b.id});
        QList<File> many;
        for (int i = 0; i < 1500; ++i)
            many.append(f.file("many", a.id));
        f.pull({}, many);
        QVERIFY(f.writer().takeChange().everything);
        QVERIFY(!f.writer().takeChange().everything);
    }
};

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
