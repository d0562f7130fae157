#include "fixture_model.h"

#include <ui/browse/file_list_view.h>
#include <ui/common/appearance.h>
#include <ui/common/item_mime.h>
#include <ui/common/theme.h>

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>

using namespace learnlab::ui;

class TestFileListView : public QObject
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
        m_view = std::make_unique<FileListView>();
        m_view->setRowActions(
            {{QStringLiteral("download"), QStringLiteral("download"), QStringLiteral("Download a copy"), true},
             {QStringLiteral("more"), QStringLiteral("overflow-menu"), QStringLiteral("More")}});
        m_view->setModel(m_model.get());
        m_view->resize(1048, 704);
        m_view->show();
        m_view->activateWindow();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void rowsAreFixedAndColumnsFill()
    {
        QCOMPARE(m_view->rowHeight(0), 40);
        int width = 0;
        for (int column = 0; column < fileColumnCount; ++column)
            width += m_view->isColumnHidden(column) ? 0 : m_view->columnWidth(column);
        QCOMPARE(width, m_view->viewport()->width());
        QVERIFY(!m_view->isColumnHidden(int(FileColumn::Type)));
    }

    void narrowWindowsDropColumns()
    {
        m_view->resize(900, 700);
        QVERIFY(m_view->isColumnHidden(int(FileColumn::Type)));
        QVERIFY(m_view->columnWidth(int(FileColumn::Status)) > 100);
        m_view->resize(700, 700);
        QVERIFY(m_view->columnWidth(int(FileColumn::Status)) < 60);
    }

    void selectionIsByRow()
    {
        m_view->selectIds({fixtureId(7), fixtureId(4)});
        const QList<QByteArray> expected{fixtureId(4), fixtureId(7)};
        QCOMPARE(m_view->selectedIds(), expected);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, cell(9, FileColumn::Modified));
        QCOMPARE(m_view->selectedIds(), QList<QByteArray>{fixtureId(9)});
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->selectedIds().isEmpty());
    }

    void touchingRowsJoin()
    {
        const Theme theme = Theme::light();
        const auto corner = [this](int row, bool lower) {
            const QRect name = m_view->visualRect(m_model->index(row, 0));
            const QPoint point(8, lower ? name.bottom() : name.top());
            return m_view->viewport()->grab().toImage().pixelColor(point);
        };
        m_view->selectIds({fixtureId(4)});
        QVERIFY(corner(4, true) != theme.sel);
        m_view->selectIds({fixtureId(4), fixtureId(5)});
        QCOMPARE(corner(4, true), theme.sel);
        QVERIFY(corner(5, true) != theme.sel);
        QVERIFY(corner(4, false) != theme.sel);
    }

    void hoverTakesTheWholeRow()
    {
        hoverOver(cell(8, FileColumn::Name));
        const QImage image = m_view->viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(cell(8, FileColumn::Type) + QPoint(0, 15)), Theme::light().hover);
        QCOMPARE(image.pixelColor(cell(9, FileColumn::Type) + QPoint(0, 15)), Theme::light().base);
    }

    void rowActionsAreHit()
    {
        QSignalSpy actions(m_view.get(), &FileListView::rowActionTriggered);
        const QRect name = m_view->visualRect(m_model->index(8, 0));
        const QPoint more(name.right() - 10, name.center().y());
        hoverOver(more);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, more);
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.first().at(0).toString(), QStringLiteral("more"));
        QCOMPARE(actions.first().at(1).toModelIndex().data(IdRole).toByteArray(), fixtureId(8));
    }

    void foldersOfferNoActionForFiles()
    {
        QSignalSpy actions(m_view.get(), &FileListView::rowActionTriggered);
        // Where the second action from the end stands on a file; on a folder it is the ground of the row.
        for (const int row : {8, 1}) {
            const QRect name = m_view->visualRect(m_model->index(row, 0));
            const QPoint download(name.right() - 42, name.center().y());
            hoverOver(download);
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, download);
        }
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.first().at(0).toString(), QStringLiteral("download"));
        QCOMPARE(actions.first().at(1).toModelIndex().row(), 8);
    }

    void theStatusLinkIsHit()
    {
        QSignalSpy links(m_view.get(), &FileListView::statusLinkTriggered);
        const QRect status = m_view->visualRect(m_model->index(13, int(FileColumn::Status)));
        // The badge is no link, the word after the dot is one.
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(status.left() + 8, status.center().y()));
        QCOMPARE(links.size(), 0);
        int hits = 0;
        for (int x = status.left() + 24; x < status.right() && hits == 0; x += 4) {
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(x, status.center().y()));
            hits = int(links.size());
        }
        QCOMPARE(hits, 1);
    }

    void enterAndDoubleClickOpen()
    {
        QSignalSpy opened(m_view.get(), &FileListView::opened);
        m_view->selectIds({fixtureId(2)});
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, cell(6, FileColumn::Size));
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.last().first().toModelIndex().row(), 6);
        QSignalSpy up(m_view.get(), &FileListView::upRequested);
        QTest::keyClick(m_view.get(), Qt::Key_Backspace);
        QCOMPARE(up.size(), 1);
    }

    void arrowsMoveByRow()
    {
        m_view->selectIds({fixtureId(2)});
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->currentIndex(), m_model->index(2, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->selectedIds(), QList<QByteArray>{fixtureId(3)});
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex().row(), 15);
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedIds().size(), 16);
    }

    void lettersJumpToNames()
    {
        QTest::keyClicks(m_view.get(), QStringLiteral("lecture 0"));
        QCOMPARE(m_view->currentIndex().row(), 12);
    }

    void oneLetterGoesAround()
    {
        m_view->selectIds({fixtureId(15)});
        QTest::keyClicks(m_view.get(), QStringLiteral("l"));
        QCOMPARE(m_view->currentIndex().row(), 1);
        QTest::keyClicks(m_view.get(), QStringLiteral("l"));
        QCOMPARE(m_view->currentIndex().row(), 2);
    }

    void renamingSelectsTheStem()
    {
        QSignalSpy renamed(m_view.get(), &FileListView::renameRequested);
        QSignalSpy opened(m_view.get(), &FileListView::opened);
        m_view->selectIds({fixtureId(7)});
        QTest::keyClick(m_view.get(), Qt::Key_F2);
        auto *field = m_view->findChild<QLineEdit *>();
        QVERIFY(field);
        QCOMPARE(field->selectedText(), QStringLiteral("dijkstra-notes"));
        QTest::keyClicks(field, QStringLiteral("graphs"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed.first().at(0).toByteArray(), fixtureId(7));
        QCOMPARE(renamed.first().at(1).toString(), QStringLiteral("graphs.md"));
        QCOMPARE(opened.size(), 0); // the Return was for the name alone
        QTRY_VERIFY(!m_view->findChild<QLineEdit *>());
        QTRY_VERIFY(m_view->hasFocus());
    }

    void renamingCanBeLeft()
    {
        QSignalSpy renamed(m_view.get(), &FileListView::renameRequested);
        QVERIFY(m_view->startRename(fixtureId(3)));
        auto *field = m_view->findChild<QLineEdit *>();
        QVERIFY(field);
        // A folder has no extension to keep.
        QCOMPARE(field->selectedText(), QStringLiteral("Project: route planner"));
        QTest::keyClicks(field, QStringLiteral("other"));
        // A change of the row meanwhile does not touch what is typed.
        m_model->item(3)->setText(QStringLiteral("changed"));
        QCOMPARE(field->text(), QStringLiteral("other"));
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(!m_view->findChild<QLineEdit *>());
        QCOMPARE(renamed.size(), 0);
        QVERIFY(!m_view->startRename(QByteArray("0123456789abcdef")));
    }

    void aRowThatGoesTakesItsEditorAlong()
    {
        QVERIFY(m_view->startRename(fixtureId(3)));
        m_model->removeRow(3);
        QTRY_VERIFY(!m_view->findChild<QLineEdit *>());
        QVERIFY(m_view->startRename(fixtureId(4)));
    }

    void droppedFilesGoToTheFolderUnderThem()
    {
        QSignalSpy dropped(m_view.get(), &FileListView::urlsDropped);
        QSignalSpy targets(m_view.get(), &FileListView::dropTargetChanged);
        QMimeData files;
        const QList<QUrl> urls{QUrl::fromLocalFile(QStringLiteral("/tmp/a b.txt"))};
        files.setUrls(urls);
        QVERIFY(dragTo(cell(0, FileColumn::Size), files));
        QCOMPARE(targets.last().first().value<DropTarget>().name, QStringLiteral("Exercise sheets"));
        const QRect row = m_view->visualRect(m_model->index(0, 0));
        QCOMPARE(m_view->viewport()->grab().toImage().pixelColor(200, row.top() + 1), Theme::light().accent);
        QVERIFY(drop(cell(0, FileColumn::Size), files));
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first().at(0).value<QList<QUrl>>(), urls);
        QCOMPARE(dropped.first().at(1).toByteArray(), fixtureId(0));
        QVERIFY(!targets.last().first().value<DropTarget>().active);
        // Onto a file means: into the folder that is shown.
        QVERIFY(dragTo(cell(6, FileColumn::Name), files));
        QVERIFY(drop(cell(6, FileColumn::Name), files));
        QVERIFY(dropped.last().at(1).toByteArray().isEmpty());
    }

    void itemsMoveIntoOtherFoldersOnly()
    {
        QSignalSpy moved(m_view.get(), &FileListView::itemsMoved);
        const auto items = packItems({fixtureId(0), fixtureId(5)});
        QVERIFY(!dragTo(cell(0, FileColumn::Name), *items));
        QVERIFY(!dragTo(cell(6, FileColumn::Name), *items));
        QVERIFY(dragTo(cell(1, FileColumn::Name), *items));
        QVERIFY(drop(cell(1, FileColumn::Name), *items));
        const QList<QByteArray> expected{fixtureId(0), fixtureId(5)};
        QCOMPARE(moved.first().at(0).value<QList<QByteArray>>(), expected);
        QCOMPARE(moved.first().at(1).toByteArray(), fixtureId(1));
    }

    void whatThePlaceDoesNotTakeIsRefused()
    {
        QSignalSpy targets(m_view.get(), &FileListView::dropTargetChanged);
        m_view->setDropsTaken(false, false);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a"))});
        QVERIFY(!dragTo(cell(0, FileColumn::Name), files));
        QVERIFY(targets.last().first().value<DropTarget>().refused);
        QMimeData web;
        web.setUrls({QUrl(QStringLiteral("https://example.edu/"))});
        m_view->setDropsTaken(true, true);
        QVERIFY(!dragTo(cell(0, FileColumn::Name), web));
        QMimeData broken;
        broken.setData(itemMimeType(), "short");
        QVERIFY(!dragTo(cell(0, FileColumn::Name), broken));
    }

    void aRestingDragOpensTheFolder()
    {
        QSignalSpy sprung(m_view.get(), &FileListView::folderSprung);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a"))});
        QVERIFY(dragTo(cell(2, FileColumn::Name), files));
        QTRY_COMPARE(sprung.size(), 1);
        QCOMPARE(sprung.first().first().toByteArray(), fixtureId(2));
    }

    void sortingIsAskedFor()
    {
        QSignalSpy sorts(m_view.get(), &FileListView::sortRequested);
        const auto click = [this](FileColumn column) {
            const QHeaderView *header = m_view->horizontalHeader();
            const QPoint point(header->sectionViewportPosition(int(column)) + 12, 12);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, point);
        };
        click(FileColumn::Name);
        QCOMPARE(sorts.last().at(1).value<Qt::SortOrder>(), Qt::DescendingOrder);
        click(FileColumn::Modified);
        QCOMPARE(sorts.last().at(0).value<FileColumn>(), FileColumn::Modified);
        QCOMPARE(sorts.last().at(1).value<Qt::SortOrder>(), Qt::AscendingOrder);
    }

private:
    QPoint cell(int row, FileColumn column) const
    {
        return m_view->visualRect(m_model->index(row, int(column))).center();
    }

    void hoverOver(const QPoint &point)
    {
        QMouseEvent move(QEvent::MouseMove, point, m_view->viewport()->mapToGlobal(point), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(m_view->viewport(), &move);
    }

    bool dragTo(const QPoint &point, const QMimeData &mime)
    {
        QDragEnterEvent enter(point, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view->viewport(), &enter);
        QDragMoveEvent move(point, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        move.ignore();
        QApplication::sendEvent(m_view->viewport(), &move);
        return move.isAccepted();
    }

    bool drop(const QPoint &point, const QMimeData &mime)
    {
        QDropEvent event(point, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view->viewport(), &event);
        return event.isAccepted();
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<FileListView> m_view;
};

QTEST_MAIN(TestFileListView)
#include "tst_file_list_view.moc"
