#include "ui/mainwindow/main_window.h"

#include "ui/account/sign_in_page.h"
#include "ui/browse/browse_page.h"
#include "ui/common/appearance.h"
#include "ui/common/banner.h"
#include "ui/common/resources.h"
#include "ui/common/toast.h"
#include "ui/details/details_pane.h"
#include "ui/models/change_list_model.h"
#include "ui/transfers/changes_dialog.h"
#include "ui/transfers/history_dialog.h"
#include "ui/transfers/status_bar.h"
#include "ui/transfers/transfers_panel.h"
#include "ui/transfers/upload_question.h"
#include "shortcut_sheet.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/mirror_fixture.h"

#include <QAccessible>
#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace learnlab;
using tests::FakeBackend;
using tests::MirrorFixture;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void asksToSignInWhenNobodyIs();
    void keepsWhatWasTypedWhenThePasswordIsWrong();
    void saysWhyAServerIsNone();
    void showsTheFilesOfTheAccount();
    void opensAFolderAndComesBack();
    void trashesWithAWayBack();
    void takesBackWhatWasDone();
    void uploadsWhatWasDropped();
    void uploadsWhatItWasStartedWith();
    void asksOnceWhenNamesAreTaken();
    void showsTheChangesThatWait();
    void downloadsASelectionIntoAFolder();
    void wipesASharedComputerWhenItCloses();
    void changesNameAndPasswordAndEndsSessions();
    void worksByKeys();
    void isNamedForAssistance();
    void searchesAsOneTypes();
    void tellsOfBeingOffline();
    void showsAndHidesTheTransfers();
    void cutsNothingInTheStatusBar();
    void showsTheDetailsBelowTheBar();

private:
    void signIn();
    [[nodiscard]] ui::BrowsePage *browse() const { return m_window->findChild<ui::BrowsePage *>(); }
    [[nodiscard]] ui::SignInPage *page() const { return m_window->findChild<ui::SignInPage *>(); }
    [[nodiscard]] QStringList rows() const;
    void waitForRows(const QStringList &expected);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<support::Settings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
    support::SystemClock m_clock;
};

void MainWindowTest::initTestCase()
{
    ui::initResources();
    m_appearance = std::make_unique<ui::Appearance>();
}

void MainWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_mirror = std::make_unique<MirrorFixture>();
    m_mirror->apply({.folders = {m_mirror->folder(1, QStringLiteral("Algorithms"))},
                     .files = {m_mirror->file(1, QStringLiteral("notes.md")),
                               m_mirror->file(2, QStringLiteral("sheet.pdf"), MirrorFixture::folderId(1))}});
    m_backend = std::make_unique<FakeBackend>();
    m_settings = std::make_unique<support::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_window = std::make_unique<ui::MainWindow>(*m_backend, *m_settings, m_clock);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_backend.reset();
    m_mirror.reset();
}

void MainWindowTest::signIn()
{
    m_backend->currentAccount = ui::Backend::Account{QStringLiteral("learnlab.example.edu"), {.username = QStringLiteral("maya")}};
    m_backend->pool = &m_mirror->pool();
    m_backend->session.state = session::State::Online;
    Q_EMIT m_backend->accountChanged();
    waitForRows({QStringLiteral("Algorithms"), QStringLiteral("notes.md")});
}

QStringList MainWindowTest::rows() const
{
    QStringList names;
    const QAbstractItemModel *model = browse()->list()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data().toString();
    return names;
}

void MainWindowTest::waitForRows(const QStringList &expected)
{
    QTRY_COMPARE(rows(), expected);
}

void MainWindowTest::asksToSignInWhenNobodyIs()
{
    QVERIFY(!page()->isVisible()); // the engine has not said yet
    m_window->setServerHint(QStringLiteral("https://files.example.edu"));
    m_window->engineStarted();
    QVERIFY(page()->isVisible());
    Q_EMIT page()->signInRequested(QStringLiteral("https://files.example.edu"), QStringLiteral("maya@example.edu"), QStringLiteral("secret"));
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("sign in https://files.example.edu maya@example.edu")});
}

void MainWindowTest::keepsWhatWasTypedWhenThePasswordIsWrong()
{
    m_window->engineStarted();
    page()->setEmail(QStringLiteral("maya@example.edu"));
    m_backend->next = domain::Error{domain::ErrorCode::BadCredentials};
    Q_EMIT page()->signInRequested(QStringLiteral("https://files.example.edu"), QStringLiteral("maya@example.edu"), QStringLiteral("wrong"));
    const auto fields = page()->findChildren<QLineEdit *>();
    QVERIFY(std::any_of(fields.cbegin(), fields.cend(), [](const QLineEdit *field) { return field->text() == QStringLiteral("maya@example.edu"); }));
    const auto labels = page()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("is not right")); }));
}

void MainWindowTest::saysWhyAServerIsNone()
{
    m_window->engineStarted();
    m_backend->next = domain::Error{domain::ErrorCode::NotALearnLabServer};
    Q_EMIT page()->signInRequested(QStringLiteral("https://example.com"), QStringLiteral("maya@example.edu"), QStringLiteral("x"));
    const auto labels = page()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("Your password was not sent"));
    }));
}

void MainWindowTest::showsTheFilesOfTheAccount()
{
    m_window->engineStarted();
    signIn();
    QVERIFY(browse()->isVisible());
    QVERIFY(!page()->isVisible());
    QVERIFY(!browse()->banner()->isVisible());
}

void MainWindowTest::opensAFolderAndComesBack()
{
    signIn();
    Q_EMIT browse()->list()->opened(browse()->list()->model()->index(0, 0));
    waitForRows({QStringLiteral("sheet.pdf")});
    Q_EMIT browse()->backRequested();
    waitForRows({QStringLiteral("Algorithms"), QStringLiteral("notes.md")});
    Q_EMIT browse()->forwardRequested();
    waitForRows({QStringLiteral("sheet.pdf")});
    Q_EMIT browse()->list()->upRequested();
    waitForRows({QStringLiteral("Algorithms"), QStringLiteral("notes.md")});
    // Where one was stays under the hand.
    QTRY_COMPARE(browse()->list()->selectedCount(), 1);
    QCOMPARE(browse()->list()->currentIndex().data().toString(), QStringLiteral("Algorithms"));
}

void MainWindowTest::trashesWithAWayBack()
{
    signIn();
    const QByteArray id = domain::toBlob(MirrorFixture::fileId(1));
    browse()->list()->selectIds({id});
    const auto actions = m_window->actions();
    const auto trash = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *action) { return action->shortcut() == Qt::Key_Delete; });
    QVERIFY(trash != actions.cend());
    QVERIFY((*trash)->isEnabled());
    (*trash)->trigger();
    const QString file = domain::toText(MirrorFixture::fileId(1));
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("trash %1").arg(file)});
    auto *toast = m_window->findChild<ui::Toast *>();
    QVERIFY(toast->isVisible());
    Q_EMIT toast->actionTriggered();
    QCOMPARE(m_backend->asked.last(), QStringLiteral("undo the last"));
}

void MainWindowTest::takesBackWhatWasDone()
{
    signIn();
    const auto actions = m_window->actions();
    const auto find = [&](const QKeySequence &keys) {
        const auto found = std::find_if(actions.cbegin(), actions.cend(), [&](const QAction *action) { return action->shortcut() == keys; });
        return found == actions.cend() ? nullptr : *found;
    };
    QAction *undo = find(QKeySequence(QKeySequence::Undo));
    QAction *redo = find(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QVERIFY(undo && !undo->isEnabled() && redo && !redo->isEnabled());
    const domain::Operation rename{.id = domain::OperationId({1}), .kind = domain::OperationKind::Rename,
                                   .target = domain::ItemRef::of(MirrorFixture::fileId(1)), .name = QStringLiteral("renamed.md")};
    QVERIFY(m_mirror->writer().queueOperation(rename));
    Q_EMIT m_backend->mirrorChanged(m_mirror->writer().takeChange());
    QTRY_COMPARE(undo->text(), QStringLiteral("Undo rename of “notes.md”"));
    undo->trigger();
    QCOMPARE(m_backend->asked.last(), QStringLiteral("undo the last"));
    const domain::ActionId action(rename.id.bytes());
    QVERIFY(m_mirror->writer().beginUndo(action, domain::ActionId({2}), {}));
    Q_EMIT m_backend->mirrorChanged(m_mirror->writer().takeChange());
    QTRY_COMPARE(redo->text(), QStringLiteral("Redo rename of “notes.md”"));
    QVERIFY(!undo->isEnabled());
    redo->trigger();
    QCOMPARE(m_backend->asked.last(), QStringLiteral("redo the last"));
    // The list of what was done, with the same for each.
    const auto history = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *one) { return one->text() == QStringLiteral("History…"); });
    QVERIFY(history != actions.cend());
    (*history)->trigger();
    auto *dialog = m_window->findChild<ui::HistoryDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *list = dialog->findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("“notes.md” renamed to “renamed.md”"));
    QCOMPARE(list->model()->index(0, 0).data(ui::ChangeStateRole).toString(), QStringLiteral("Undone"));
    QVERIFY(!list->accessibleName().isEmpty());
    const auto buttons = dialog->findChildren<QPushButton *>();
    const auto redoIt = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->text() == QStringLiteral("Undo"); });
    QVERIFY(redoIt != buttons.cend() && !(*redoIt)->isEnabled()); // nothing is selected
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE((*redoIt)->text(), QStringLiteral("Redo"));
    QTest::mouseClick(*redoIt, Qt::LeftButton);
    QCOMPARE(m_backend->asked.last(), QStringLiteral("redo ") + domain::toText(action));
    // What cannot be taken back is said, and why.
    m_backend->next = domain::Error{domain::ErrorCode::FormerContentGone};
    redo->trigger();
    QVERIFY(m_window->findChild<ui::Toast *>()->isVisible());
}

void MainWindowTest::uploadsWhatWasDropped()
{
    signIn();
    Q_EMIT browse()->urlsDropped({QUrl::fromLocalFile(QStringLiteral("/tmp/a b.txt")), QUrl(QStringLiteral("https://example.com/x"))}, {});
    const QString root = domain::toText(domain::rootFolder);
    QTRY_COMPARE(m_backend->asked, QStringList{QStringLiteral("upload /tmp/a b.txt to %1").arg(root)});
    Q_EMIT browse()->urlsDropped({QUrl::fromLocalFile(QStringLiteral("/tmp/c"))}, domain::toBlob(MirrorFixture::folderId(1)));
    QTRY_COMPARE(m_backend->asked.last(), QStringLiteral("upload /tmp/c to %1").arg(domain::toText(MirrorFixture::folderId(1))));
}

void MainWindowTest::uploadsWhatItWasStartedWith()
{
    m_window->uploadFiles({"/tmp/early"});
    QVERIFY(m_backend->asked.isEmpty());
    signIn();
    const QString root = domain::toText(domain::rootFolder);
    QTRY_COMPARE(m_backend->asked, QStringList{QStringLiteral("upload /tmp/early to %1").arg(root)});
    m_window->uploadFiles({"/tmp/late"});
    QTRY_COMPARE(m_backend->asked.last(), QStringLiteral("upload /tmp/late to %1").arg(root));
    // What has gone up is not asked for again.
    Q_EMIT m_backend->accountChanged();
    QCOMPARE(m_backend->asked.size(), 2);
}

void MainWindowTest::asksOnceWhenNamesAreTaken()
{
    signIn();
    m_backend->nextSurvey = {.files = 3, .bytes = 3000, .present = 2, .presentExamples = {"/tmp/a.txt"}};
    Q_EMIT browse()->urlsDropped({QUrl::fromLocalFile(QStringLiteral("/tmp/x"))}, {});
    QTRY_VERIFY(m_window->findChild<ui::UploadQuestion *>());
    auto *question = m_window->findChild<ui::UploadQuestion *>();
    QVERIFY(question->isVisible());
    QVERIFY(m_backend->asked.isEmpty());
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_COMPARE(m_backend->asked.size(), 1);
    QVERIFY(m_backend->asked.first().endsWith(QStringLiteral(", keep both")));
    // Nothing taken, nothing large: no question.
    m_backend->nextSurvey = {.files = 3, .bytes = 3000};
    Q_EMIT browse()->urlsDropped({QUrl::fromLocalFile(QStringLiteral("/tmp/y"))}, {});
    QTRY_COMPARE(m_backend->asked.size(), 2);
}

void MainWindowTest::showsTheChangesThatWait()
{
    signIn();
    const domain::Operation rename{.id = domain::OperationId({1}), .kind = domain::OperationKind::Rename,
                                   .target = domain::ItemRef::of(MirrorFixture::fileId(1)), .name = QStringLiteral("renamed.md")};
    const domain::Operation trash{.id = domain::OperationId({2}), .kind = domain::OperationKind::Trash,
                                  .target = domain::ItemRef::of(MirrorFixture::folderId(1))};
    QVERIFY(m_mirror->writer().queueOperation(rename));
    QVERIFY(m_mirror->writer().queueOperation(trash));
    m_backend->session.state = session::State::Offline;
    Q_EMIT m_backend->sessionChanged(m_backend->session);
    Q_EMIT m_backend->mirrorChanged(m_mirror->writer().takeChange());
    QTRY_COMPARE(browse()->banner()->message().actions.size(), 2);
    Q_EMIT browse()->banner()->actionTriggered(QStringLiteral("show-changes"));
    auto *dialog = m_window->findChild<ui::ChangesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *list = dialog->findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 2);
    list->setCurrentIndex(list->model()->index(0, 0));
    const auto buttons = dialog->findChildren<QPushButton *>();
    const auto withdraw = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->text() == QStringLiteral("Withdraw"); });
    QVERIFY(withdraw != buttons.cend());
    QTest::mouseClick(*withdraw, Qt::LeftButton);
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("withdraw ") + domain::toText(rename.id)});
    // The server refuses the other one: it stays, with its reason and another way.
    QVERIFY(m_mirror->writer().forgetOperation(rename.id));
    QVERIFY(m_mirror->writer().finishOperation({.id = trash.id, .error = domain::Error{domain::ErrorCode::RevisionConflict}}));
    Q_EMIT m_backend->mirrorChanged(m_mirror->writer().takeChange());
    QTRY_VERIFY(list->model()->rowCount() == 1 && list->model()->index(0, 0).data(ui::ChangeRefusedRole).toBool());
    QVERIFY(list->model()->index(0, 0).data(ui::ChangeStateRole).toString().contains(QStringLiteral("changed on another computer")));
    list->setCurrentIndex(list->model()->index(0, 0));
    // Both sides are in sight.
    const auto isShown = [dialog](const QString &fact) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->isVisible() && label->text() == fact; });
    };
    for (const QString &fact : {QStringLiteral("Your change"), QStringLiteral("On the server"), QStringLiteral("You, on this computer"),
                                QStringLiteral("You, on another computer"), QStringLiteral("Trash")})
        QTRY_VERIFY2(isShown(fact), qPrintable(fact));
    const auto again = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) { return button->text() == QStringLiteral("Try again"); });
    QVERIFY(again != buttons.cend() && (*again)->isVisible());
    QTest::mouseClick(*again, Qt::LeftButton);
    QCOMPARE(m_backend->asked.last(), QStringLiteral("again ") + domain::toText(trash.id));
}

void MainWindowTest::downloadsASelectionIntoAFolder()
{
    signIn();
    browse()->list()->selectAll();
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QFileDialog *>());
    auto *dialog = m_window->findChild<QFileDialog *>();
    QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
    Q_EMIT dialog->fileSelected(m_folder->path());
    QCOMPARE(m_backend->asked.size(), 1);
    QVERIFY(m_backend->asked.first().endsWith(QStringLiteral(" into ") + m_folder->path()));
    QVERIFY(m_backend->asked.first().contains(domain::toText(MirrorFixture::folderId(1))));
    dialog->close();
}

void MainWindowTest::wipesASharedComputerWhenItCloses()
{
    m_window->engineStarted();
    const auto radios = page()->findChildren<QRadioButton *>();
    QCOMPARE(radios.size(), 2);
    radios.last()->setChecked(true);
    Q_EMIT page()->signInRequested(QStringLiteral("https://files.example.edu"), QStringLiteral("maya@example.edu"), QStringLiteral("secret"));
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("sign in https://files.example.edu maya@example.edu shared")});
    m_backend->shared = true;
    signIn();
    m_backend->asked.clear();
    m_backend->summary.active = 2;
    m_backend->unsent = {QStringLiteral("report.docx")};
    m_window->close();
    QVERIFY(m_window->isVisible()); // two uploads are not through: a question first
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(box->informativeText().contains(QStringLiteral("report.docx")), "it was edited and is not on the server");
    m_backend->unsent.clear();
    QVERIFY(m_backend->asked.isEmpty());
    box->reject();
    m_backend->summary.active = 0;
    m_window->close();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("sign out and forget")});
    QTRY_VERIFY(!m_window->isVisible());
}

void MainWindowTest::changesNameAndPasswordAndEndsSessions()
{
    signIn();
    m_backend->nextSessions = {{.id = domain::SessionId({1}), .deviceInfo = QStringLiteral("here"), .current = true},
                               {.id = domain::SessionId({2}), .deviceInfo = QStringLiteral("library")}};
    m_window->showSettings(ui::SettingsDialog::Page::Devices);
    auto &dialog = *m_window->findChild<ui::SettingsDialog *>();
    const auto shown = [&](const QString &text) {
        const auto buttons = dialog.findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.cbegin(), buttons.cend(),
                                        [&](const QPushButton *button) { return button->isVisible() && button->text() == text; });
        return found == buttons.cend() ? nullptr : *found;
    };
    const auto press = [&](const QString &text) {
        QPushButton *button = shown(text);
        return button && (button->click(), true);
    };
    QTRY_VERIFY(shown(QStringLiteral("Sign out"))); // its row comes a little later
    QVERIFY(press(QStringLiteral("Sign out")));
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("end session ") + domain::toText(domain::SessionId({2}))});
    dialog.showPage(ui::SettingsDialog::Page::Account);
    QVERIFY(press(QStringLiteral("Change password")));
    QCOMPARE(m_backend->asked.size(), 1); // too short: said by the field
    const auto fields = dialog.findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->echoMode() == QLineEdit::Password)
            field->setText(QStringLiteral("long enough"));
    }
    QVERIFY(press(QStringLiteral("Change password")));
    QCOMPARE(m_backend->asked.last(), QStringLiteral("password long enough long enough"));
    for (QLineEdit *field : fields) {
        if (field->echoMode() == QLineEdit::Password)
            QVERIFY(field->text().isEmpty());
    }
}

void MainWindowTest::worksByKeys()
{
    signIn();
    ui::FileListView *list = browse()->list();
    list->setFocus(Qt::OtherFocusReason);
    // type-ahead, then open, then back up
    QTest::keyClick(list, Qt::Key_A);
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(list, Qt::Key_Return);
    waitForRows({QStringLiteral("sheet.pdf")});
    QTest::keyClick(m_window.get(), Qt::Key_Up, Qt::AltModifier);
    waitForRows({QStringLiteral("Algorithms"), QStringLiteral("notes.md")});
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    waitForRows({QStringLiteral("sheet.pdf")});
    QTest::keyClick(m_window.get(), Qt::Key_Home, Qt::AltModifier);
    waitForRows({QStringLiteral("Algorithms"), QStringLiteral("notes.md")});
    // rename in place, and take it back
    list->setFocus(Qt::OtherFocusReason);
    QTest::keyClick(list, Qt::Key_End);
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("better"));
    QTest::keyClick(editor, Qt::Key_Return);
    const QString file = domain::toText(MirrorFixture::fileId(1));
    QTRY_COMPARE(m_backend->asked, QStringList{QStringLiteral("rename %1 better.md").arg(file)});
    QVERIFY(m_mirror->writer().queueOperation({.id = domain::OperationId({1}), .kind = domain::OperationKind::Rename,
                                               .target = domain::ItemRef::of(MirrorFixture::fileId(1)), .name = QStringLiteral("better.md")}));
    Q_EMIT m_backend->mirrorChanged(m_mirror->writer().takeChange());
    waitForRows({QStringLiteral("Algorithms"), QStringLiteral("better.md")});
    QTRY_VERIFY((QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier), m_backend->asked.last() == QStringLiteral("undo the last")));
    // select all, delete, undo, new folder, refresh
    QTest::keyClick(m_window.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(list->selectedCount(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_Delete);
    QVERIFY(m_backend->asked.last().startsWith(QStringLiteral("trash ")));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_backend->asked.last(), QStringLiteral("undo the last"));
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_backend->asked.last(), QStringLiteral("create New folder"));
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(m_backend->asked.last(), QStringLiteral("refresh"));
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(!list->hasFocus());
    for (int areas = 0; areas < 8 && !list->hasFocus(); ++areas) // round through all that are shown
        QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(list->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY(m_window->findChild<ui::ShortcutSheet *>());
}

void MainWindowTest::isNamedForAssistance()
{
    signIn();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(browse()->list());
    QVERIFY(list && list->tableInterface());
    QTRY_VERIFY(browse()->list()->model()->index(1, 0).data().isValid());
    QAccessibleInterface *cell = list->tableInterface()->cellAt(1, 0);
    QVERIFY(cell);
    QVERIFY(cell->text(QAccessible::Name).startsWith(QStringLiteral("notes.md, Markdown, 1 KB")));
    QCOMPARE(cell->text(QAccessible::Description), QStringLiteral("2 of 2"));
    // Whatever can be pressed or typed into says what it is.
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool speaks = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget);
        if (!speaks || !widget->isVisible() || qobject_cast<QHeaderView *>(widget)) // a header speaks through its table
            continue;
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
        const auto *field = qobject_cast<QLineEdit *>(widget);
        const bool named = told && (!told->text(QAccessible::Name).isEmpty() || (field && !field->placeholderText().isEmpty()));
        QVERIFY2(named, widget->metaObject()->className());
    }
}

void MainWindowTest::searchesAsOneTypes()
{
    signIn();
    Q_EMIT browse()->searchChanged(QStringLiteral("shee"));
    waitForRows({QStringLiteral("sheet.pdf")});
    Q_EMIT browse()->searchLeft();
    waitForRows({QStringLiteral("Algorithms"), QStringLiteral("notes.md")});
}

void MainWindowTest::tellsOfBeingOffline()
{
    signIn();
    m_backend->session.state = session::State::Offline;
    Q_EMIT m_backend->sessionChanged(m_backend->session);
    QVERIFY(browse()->banner()->isVisible());
    Q_EMIT browse()->banner()->actionTriggered(QStringLiteral("try-again"));
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("refresh")});
    m_backend->session.state = session::State::Online;
    Q_EMIT m_backend->sessionChanged(m_backend->session);
    QVERIFY(!browse()->banner()->isVisible());
}

void MainWindowTest::showsAndHidesTheTransfers()
{
    signIn();
    auto *panel = m_window->findChild<ui::TransfersPanel *>();
    QVERIFY(!panel->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(panel->height() >= 160);
    m_backend->summary.active = 1;
    Q_EMIT panel->pauseAllRequested();
    m_backend->summary = {.paused = 1};
    Q_EMIT panel->pauseAllRequested();
    QCOMPARE(m_backend->asked, (QStringList{QStringLiteral("pause all"), QStringLiteral("resume all")}));
    Q_EMIT panel->collapseRequested();
    QVERIFY(!panel->isVisible());
}

void MainWindowTest::cutsNothingInTheStatusBar()
{
    m_backend->session.state = session::State::Online;
    m_backend->summary.active = 5;
    m_backend->summary.failed = 2;
    m_backend->summary.bytesTotal = 1'000'000;
    m_backend->summary.bytesDone = 400'000;
    m_backend->summary.bytesPerSecond = 24'000'000;
    QWidget host;
    host.resize(1400, 60);
    ui::StatusBar bar(*m_backend, m_clock, &host);
    bar.setCounts(16, 16);
    host.show();
    QSet<const QWidget *> seen;
    // From the narrowest window on; the button comes back with the panel closed, and wants its room from the others.
    for (int width = 584; width <= 1300; ++width) {
        bar.setPanelOpen(true);
        bar.resize(width, bar.height());
        bar.setPanelOpen(false);
        bar.layout()->activate();
        for (const QWidget *part : bar.findChildren<const QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (part->isHidden())
                continue;
            seen << part;
            const int needed = part->sizeHint().boundedTo(part->maximumSize()).width();
            QVERIFY2(part->width() >= needed, qPrintable(QStringLiteral("%1 at %2 is %3 and needs %4")
                                                             .arg(QLatin1String(part->metaObject()->className()))
                                                             .arg(width)
                                                             .arg(part->width())
                                                             .arg(needed)));
        }
    }
    QCOMPARE(seen.size(), 7); // all but the changes, of which there are none
}

void MainWindowTest::showsTheDetailsBelowTheBar()
{
    signIn();
    m_window->resize(1280, 800);
    const QRect before = browse()->list()->geometry();
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    auto *pane = m_window->findChild<ui::DetailsPane *>();
    QVERIFY(pane);
    QTRY_VERIFY(pane->isVisible() && browse()->list()->width() < before.width());
    const auto topOf = [this](const QWidget *part) { return part->mapTo(m_window.get(), QPoint()).y(); };
    QCOMPARE(topOf(pane), topOf(browse()->list()));
    const auto *upload = m_window->findChild<QPushButton *>(QStringLiteral("upload"));
    QVERIFY(upload && upload->isVisible());
    QVERIFY(topOf(pane) >= topOf(upload) + upload->height());
    QVERIFY(upload->mapTo(m_window.get(), QPoint()).x() > pane->mapTo(m_window.get(), QPoint()).x()); // above the pane
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(!pane->isVisible() && browse()->list()->width() == before.width());
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
