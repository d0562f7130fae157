#include "ui/mainwindow/main_window.h"

#include "account_controller.h"
#include "action_controller.h"
#include "areas.h"
#include "banner_message.h"
#include "browse_controller.h"
#include "change_controller.h"
#include "clipboard_controller.h"
#include "drag_controller.h"
#include "file_actions.h"
#include "kept_controller.h"
#include "move_controller.h"
#include "path_controller.h"
#include "preview_controller.h"
#include "shortcut_sheet.h"
#include "transfer_controller.h"
#include "trash_controller.h"
#include "view_controller.h"
#include "window_state.h"

#include "ui/common/fonts.h"
#include "ui/common/side_bar.h"
#include "ui/common/toast.h"
#include "ui/details/details_pane.h"
#include "ui/details/links_page.h"
#include "ui/models/error_text.h"
#include "ui/transfers/status_bar.h"
#include "ui/transfers/transfers_panel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace learnlab::ui {

namespace {

constexpr int railBelow = 860;

struct SideBarPlace
{
    const char *id;
    Place::View view;
};
constexpr SideBarPlace sideBarPlaces[] = {{"all", Place::View::Folder},
                                          {"recent", Place::View::Recent},
                                          {"by-type", Place::View::ByType},
                                          {"largest", Place::View::Largest},
                                          {"offline", Place::View::Offline},
                                          {"trash", Place::View::Trash}};

} // namespace

MainWindow::MainWindow(Backend &backend, support::Settings &settings, const support::Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_backend(backend)
    , m_settings(settings)
    , m_clock(clock)
    , m_files(new FileListModel(clock, this))
    , m_transfers(new TransferTreeModel(this))
    , m_changes(new ChangeListModel(clock, this))
    , m_actions(new FileActions(this))
    , m_pages(new QStackedWidget(this))
    , m_filesPage(new QWidget)
    , m_sideBar(new SideBar(m_filesPage))
    , m_splitter(new QSplitter(Qt::Vertical, m_filesPage))
    , m_views(new QStackedWidget(m_splitter))
    , m_browse(new BrowsePage(m_views))
    , m_links(new LinksPage(backend, clock, m_views))
    , m_details(new DetailsPane(backend, clock, m_browse))
    , m_panel(new TransfersPanel(*m_transfers, backend, m_splitter))
    , m_status(new StatusBar(backend, clock, m_filesPage))
    , m_toast(new Toast(m_filesPage))
{
    setWindowTitle(QStringLiteral("LearnLab"));
    setMinimumSize(640, 480);
    auto *signInPage = new SignInPage;
    m_pages->addWidget(new QWidget); // until the engine knows whether an account is open
    m_pages->addWidget(signInPage);
    connect(signInPage, &SignInPage::settingsRequested, this, [this] { showSettings(SettingsDialog::Page::Advanced); });
    m_pages->addWidget(m_filesPage);
    setCentralWidget(m_pages);
    arrange();

    m_account = new AccountController(backend, *signInPage, settings, this);
    m_browsing = new BrowseController(backend, *m_files, *m_browse, *m_actions, this);
    m_transferring = new TransferController(backend, *m_transfers, *m_panel, *m_status, clock, this);
    m_changing = new ChangeController(backend, *m_changes, this);
    m_keeping = new KeptController(backend, *m_browse, this);
    const auto *discarding = new TrashController(backend, *m_files, *m_browse, *m_browsing, *m_actions, this);
    connect(discarding, &TrashController::said, this, [this](const QString &text) { say(text); });
    m_acting = new ActionController(backend, *new ActionListModel(clock, this), *m_actions, this);
    auto *clipboard = new ClipboardController(backend, *m_files, *m_browsing, *m_actions, clock, this);
    connect(clipboard, &ClipboardController::said, this, [this](const QString &text) { say(text); });
    auto *dragging = new DragController(backend, *m_browse, *m_browsing, this);
    connect(dragging, &DragController::said, this, [this](const QString &text) { say(text); });
    m_moving = new MoveController(*m_browsing, *m_actions, this);
    m_paths = new PathController(*m_browse, *m_browsing, *m_actions, this);
    new ViewController(*m_browse, *m_actions, settings, this);
    new PreviewController(backend, *m_files, *m_browse, *m_details, *m_actions, clock, this);
    connectSideBar();
    connectActions();
    connectParts();
    connectChanges();
    connectDetails();
    connect(&backend, &Backend::accountChanged, this, &MainWindow::showAccount);
    connect(&backend, &Backend::sessionChanged, this, &MainWindow::showSession);
    connect(&backend, &Backend::syncChanged, this, &MainWindow::showSession);
    connect(&backend, &Backend::mirrorChanged, this, [this](const mirror::Change &change) {
        if (change.account || change.everything)
            showUser();
    });
    connect(&backend, &Backend::transfersChanged, this, [this] { m_files->setLiveNumbers(m_backend.liveNumbers()); });
    connect(&backend, &Backend::mirrorRebuilt, this, [this](int transfers, int operations) {
        m_toast->showText(tr("The list of files was damaged and is made anew. %n upload(s) and changes were kept.", nullptr,
                             transfers + operations));
    });
    // The session ends: there is nothing to come back from the tray to.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, [this] { m_quitting = true; });
    restoreWindow(*this, *m_splitter, settings);
    showTransfers(false);
    showDetails();
}

MainWindow::~MainWindow() = default;

void MainWindow::arrange()
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    arrangeDetails();
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_status);
    auto *row = new QHBoxLayout(m_filesPage);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addLayout(column, 1);
}

void MainWindow::connectSideBar()
{
    m_sideBar->setItems({
        {QStringLiteral("all"), QStringLiteral("nav-all-files"), tr("All files"), true, true},
        {QStringLiteral("recent"), QStringLiteral("nav-recent"), tr("Recent")},
        {QStringLiteral("by-type"), QStringLiteral("nav-by-type"), tr("By type")},
        {QStringLiteral("largest"), QStringLiteral("nav-largest"), tr("Largest")},
        {QStringLiteral("offline"), QStringLiteral("nav-offline"), tr("Available offline")},
        {QStringLiteral("links"), QStringLiteral("nav-shared-links"), tr("Shared links")},
        {QStringLiteral("trash"), QStringLiteral("nav-trash"), tr("Trash"), false, true},
    });
    m_sideBar->setCurrent(QStringLiteral("all"));
    connect(m_sideBar, &SideBar::activated, this, [this](const QString &id) {
        if (id == QLatin1String("links"))
            return showLinks();
        for (const SideBarPlace &place : sideBarPlaces) {
            if (id == QLatin1String(place.id))
                m_browsing->visit({.view = place.view});
        }
    });
    connect(m_sideBar, &SideBar::urlsDropped, this,
            [this](const QList<QUrl> &urls) { m_browsing->upload(urls, domain::rootFolder); });
    connect(m_sideBar, &SideBar::itemsDropped, this, [this](const QList<QByteArray> &ids, const QString &place) {
        m_browsing->resolve(ids, [this, trash = place == QLatin1String("trash")](const QList<domain::ItemRef> &items) {
            if (trash)
                m_browsing->trash(items);
            else
                m_browsing->move(items, domain::rootFolder);
        });
    });
    connect(m_sideBar, &SideBar::dropTargetChanged, m_browse, &BrowsePage::showDropTarget);
    connect(m_sideBar, &SideBar::accountMenuRequested, this, [this](const QPoint &position) { m_account->showMenu(position, this); });
    connect(m_browsing, &BrowseController::placeChanged, this, [this](const Place &place) {
        for (const SideBarPlace &item : sideBarPlaces) {
            if (item.view == place.view)
                m_sideBar->setCurrent(QLatin1String(item.id));
        }
    });
}

void MainWindow::connectActions()
{
    auto *menuKeys = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F10), this);
    connect(menuKeys, &QShortcut::activated, this, &openMenuOfFocus);
    connect(m_actions, &FileActions::triggered, this, [this](FileActions::Id id) {
        using enum FileActions::Id;
        switch (id) {
        case Transfers:
            return showTransfers(!m_panel->isVisible());
        case PauseAll:
            return m_transferring->togglePauseAll();
        case SideBar:
            return m_sideBar->setVisible(!m_sideBar->isVisible());
        case Undo:
            m_toast->hide();
            return m_acting->undoLast();
        case Redo:
            return m_acting->redoLast();
        case History:
            return m_acting->show();
        case Details:
            return wantDetails(!m_details->isVisible());
        case ShareLink:
            return shareLink();
        case CopyLink:
            return copyLink();
        case Proof:
            if (const auto selected = m_browsing->selectedRefs(); selected.size() == 1)
                showProof(selected.first().fileId());
            return;
        case NextArea:
            return goToArea(1);
        case PreviousArea:
            return goToArea(-1);
        case Changes:
            return m_changing->show();
        case Settings:
            return showSettings();
        case Shortcuts: {
            auto *sheet = new ShortcutSheet(*m_actions, this);
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            return sheet->show();
        }
        case Close:
            close();
            return;
        case Quit:
            return quit();
        default:
            return; // of the files
        }
    });
}

void MainWindow::goToArea(int step)
{
    QList<QWidget *> areas{m_sideBar};
    if (m_views->currentWidget() == m_links) {
        areas << m_links;
    } else {
        areas << m_browse << m_browse->banner(); // the page itself: its top bar
        for (QAbstractItemView *view : m_browse->findChildren<QAbstractItemView *>())
            areas << view; // of which one is shown
    }
    areas << m_details << m_panel << m_status;
    focusNextArea(areas, step);
}

void MainWindow::connectParts()
{
    connect(m_panel, &TransfersPanel::collapseRequested, this, [this] { showTransfers(false); });
    connect(m_panel, &TransfersPanel::showRequested, this,
            [this](const domain::Transfer &transfer) { m_browsing->reveal(transfer.folderId, domain::ItemRef::of(transfer.fileId)); });
    connect(m_status, &StatusBar::transfersRequested, this, [this] { showTransfers(true); });
    connect(m_status, &StatusBar::problemsRequested, this, [this] {
        showTransfers(true);
        m_panel->showTab(TransferTab::Failed);
    });
    connect(m_browsing, &BrowseController::retryRequested, this, [this](const domain::TransferId &id) { m_backend.retry(id); });
    connect(m_browsing, &BrowseController::conflictActivated, m_transferring, &TransferController::resolve);
    connect(m_browsing, &BrowseController::said, this, &MainWindow::say);
    connect(m_transferring, &TransferController::said, this, [this](const QString &text) { say(text); });
    connect(m_transferring, &TransferController::signInRequested, this, [this] { act(QLatin1String(bannerAction::signIn)); });
    connect(m_transferring, &TransferController::uploadHereRequested, m_browsing,
            [this](const QByteArray &localPath) { m_browsing->uploadHere({localPath}); });
    connect(m_account, &AccountController::signedIn, this, &MainWindow::showAccount);
    connect(m_account, &AccountController::said, this, [this](const QString &text) { say(text); });
    connect(m_account, &AccountController::settingsRequested, this, [this] { showSettings(); });
    connect(m_browse->banner(), &Banner::actionTriggered, this, &MainWindow::act);
    connect(m_browsing, &BrowseController::placeChanged, m_keeping, &KeptController::setPlace);
    connect(m_keeping, &KeptController::said, this, [this](const QString &text) { say(text); });
}

void MainWindow::connectChanges()
{
    connect(m_changes, &ChangeListModel::countsChanged, this, [this] {
        m_status->setChanges(m_changes->waiting(), m_changes->refused());
        m_panel->setChangesWaiting(m_changes->waiting());
        m_files->setWaiting(m_changes->waitingByItem());
        showSession();
    });
    connect(m_status, &StatusBar::changesRequested, m_changing, &ChangeController::show);
    connect(m_browsing, &BrowseController::changesRequested, m_changing, &ChangeController::show);
    connect(m_changing, &ChangeController::said, this, [this](const QString &text) { say(text); });
    connect(m_changing, &ChangeController::showRequested, m_browsing, &BrowseController::reveal);
    connect(m_acting, &ActionController::said, this, [this](const QString &text) { say(text); });
    connect(m_acting, &ActionController::showRequested, m_browsing, &BrowseController::reveal);
}

void MainWindow::say(const QString &text, bool undoable)
{
    m_toast->disconnect(this);
    m_toast->showText(text, undoable ? tr("Undo") : QString());
    if (undoable)
        connect(m_toast, &Toast::actionTriggered, m_acting, &ActionController::undoLast);
}

void MainWindow::act(const QString &action)
{
    if (action == QLatin1String(bannerAction::tryAgain))
        return m_backend.refresh();
    if (action == QLatin1String(bannerAction::showChanges))
        return m_changing->show();
    m_account->prepareAgain();
    m_pages->setCurrentIndex(1);
}

void MainWindow::setServerHint(const QString &server)
{
    m_serverHint = server;
    if (!server.isEmpty())
        m_account->setServer(server);
}

void MainWindow::engineStarted()
{
    m_started = true;
    if (!m_backend.account())
        m_account->prepareFirst();
    showAccount();
}

void MainWindow::showStartError(const domain::Error &error)
{
    m_toast->showText(errorText(error).sentence());
}

void MainWindow::showTransfers(bool shown)
{
    m_panel->setVisible(shown);
    // A window that was closed without the panel remembers no height for it.
    if (shown && m_splitter->sizes().value(1) <= m_panel->minimumHeight())
        m_splitter->setSizes({m_splitter->height() - m_panel->sizeHint().height(), m_panel->sizeHint().height()});
    m_status->setVisible(!shown);
    m_status->setPanelOpen(shown);
    m_toast->setFoot(shown ? 16 : m_status->height() + 16);
}

void MainWindow::setRail()
{
    m_sideBar->setRail(width() / textScale() < railBelow);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    setRail();
    showDetails();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (staysInTray()) {
        event->ignore();
        remember();
        hide();
        return;
    }
    if (m_backend.isShared() && !m_wiped) {
        event->ignore();
        return askBeforeWiping();
    }
    remember();
    event->accept();
    Q_EMIT closed();
}

} // namespace learnlab::ui
