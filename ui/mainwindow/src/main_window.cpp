#include "ui/mainwindow/main_window.h"

#include "account_controller.h"
#include "banner_message.h"
#include "browse_controller.h"
#include "file_actions.h"
#include "transfer_controller.h"
#include "window_state.h"

#include "ui/common/fonts.h"
#include "ui/common/side_bar.h"
#include "ui/common/toast.h"
#include "ui/models/error_text.h"
#include "ui/models/format.h"
#include "ui/transfers/status_bar.h"
#include "ui/transfers/transfers_panel.h"

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
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
                                          {"offline", Place::View::Offline},
                                          {"trash", Place::View::Trash}};

} // namespace

MainWindow::MainWindow(Backend &backend, support::Settings &settings, const support::Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_backend(backend)
    , m_settings(settings)
    , m_clock(clock)
    , m_files(new FileListModel(clock, this))
    , m_transfers(new TransferListModel(this))
    , m_actions(new FileActions(this))
    , m_pages(new QStackedWidget(this))
    , m_filesPage(new QWidget)
    , m_sideBar(new SideBar(m_filesPage))
    , m_splitter(new QSplitter(Qt::Vertical, m_filesPage))
    , m_browse(new BrowsePage(m_splitter))
    , m_panel(new TransfersPanel(*m_transfers, backend, m_splitter))
    , m_status(new StatusBar(backend, clock, m_filesPage))
    , m_toast(new Toast(m_filesPage))
{
    setWindowTitle(QStringLiteral("LearnLab"));
    setMinimumSize(640, 480);
    auto *signInPage = new SignInPage;
    m_pages->addWidget(new QWidget); // until the engine knows whether an account is open
    m_pages->addWidget(signInPage);
    m_pages->addWidget(m_filesPage);
    setCentralWidget(m_pages);
    arrange();

    m_account = new AccountController(backend, *signInPage, settings, this);
    m_browsing = new BrowseController(backend, *m_files, *m_browse, *m_actions, this);
    m_transferring = new TransferController(backend, *m_transfers, *m_panel, *m_status, this);
    connectSideBar();
    connectActions();
    connect(&backend, &Backend::accountChanged, this, &MainWindow::showAccount);
    connect(&backend, &Backend::sessionChanged, this, &MainWindow::showSession);
    connect(&backend, &Backend::syncChanged, this, &MainWindow::showSession);
    connect(&backend, &Backend::transfersChanged, this, [this] { m_files->setLiveNumbers(m_backend.liveNumbers()); });
    connect(&backend, &Backend::mirrorRebuilt, this, [this](int transfers, int operations) {
        m_toast->showText(tr("The list of files was damaged and is made anew. %n upload(s) and changes were kept.", nullptr,
                             transfers + operations));
    });
    restoreWindow(*this, *m_splitter, settings);
    showTransfers(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::arrange()
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
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
        {QStringLiteral("offline"), QStringLiteral("nav-offline"), tr("Available offline")},
        {QStringLiteral("trash"), QStringLiteral("nav-trash"), tr("Trash"), false, true},
    });
    m_sideBar->setCurrent(QStringLiteral("all"));
    connect(m_sideBar, &SideBar::activated, this, [this](const QString &id) {
        for (const SideBarPlace &place : sideBarPlaces) {
            if (id == QLatin1String(place.id))
                m_browsing->visit({.view = place.view});
        }
    });
    connect(m_sideBar, &SideBar::urlsDropped, this,
            [this](const QList<QUrl> &urls) { m_browsing->upload(urls, domain::rootFolder); });
    connect(m_sideBar, &SideBar::itemsDropped, this, [this](const QList<QByteArray> &ids, const QString &place) {
        if (place == QLatin1String("trash"))
            m_browsing->trash(m_browsing->refsOf(ids));
        else
            m_browsing->move(ids, domain::rootFolder);
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
    connect(m_actions, &FileActions::triggered, this, [this](FileActions::Id id) {
        if (id == FileActions::Id::Transfers)
            showTransfers(!m_panel->isVisible());
        else if (id == FileActions::Id::PauseAll)
            m_transferring->togglePauseAll();
        else if (id == FileActions::Id::SideBar)
            m_sideBar->setVisible(!m_sideBar->isVisible());
        else if (id == FileActions::Id::Close || id == FileActions::Id::Quit)
            close();
    });
    connect(m_panel, &TransfersPanel::collapseRequested, this, [this] { showTransfers(false); });
    connect(m_status, &StatusBar::transfersRequested, this, [this] { showTransfers(true); });
    connect(m_status, &StatusBar::problemsRequested, this, [this] {
        showTransfers(true);
        m_panel->showTab(TransferTab::Failed);
    });
    connect(m_browsing, &BrowseController::selectionChanged, m_status, &StatusBar::setCounts);
    connect(m_browsing, &BrowseController::retryRequested, this, [this](const domain::TransferId &id) { m_backend.retry(id); });
    connect(m_browsing, &BrowseController::conflictActivated, m_transferring, &TransferController::resolve);
    connect(m_browsing, &BrowseController::said, this, [this](const QString &text, const std::function<void()> &undo) {
        m_toast->disconnect(this);
        m_toast->showText(text, undo ? tr("Undo") : QString());
        if (undo)
            connect(m_toast, &Toast::actionTriggered, this, undo);
    });
    connect(m_account, &AccountController::signedIn, this, &MainWindow::showAccount);
    connect(m_account, &AccountController::said, this, [this](const QString &text) { m_toast->showText(text); });
    connect(m_browse->banner(), &Banner::actionTriggered, this, [this](const QString &id) {
        if (id == QLatin1String(bannerAction::tryAgain))
            return m_backend.refresh();
        m_account->prepareAgain();
        m_pages->setCurrentIndex(1);
    });
}

void MainWindow::setServerHint(const QString &server)
{
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

void MainWindow::showAccount()
{
    const auto account = m_backend.account();
    m_browsing->setMirror(m_backend.mirror());
    m_transferring->setMirror(m_backend.mirror());
    if (account) {
        const QString name = account->user.fullName.value_or(account->user.username);
        m_sideBar->setAccount(name.isEmpty() ? account->user.email : name, account->server);
        m_pages->setCurrentIndex(2);
        m_browse->list()->setFocus(Qt::OtherFocusReason);
    } else if (m_started) {
        m_pages->setCurrentIndex(1);
    }
    showSession();
}

void MainWindow::showSession()
{
    const session::Status session = m_backend.sessionStatus();
    const auto message = bannerFor(session, m_backend.syncStatus().pendingOperations);
    m_browse->banner()->setVisible(message.has_value());
    if (message)
        m_browse->banner()->showMessage(*message);
    m_files->setOffline(session.state == session::State::Offline);
    if (auto *mirror = m_backend.mirror()) {
        mirror->ask<std::optional<domain::Usage>>(
            this, [](const mirror::Reader &reader) { return reader.usage(); },
            [this](std::optional<domain::Usage> usage) {
                const QLocale locale;
                const bool limited = usage && usage->quota.value_or(0) > 0;
                const QString used = usage ? formatSize(usage->bytesUsed, locale) : QString();
                m_sideBar->setUsage(limited ? static_cast<double>(usage->bytesUsed) / static_cast<double>(*usage->quota) : -1,
                                    limited ? tr("%1 of %2 used", "storage").arg(used, formatSize(*usage->quota, locale)) : used);
            });
    }
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
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow(*this, *m_splitter, m_settings);
    if (!m_settings.save())
        qWarning("The window's place could not be saved");
    event->accept();
}

} // namespace learnlab::ui
