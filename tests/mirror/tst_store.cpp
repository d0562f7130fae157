#include "failing_disk.h"
#include "fixture.h"
#include "support/qt_scheduler.h"

#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <semaphore>

#include <sys/resource.h>

using namespace learnlab;
using namespace learnlab::tests;
using mirror::Store;
using mirror::Writer;

namespace {

/// While it lives, no file of this process grows beyond so many bytes: a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

Store::Job addFile(const File &file)
{
    return [file](Writer &writer) {
        mirror::ChangesPage page;
        page.files = {file};
        return writer.applyPage(page);
    };
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_f.emplace();
        m_f->pull({}, {}); // the end of the first pull changes everything
        (void)m_f->writer().takeChange();
        m_f->close();
        auto store = mirror::openStore(m_f->path(), m_scheduler);
        QVERIFY(store);
        m_store = std::move(*store);
    }
    void cleanup() { m_store.reset(); }

    void answersAfterTheCommit()
    {
        const File file = m_f->file("a");
        QStringList heard;
        m_store->listen([&](const mirror::Change &change) {
            heard.append(change.items.contains(ItemRef::of(file.id)) ? QStringLiteral("change")
                                                                     : QStringLiteral("other"));
        });
        m_store->write(addFile(file), [&](const Result<void> &done) {
            heard.append(done && m_store->read().file(file.id) ? QStringLiteral("seen") : QStringLiteral("unseen"));
        });
        QTRY_COMPARE(heard, list("change seen"));
    }

    void aFailingJobFailsAlone()
    {
        std::counting_semaphore<8> gate(0);
        QStringList results;
        const auto note = [&results](const Result<void> &done) {
            results.append(done ? QStringLiteral("done") : QString(codeName(done.error().code)));
        };
        const File first = m_f->file("1");
        const File lost = m_f->file("lost");
        const File last = m_f->file("2");
        // The others wait behind this one, and so are taken together.
        m_store->write(
            [&gate](Writer &) {
                gate.acquire();
                return Result<void>();
            },
            note);
        m_store->write(addFile(first), note);
        m_store->write(
            [lost](Writer &writer) {
                const Result<void> added = addFile(lost)(writer);
                return added ? Result<void>(fail(ErrorCode::NameTaken)) : added;
            },
            note);
        m_store->write(addFile(last), note);
        gate.release(4); // those that are taken together are run again when one of them fails
        QTRY_COMPARE(results, list("done done name_taken done"));
        QVERIFY(m_store->read().file(first.id) && m_store->read().file(last.id));
        QVERIFY(!m_store->read().file(lost.id));
    }

    void putsNamesInOrderBetweenJobs()
    {
        const QStringList latin = list("a ب");
        m_store->write(addFile(m_f->file("ب")), {});
        m_store->write(addFile(m_f->file("a")), {});
        const auto names = [this] {
            QStringList shown;
            for (const mirror::ItemRow &row : m_store->read().rows(m_store->read().childIds({}, {})))
                shown.append(row.name);
            return shown;
        };
        QTRY_COMPARE_WITH_TIMEOUT(names(), latin, 20'000);
        bool heard = false;
        m_store->listen([&](const mirror::Change &change) { heard = heard || change.everything; });
        m_store->write([](Writer &writer) { return writer.orderNames(QStringLiteral("ar")); }, {});
        QTRY_COMPARE_WITH_TIMEOUT(names(), list("ب a"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(heard, 20'000);
    }

    void whatIsUndoneIsNotCounted()
    {
        std::counting_semaphore<8> gate(0);
        int answers = 0;
        const auto note = [&answers](const Result<void> &) { ++answers; };
        const Transfer kept = m_f->upload("kept");
        const Transfer lost = m_f->upload("lost");
        const Transfer half = m_f->upload("half");
        m_store->write(
            [&gate](Writer &) {
                gate.acquire();
                return Result<void>();
            },
            note);
        m_store->write([kept](Writer &writer) { return writer.addTransfers({kept}); }, note);
        m_store->write(
            [lost](Writer &writer) {
                const Result<void> added = writer.addTransfers({lost});
                return added ? Result<void>(fail(ErrorCode::NameTaken)) : added;
            },
            note);
        m_store->write(
            [half](Writer &writer) { // a step that fails within a job that does not mind
                (void)writer.step([half](Writer &inner) {
                    const Result<void> added = inner.addTransfers({half});
                    return added ? Result<void>(fail(ErrorCode::NameTaken)) : added;
                });
                return Result<void>();
            },
            note);
        gate.release(4);
        QTRY_COMPARE(answers, 4);
        QCOMPARE(m_store->read().transfers().size(), 1);
        QCOMPARE(m_store->read().transferTotals().count(), qint64(1));
    }

    void destructionFinishesWhatWaits()
    {
        bool answered = false;
        QList<File> files;
        for (int i = 0; i < 200; ++i) {
            files.append(m_f->file("x"));
            m_store->write(addFile(files.constLast()), [&](const Result<void> &) { answered = true; });
        }
        m_store.reset();
        QCoreApplication::processEvents();
        QVERIFY2(!answered, "who waited may be gone");
        QVERIFY(m_f->open());
        QCOMPARE(m_f->reader().fileCount(), qint64(200));
    }

    void theLogStaysSmall()
    {
        int done = 0;
        for (int i = 0; i < 3000; ++i)
            m_store->write(addFile(m_f->file("some name to fill a page with")), [&](const Result<void> &) { ++done; });
        QTRY_COMPARE_WITH_TIMEOUT(done, 3000, 60'000);
        QTRY_COMPARE(QFileInfo(m_f->path() + QStringLiteral("-wal")).size(), qint64(0));
    }

    void aFullDiskFailsCleanly()
    {
        const File before = m_f->file("before");
        std::optional<Result<void>> first;
        m_store->write(addFile(before), [&](const Result<void> &done) { first = done; });
        QTRY_VERIFY(first);
        std::optional<Result<void>> failed;
        {
            const FullDisk disk(256 * 1024);
            QList<File> many;
            for (int i = 0; i < 5000; ++i)
                many.append(m_f->file("many"));
            m_store->write(
                [many](Writer &writer) {
                    mirror::ChangesPage page;
                    page.files = many;
                    return writer.applyPage(page);
                },
                [&](const Result<void> &done) { failed = done; });
            QTRY_VERIFY_WITH_TIMEOUT(failed, 20'000);
        }
        QVERIFY(!*failed);
        QVERIFY2(failed->error().code == ErrorCode::LocalDiskFull, qPrintable(failed->error().detail));
        QCOMPARE(m_store->read().fileCount(), qint64(1));
        const File after = m_f->file("after");
        std::optional<Result<void>> last;
        m_store->write(addFile(after), [&](const Result<void> &done) { last = done; });
        QTRY_VERIFY(last);
        QVERIFY(*last);
        QCOMPARE(m_store->read().fileCount(), qint64(2));
        m_store.reset();
        mirror::Opened opened;
        QVERIFY(m_f->open(&opened));
        QVERIFY(!opened.rebuilt);
        QCOMPARE(m_f->reader().fileCount(), qint64(2));
    }

    /// At each write of a first pull in turn; afterwards it goes on from where it was.
    void aDiskFullAtAnyWriteOfAPull()
    {
        Fixture source;
        QList<mirror::ChangesPage> pages;
        for (int n = 0; n < 4; ++n) {
            mirror::ChangesPage page;
            page.cursor = QByteArray::number(n + 1);
            page.more = n < 3;
            page.folders = {source.folder(qPrintable(QStringLiteral("folder %1").arg(n)))};
            for (int i = 0; i < 40; ++i)
                page.files.append(
                    source.file(qPrintable(QStringLiteral("file %1 %2").arg(n).arg(i)), page.folders.first().id));
            pages.append(page);
        }
        FailingDisk disk;
        int fullOnes = 0;
        bool failed = true;
        const int stride = qEnvironmentVariableIsSet("LEARNLAB_DEEP") ? 1 : 29;
        for (int write = 1; failed; write += stride) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("mirror.db"));
            disk.failFrom(write);
            (void)pullAll(path, pages);
            failed = disk.hasFailed();
            fullOnes += failed ? 1 : 0;
            disk.haveRoom();
            QVERIFY2(pullAll(path, pages), qPrintable(QString::number(write)));
            QVERIFY(!QFile::exists(path + QStringLiteral(".damaged-1")));
            const auto reader = mirror::openReader(path);
            QVERIFY(reader);
            QCOMPARE((*reader)->fileCount(), qint64(160));
            QCOMPARE((*reader)->searchIds(QStringLiteral("file"), 1000).size(), 160);
            QVERIFY((*reader)->firstSyncDone());
        }
        QVERIFY2(fullOnes > 10, qPrintable(QString::number(fullOnes)));
    }

    void aReaderNeverWaitsForTheWriter()
    {
        auto reader = mirror::openReader(m_f->path());
        QVERIFY(reader);
        std::binary_semaphore inside(0);
        std::binary_semaphore gate(0);
        const File file = m_f->file("a");
        bool done = false;
        m_store->write(
            [&, file](Writer &writer) {
                const Result<void> added = addFile(file)(writer);
                inside.release();
                gate.acquire();
                return added;
            },
            [&](const Result<void> &) { done = true; });
        inside.acquire();
        QCOMPARE((*reader)->fileCount(), qint64(0));
        gate.release();
        QTRY_VERIFY(done);
        QCOMPARE((*reader)->fileCount(), qint64(1));
    }

    void inStep()
    {
        m_store.reset();
        fakes::FakeClock clock;
        fakes::StepScheduler scheduler(clock);
        auto store = mirror::openStepStore(m_f->path(), scheduler);
        QVERIFY(store);
        const File file = m_f->file("a");
        bool done = false;
        int changes = 0;
        (*store)->listen([&](const mirror::Change &) { ++changes; });
        (*store)->write(addFile(file), [&](const Result<void> &result) { done = result.has_value(); });
        QVERIFY((*store)->read().file(file.id));
        QVERIFY(!done);
        QVERIFY(scheduler.runUntilIdle());
        QVERIFY(done);
        QCOMPARE(changes, 1);
        (*store)->write(addFile(m_f->file("b")), [&](const Result<void> &) { done = false; });
        store->reset();
        QVERIFY(scheduler.runUntilIdle());
        QVERIFY2(done, "nobody is answered by a store that is gone");
    }

private:
    /// What the cursor does not have yet. False: something failed.
    static bool pullAll(const QString &path, const QList<mirror::ChangesPage> &pages)
    {
        const auto writer = mirror::openWriter(path);
        if (!writer)
            return false;
        for (qsizetype n = (*writer)->read().cursor().toInt(); n < pages.size(); ++n) {
            if (!(*writer)->applyPage(pages.at(n)) || !(*writer)->checkpoint())
                return false;
        }
        return bool((*writer)->checkpoint(true));
    }

    support::QtScheduler m_scheduler;
    std::optional<Fixture> m_f;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
