#include "fixture.h"
#include "mirror/read_pool.h"

#include <QTest>
#include <QThread>

#include <semaphore>

using namespace learnlab;
using namespace learnlab::tests;
using mirror::Reader;
using mirror::ReadPool;

class TestReadPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheAskersThread()
    {
        Fixture f;
        f.pull({f.folder("A")}, {f.file("b")});
        ReadPool pool(f.path());
        QObject asker;
        qint64 count = -1;
        QThread *where = nullptr;
        pool.ask<qint64>(
            &asker, [](const Reader &reader) { return reader.fileCount(); },
            [&](qint64 value) {
                count = value;
                where = QThread::currentThread();
            });
        QCOMPARE(count, qint64(-1));
        QTRY_COMPARE(count, qint64(1));
        QCOMPARE(where, QThread::currentThread());
    }

    void whoIsGoneIsNotAnswered()
    {
        Fixture f;
        ReadPool pool(f.path(), 1);
        std::binary_semaphore gate(0);
        QObject other;
        bool first = false;
        bool second = false;
        bool last = false;
        auto asker = std::make_unique<QObject>();
        pool.ask<bool>(
            asker.get(),
            [&](const Reader &) {
                gate.acquire();
                return true;
            },
            [&](bool) { first = true; });
        pool.ask<bool>(
            asker.get(), [](const Reader &) { return true; }, [&](bool) { second = true; });
        pool.ask<bool>(
            &other, [](const Reader &) { return true; }, [&](bool) { last = true; });
        asker.reset();
        gate.release();
        QTRY_VERIFY(last);
        QVERIFY(!first && !second);
    }

    void onlyTheNewestMatters()
    {
        Fixture f;
        ReadPool pool(f.path(), 1);
        std::binary_semaphore gate(0);
        QObject asker;
        QObject other;
        QList<int> answers;
        const auto ask = [&](QObject *context, int number, bool replaces) {
            pool.ask<int>(
                context, [number](const Reader &) { return number; }, [&](int value) { answers.append(value); },
                replaces);
        };
        pool.ask<int>(
            &other,
            [&](const Reader &) {
                gate.acquire();
                return 0;
            },
            [&](int value) { answers.append(value); });
        ask(&asker, 1, true);
        ask(&asker, 2, false);
        ask(&other, 3, true);
        ask(&asker, 4, true);
        ask(&asker, 5, true);
        gate.release();
        QTRY_COMPARE(answers.size(), 4);
        QCOMPARE(answers, (QList<int>{0, 2, 3, 5}));
    }

    void withoutADatabaseEveryAnswerIsEmpty()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mirror.db"));
        ReadPool pool(path, 1);
        QObject asker;
        qint64 count = -1;
        const auto ask = [&] {
            count = -1;
            pool.ask<qint64>(
                &asker, [](const Reader &reader) { return reader.folderCount() + reader.childIds({}, {}).size(); },
                [&](qint64 value) { count = value; });
        };
        ask();
        QTRY_COMPARE(count, qint64(0));
        auto writer = mirror::openWriter(path);
        QVERIFY(writer);
        Fixture other;
        mirror::ChangesPage page;
        page.folders = {other.folder("A")};
        QVERIFY((*writer)->applyPage(page));
        ask();
        QTRY_COMPARE(count, qint64(2));
    }

    void goesAwayWithQuestionsWaiting()
    {
        Fixture f;
        QObject asker;
        bool answered = false;
        {
            ReadPool pool(f.path(), 2);
            for (int i = 0; i < 100; ++i)
                pool.ask<int>(
                    &asker, [](const Reader &) { return 1; }, [&](int) { answered = true; });
        }
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(TestReadPool)
#include "tst_read_pool.moc"
