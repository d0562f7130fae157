#include "crash_recorder.h"
#include "failing_disk.h"
#include "fixture.h"
#include "query.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

#include <algorithm>

using namespace learnlab;
using namespace learnlab::tests;
using Disk = CrashRecorder::Disk;
using Moment = CrashRecorder::Moment;

namespace {

bool isLongCampaign()
{
    return qEnvironmentVariableIsSet("LEARNLAB_DEEP");
}

/// All that must be there after a rebuild, in words.
QStringList belongings(const mirror::Reader &reader)
{
    QStringList words;
    for (const Transfer &transfer : reader.transfers()) {
        words.append(QStringLiteral("transfer %1 of %2").arg(toText(transfer.id), transfer.filename));
        for (const Part &part : reader.parts(transfer.id))
            words.append(QStringLiteral("part %1").arg(part.number));
    }
    for (const mirror::TransferGroupRow &row : reader.transferGroups())
        words.append(QStringLiteral("group %1 named %2").arg(toText(row.group.id), row.group.name));
    for (const mirror::PendingOperation &pending : reader.pendingOperations())
        words.append(QStringLiteral("operation %1").arg(toText(pending.operation.id)));
    for (const mirror::OpenedCopy &copy : reader.openedCopies())
        words.append(QStringLiteral("copy %1").arg(copy.place));
    for (const mirror::ContentRow &row : reader.contents())
        words.append(QStringLiteral("content %1").arg(toText(row.fileId)));
    for (const mirror::Action &action : reader.actions(1000))
        words.append(QStringLiteral("action %1 of %2").arg(toText(action.id)).arg(action.count));
    words.append(QStringLiteral("kept %1").arg(reader.keptItems().size()));
    words.append(reader.currentSession() ? QStringLiteral("signed in") : QStringLiteral("signed out"));
    return words;
}

} // namespace

/// A damaged mirror is made anew, and the program is killed while it does so, or the power or the disk fails.
class TestRebuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Fixture f;
        const Folder folder = f.folder("A");
        QList<File> files;
        for (int i = 0; i < 20; ++i)
            files.append(f.file(qPrintable(QStringLiteral("file %1").arg(i)), folder.id));
        f.pull({folder}, files);
        QVERIFY(f.queue(f.operation(OperationKind::Rename, ItemRef::of(files.at(0).id), "renamed")));
        QVERIFY(f.queue(f.operation(OperationKind::Trash, ItemRef::of(files.at(1).id))));
        QList<Transfer> transfers;
        for (int i = 0; i < 10; ++i)
            transfers.append(f.upload(qPrintable(QStringLiteral("upload %1").arg(i)), folder.id));
        QVERIFY(f.writer().addTransfers(transfers));
        QVERIFY(f.writer().addTransferGroup({transfers.constFirst().groupId, QStringLiteral("dropped"), folder.id,
                                             TransferKind::Upload, f.clock().now()}));
        for (int i = 1; i <= 3; ++i)
            QVERIFY(f.writer().savePart(transfers.constFirst().id, {i, 8, QByteArray(32, 'p'), QStringLiteral("e")}));
        QVERIFY(f.writer().setContent({files.at(2).id, files.at(2).contentSha256, 9, true, true}));
        QVERIFY(f.writer().setKept(ItemRef::of(files.at(2).id), true));
        mirror::OpenedCopy copy;
        copy.place = QStringLiteral("place/label");
        copy.fileId = files.at(3).id;
        QVERIFY(f.writer().setOpenedCopy(copy));
        QVERIFY(f.writer().setCurrentSession(
            Session{f.id<SessionId>(), QStringLiteral("here"), f.clock().now(), {}, true}));
        m_expected = belongings(f.reader());

        const QString folderPath = QFileInfo(f.path()).path();
        m_inTheLog = CrashRecorder::read(folderPath);
        m_inTheLog.insert(QStringLiteral("mirror.db.suspect"), {});
        QVERIFY(m_inTheLog.value(QStringLiteral("mirror.db-wal")).size() > 100'000);
        const auto root =
            mirror::numberFrom(**mirror::Connection::open(f.path(), mirror::Connection::Mode::Salvage),
                               "SELECT rootpage FROM sqlite_schema WHERE name = ?", QStringLiteral("files"));
        f.close();
        m_broken = CrashRecorder::read(folderPath);
        QCOMPARE(m_broken.size(), 1);
        m_broken.first().replace((root - 1) * 4096, 4096, QByteArray(4096, '\xAA'));
        // From years ago: none of it comes back.
        const Disk old{{QStringLiteral("mirror.db.damaged-1"), "old"},
                       {QStringLiteral("mirror.db.damaged-2"), "older"}};
        m_broken.insert(old);
    }

    void endsAtAnyMoment_data()
    {
        QTest::addColumn<bool>("inTheLog");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("a broken page") << false << false;
        QTest::newRow("all in the log of a mirror that was marked") << true << false;
        QTest::newRow("and another program reads it") << true << true;
    }
    /// Of those moments at which a file changes its name the next start ends early as well.
    void endsAtAnyMoment()
    {
        QFETCH(bool, inTheLog);
        QFETCH(bool, isRead);
        const QList<Moment> moments = momentsOfRebuilding(inTheLog ? m_inTheLog : m_broken, isRead);
        QVERIFY2(moments.size() > 100, qPrintable(QString::number(moments.size())));
        for (const Moment &moment : worthTrying(moments)) {
            verifyGoesOn(moment);
            if (moment.before != "rename")
                continue;
            const QList<Moment> again = momentsOfRebuilding(moment.killed);
            QVERIFY(!again.isEmpty());
            for (const Moment &second : again) {
                if (second.before == "rename")
                    verifyGoesOn(second);
            }
        }
        const auto renames = std::count_if(moments.begin(), moments.end(),
                                           [](const Moment &moment) { return moment.before == "rename"; });
        QCOMPARE(renames, isRead ? 4 : 3); // the log is set aside where it is in use
    }

    void whoReadsTheDamagedOneDisturbsNobody()
    {
        const QTemporaryDir folder;
        const QString path = pathIn(folder);
        QVERIFY(CrashRecorder::write(m_inTheLog, folder.path()));
        auto before = mirror::openReader(path);
        QVERIFY(before);
        QCOMPARE(belongings(**before), m_expected);
        auto writer = mirror::openWriter(path);
        QVERIFY(writer);
        mirror::ContentRow content;
        content.fileId = FileId(FileId::Bytes{1});
        QVERIFY((*writer)->setContent(content));
        QCOMPARE(belongings(**before), m_expected);
        before->reset();
        const QStringList now = belongings((*writer)->read());
        QCOMPARE(now.size(), m_expected.size() + 1);
        const Disk killed = CrashRecorder::read(folder.path());
        writer->reset();
        const QTemporaryDir other;
        QVERIFY(CrashRecorder::write(killed, other.path()));
        const auto after = mirror::openWriter(pathIn(other));
        QVERIFY(after);
        QCOMPARE(belongings((*after)->read()), now);
    }

    void theDiskIsFullAtAnyWrite()
    {
        FailingDisk disk;
        bool failed = true;
        int fullOnes = 0;
        for (int write = 1; failed; write += isLongCampaign() ? 1 : 23) {
            const QTemporaryDir folder;
            QVERIFY(CrashRecorder::write(m_broken, folder.path()));
            disk.failFrom(write);
            const auto opened = mirror::openWriter(pathIn(folder));
            failed = disk.hasFailed();
            disk.haveRoom();
            if (!opened) {
                ++fullOnes;
                QVERIFY2(opened.error().code == ErrorCode::LocalDiskFull, qPrintable(opened.error().detail));
                QVERIFY(!QFile::exists(pathIn(folder) + QStringLiteral(".draft")));
                verifyGoesOn(CrashRecorder::read(folder.path()));
            }
        }
        QVERIFY2(fullOnes > 5, qPrintable(QString::number(fullOnes)));
    }

    /// Without it a log cannot be read, which is no damage.
    void sharedMemoryIsMissingOnce()
    {
        FailingDisk disk;
        bool failed = true;
        int inVain = 0;
        for (int call = 1; failed; ++call) {
            const QTemporaryDir folder;
            QVERIFY(CrashRecorder::write(m_inTheLog, folder.path()));
            disk.failToMap(call);
            const bool opened = mirror::openWriter(pathIn(folder)).has_value();
            failed = disk.hasFailed();
            inVain += opened ? 0 : 1;
            disk.haveRoom();
            verifyGoesOn(CrashRecorder::read(folder.path()), opened);
        }
        QVERIFY2(inVain >= 3, qPrintable(QString::number(inVain)));
    }

private:
    static QString pathIn(const QTemporaryDir &folder) { return folder.filePath(QStringLiteral("mirror.db")); }

    [[nodiscard]] static QList<Moment> momentsOfRebuilding(const Disk &disk, bool isRead = false)
    {
        const QTemporaryDir folder;
        if (!CrashRecorder::write(disk, folder.path()))
            return {};
        const auto reader = isRead ? *mirror::openReader(pathIn(folder)) : nullptr;
        const bool reads = !reader || reader->fileCount() > 0;
        CrashRecorder recorder(folder.path());
        const auto opened = mirror::openWriter(pathIn(folder));
        return opened && reads ? recorder.moments() : QList<Moment>();
    }

    /// All that are not before one of many writes or syncs, and some of those.
    [[nodiscard]] static QList<Moment> worthTrying(const QList<Moment> &moments)
    {
        constexpr int stride = 60;
        QList<Moment> worth;
        for (qsizetype i = 0; i < moments.size(); ++i) {
            const QByteArray &before = moments.at(i).before;
            const bool rare = before == "rename" || before == "unlink" || before == "the end";
            if (isLongCampaign() || rare || i % stride == 0)
                worth.append(moments.at(i));
        }
        return worth;
    }

    void verifyGoesOn(const Moment &moment)
    {
        for (const Disk &disk : {moment.killed, moment.powerless, moment.disordered}) {
            QCryptographicHash hash(QCryptographicHash::Sha256);
            for (auto it = disk.cbegin(); it != disk.cend(); ++it)
                hash.addData(it.key().toUtf8() + ' ' + QByteArray::number(it.value().size()) + ' ' + it.value());
            if (!m_tried.contains(hash.result()))
                verifyGoesOn(disk);
            m_tried.insert(hash.result());
        }
    }

    /// From what is left the next start comes to a whole mirror, and the one after it has nothing to mend.
    void verifyGoesOn(const Disk &disk, bool isMended = false)
    {
        if (QTest::currentTestFailed())
            return;
        const QTemporaryDir folder;
        const QString path = pathIn(folder);
        QVERIFY(CrashRecorder::write(disk, folder.path()));
        QVERIFY(mirror::mirrorExists(path));
        for (int start = 0; start < 2; ++start) {
            mirror::Opened opened;
            const auto writer = mirror::openWriter(path, &opened);
            QVERIFY2(writer, writer ? "" : qPrintable(writer.error().detail));
            QCOMPARE(belongings((*writer)->read()), m_expected);
            QVERIFY(!opened.rebuilt || (start == 0 && !isMended));
        }
        QStringList left = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        left.removeIf([](const QString &name) { return name.endsWith(QStringLiteral("-wal")); });
        const QString number =
            disk.contains(QStringLiteral("mirror.db.damaged-2")) ? QStringLiteral("3") : QStringLiteral("1");
        QVERIFY2(left.contains(QStringLiteral("mirror.db.damaged-") + number), qPrintable(left.join(QLatin1Char(' '))));
        QVERIFY2(left.size() == number.toInt() + 1, qPrintable(left.join(QLatin1Char(' '))));
    }

    const WithoutSync m_quick;
    QSet<QByteArray> m_tried;
    Disk m_broken;
    Disk m_inTheLog;
    QStringList m_expected;
};

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
