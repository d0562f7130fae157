#include "fixture_model.h"

#include <ui/browse/browse_page.h>
#include <ui/browse/file_grid_view.h>
#include <ui/common/appearance.h>
#include <ui/common/item_mime.h>
#include <ui/common/theme.h>
#include <ui/common/thumbnails.h>

#include <QtCore/QMimeData>
#include <QtGui/QAccessible>
#include <QtGui/QDragEnterEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

using namespace learnlab::ui;

namespace {

// A model of as many rows as anybody has, without any of them.
class EndlessModel final : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 1'000'000; }
    int columnCount(const QModelIndex &) const override { return fileColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++asked;
        return role == IsFolderRole ? QVariant(false)
               : role == NameRole   ? QVariant(QString::number(index.row()))
                                    : QVariant();
    }
    mutable int asked = 0;
};

class FakeThumbnails final : public Thumbnails
{
public:
    const Thumbnail *find(const QByteArray &id, const QSize &, qreal) override
    {
        const auto found = pictures.constFind(id);
        return found == pictures.cend() ? nullptr : &*found;
    }
    void want(const QObject *, const QList<QByteArray> &ids, const QSize &box, qreal) override
    {
        wanted = ids;
        wantedBox = box;
    }
    QHash<QByteArray, Thumbnail> pictures;
    QList<QByteArray> wanted;
    QSize wantedBox;
};

} // namespace

class TestFileGridView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_appearance = std::make_unique<Appearance>();
        m_appearance->setChoice(Appearance::Choice::Light);
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void init()
    {
        m_model = fixtureModel(algorithmsFolder());
        m_page = std::make_unique<BrowsePage>();
        m_page->setModel(m_model.get());
        m_page->setViewMode(ViewMode::Grid);
        m_page->setThumbnails(&m_thumbnails);
        m_page->resize(736, 760);
        m_page->show();
        m_page->activateWindow();
        m_view = m_page->grid();
        m_page->list()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_model.reset();
        m_thumbnails.pictures.clear();
    }

    void tilesShareTheWidth()
    {
        const QRect first = tile(0);
        QCOMPARE(first.topLeft(), QPoint(16, 12));
        QCOMPARE(tile(3).top(), first.top());
        QCOMPARE(tile(4).left(), first.left());
        QCOMPARE(tile(4).top(), first.bottom() + 1 + 8);
        QCOMPARE(m_view->viewport()->width() - tile(3).right() - 1, 16 + (m_view->viewport()->width() - 32 - 24) % 4);
        for (int row = 0; row < m_model->rowCount(); ++row) {
            m_view->scrollTo(m_model->index(row, 0));
            QCOMPARE(m_view->indexAt(tile(row).center()).row(), row);
            QVERIFY(m_view->viewport()->rect().contains(tile(row)));
        }
        m_view->scrollToTop();
        QVERIFY(!m_view->indexAt(QPoint(first.right() + 4, 60)).isValid());
        m_page->setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(m_view->viewport()->width() - 1 - tile(0).right(), 16);
        QVERIFY(tile(1).right() < tile(0).left());
        QCOMPARE(m_view->indexAt(tile(1).center()).row(), 1);
    }

    void aMillionTilesCostWhatIsInSight()
    {
        EndlessModel model;
        m_page->setModel(&model);
        m_view->scrollTo(model.index(999'999, 0));
        QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(model.index(999'999, 0))));
        (void)m_view->viewport()->grab();
        QVERIFY2(model.asked < 3000, qPrintable(QString::number(model.asked)));
        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_page->list()->selectedCount(), 1'000'000);
        m_page->setModel(m_model.get());
    }

    void arrowsGoInFourDirections()
    {
        go(0);
        press(Qt::Key_Right);
        QCOMPARE(current(), 1);
        press(Qt::Key_Down);
        QCOMPARE(current(), 5);
        press(Qt::Key_Left);
        QCOMPARE(current(), 4);
        press(Qt::Key_Up);
        QCOMPARE(current(), 0);
        press(Qt::Key_Up);
        QCOMPARE(current(), 0);
        press(Qt::Key_Left);
        QCOMPARE(current(), 0);
        press(Qt::Key_End);
        QCOMPARE(current(), 15);
        press(Qt::Key_Down);
        QCOMPARE(current(), 15);
        m_model->removeRows(14, 2);
        go(11);
        press(Qt::Key_Down);
        QCOMPARE(current(), 13); // below it there is none, but there is a last one
        press(Qt::Key_PageUp);
        QCOMPARE(current(), 1);
        press(Qt::Key_Home);
        m_page->setLayoutDirection(Qt::RightToLeft);
        press(Qt::Key_Left);
        QCOMPARE(current(), 1);
    }

    void keysAskForTheSameAsInTheList()
    {
        QSignalSpy opened(m_page->list(), &FileListView::opened);
        QSignalSpy up(m_page->list(), &FileListView::upRequested);
        QSignalSpy previews(m_page->list(), &FileListView::previewRequested);
        go(4);
        press(Qt::Key_Return);
        QCOMPARE(opened.last().first().toModelIndex().row(), 4);
        press(Qt::Key_Backspace);
        QCOMPARE(up.size(), 1);
        press(Qt::Key_Space);
        QCOMPARE(previews.last().first().toModelIndex().row(), 4);
        QCOMPARE(m_page->list()->selectedCount(), 1);
        QTest::keyClick(m_view, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(m_page->list()->selectedCount(), 0);
        QTest::keyClicks(m_view, QStringLiteral("exam"));
        QCOMPARE(current(), 8);
        QTest::keyClick(m_view, Qt::Key_Escape);
        QCOMPARE(m_page->list()->selectedCount(), 0);
    }

    void selectionIsTheLists()
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, tile(5).center());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, tile(1).center());
        QCOMPARE(m_page->list()->selectedIds(), (QList<QByteArray>{fixtureId(1), fixtureId(5)}));
        // With Shift in the order of reading, not as a rectangle.
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, tile(2).center());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, tile(5).center());
        QCOMPARE(m_page->list()->selectedCount(), 4);
        m_page->setViewMode(ViewMode::List);
        QCOMPARE(m_page->list()->selectedCount(), 4);
        QVERIFY(m_page->list()->QWidget::hasFocus());
    }

    void aBandSelectsWhatItTouches()
    {
        const QPoint from(tile(0).left() - 8, tile(0).center().y());
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        dragTo(tile(5).center());
        QCOMPARE(m_page->list()->selectedIds(),
                 (QList<QByteArray>{fixtureId(0), fixtureId(1), fixtureId(4), fixtureId(5)}));
        dragTo(tile(0).center());
        QCOMPARE(m_page->list()->selectedIds(), QList<QByteArray>{fixtureId(0)});
        const QPoint inside(from.x() + 3, tile(0).center().y() + 1);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, inside);
        QCOMPARE(m_page->list()->selectedIds(), QList<QByteArray>{fixtureId(0)});
        // With Ctrl what was selected stays, and what is touched turns.
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, from);
        dragTo(tile(1).center(), Qt::ControlModifier);
        QCOMPARE(m_page->list()->selectedIds(), QList<QByteArray>{fixtureId(1)});
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, inside);
        // A click beside them takes the selection away.
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, from);
        QCOMPARE(m_page->list()->selectedCount(), 0);
    }

    void namesAreEditedInPlace()
    {
        QSignalSpy renames(m_page->list(), &FileListView::renameRequested);
        QVERIFY(m_page->startRename(fixtureId(7)));
        auto *field = m_view->findChild<QLineEdit *>();
        QVERIFY(field && field->hasFocus());
        QCOMPARE(field->selectedText(), QStringLiteral("dijkstra-notes"));
        QVERIFY(tile(7).contains(field->geometry().center()));
        QTest::keyClicks(field, QStringLiteral("shortest"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(renames.size(), 1); // the editor tells it later
        QCOMPARE(renames.last().last().toString(), QStringLiteral("shortest.md"));
        QTRY_VERIFY(m_view->hasFocus());
    }

    void dropsGoIntoFolders()
    {
        QSignalSpy dropped(m_page.get(), &BrowsePage::urlsDropped);
        QSignalSpy moved(m_page.get(), &BrowsePage::itemsMoved);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a"))});
        drop(tile(1).center(), files);
        QCOMPARE(dropped.last().at(1).toByteArray(), fixtureId(1));
        drop(tile(6).center(), files);
        QVERIFY(dropped.last().at(1).toByteArray().isEmpty());
        const auto items = packItems({fixtureId(5)});
        drop(tile(2).center(), *items);
        QCOMPARE(moved.last().at(1).toByteArray(), fixtureId(2));
        m_page->setAbilities({.takesFiles = false, .takesItems = false});
        drop(tile(1).center(), files);
        QCOMPARE(dropped.size(), 2);
    }

    void picturesAreAskedForWhereTheyAreSeen()
    {
        m_page->resize(736, 360);
        QTRY_COMPARE(m_thumbnails.wanted.value(0), fixtureId(4)); // folders have none
        QTRY_VERIFY(!m_thumbnails.wanted.contains(fixtureId(15)));
        QCOMPARE(m_thumbnails.wantedBox.width(), tile(0).width() - 18);
        QPixmap red(m_thumbnails.wantedBox);
        red.fill(Qt::red);
        m_thumbnails.pictures.insert(fixtureId(4), {red, false});
        Q_EMIT m_thumbnails.ready(fixtureId(4));
        const QPoint inside(tile(4).center().x(), tile(4).top() + 40);
        QCOMPARE(m_view->viewport()->grab().toImage().pixelColor(inside), QColor(Qt::red));
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        QTRY_VERIFY(m_thumbnails.wanted.contains(fixtureId(15)) && !m_thumbnails.wanted.contains(fixtureId(4)));
        m_page->setViewMode(ViewMode::List);
        QVERIFY(m_thumbnails.wanted.isEmpty());
    }

    void rowsThatComeDoNotMoveWhatIsRead()
    {
        QStringList many;
        for (int i = 0; i < 400; ++i)
            many.append(QStringLiteral("text|file %1.txt|1 KB|Text|Today|synced").arg(i));
        const auto model = fixtureModel(many);
        m_page->setModel(model.get());
        m_view->scrollTo(model->index(200, 0), QAbstractItemView::PositionAtTop);
        const QPersistentModelIndex seen = m_view->indexAt(QPoint(40, 40));
        const int top = m_view->visualRect(seen).top();
        for (int i = 0; i < 8; ++i)
            model->insertRow(0, model->takeRow(399));
        QTRY_COMPARE(m_view->visualRect(seen).top(), top);
        m_page->setModel(m_model.get());
    }

    void tilesGrowAndShrink()
    {
        QSignalSpy zooms(m_page.get(), &BrowsePage::zoomChanged);
        const int usual = tile(0).width();
        m_page->zoomBy(1);
        QVERIFY(tile(0).width() > usual);
        m_page->zoomBy(99);
        QCOMPARE(zooms.last().first().toInt(), FileGridView::mostZoom);
        m_page->zoomBy(0);
        QCOMPARE(tile(0).width(), usual);
    }

    void tilesAreReadOneByOne()
    {
        QAccessible::setActive(true);
        QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(m_view);
        QVERIFY(grid);
        QCOMPARE(grid->role(), QAccessible::List);
        QCOMPARE(grid->childCount(), m_model->rowCount());
        m_model->item(4, 0)->setData(QStringLiteral("Assignment 3, PDF"), Qt::AccessibleTextRole);
        QAccessibleInterface *child = grid->child(4);
        QVERIFY(child);
        QCOMPARE(child->role(), QAccessible::ListItem);
        QCOMPARE(child->text(QAccessible::Name), QStringLiteral("Assignment 3, PDF"));
        QCOMPARE(child->rect().topLeft(), m_view->viewport()->mapToGlobal(tile(4).topLeft()));
        QCOMPARE(grid->indexOfChild(child), 4);
        QVERIFY(!child->state().selected);
        go(4);
        QVERIFY(child->state().selected && child->state().focused);
        QCOMPARE(child->parent(), grid);
        QVERIFY(!grid->child(16));
        m_model->removeRows(0, 14);
        QCOMPARE(grid->childCount(), 2);
        QAccessible::setActive(false);
    }

private:
    QRect tile(int row) const { return m_view->visualRect(m_page->list()->model()->index(row, 0)); }
    int current() const { return m_view->currentIndex().row(); }
    void go(int row) { m_page->list()->selectRow(row); }
    void press(Qt::Key key) { QTest::keyClick(m_view, key); }

    void dragTo(const QPoint &point, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent move(QEvent::MouseMove, point, m_view->viewport()->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QApplication::sendEvent(m_view->viewport(), &move);
    }

    void drop(const QPoint &point, const QMimeData &mime)
    {
        QDragEnterEvent enter(point, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view->viewport(), &enter);
        QDragMoveEvent move(point, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view->viewport(), &move);
        QDropEvent event(point, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view->viewport(), &event);
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QStandardItemModel> m_model;
    FakeThumbnails m_thumbnails;
    std::unique_ptr<BrowsePage> m_page;
    FileGridView *m_view = nullptr;
};

QTEST_MAIN(TestFileGridView)
#include "tst_file_grid_view.moc"
