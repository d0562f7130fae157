// What is done with files by menu, keys and clipboard, in the real window over a real mirror.
#include "ui/mainwindow/main_window.h"

#include "ui/browse/browse_page.h"
#include "ui/common/appearance.h"
#include "ui/common/breadcrumb.h"
#include "ui/common/item_mime.h"
#include "ui/common/resources.h"
#include "ui/common/side_bar.h"
#include "ui/common/toast.h"
#include "ui/details/proof_dialog.h"
#include "move_dialog.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/mirror_fixture.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTreeView>

using namespace learnlab;
using tests::FakeBackend;
using tests::MirrorFixture;

class FileActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::initResources();
        m_appearance = std::make_unique<ui::Appearance>();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_mirror = std::make_unique<MirrorFixture>();
        m_mirror->apply({.folders = {m_mirror->folder(1, QStringLiteral("Algorithms")), m_mirror->folder(2, QStringLiteral("Biology")),
                                     m_mirror->folder(3, QStringLiteral("Sheets"), MirrorFixture::folderId(1))},
                         .files = {m_mirror->file(1, QStringLiteral("notes.md")),
                                   m_mirror->file(2, QStringLiteral("sheet.pdf"), MirrorFixture::folderId(1))}});
        m_backend = std::make_unique<FakeBackend>();
        m_settings = std::make_unique<support::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_window = std::make_unique<ui::MainWindow>(*m_backend, *m_settings, m_clock);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_backend->currentAccount = ui::Backend::Account{QStringLiteral("learnlab.example.edu"), {.username = QStringLiteral("maya")}};
        m_backend->pool = &m_mirror->pool();
        m_backend->session.state = session::State::Online;
        Q_EMIT m_backend->accountChanged();
        QTRY_COMPARE(rows(), root());
        QGuiApplication::clipboard()->clear();
    }

    void cleanup()
    {
        m_window.reset();
        m_backend.reset();
        m_mirror.reset();
    }

    void whatIsCutMovesWhereItIsPasted()
    {
        select(notes());
        press(Qt::Key_X, Qt::ControlModifier);
        visit(0);
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_backend->asked, QStringList{moved(notes(), 1)});
        // It is moved once: the clipboard is empty now.
        QTRY_VERIFY(ui::unpackItems(QGuiApplication::clipboard()->mimeData()).isEmpty());
    }

    void whatIsCutIsDimUntilItIsPasted()
    {
        const auto dim = [this](int row) { return browse()->list()->model()->index(row, 0).data(ui::DimmedRole).toBool(); };
        select(notes());
        QVERIFY(!dim(2));
        press(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(dim(2));
        QVERIFY(!dim(0));
        // Forgotten when something else comes into the clipboard, and when it is copied instead.
        QGuiApplication::clipboard()->setText(QStringLiteral("words"));
        QTRY_VERIFY(!dim(2));
        press(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(dim(2));
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(!dim(2));
        press(Qt::Key_X, Qt::ControlModifier);
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(!dim(2));
    }

    void whatIsInTrashGoesForGoodOnceItIsSure()
    {
        putIntoTrash();
        goTo(QStringLiteral("Trash"));
        QTRY_COMPARE(rows(), (QStringList{QStringLiteral("notes.md"), QStringLiteral("Biology")}));
        select(notes());
        answerQuestion(Qt::Key_Delete, QStringLiteral("Cancel"), QStringLiteral("Delete “notes.md” permanently?"));
        QVERIFY(m_backend->asked.isEmpty());
        answerQuestion(Qt::Key_Delete, QStringLiteral("Delete permanently"), QStringLiteral("Delete “notes.md” permanently?"));
        QCOMPARE(m_backend->asked, QStringList{QStringLiteral("purge ") + domain::toText(MirrorFixture::fileId(1))});
        QCOMPARE(toast(), QStringLiteral("Deleted 1 item(s) permanently."));
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        press(Qt::Key_A, Qt::ControlModifier);
        answerQuestion(Qt::Key_Delete, QStringLiteral("Delete permanently"), QStringLiteral("Delete 2 item(s) permanently?"));
        QCOMPARE(m_backend->asked.last().count(QLatin1Char(' ')), 2);
    }

    void trashIsEmptiedByOneButton()
    {
        QVERIFY(!button(QStringLiteral("Empty trash…")));
        putIntoTrash();
        goTo(QStringLiteral("Trash"));
        QTRY_VERIFY(button(QStringLiteral("Empty trash…")));
        m_backend->nextPurged = ui::Backend::Purged{1, 1, domain::ItemRef::of(MirrorFixture::fileId(1)),
                                                    domain::Error{domain::ErrorCode::RevisionConflict}};
        answerQuestion(0, QStringLiteral("Empty trash"), QStringLiteral("Delete all 2 item(s) in the trash permanently?"));
        QCOMPARE(m_backend->asked.last().count(QLatin1Char(' ')), 2);
        QCOMPARE(toast(), QStringLiteral("1 item(s) could not be deleted. It was changed on another computer meanwhile."));
        // Only the server can, and only in the trash.
        m_backend->session.state = session::State::Offline;
        Q_EMIT m_backend->sessionChanged(m_backend->session);
        QVERIFY(!button(QStringLiteral("Empty trash…"))->isEnabled());
        QCOMPARE(button(QStringLiteral("Empty trash…"))->toolTip(), QStringLiteral("You are offline. Only the server deletes for good"));
        goTo(QStringLiteral("All files"));
        QVERIFY(!button(QStringLiteral("Empty trash…")));
        QVERIFY(!actionCalled(QStringLiteral("Delete permanently…"))->isEnabled());
    }

    void theSideBarIsEnteredWhereOneIs()
    {
        const auto enter = [this] {
            const auto *bar = m_window->findChild<ui::SideBar *>();
            for (int areas = 0; areas < 9; ++areas) {
                press(Qt::Key_F6);
                if (bar->isAncestorOf(QApplication::focusWidget()))
                    return qobject_cast<QAbstractButton *>(QApplication::focusWidget())->text();
            }
            return QString();
        };
        QCOMPARE(enter(), QStringLiteral("All files"));
        goTo(QStringLiteral("Recent"));
        browse()->list()->setFocus();
        QCOMPARE(enter(), QStringLiteral("Recent"));
        m_window->findChild<ui::SideBar *>()->setCurrent({}); // a place that has no entry
        browse()->list()->setFocus();
        QCOMPARE(enter(), QStringLiteral("All files"));
    }

    void whatIsCopiedGoesUpAgain()
    {
        m_backend->openedPath = QStringLiteral("/profile/open/1/notes.md");
        select(notes());
        press(Qt::Key_C, Qt::ControlModifier);
        visit(0);
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(m_backend->asked.size() == 2 && m_backend->asked.last().startsWith(QStringLiteral("upload /profile/open/1/notes.md")));
        QVERIFY(m_backend->asked.last().contains(domain::toText(MirrorFixture::folderId(1))));
        // A second time, too.
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_backend->asked.size(), 4);
    }

    void otherProgramsGetThePathsOfWhatIsHere()
    {
        // Not here: what it is called for us, and nothing for others.
        select(notes());
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(!ui::unpackItems(QGuiApplication::clipboard()->mimeData()).isEmpty());
        QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasUrls());
        QVERIFY(m_backend->asked.isEmpty());
        keepHere(1);
        m_backend->openedPath = QStringLiteral("/profile/open/1/no tes.md");
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->hasUrls());
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(m_backend->openedPath)});
        QCOMPARE(data->data(QStringLiteral("x-special/gnome-copied-files")), QByteArray("copy\nfile:///profile/open/1/no%20tes.md"));
        QCOMPARE(ui::unpackItems(data).size(), 1);
    }

    void filesOfOtherProgramsGoUp()
    {
        auto data = std::make_unique<QMimeData>();
        data->setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a b.txt"))});
        QGuiApplication::clipboard()->setMimeData(data.release());
        visit(0);
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_backend->asked, QStringList{QStringLiteral("upload /tmp/a b.txt to ") + domain::toText(MirrorFixture::folderId(1))});
    }

    void picturesAndWordsBecomeFiles()
    {
        QImage image(3, 2, QImage::Format_RGB32);
        image.fill(Qt::red);
        QGuiApplication::clipboard()->setImage(image);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_backend->asked.size(), 1);
        const QRegularExpression name(QStringLiteral("^make Pasted image \\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.png in "));
        QVERIFY2(name.match(m_backend->asked.first()).hasMatch(), qPrintable(m_backend->asked.first()));
        QCOMPARE(QImage::fromData(m_backend->made, "PNG").size(), image.size());
        QGuiApplication::clipboard()->setText(QStringLiteral("Grüße"));
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(m_backend->asked.last().contains(QStringLiteral(".txt in ")), qPrintable(m_backend->asked.last()));
        QCOMPARE(QString::fromUtf8(m_backend->made), QStringLiteral("Grüße"));
        QGuiApplication::clipboard()->clear();
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_backend->asked.size(), 2);
        QVERIFY(m_window->findChild<ui::Toast *>()->isVisible());
    }

    void pastingIntoAFieldIsTheFields()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("sheet"));
        press(Qt::Key_F, Qt::ControlModifier);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(field->text(), QStringLiteral("sheet"));
        QVERIFY(m_backend->asked.isEmpty());
    }

    void movesToAFolderOfTheTree()
    {
        select(notes());
        press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m_window->findChild<ui::MoveDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *tree = dialog->findChild<QTreeView *>();
        const QModelIndex all = tree->model()->index(0, 0);
        QTRY_COMPARE(tree->model()->rowCount(all), 2);
        // Only with the keys: down into the tree, open the first folder, its first, move.
        auto *field = dialog->findChild<QLineEdit *>();
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(tree->hasFocus());
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Right);
        QTRY_COMPARE(tree->model()->rowCount(tree->currentIndex()), 1);
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("Sheets"));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(m_backend->asked, QStringList{moved(notes(), 3)});
        QTRY_VERIFY(!m_window->findChild<ui::MoveDialog *>());
    }

    void movesToAFolderThatIsSearchedFor()
    {
        select(notes());
        press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m_window->findChild<ui::MoveDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("shee"));
        auto *tree = dialog->findChild<QTreeView *>();
        QTRY_COMPARE(tree->model()->index(0, 0).data().toString(), QStringLiteral("Sheets"));
        QTRY_COMPARE(tree->currentIndex().row(), 0);
        const auto buttons = dialog->findChildren<QPushButton *>();
        const auto move = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->isDefault(); });
        QVERIFY(move != buttons.cend());
        QTest::mouseClick(*move, Qt::LeftButton);
        QCOMPARE(m_backend->asked, QStringList{moved(notes(), 3)});
    }

    void aFolderIsNotMovedIntoItself()
    {
        select(domain::toBlob(MirrorFixture::folderId(1)));
        press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m_window->findChild<ui::MoveDialog *>();
        QVERIFY(dialog);
        auto *tree = dialog->findChild<QTreeView *>();
        const QModelIndex all = tree->model()->index(0, 0);
        QTRY_COMPARE(tree->model()->rowCount(all), 2);
        const QModelIndex itself = tree->model()->index(0, 0, all);
        QVERIFY(!(itself.flags() & Qt::ItemIsEnabled));
        QVERIFY(!tree->model()->hasChildren(itself));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("sheets"));
        QTRY_COMPARE(tree->model()->rowCount(), 0); // it lies in what is to be moved
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(m_backend->asked.isEmpty());
    }

    void goesToAPath()
    {
        press(Qt::Key_L, Qt::ControlModifier);
        QLineEdit *field = nullptr;
        QTRY_VERIFY((field = qobject_cast<QLineEdit *>(QApplication::focusWidget())) && field->text() == QStringLiteral("/"));
        QVERIFY(!m_window->findChild<ui::Breadcrumb *>()->isVisible());
        QTest::keyClick(field, Qt::Key_End);
        QTest::keyClicks(field, QStringLiteral("al"));
        // What continues the letters is offered; Tab takes it, and goes on with what is in it.
        const auto *completer = field->findChild<QCompleter *>();
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Tab);
        QCOMPARE(field->text(), QStringLiteral("/Algorithms/"));
        QTRY_COMPARE(completer->popup()->model()->rowCount(), 2);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(rows(), (QStringList{QStringLiteral("Sheets"), QStringLiteral("sheet.pdf")}));
        QVERIFY(m_window->findChild<ui::Breadcrumb *>()->isVisible());
        QVERIFY(browse()->list()->hasFocus());
    }

    void aPathThatIsNotThereIsSaid()
    {
        press(Qt::Key_L, Qt::ControlModifier);
        QLineEdit *field = nullptr;
        QTRY_VERIFY((field = qobject_cast<QLineEdit *>(QApplication::focusWidget())) && field->text() == QStringLiteral("/"));
        field->setText(QStringLiteral("/Algorithm"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(field->property("error").toBool());
        QVERIFY(field->accessibleDescription().contains(QStringLiteral("“/Algorithm”")));
        QVERIFY(field->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QCOMPARE(rows(), root());
    }

    void theMenuHasTheOrderOfTheDesign()
    {
        select(notes());
        QContextMenuEvent wish(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(browse()->list()->viewport(), &wish);
        const QStringList texts = menuTexts();
        const QStringList order{QStringLiteral("Open"), QStringLiteral("Share link…"), QStringLiteral("Keep offline"),
                                QStringLiteral("Download a copy…"), QStringLiteral("Copy"), QStringLiteral("Move to…"),
                                QStringLiteral("Rename"), QStringLiteral("Proof of upload"), QStringLiteral("Details"),
                                QStringLiteral("Move to trash")};
        qsizetype last = -1;
        for (const QString &text : order) {
            QVERIFY2(texts.indexOf(text) > last, qPrintable(text + QStringLiteral(" in ") + texts.join(QStringLiteral(", "))));
            last = texts.indexOf(text);
        }
    }

    void whatCannotBeDoneNowSaysWhy()
    {
        m_backend->session.state = session::State::Offline;
        Q_EMIT m_backend->sessionChanged(m_backend->session);
        select(notes());
        const QAction *share = actionCalled(QStringLiteral("Share link…"));
        QVERIFY(!share->isEnabled());
        QCOMPARE(share->toolTip(), QStringLiteral("You are offline. Links are made by the server"));
        m_backend->session.state = session::State::Online;
        Q_EMIT m_backend->sessionChanged(m_backend->session);
        QVERIFY(share->isEnabled());
        select(domain::toBlob(MirrorFixture::folderId(1)));
        const QAction *copy = actionCalled(QStringLiteral("Copy"));
        QVERIFY(!copy->isEnabled());
        QCOMPARE(copy->toolTip(), QStringLiteral("Folders can be moved, but not copied"));
    }

    void theProofIsOfOneFile()
    {
        QAction *proof = actionCalled(QStringLiteral("Proof of upload"));
        select(domain::toBlob(MirrorFixture::folderId(1)));
        QVERIFY(!proof->isEnabled());
        browse()->list()->selectIds({notes(), domain::toBlob(MirrorFixture::folderId(1))});
        QVERIFY(!proof->isEnabled());
        select(notes());
        QVERIFY(proof->isEnabled());
        proof->trigger();
        QTRY_VERIFY(m_window->findChild<ui::ProofDialog *>());
        QTest::keyClick(m_window->findChild<ui::ProofDialog *>(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<ui::ProofDialog *>());
    }

    void whatIsOutOfSightCannotBeTrashed()
    {
        select(notes());
        goTo(QStringLiteral("Shared links"));
        press(Qt::Key_Delete);
        press(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(m_backend->asked.isEmpty());
        goTo(QStringLiteral("All files"));
        QTRY_COMPARE(browse()->list()->model()->rowCount(), 3);
        select(notes());
        press(Qt::Key_Delete);
        QCOMPARE(m_backend->asked, QStringList{QStringLiteral("trash ") + domain::toText(MirrorFixture::fileId(1))});
    }

    void whatWasDraggedFromAFolderThatWasLeftArrives()
    {
        // Sprung open on the way: the rows of the folder it comes from are gone.
        visit(0);
        Q_EMIT browse()->itemsMoved({notes()}, {});
        QTRY_COMPARE(m_backend->asked, QStringList{moved(notes(), 1)});
    }

private:
    [[nodiscard]] ui::BrowsePage *browse() const { return m_window->findChild<ui::BrowsePage *>(); }
    [[nodiscard]] static QByteArray notes() { return domain::toBlob(MirrorFixture::fileId(1)); }
    [[nodiscard]] static QStringList root() { return {QStringLiteral("Algorithms"), QStringLiteral("Biology"), QStringLiteral("notes.md")}; }

    [[nodiscard]] static QString moved(const QByteArray &id, int folder)
    {
        return QStringLiteral("move %1 to %2").arg(domain::toText(domain::fromBlob<domain::FileId>(id)), domain::toText(MirrorFixture::folderId(folder)));
    }

    [[nodiscard]] QStringList rows() const
    {
        QStringList names;
        const QAbstractItemModel *model = browse()->list()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }

    void putIntoTrash()
    {
        quint8 number = 0;
        for (const domain::ItemRef item : {domain::ItemRef::of(MirrorFixture::folderId(2)), domain::ItemRef::of(MirrorFixture::fileId(1))}) {
            QVERIFY(m_mirror->writer().queueOperation({.id = domain::OperationId({++number}), .kind = domain::OperationKind::Trash, .target = item,
                                                       .createdAt = m_clock.now() + std::chrono::minutes(number)}));
        }
        Q_EMIT m_backend->mirrorChanged(m_mirror->writer().takeChange());
    }

    /// Presses Shift and KEY, or (0) the button of the trash, and answers what is asked.
    void answerQuestion(int key, const QString &answer, const QString &question)
    {
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow()); // a window that is not active has no shortcuts
        if (key)
            press(key, Qt::ShiftModifier);
        else
            button(QStringLiteral("Empty trash…"))->click();
        QPointer<QMessageBox> box; // the one before is gone
        QTRY_VERIFY((box = m_window->findChild<QMessageBox *>()) && box->isVisible());
        QCOMPARE(box->text(), question);
        QVERIFY(box->informativeText().startsWith(QStringLiteral("This cannot be undone.")));
        QCOMPARE(box->defaultButton()->text().remove(QLatin1Char('&')), QStringLiteral("Cancel"));
        for (QAbstractButton *one : box->buttons()) {
            if (one->text().remove(QLatin1Char('&')) == answer)
                one->click();
        }
        QTRY_VERIFY(!box);
    }

    [[nodiscard]] QString toast() const { return m_window->findChild<ui::Toast *>()->findChild<QLabel *>()->text(); }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : browse()->findChildren<QPushButton *>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }

    void select(const QByteArray &id) { browse()->list()->selectIds({id}); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), Qt::Key(key), modifiers); }

    void goTo(const QString &name)
    {
        const auto places = m_window->findChild<ui::SideBar *>()->findChildren<QAbstractButton *>();
        const auto place = std::find_if(places.cbegin(), places.cend(), [&](const QAbstractButton *one) { return one->text() == name; });
        QVERIFY(place != places.cend());
        QTest::mouseClick(*place, Qt::LeftButton);
    }

    void visit(int row)
    {
        Q_EMIT browse()->list()->opened(browse()->list()->model()->index(row, 0));
        QTRY_VERIFY(rows() != root());
    }

    void keepHere(int file)
    {
        mirror::ContentRow content{.fileId = MirrorFixture::fileId(file), .sha256 = QByteArray(32, 'x'), .size = 1000, .pinned = true, .present = true};
        QVERIFY(m_mirror->writer().setContent(content));
        Q_EMIT m_backend->mirrorChanged(m_mirror->writer().takeChange());
        const QModelIndex row = browse()->list()->model()->index(2, 0);
        QTRY_VERIFY(row.data(ui::AvailableRole).toBool());
    }

    [[nodiscard]] QAction *actionCalled(const QString &text) const
    {
        const auto actions = m_window->actions();
        const auto found = std::find_if(actions.cbegin(), actions.cend(), [&](const QAction *action) { return action->text() == text; });
        return found == actions.cend() ? nullptr : *found;
    }

    [[nodiscard]] QStringList menuTexts() const
    {
        QStringList texts;
        for (const QMenu *menu : browse()->findChildren<QMenu *>()) {
            if (!menu->isVisible())
                continue;
            for (const QAction *action : menu->actions())
                texts << action->text();
        }
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<support::Settings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
    support::SystemClock m_clock;
};

QTEST_MAIN(FileActionsTest)
#include "tst_file_actions.moc"
