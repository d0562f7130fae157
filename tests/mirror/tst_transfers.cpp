#include "fixture.h"

#include <QTest>

#include <algorithm>

using namespace learnlab;
using namespace learnlab::tests;
using mirror::ItemStatus;

class TestTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKeptAsGiven()
    {
        Fixture f;
        Transfer transfer = f.upload("a.txt");
        transfer.sha256 = QByteArray(32, 's');
        transfer.onConflict = OnConflict::KeepBoth;
        transfer.position = 5;
        transfer.pinned = true;
        transfer.stamp.inode = ~quint64(0);
        QVERIFY(f.writer().addTransfers({transfer}));
        QCOMPARE(f.reader().transfer(transfer.id), std::optional(transfer));
        transfer.state = TransferState::Waiting;
        transfer.error = Error{ErrorCode::RateLimited, QStringLiteral("slow down"), QStringLiteral("field"),
                               std::chrono::seconds(9)};
        transfer.uploadId = f.id<UploadId>();
        transfer.partSize = 8;
        transfer.bytesDone = 16;
        transfer.attempts = 2;
        transfer.retryAt = f.clock().now();
        QVERIFY(f.writer().updateTransfer(transfer));
        f.close();
        QVERIFY(f.open());
        QCOMPARE(f.reader().transfer(transfer.id), std::optional(transfer));
    }

    void queueInOrder()
    {
        Fixture f;
        const QList<Transfer> three = {f.upload("1"), f.upload("2"), f.upload("3")};
        QVERIFY(f.writer().addTransfers(three));
        const auto names = [&] {
            QStringList result;
            const QList<Transfer> all = f.reader().transfers();
            for (const Transfer &transfer : all)
                result.append(transfer.filename);
            return result;
        };
        QCOMPARE(names(), list("1 2 3"));
        QVERIFY(f.writer().moveTransferFirst(three.at(2).id));
        QCOMPARE(names(), list("3 1 2"));
        Transfer stale = three.at(2);
        stale.state = TransferState::Paused;
        QVERIFY(f.writer().updateTransfer(stale));
        QCOMPARE(names(), list("3 1 2"));
    }

    void isOrderedByTheUser()
    {
        Fixture f;
        QList<Transfer> some;
        const auto a = f.id<TransferId>();
        const auto b = f.id<TransferId>();
        for (const char *name : {"1", "2", "3", "4"}) {
            Transfer transfer = f.upload(name);
            transfer.groupId = some.size() < 2 ? a : b;
            transfer.position = 100 + some.size();
            some.append(transfer);
        }
        QVERIFY(f.writer().addTransfers(some));
        const auto names = [&](const QList<Transfer> &transfers) {
            QStringList result;
            for (const Transfer &transfer : transfers)
                result.append(transfer.filename);
            return result;
        };
        const auto queue = [&] { return names(f.reader().unfinishedTransfers()); };
        QVERIFY(f.writer().moveTransferFirst(some.at(2).id));
        QCOMPARE(queue(), list("3 1 2 4"));
        QVERIFY(f.writer().moveTransferBefore(some.at(3).id, some.at(1).id));
        QCOMPARE(queue(), list("3 1 4 2"));
        QVERIFY(f.writer().moveTransferBefore(some.at(2).id, some.at(3).id));
        QCOMPARE(queue(), list("1 3 4 2"));
        QVERIFY(f.writer().moveTransferBefore(some.at(1).id, some.at(0).id));
        QCOMPARE(queue(), list("2 1 3 4"));
        QVERIFY(f.writer().moveTransferBefore(some.at(1).id, some.at(1).id));
        QVERIFY(!f.writer().moveTransferBefore(some.at(1).id, f.id<TransferId>()));
        QVERIFY(f.writer().moveGroupFirst(b));
        QCOMPARE(queue(), list("3 4 2 1"));
        QVERIFY(f.writer().moveTransferLast(some.at(2).id));
        QCOMPARE(queue(), list("4 2 1 3"));
        // Read in pages, of one group, and by what is large.
        QCOMPARE(names(f.reader().unfinishedAfter({}, 2)), list("4 2"));
        const Transfer second = *f.reader().transfer(some.at(1).id);
        QCOMPARE(names(f.reader().unfinishedAfter({second.position, second.id}, 10)), list("1 3"));
        QCOMPARE(names(f.reader().unfinishedAfter({}, 10, b)), list("4 3"));
        QCOMPARE(names(f.reader().queuedAfter({}, TransferKind::Upload, -1, 1'000'000, 3)), list("4 2 1"));
        QVERIFY(f.reader().queuedAfter({}, TransferKind::Upload, 1'000'000, 2'000'000, 3).isEmpty());
        QVERIFY(f.reader().queuedAfter({}, TransferKind::Download, -1, 1'000'000, 3).isEmpty());
        QCOMPARE(f.reader().transferIds(b), QList<TransferId>({some.at(3).id, some.at(2).id}));
        QCOMPARE(f.reader().unfinishedUpload({}, QStringLiteral("2"), some.at(1).localPath)->id, some.at(1).id);
        QVERIFY(!f.reader().unfinishedUpload({}, QStringLiteral("2"), "/elsewhere"));
    }

    /// The writer counts what it changes; nothing counts it again.
    void totalsAreTrueAfterAnyCourse()
    {
        Fixture f;
        support::SeededRandom random(7);
        const QList<TransferId> groups = {{}, f.id<TransferId>(), f.id<TransferId>()};
        QList<Transfer> all;
        const auto change = [&](mirror::Writer &writer) -> Result<void> {
            const quint64 what = random.below(10);
            if (all.size() < 5 || what == 0) {
                Transfer transfer = f.upload("x");
                transfer.groupId = groups.at(static_cast<qsizetype>(random.below(3)));
                transfer.bytesTotal = static_cast<qint64>(random.below(100));
                transfer.kind = random.below(2) == 0 ? TransferKind::Upload : TransferKind::Download;
                all.append(transfer);
                return writer.addTransfers({transfer});
            }
            const auto at = static_cast<qsizetype>(random.below(static_cast<quint64>(all.size())));
            if (what == 1)
                return writer.removeTransfer(all.takeAt(at).id);
            Transfer &transfer = all[at];
            const auto state = static_cast<TransferState>(random.below(8));
            if (state != transfer.state && !lawfulChange(transfer.state, state))
                return {};
            transfer.state = state;
            transfer.bytesTotal = static_cast<qint64>(random.below(100));
            transfer.bytesDone = static_cast<qint64>(random.below(100));
            return writer.updateTransfer(transfer);
        };
        for (int round = 0; round < 60; ++round) {
            QVERIFY(f.writer().begin(round % 2 == 0 ? mirror::Writer::Steps::Together : mirror::Writer::Steps::Apart));
            for (int i = 0; i < 10; ++i)
                QVERIFY(f.writer().step(change));
            QVERIFY(f.writer().commit());
            if (round % 20 == 19) {
                QVERIFY(f.writer().removeFinishedTransfers(0, 1000));
                all.removeIf([](const Transfer &transfer) { return isFinal(transfer.state); });
            }
            for (const TransferId &group : groups) {
                const auto row = f.reader().transferGroup(group);
                const auto in = std::count_if(all.cbegin(), all.cend(),
                                              [&](const Transfer &transfer) { return transfer.groupId == group; });
                QCOMPARE(row ? row->totals.count() : 0, qint64(in));
            }
            qint64 bytes = 0;
            qint64 done = 0;
            for (const Transfer &transfer : std::as_const(all)) {
                bytes += transfer.bytesTotal;
                done += transfer.bytesDone;
            }
            QCOMPARE(f.reader().transferTotals().bytesTotal, bytes);
            QCOMPARE(f.reader().transferTotals().bytesDone, done);
        }
    }

    void groupsAndTotalsAreKeptWithEveryChange()
    {
        Fixture f;
        domain::TransferGroup group{
            f.id<TransferId>(), QStringLiteral("Thesis"), {}, TransferKind::Upload, f.clock().now()};
        QList<Transfer> some = {f.upload("1"), f.upload("2"), f.upload("3")};
        for (Transfer &transfer : some) {
            transfer.groupId = group.id;
            transfer.bytesTotal = 10;
        }
        QVERIFY(f.writer().addTransferGroup(group));
        QVERIFY(f.writer().addTransfers(some));
        const auto totals = [&] { return f.reader().transferGroup(group.id)->totals; };
        QCOMPARE(totals().queued, 3);
        QCOMPARE(totals().bytesTotal, 30);
        some[0].state = TransferState::Sending;
        some[0].bytesDone = 4;
        QVERIFY(f.writer().updateTransfer(some.at(0)));
        QCOMPARE(totals().underWay, 1);
        QCOMPARE(totals().bytesDone, 4);
        some[0].bytesDone = 9;
        QVERIFY(f.writer().updateTransfer(some.at(0)));
        some[1].state = TransferState::Paused;
        QVERIFY(f.writer().updateTransfer(some.at(1)));
        QCOMPARE(totals().bytesDone, 9);
        QCOMPARE(totals().paused, 1);
        QCOMPARE(totals().stoppedBytesTotal, 10);
        some[0].state = TransferState::Done;
        some[0].bytesDone = 10;
        QVERIFY(f.writer().updateTransfer(some.at(0)));
        QCOMPARE(totals().done, 1);
        QCOMPARE(totals().finishedBytes, 10);
        QCOMPARE(f.reader().transferTotals(), totals());
        QCOMPARE(f.reader().transferGroups().first().group, group);
        const auto last = f.writer().removeFinishedTransfers(0, 100);
        QVERIFY(last && *last > 0);
        QCOMPARE(*f.writer().removeFinishedTransfers(*last, 100), *last);
        QCOMPARE(totals().count(), 2);
        QVERIFY(f.writer().removeTransfer(some.at(1).id));
        QVERIFY(f.writer().removeTransfer(some.at(2).id));
        QVERIFY(!f.reader().transferGroup(group.id));
        QVERIFY(f.reader().transferGroups().isEmpty());
    }

    void theFileIsThereAtOnceAndShowsHowItStands()
    {
        Fixture f;
        Transfer transfer = f.upload("a.txt");
        QVERIFY(f.writer().addTransfers({transfer}));
        const ItemRef ref = ItemRef::of(transfer.fileId);
        QCOMPARE(f.row(ref).status, ItemStatus::WillUpload);
        QCOMPARE(f.row(ref).size, qint64(1000));
        QCOMPARE(f.row(ref).transferId, transfer.id);
        QCOMPARE(f.reader().file(transfer.fileId)->contentModifiedAt->time_since_epoch().count(),
                 qint64(1'700'000'000'123'456));
        const auto become = [&](TransferState state, std::optional<Error> error = {}) {
            transfer.state = state;
            transfer.error = std::move(error);
            transfer.bytesDone = 500;
            return f.writer().updateTransfer(transfer).has_value();
        };
        QVERIFY(become(TransferState::Sending));
        QCOMPARE(f.row(ref).status, ItemStatus::Uploading);
        QCOMPARE(f.row(ref).progress, 0.5);
        QVERIFY(become(TransferState::Waiting, Error{ErrorCode::Offline, {}}));
        QCOMPARE(f.row(ref).status, ItemStatus::Waiting);
        QVERIFY(!f.row(ref).paused);
        QVERIFY(become(TransferState::Paused));
        QCOMPARE(f.row(ref).status, ItemStatus::Waiting);
        QVERIFY(f.row(ref).paused);
        QVERIFY(!become(TransferState::Completing));
        QCOMPARE(f.reader().transfer(transfer.id)->state, TransferState::Paused);
        QVERIFY(become(TransferState::Failed, Error{ErrorCode::LocalVanished, {}}));
        QCOMPARE(f.row(ref).status, ItemStatus::Failed);
        QVERIFY(become(TransferState::Queued));
        QVERIFY(become(TransferState::Failed, Error{ErrorCode::NameTaken, {}}));
        QCOMPARE(f.row(ref).status, ItemStatus::Conflict);
        QCOMPARE(f.row(ref).progress, -1.0);
    }

    void aFolderShowsTheWorstBelow()
    {
        Fixture f;
        const Folder a = f.folder("A");
        const Folder b = f.folder("B", a.id);
        f.pull({a, b, f.folder("C")}, {f.file("x", b.id)});
        Transfer first = f.upload("1", b.id);
        const Transfer second = f.upload("2", a.id);
        QVERIFY(f.writer().addTransfers({first, second}));
        QCOMPARE(f.row(ItemRef::of(a.id)).status, ItemStatus::WillUpload);
        first.state = TransferState::Failed;
        first.error = Error{ErrorCode::Internal, {}};
        QVERIFY(f.writer().updateTransfer(first));
        QCOMPARE(f.row(ItemRef::of(a.id)).status, ItemStatus::Failed);
        QCOMPARE(f.row(ItemRef::of(b.id)).status, ItemStatus::Failed);
        QCOMPARE(f.row(f.reader().childIds({}, {}).at(1)).status, ItemStatus::Synced);
        QCOMPARE(f.row(ItemRef::of(b.id)).size, qint64(2));
        QCOMPARE(f.names({}, {mirror::SortKey::Status, false}), list("A C"));
        QCOMPARE(f.names({}, {mirror::SortKey::Status, true}), list("C A"));
    }

    void needTheirFolder()
    {
        Fixture f;
        QCOMPARE(codeOf(f.writer().addTransfers({f.upload("ok"), f.upload("x", f.id<FolderId>())})),
                 ErrorCode::NotFound);
        QVERIFY2(f.reader().transfers().isEmpty(), "all or nothing");
        QVERIFY(f.names().isEmpty());
    }

    void keepBothIsShownUnderAFreeName()
    {
        Fixture f;
        f.pull({}, {f.file("a.txt")});
        Transfer transfer = f.upload("a.txt");
        transfer.onConflict = OnConflict::KeepBoth;
        QVERIFY(f.writer().addTransfers({transfer}));
        QCOMPARE(f.names(), (QStringList{QStringLiteral("a (2).txt"), QStringLiteral("a.txt")}));
        QCOMPARE(f.reader().transfer(transfer.id)->filename, QStringLiteral("a.txt"));
    }

    void replaceIsShownAtTheFileItself()
    {
        Fixture f;
        const File file = f.file("a.txt");
        f.pull({}, {file});
        Transfer transfer = f.upload("a.txt");
        transfer.onConflict = OnConflict::Replace;
        QVERIFY(f.writer().addTransfers({transfer}));
        transfer = *f.reader().transfer(transfer.id);
        QCOMPARE(transfer.fileId, file.id);
        QCOMPARE(f.names(), list("a.txt"));
        QCOMPARE(f.row(ItemRef::of(file.id)).status, ItemStatus::WillUpload);
        QCOMPARE(f.reader().file(file.id)->fileSize, file.fileSize);
        QVERIFY(f.writer().removeTransfer(transfer.id));
        QCOMPARE(f.reader().file(file.id), std::optional(file));
    }

    void doneBecomesTheServersRow()
    {
        Fixture f;
        Transfer transfer = f.upload("a.txt");
        QVERIFY(f.writer().addTransfers({transfer}));
        QVERIFY(f.writer().savePart(transfer.id, {1, 8, QByteArray(32, 'p'), QStringLiteral("etag")}));
        transfer.state = TransferState::Completing;
        QVERIFY(f.writer().updateTransfer(transfer));
        File file = f.file("a (2).txt");
        file.id = transfer.fileId;
        f.pull({}, {file}); // the feed may be quicker than the answer
        QCOMPARE(f.names(), (QStringList{QStringLiteral("a (2).txt")}));
        transfer.finishedAt = f.clock().now();
        QVERIFY(f.writer().finishUpload(transfer, file));
        QCOMPARE(f.reader().file(file.id), std::optional(file));
        QCOMPARE(f.row(ItemRef::of(file.id)).status, ItemStatus::Synced);
        QCOMPARE(f.reader().transfer(transfer.id)->state, TransferState::Done);
        QVERIFY(f.reader().parts(transfer.id).isEmpty());
        QVERIFY(f.reader().unfinishedTransfers().isEmpty());
        QVERIFY(f.writer().removeTransfer(transfer.id));
        QVERIFY(f.reader().file(file.id));
        QVERIFY2(f.writer().finishUpload(transfer, file), "the answer may come after it was taken out");
    }

    void doneAsAnotherFile()
    {
        Fixture f;
        const File there = f.file("a.txt");
        f.pull({}, {there});
        Transfer transfer = f.upload("a.txt");
        QVERIFY(f.writer().addTransfers({transfer}));
        QCOMPARE(f.names(), list("a.txt a.txt"));
        QCOMPARE(f.reader().resolve(QStringLiteral("/a.txt")), std::optional(ItemRef::of(there.id)));
        transfer.state = TransferState::Sending;
        QVERIFY(f.writer().updateTransfer(transfer));
        QVERIFY(f.writer().finishUpload(transfer, there));
        QCOMPARE(f.names(), list("a.txt"));
        QCOMPARE(f.reader().transfer(transfer.id)->fileId, there.id);
    }

    void cancelledLeavesNothing()
    {
        Fixture f;
        Transfer transfer = f.upload("a.txt");
        QVERIFY(f.writer().addTransfers({transfer}));
        QVERIFY(f.writer().savePart(transfer.id, {1, 8, {}, {}}));
        transfer.state = TransferState::Cancelled;
        QVERIFY(f.writer().updateTransfer(transfer));
        QVERIFY(f.names().isEmpty());
        QVERIFY(f.writer().removeTransfer(transfer.id));
        QVERIFY(f.reader().transfers().isEmpty());
        QVERIFY(f.reader().parts(transfer.id).isEmpty());
        QVERIFY(f.writer().removeTransfer(transfer.id));
        QVERIFY(f.namesAreTrue());
        QCOMPARE(codeOf(f.writer().updateTransfer(transfer)), ErrorCode::NotFound);
    }

    void partsAreKeptByNumber()
    {
        Fixture f;
        const Transfer transfer = f.upload("a.txt");
        QVERIFY(f.writer().addTransfers({transfer}));
        const Part second{2, 8, QByteArray(32, 'b'), QStringLiteral("2")};
        Part first{1, 8, QByteArray(32, 'a'), QString()};
        QVERIFY(f.writer().savePart(transfer.id, second));
        QVERIFY(f.writer().savePart(transfer.id, first));
        first.etag = QStringLiteral("\"1\"");
        QVERIFY(f.writer().savePart(transfer.id, first));
        QCOMPARE(f.reader().parts(transfer.id), (QList<Part>{first, second}));
        QVERIFY(f.writer().forgetParts(transfer.id));
        QVERIFY(f.reader().parts(transfer.id).isEmpty());
    }

    void downloadsShowNothing()
    {
        Fixture f;
        const File file = f.file("a.txt");
        f.pull({}, {file});
        Transfer download = f.upload("a.txt");
        download.kind = TransferKind::Download;
        download.fileId = file.id;
        QVERIFY(f.writer().addTransfers({download}));
        QCOMPARE(f.row(ItemRef::of(file.id)).status, ItemStatus::Synced);
        QCOMPARE(f.reader().unfinishedTransfers().size(), 1);
        QVERIFY(f.writer().removeTransfer(download.id));
        QVERIFY(f.reader().file(file.id));
    }

    void aDownloadIsFoundByWhatItBringsAndWhere()
    {
        Fixture f;
        const Transfer upload = f.upload("u.txt");
        Transfer download = f.upload("d.txt");
        download.kind = TransferKind::Download;
        download.fileId = upload.fileId;
        download.localPath = "/here/d.txt";
        Transfer other = download;
        other.id = f.id<TransferId>();
        other.localPath = "/there/d.txt";
        QVERIFY(f.writer().addTransfers({upload, download, other}));
        QCOMPARE(f.reader().unfinishedDownload(upload.fileId, "/there/d.txt")->id, other.id);
        QCOMPARE(f.reader().unfinishedDownload(upload.fileId, download.localPath)->id, download.id);
        QVERIFY(!f.reader().unfinishedDownload(upload.fileId, upload.localPath));
        QVERIFY(!f.reader().unfinishedDownload(f.id<FileId>(), download.localPath));
        QVERIFY(f.writer().removeTransfer(other.id));
        QVERIFY(!f.reader().unfinishedDownload(upload.fileId, other.localPath));
    }

    void bytesKeptHere()
    {
        Fixture f;
        File file = f.file("a.txt");
        f.pull({}, {file});
        const mirror::ContentRow row{file.id, file.contentSha256, 5, true, true};
        QVERIFY(f.writer().setContent(row));
        QVERIFY(f.writer().setKept(ItemRef::of(file.id), true));
        QCOMPARE(f.row(ItemRef::of(file.id)).status, ItemStatus::AvailableOffline);
        QVERIFY(f.row(ItemRef::of(file.id)).available && f.row(ItemRef::of(file.id)).pinned);
        QCOMPARE(f.reader().offlineIds({}), QList<ItemRef>{ItemRef::of(file.id)});
        QCOMPARE(f.reader().content(file.id)->sha256, row.sha256);
        file = f.revised(file);
        file.contentSha256 = QByteArray(32, 'y');
        f.pull({}, {file});
        QVERIFY2(!f.row(ItemRef::of(file.id)).available, "what is here is an older version");
        QVERIFY(f.writer().removeContent(file.id));
        QVERIFY(f.reader().contents().isEmpty());
        QVERIFY(!f.row(ItemRef::of(file.id)).pinned);
    }
};

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
