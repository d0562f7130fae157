#include "ui_fakes/mirror_fixture.h"

#include "inside/indexer.h"
#include "ui/models/change_list_model.h"
#include "ui/models/file_list_model.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;
using tests::MirrorFixture;
using ui::FileColumn;
using ui::FileListModel;
using ui::Place;

class FileListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsAFolderFoldersFirst();
    void keepsSelectionWhileRowsComeAndGo();
    void followsARenameToItsNewPlace();
    void dimsWhatIsNotHereWhileOffline();
    void tellsWhatWaits();
    void findsNamesThatWereNeverLookedAt();
    void keepsSelectionWhenMuchChangesAtOnce();
    void readsAnewWhatAnEverythingChanged();
    void searches();
    void survivesRandomChanges();
    void dropsAnswersOfAnotherPlace();
    void showsTheFirstPageBeforeTheRest();
    void ordersALongListByItsFirstPageFirst();
    void marksWhatWasSearched();
    void findsWhatIsInFiles();

private:
    [[nodiscard]] QStringList names() const;
    /// All rows read, as a view that shows them would have.
    [[nodiscard]] bool allRead() const;
    void apply(const mirror::ChangesPage &page);

    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<FileListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    support::SystemClock m_clock;
};

void FileListModelTest::init()
{
    m_mirror = std::make_unique<MirrorFixture>();
    QVERIFY(m_mirror->isValid());
    m_model = std::make_unique<FileListModel>(m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setMirror(&m_mirror->pool());
    QTRY_VERIFY(!m_model->isLoading());
}

void FileListModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_mirror.reset();
}

QStringList FileListModelTest::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names << m_model->index(row, 0).data().toString();
    return names;
}

bool FileListModelTest::allRead() const
{
    bool all = true;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all = m_model->index(row, 0).data().isValid() && all;
    return all;
}

void FileListModelTest::apply(const mirror::ChangesPage &page)
{
    QSignalSpy loaded(m_model.get(), &FileListModel::loaded);
    m_model->applyChange(m_mirror->apply(page));
    QTRY_VERIFY(!loaded.isEmpty());
    QTRY_VERIFY(!m_model->isLoading() && allRead());
}

void FileListModelTest::listsAFolderFoldersFirst()
{
    apply({.folders = {m_mirror->folder(1, QStringLiteral("zeta"))},
           .files = {m_mirror->file(1, QStringLiteral("Sheet 10.pdf")), m_mirror->file(2, QStringLiteral("Sheet 9.pdf"), {}, 1'800'000),
                     m_mirror->file(3, QStringLiteral("elsewhere.txt"), MirrorFixture::folderId(1))}});
    QCOMPARE(names(), (QStringList{QStringLiteral("zeta"), QStringLiteral("Sheet 9.pdf"), QStringLiteral("Sheet 10.pdf")}));
    const auto cell = [this](int row, FileColumn column) { return m_model->index(row, static_cast<int>(column)).data().toString(); };
    QCOMPARE(cell(0, FileColumn::Type), QStringLiteral("Folder"));
    QCOMPARE(cell(1, FileColumn::Size), QStringLiteral("1.8 MB"));
    QCOMPARE(cell(1, FileColumn::Type), QStringLiteral("PDF document"));
    QVERIFY(m_model->index(0, 0).data(ui::IsFolderRole).toBool());
    QVERIFY(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Sheet 9.pdf, PDF document, 1.8 MB")));
}

void FileListModelTest::keepsSelectionWhileRowsComeAndGo()
{
    apply({.files = {m_mirror->file(1, QStringLiteral("b")), m_mirror->file(2, QStringLiteral("d")), m_mirror->file(3, QStringLiteral("f"))}});
    const QPersistentModelIndex chosen = m_model->index(1, 0);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    domain::File gone = m_mirror->file(1, QStringLiteral("b"));
    gone.isDeleted = true;
    apply({.files = {m_mirror->file(4, QStringLiteral("a")), m_mirror->file(5, QStringLiteral("e")), gone}});
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("d"), QStringLiteral("e"), QStringLiteral("f")}));
    QVERIFY(chosen.isValid());
    QCOMPARE(chosen.row(), 1);
    QCOMPARE(chosen.data().toString(), QStringLiteral("d"));
    QVERIFY(resets.isEmpty());
}

void FileListModelTest::followsARenameToItsNewPlace()
{
    apply({.files = {m_mirror->file(1, QStringLiteral("a")), m_mirror->file(2, QStringLiteral("b")), m_mirror->file(3, QStringLiteral("c"))}});
    const QPersistentModelIndex chosen = m_model->index(0, 0);
    apply({.files = {m_mirror->file(1, QStringLiteral("z"))}});
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("z")}));
}

void FileListModelTest::dimsWhatIsNotHereWhileOffline()
{
    apply({.files = {m_mirror->file(1, QStringLiteral("kept")), m_mirror->file(2, QStringLiteral("remote"))}});
    QVERIFY(m_mirror->writer().setContent({.fileId = MirrorFixture::fileId(1), .sha256 = QByteArray(32, 'x'), .size = 1000,
                                           .pinned = true, .present = true}));
    m_model->applyChange(m_mirror->writer().takeChange());
    QTRY_COMPARE(m_model->index(0, 0).data(ui::StatusRole).value<ui::ItemStatus>(), ui::ItemStatus::AvailableOffline);
    QVERIFY(!m_model->index(1, 0).data(ui::DimmedRole).toBool());
    m_model->setOffline(true);
    QVERIFY(!m_model->index(0, 0).data(ui::DimmedRole).toBool());
    QVERIFY(m_model->index(1, 0).data(ui::DimmedRole).toBool());
}

void FileListModelTest::tellsWhatWaits()
{
    using enum domain::OperationKind;
    apply({.folders = {m_mirror->folder(1, QStringLiteral("box")), m_mirror->folder(2, QStringLiteral("target"))},
           .files = {m_mirror->file(1, QStringLiteral("a")), m_mirror->file(2, QStringLiteral("b")), m_mirror->file(3, QStringLiteral("c")),
                     m_mirror->file(4, QStringLiteral("inside"), MirrorFixture::folderId(1))}});
    ui::ChangeListModel changes(m_clock);
    changes.setMirror(&m_mirror->pool());
    connect(&changes, &ui::ChangeListModel::countsChanged, m_model.get(), [&] { m_model->setWaiting(changes.waitingByItem()); });
    const auto queue = [&](quint8 number, domain::OperationKind kind, domain::ItemRef item, const QString &name = {}, domain::FolderId parent = {}) {
        QVERIFY(m_mirror->writer().queueOperation({.id = domain::OperationId({number}), .kind = kind, .target = item, .parentId = parent, .name = name}));
    };
    const auto status = [this](const QString &name) {
        const qsizetype row = names().indexOf(name);
        return row < 0 ? QString() : m_model->index(static_cast<int>(row), static_cast<int>(FileColumn::Status)).data().toString();
    };
    const auto file = [](int number) { return domain::ItemRef::of(MirrorFixture::fileId(number)); };
    queue(1, Rename, file(1), QStringLiteral("aa"));
    queue(2, Move, file(2), {}, MirrorFixture::folderId(2));
    queue(3, Trash, file(3));
    queue(4, Rename, file(4), QStringLiteral("renamed inside"));
    queue(5, CreateFolder, domain::ItemRef::of(MirrorFixture::folderId(3)), QStringLiteral("new"));
    queue(6, Rename, domain::ItemRef::of(MirrorFixture::folderId(3)), QStringLiteral("newer"));
    const mirror::Change change = m_mirror->writer().takeChange();
    m_model->applyChange(change);
    changes.applyChange(change);
    QTRY_COMPARE_WITH_TIMEOUT(status(QStringLiteral("aa")), QStringLiteral("Will be renamed later"), 20000);
    // A new folder that has another name by now is new to the server all the same.
    QTRY_COMPARE_WITH_TIMEOUT(status(QStringLiteral("newer")), QStringLiteral("Will be created later"), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(status(QStringLiteral("box")), QStringLiteral("Changes waiting"), 20000);
    m_model->setOffline(true);
    QCOMPARE(status(QStringLiteral("aa")), QStringLiteral("Will be renamed later"));
    m_model->setOffline(false);
    m_model->setPlace({.folder = MirrorFixture::folderId(2)});
    QTRY_COMPARE_WITH_TIMEOUT(status(QStringLiteral("b")), QStringLiteral("Will be moved later"), 20000);
    m_model->setPlace({.view = ui::Place::View::Trash});
    QTRY_COMPARE_WITH_TIMEOUT(status(QStringLiteral("c")), QStringLiteral("Will move to trash later"), 20000);
    QVERIFY(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Will move to trash later")));
    queue(7, Restore, file(3));
    const mirror::Change restored = m_mirror->writer().takeChange();
    changes.applyChange(restored);
    m_model->setPlace({});
    QTRY_COMPARE_WITH_TIMEOUT(status(QStringLiteral("c")), QStringLiteral("Will be restored later"), 20000);
}

void FileListModelTest::findsNamesThatWereNeverLookedAt()
{
    QList<domain::File> files;
    for (int i = 1; i <= 300; ++i)
        files.append(m_mirror->file(i, QStringLiteral("lecture %1").arg(i, 3, 10, QLatin1Char('0'))));
    files.append(m_mirror->file(301, QStringLiteral("Zettel")));
    apply({.files = files});
    m_model->setPlace({});
    QTRY_VERIFY(!m_model->isLoading());
    QVERIFY(!m_model->rowAt(300));
    int found = -2;
    m_model->findName(QStringLiteral("zet"), 0, this, [&](int row) { found = row; });
    QTRY_COMPARE(found, 300);
    const QModelIndexList same = m_model->match(m_model->index(0, 0), ui::IdRole, domain::toBlob(MirrorFixture::fileId(301)), 1, Qt::MatchExactly);
    QCOMPARE(same.size(), 1);
    QCOMPARE(same.first().row(), 300);
    QVERIFY(!m_model->rowAt(300));
}

void FileListModelTest::keepsSelectionWhenMuchChangesAtOnce()
{
    QList<domain::File> files;
    for (int i = 0; i < 200; ++i)
        files.append(m_mirror->file(i, QStringLiteral("%1").arg(i * 2)));
    apply({.files = files});
    QItemSelectionModel selection(m_model.get());
    for (const int row : {10, 11, 12, 150})
        selection.select(m_model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QList<domain::File> more;
    for (int i = 0; i < 200; ++i)
        more.append(m_mirror->file(1000 + i, QStringLiteral("%1").arg(i * 2 + 1)));
    for (int i = 40; i < 140; i += 2) {
        domain::File gone = m_mirror->file(i, QStringLiteral("%1").arg(i * 2));
        gone.isDeleted = true;
        more.append(gone);
    }
    apply({.files = more});
    QVERIFY(resets.isEmpty());
    QCOMPARE(m_model->rowCount(), 350);
    QStringList chosen;
    for (const QModelIndex &index : selection.selectedRows())
        chosen << index.data().toString();
    chosen.sort();
    QCOMPARE(chosen, (QStringList{QStringLiteral("20"), QStringLiteral("22"), QStringLiteral("24"), QStringLiteral("300")}));
    // Sorting the other way round moves all of them.
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_VERIFY(!m_model->isLoading() && allRead());
    QCOMPARE(names().first(), QStringLiteral("399"));
    QCOMPARE(selection.selectedRows().size(), 4);
}

void FileListModelTest::readsAnewWhatAnEverythingChanged()
{
    apply({.files = {m_mirror->file(1, QStringLiteral("a")), m_mirror->file(2, QStringLiteral("b"))}});
    (void)m_mirror->apply({.files = {m_mirror->file(2, QStringLiteral("b"), {}, 5000)}});
    m_model->applyChange({.everything = true});
    QTRY_COMPARE(m_model->index(1, static_cast<int>(FileColumn::Size)).data().toString(), QStringLiteral("5 KB"));
}

void FileListModelTest::searches()
{
    apply({.folders = {m_mirror->folder(1, QStringLiteral("Algorithms"))},
           .files = {m_mirror->file(1, QStringLiteral("Übung 3.pdf"), MirrorFixture::folderId(1)), m_mirror->file(2, QStringLiteral("notes"))}});
    m_model->setPlace({.view = Place::View::Search, .text = QStringLiteral("ubung")});
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Übung 3.pdf")});
    QCOMPARE(m_model->index(0, 0).data(ui::PathRole).toString(), QStringLiteral("Algorithms"));
}

void FileListModelTest::survivesRandomChanges()
{
    support::SeededRandom random(11);
    QHash<int, QString> naive;
    for (int round = 0; round < 25; ++round) {
        mirror::ChangesPage page;
        const quint64 changes = 1 + random.below(8);
        for (quint64 i = 0; i < changes; ++i) {
            const int number = static_cast<int>(random.below(40));
            domain::File file = m_mirror->file(number, QStringLiteral("name %1").arg(random.below(500)));
            const bool taken = naive.values().contains(file.filename) && naive.value(number) != file.filename;
            const bool twice = std::any_of(page.files.cbegin(), page.files.cend(), [&](const auto &other) { return other.id == file.id; });
            if (taken || twice)
                continue;
            file.isDeleted = naive.contains(number) && random.below(3) == 0;
            page.files.append(file);
            if (file.isDeleted)
                naive.remove(number);
            else
                naive.insert(number, file.filename);
        }
        if (!page.files.isEmpty())
            apply(page);
        QStringList expected = naive.values();
        QStringList shown = names();
        expected.sort();
        shown.sort();
        QCOMPARE(shown, expected);
    }
}

void FileListModelTest::dropsAnswersOfAnotherPlace()
{
    apply({.folders = {m_mirror->folder(1, QStringLiteral("A"))}, .files = {m_mirror->file(1, QStringLiteral("inside"), MirrorFixture::folderId(1))}});
    // Two places in a row without waiting: only the last may show.
    m_model->setPlace({.view = Place::View::Folder, .folder = MirrorFixture::folderId(1)});
    m_model->setPlace({});
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(names(), QStringList{QStringLiteral("A")});
}

void FileListModelTest::showsTheFirstPageBeforeTheRest()
{
    QList<domain::File> files;
    for (int i = 1; i <= 350; ++i)
        files.append(m_mirror->file(i, QStringLiteral("lecture %1").arg(i)));
    (void)m_mirror->apply({.files = files});
    QList<int> rows;
    connect(m_model.get(), &FileListModel::loaded, this, [&] { rows.append(m_model->rowCount()); });
    m_model->setPlace({});
    QTRY_VERIFY(!m_model->isLoading());
    QVERIFY(rows.size() >= 2);
    QCOMPARE(rows.first(), 101);
    QCOMPARE(rows.last(), 350);
    QCOMPARE(m_model->index(100, 0).data(ui::IdRole).toByteArray(), domain::toBlob(MirrorFixture::fileId(101)));
    QCOMPARE(m_model->index(349, 0).data(ui::IdRole).toByteArray(), domain::toBlob(MirrorFixture::fileId(350)));
}

void FileListModelTest::ordersALongListByItsFirstPageFirst()
{
    const int count = qEnvironmentVariableIsSet("LEARNLAB_DEEP") ? 1'000'000 : 10'500;
    for (int first = 1; first <= count; first += 5000) {
        QList<domain::File> files;
        for (int i = first; i < std::min(first + 5000, count + 1); ++i)
            files.append(m_mirror->file(i, QStringLiteral("file %1").arg(i), {}, (i * 7919LL) % 1'000'003));
        (void)m_mirror->apply({.files = files});
    }
    m_tester.reset(); // it looks at every row at each step
    m_model->setPlace({.view = Place::View::Largest}, FileColumn::Size, Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), 600'000);
    QCOMPARE(m_model->rowCount(), count);
    const QPersistentModelIndex chosen = m_model->index(count / 2, 0);
    const QByteArray id = chosen.data(ui::IdRole).toByteArray();
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QList<QByteArray> firsts;
    connect(m_model.get(), &FileListModel::loaded, this, [&] {
        firsts.append(m_model->index(0, 0).data(ui::IdRole).toByteArray());
        QCOMPARE(m_model->rowCount(), count);
    });
    m_model->sort(static_cast<int>(FileColumn::Name), Qt::AscendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), 600'000);
    QVERIFY(firsts.size() >= 2);
    QCOMPARE(firsts.first(), domain::toBlob(MirrorFixture::fileId(1)));
    for (int row = 0; row < count; row += 997)
        QCOMPARE(m_model->index(row, 0).data(ui::IdRole).toByteArray(), domain::toBlob(MirrorFixture::fileId(row + 1)));
    QVERIFY(resets.isEmpty());
    QVERIFY(chosen.isValid());
    QCOMPARE(chosen.data(ui::IdRole).toByteArray(), id);

    // A folder by size too, though it lies in the order of its names.
    disconnect(m_model.get(), &FileListModel::loaded, this, nullptr);
    m_model->setPlace({}, FileColumn::Name, Qt::AscendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), 600'000);
    firsts.clear();
    connect(m_model.get(), &FileListModel::loaded, this,
            [&] { firsts.append(m_model->index(0, 0).data(ui::IdRole).toByteArray()); });
    m_model->sort(static_cast<int>(FileColumn::Size), Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), 600'000);
    QVERIFY(firsts.size() >= 2);
    QCOMPARE(firsts.first(), firsts.last());
    int largest = 1;
    for (int i = 2; i <= count; ++i)
        largest = (i * 7919LL) % 1'000'003 > (largest * 7919LL) % 1'000'003 ? i : largest;
    QCOMPARE(firsts.first(), domain::toBlob(MirrorFixture::fileId(largest)));
}

void FileListModelTest::marksWhatWasSearched()
{
    apply({.files = {m_mirror->file(1, QString::fromUtf8("\xC3\x9C" "bung zwei.pdf"))}});
    m_model->setPlace({.view = Place::View::Search, .text = QStringLiteral("zwei ubung type:pdf")});
    QTRY_VERIFY(!m_model->isLoading() && m_model->rowCount() == 1 && allRead());
    QCOMPARE(m_model->index(0, 0).data(ui::MatchesRole).toList(), (QVariantList{0, 5, 6, 4}));
    m_model->setPlace({});
    QTRY_VERIFY(!m_model->isLoading() && allRead());
    QVERIFY(m_model->index(0, 0).data(ui::MatchesRole).toList().isEmpty());
}

void FileListModelTest::findsWhatIsInFiles()
{
    apply({.files = {m_mirror->file(1, QStringLiteral("notes.md")), m_mirror->file(2, QStringLiteral("kruskal.txt")),
                     m_mirror->file(3, QStringLiteral("other.txt"))}});
    const QTemporaryDir folder;
    const QByteArray digest(32, '1');
    const QString bytes = folder.filePath(QStringLiteral("bytes"));
    {
        QFile file(bytes);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Greedy:\nKruskal takes <b>the</b> cheapest.") > 0);
    }
    QVERIFY(m_mirror->writer().setContent({MirrorFixture::fileId(1), digest, 40, true, true}));
    const inside::Indexer::Places places{folder.filePath(QStringLiteral("inside.db")), m_mirror->path(),
                                         [path = QFile::encodeName(bytes)](const QByteArray &) { return path; }};
    {
        inside::Indexer indexer(places, {.renderer = QStringLiteral(LEARNLAB_BINARY_DIR "/bin/learnlab-render"), .niceness = 0, .rest = {}});
        QSignalSpy settled(&indexer, &inside::Indexer::settled);
        QVERIFY(settled.wait(60'000));
    }
    m_model->setMirror(&m_mirror->pool(), places.index);
    m_model->setPlace({.view = Place::View::Search, .text = QStringLiteral("kruskal")});
    QTRY_VERIFY(!m_model->isLoading() && m_model->rowCount() == 2 && allRead());
    QCOMPARE(names(), (QStringList{QStringLiteral("kruskal.txt"), QStringLiteral("notes.md")})); // what is called so comes first
    QVERIFY(m_model->index(0, 0).data(ui::SnippetRole).toString().isEmpty());
    const QModelIndex found = m_model->index(1, 0);
    QCOMPARE(found.data(ui::SnippetRole).toString(), QStringLiteral("Greedy: Kruskal takes <b>the</b> cheapest."));
    QCOMPARE(found.data(ui::SnippetMatchesRole).toList(), (QVariantList{8, 7}));
    QVERIFY(found.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(", Greedy: Kruskal takes <b>the</b> cheapest.")));
    // Gone with the bytes.
    QVERIFY(m_mirror->writer().removeContent(MirrorFixture::fileId(1)));
    m_model->applyChange({.everything = true});
    QTRY_COMPARE(names(), QStringList{QStringLiteral("kruskal.txt")});
}

QTEST_GUILESS_MAIN(FileListModelTest)
#include "tst_file_list_model.moc"
