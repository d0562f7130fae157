#include "fixture.h"

#include <QTest>

#include <algorithm>

using namespace learnlab;
using namespace learnlab::tests;
using mirror::SortKey;

class TestBrowse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOrder_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, SortKey key, bool descending, const char *expected) {
            QTest::newRow(name) << static_cast<int>(key) << descending << QString::fromLatin1(expected);
        };
        row("name", SortKey::Name, false, "F1 f2 a2 a10 B");
        row("name, last first", SortKey::Name, true, "f2 F1 B a10 a2");
        row("size", SortKey::Size, false, "F1 f2 B a2 a10");
        row("size, greatest first", SortKey::Size, true, "f2 F1 a10 a2 B");
        row("type", SortKey::Type, false, "F1 f2 a10 a2 B");
        row("type, last first", SortKey::Type, true, "f2 F1 B a2 a10");
        row("modified", SortKey::Modified, false, "f2 F1 a10 B a2");
        row("modified, newest first", SortKey::Modified, true, "F1 f2 a2 B a10");
        row("status", SortKey::Status, false, "F1 f2 a10 a2 B");
        row("status, best first", SortKey::Status, true, "f2 F1 B a2 a10");
    }
    void everyOrder()
    {
        QFETCH(int, key);
        QFETCH(bool, descending);
        QFETCH(QString, expected);
        Fixture f;
        const Folder f2 = f.folder("f2");
        const Folder f1 = f.folder("F1");
        File a10 = f.file("a10");
        File b = f.file("B");
        File a2 = f.file("a2");
        b.fileSize = 1;
        a2.fileSize = 2;
        a10.fileSize = 3;
        a10.mimeType = QStringLiteral("application/pdf");
        a2.mimeType = QStringLiteral("image/png");
        b.mimeType = QStringLiteral("video/mp4");
        a2.contentModifiedAt = a2.updatedAt + std::chrono::hours(1);
        f.pull({f2, f1}, {a10, b, a2});
        QVERIFY(f.writer().setContent({a10.id, a10.contentSha256, 3, false, true}));
        QCOMPARE(f.names({}, {static_cast<SortKey>(key), descending}).join(QLatin1Char(' ')), expected);
    }

    /// In folders, and where the files of all folders are one list.
    void namesStandAsInTheLanguage()
    {
        Fixture f;
        const QStringList latin = list("_1 1 2 10 apfel Äpfel Ärzte b œuvre ozean z أحمد بحث يوم");
        const QStringList arabic = list("_1 1 2 10 أحمد بحث يوم apfel Äpfel Ärzte b œuvre ozean z");
        QList<File> files;
        for (const QString &name : latin)
            files.prepend(f.file(name.toUtf8().constData()));
        std::swap(files[3], files[7]);
        f.pull({}, files);
        const auto all = [&f](bool descending) {
            QStringList names;
            for (const mirror::ItemRow &row : f.reader().rows(f.reader().allFileIds({SortKey::Name, descending})))
                names.append(row.name);
            return names;
        };
        const auto plain = [](QStringList names) { // what only accents tell apart has no order in the one list
            names.replaceInStrings(QStringLiteral("Äpfel"), QStringLiteral("apfel"));
            return names;
        };
        for (const auto &[language, expected] : {std::pair("de", latin), std::pair("ar-AE", arabic), std::pair("ar", arabic),
                                                 std::pair("fr", latin), std::pair("en", latin)}) {
            QVERIFY(f.writer().orderNames(QString::fromLatin1(language)));
            const Result<bool> settled = f.writer().settleOrder();
            QVERIFY(settled && *settled);
            QCOMPARE(f.names(), expected);
            QStringList reversed = f.names({}, {SortKey::Name, true});
            std::reverse(reversed.begin(), reversed.end());
            QCOMPARE(reversed, expected);
            QCOMPARE(plain(all(false)), plain(expected));
        }
    }

    /// Of many rows some at a time: meanwhile everything is found by its name, and a restart goes on.
    void anOrderIsSettledInSteps()
    {
        Fixture f;
        constexpr int count = 2'300; // of which a step takes a thousand
        const Folder folder = f.folder("F");
        QList<File> files;
        for (int i = 0; i < count; ++i)
            files.append(f.file(((i % 2 == 1 ? "ملف " : "File ") + QByteArray::number(i)).constData(), folder.id));
        f.pull({folder}, files);
        (void)f.writer().takeChange();
        QVERIFY(f.writer().orderNames(QStringLiteral("ar")));
        int steps = 0;
        for (bool settled = false; !settled; ++steps) {
            for (int i : {0, 1, 1'200, 1'201, count - 2, count - 1}) {
                const auto found = f.reader().childByName(folder.id, files.at(i).filename);
                QVERIFY(found && found->fileId() == files.at(i).id);
            }
            const QByteArray taken = files.at(count - 3).filename.toUtf8();
            QCOMPARE(codeOf(f.queue(f.operation(OperationKind::Rename, ItemRef::of(files.at(5).id), taken.constData()))),
                     ErrorCode::NameTaken);
            if (steps == 1) {
                f.close();
                QVERIFY(f.open()); // takes a step itself
            }
            const Result<bool> step = f.writer().settleOrder();
            QVERIFY(step);
            settled = *step;
        }
        QCOMPARE(steps, 2);
        QVERIFY(f.writer().takeChange().everything);
        const QStringList names = f.names(folder.id);
        QCOMPARE(names.constFirst(), QStringLiteral("ملف 1"));
        QCOMPARE(names.at(count / 2 - 1), QStringLiteral("ملف 2299"));
        QCOMPARE(names.at(count / 2), QStringLiteral("File 0"));
        QVERIFY(f.namesAreTrue());
        QVERIFY(f.reader().childByName(folder.id, names.at(7)));
        QVERIFY(*f.writer().settleOrder());
        QVERIFY(!f.writer().takeChange().everything);
    }

    void typesStandTogether()
    {
        Fixture f;
        f.pull({}, {f.file("a.png"), f.file("b.JPG"), f.file("c.png"), f.file("d.pdf"), f.file("e.jpg"), f.file("f")});
        QCOMPARE(f.names({}, {SortKey::Type, false}).join(QLatin1Char(' ')),
                 QStringLiteral("d.pdf b.JPG e.jpg a.png c.png f"));
    }

    /// The first of a large folder come from what is in memory, the rest from its rows.
    void aLargeFolderBeginsAsItGoesOn_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("descending");
        for (const SortKey key : {SortKey::Name, SortKey::Size, SortKey::Type, SortKey::Modified}) {
            QTest::addRow("%d up", static_cast<int>(key)) << static_cast<int>(key) << false;
            QTest::addRow("%d down", static_cast<int>(key)) << static_cast<int>(key) << true;
        }
    }
    void aLargeFolderBeginsAsItGoesOn()
    {
        QFETCH(int, key);
        QFETCH(bool, descending);
        static Fixture f;
        static const FolderId folder = manyFiles(f);
        const mirror::Sort sort{static_cast<SortKey>(key), descending};
        const QList<ItemRef> all = f.reader().childIds(folder, sort);
        QCOMPARE(all.size(), 2203);
        for (const int limit : {1, 3, 50, 2203})
            QCOMPARE(f.reader().childIds(folder, sort, limit), all.mid(0, limit));
    }

    void allFilesInOneList_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, SortKey key, bool descending, const char *expected) {
            QTest::newRow(name) << static_cast<int>(key) << descending << QString::fromLatin1(expected);
        };
        row("name", SortKey::Name, false, "a2.txt a10.pdf b.jpg c.pdf");
        row("name, last first", SortKey::Name, true, "c.pdf b.jpg a10.pdf a2.txt");
        row("largest first", SortKey::Size, true, "c.pdf a10.pdf b.jpg a2.txt");
        row("type", SortKey::Type, false, "a10.pdf c.pdf b.jpg a2.txt");
        row("newest first", SortKey::Modified, true, "a2.txt c.pdf b.jpg a10.pdf");
    }
    void allFilesInOneList()
    {
        QFETCH(int, key);
        QFETCH(bool, descending);
        QFETCH(QString, expected);
        Fixture f;
        const Folder folder = f.folder("folder");
        Folder trashed = f.folder("trashed");
        trashed.trashed = true;
        trashed.deletedAt = f.clock().now();
        QList<File> files{f.file("a10.pdf"), f.file("b.jpg", folder.id), f.file("c.pdf", folder.id), f.file("a2.txt")};
        files[0].fileSize = 30;
        files[1].fileSize = 20;
        files[2].fileSize = 40;
        files[3].fileSize = 10;
        File gone = f.file("gone.txt");
        gone.isDeleted = true;
        gone.deletedAt = f.clock().now();
        f.pull({folder, trashed}, files + QList<File>{gone, f.file("below.txt", trashed.id)});
        const mirror::Sort sort{static_cast<SortKey>(key), descending};
        const QList<ItemRef> all = f.reader().allFileIds(sort);
        QStringList names;
        for (const mirror::ItemRow &row : f.reader().rows(all))
            names.append(row.name);
        QCOMPARE(names.join(QLatin1Char(' ')), expected);
        QCOMPARE(f.reader().allFileIds(sort, 2), all.mid(0, 2));
        QCOMPARE(f.reader().childIds({}, {}, 2), f.reader().childIds({}, {}).mid(0, 2));
    }

    void rowsLeaveOutWhatIsGone()
    {
        Fixture f;
        const File file = f.file("a");
        f.pull({}, {file});
        const QList<mirror::ItemRow> rows = f.reader().rows({ItemRef::of(f.id<FileId>()), ItemRef::of(file.id)}, true);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.constFirst().path, QStringLiteral("/"));
        QCOMPARE(rows.constFirst().modifiedAt, file.updatedAt);
    }

    void pathsGoBothWays()
    {
        Fixture f;
        const Folder a = f.folder("\xC3\x84 b");
        const Folder inner = f.folder("inner", a.id);
        const File file = f.file("c.txt", inner.id);
        f.pull({a, inner}, {file});
        const mirror::Reader &reader = f.reader();
        const QString path = QString::fromUtf8("/\xC3\x84 b/inner/c.txt");
        QCOMPARE(reader.pathOf(ItemRef::of(file.id)), path);
        QCOMPARE(reader.resolve(path), std::optional(ItemRef::of(file.id)));
        QCOMPARE(reader.resolve(path.normalized(QString::NormalizationForm_D)), std::optional(ItemRef::of(file.id)));
        QCOMPARE(reader.resolve(QString::fromUtf8("//\xC3\x84 b/inner/")), std::optional(ItemRef::of(inner.id)));
        QCOMPARE(reader.resolve(QStringLiteral("/")), std::optional(ItemRef::of(rootFolder)));
        QCOMPARE(reader.pathOf(ItemRef::of(rootFolder)), QStringLiteral("/"));
        QCOMPARE(reader.resolve(QStringLiteral("id:") + toText(file.id)), std::optional(ItemRef::of(file.id)));
        QCOMPARE(reader.resolve(QStringLiteral("id:") + toText(inner.id)), std::optional(ItemRef::of(inner.id)));
        for (const char *wrong : {"", "c.txt", "/nothing", "/\xC3\x84 b/inner/c.txt/x", "id:x", "/..", "/\xC3\xA4 b"})
            QVERIFY2(!reader.resolve(QString::fromUtf8(wrong)), wrong);
        QVERIFY(!reader.resolve(QStringLiteral("id:") + toText(f.id<FileId>())));
        QCOMPARE(reader.ancestors(inner.id), (QList<Folder>{a, inner}));
        QVERIFY(reader.ancestors(rootFolder).isEmpty());
    }

    void circlesEnd()
    {
        Fixture f;
        Folder a = f.folder("a");
        Folder b = f.folder("b", a.id);
        a.parentId = b.id;
        Folder self = f.folder("self");
        self.parentId = self.id;
        const File file = f.file("x", b.id);
        f.pull({a, b, self}, {file, f.file("y", self.id)});
        QVERIFY(!f.reader().isLive(ItemRef::of(file.id)));
        QCOMPARE(f.reader().ancestors(b.id).size(), 2);
        QVERIFY(!f.reader().pathOf(ItemRef::of(file.id)).isEmpty());
        QVERIFY(f.reader().recentIds(10).isEmpty());
        QVERIFY(f.reader().searchIds(QStringLiteral("x"), 10).isEmpty());
        QVERIFY(f.queue(f.operation(OperationKind::CreateFolder, ItemRef::of(f.id<FolderId>()), "n")));
        QCOMPARE(f.row(ItemRef::of(a.id)).status, mirror::ItemStatus::Synced);
        QVERIFY(f.writer().beginResync());
        f.pull({}, {});
        QCOMPARE(f.reader().folderCount(), qint64(1));
    }

    void aLongChainIsBounded()
    {
        Fixture f;
        QList<Folder> chain;
        for (int i = 0; i < 1500; ++i)
            chain.append(f.folder("d", chain.isEmpty() ? FolderId() : chain.constLast().id));
        f.pull(chain);
        QVERIFY(f.reader().isLive(ItemRef::of(chain.at(900).id)));
        QVERIFY(f.reader().ancestors(chain.constLast().id).size() <= 1000);
    }

    void recentFirst()
    {
        Fixture f;
        File first = f.file("first");
        const File second = f.file("second");
        f.pull({}, {first, second});
        QCOMPARE(f.reader().recentIds(1), QList<ItemRef>{ItemRef::of(second.id)});
        first = f.revised(first);
        first.updatedAt = f.clock().now() + std::chrono::seconds(1);
        f.pull({}, {first});
        QCOMPARE(f.reader().recentIds(10), (QList<ItemRef>{ItemRef::of(first.id), ItemRef::of(second.id)}));
    }

    void trashNewestFirst()
    {
        Fixture f;
        Folder folder = f.folder("a");
        folder.trashed = true;
        folder.deletedAt = f.clock().now();
        File file = f.file("b");
        file.isDeleted = true;
        file.deletedAt = f.clock().now();
        f.pull({folder}, {file});
        QCOMPARE(f.reader().trashIds(), (QList<ItemRef>{ItemRef::of(file.id), ItemRef::of(folder.id)}));
        QCOMPARE(f.row(ItemRef::of(file.id)).deletedAt, file.deletedAt);
        QCOMPARE(f.reader().fileCount() + f.reader().folderCount(), qint64(0));
    }

    void children()
    {
        Fixture f;
        const Folder a = f.folder("a");
        const File file = f.file("b");
        f.pull({a, f.folder("inner", a.id)}, {file, f.file("c", a.id)});
        QCOMPARE(f.reader().childFolders({}), QList<Folder>{a});
        QCOMPARE(f.reader().childFiles({}), QList<File>{file});
        QCOMPARE(f.row(ItemRef::of(a.id)).size, qint64(2));
    }

private:
    /// A folder with three folders and 2,200 files of few sizes, times and types, beside as many elsewhere.
    static FolderId manyFiles(Fixture &f)
    {
        support::SeededRandom random(3);
        const Folder folder = f.folder("folder");
        const Folder other = f.folder("other");
        static constexpr const char *suffixes[] = {".pdf", ".jpg", ".png", "", ".TXT", ".unheard"};
        QList<File> files;
        const Timestamp begin = f.clock().now();
        for (int i = 0; i < 2400; ++i) {
            const QByteArray name = QByteArray("Name ") + QByteArray::number(random.below(1'000'000)) + ' ' +
                                    QByteArray::number(i) + suffixes[random.below(std::size(suffixes))];
            files.append(f.file(name.constData(), i % 12 == 0 ? other.id : folder.id));
            files.last().fileSize = static_cast<qint64>(random.below(300));
            files.last().contentModifiedAt = begin + std::chrono::seconds(random.below(300));
        }
        f.pull({folder, other, f.folder("a", folder.id), f.folder("b", folder.id), f.folder("c", folder.id)}, files);
        return folder.id;
    }
};

QTEST_GUILESS_MAIN(TestBrowse)
#include "tst_browse.moc"
