// What MainWindow shows beside the list: the details of what is selected, and the place of the public links.
#include "ui/mainwindow/main_window.h"

#include "browse_controller.h"
#include "file_actions.h"

#include "ui/common/fonts.h"
#include "ui/common/side_bar.h"
#include "ui/details/details_pane.h"
#include "ui/details/links_page.h"
#include "ui/details/proof_dialog.h"
#include "ui/transfers/status_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedWidget>
#include <QTableView>

namespace learnlab::ui {

namespace {

constexpr int noDetailsBelow = 900;
const support::Setting<bool> detailsShown{QLatin1String("window/details")};
const support::Setting<int> detailsWidth{QLatin1String("window/details_width"), DetailsPane::usualWidth, DetailsPane::leastWidth,
                                         DetailsPane::mostWidth};

} // namespace

void MainWindow::arrangeDetails()
{
    m_views->addWidget(m_browse);
    m_views->addWidget(m_links);
    m_browse->setSide(m_details);
    m_detailsWanted = m_settings.value(detailsShown);
    m_details->hide();
}

void MainWindow::connectDetails()
{
    connect(m_details, &DetailsPane::closeRequested, this, [this] { wantDetails(false); });
    connect(m_browse, &BrowsePage::sideResized, this, [this] { m_settings.set(detailsWidth, m_details->width()); });
    connect(m_details, &DetailsPane::said, this, [this](const QString &text) { say(text); });
    connect(m_details, &DetailsPane::folderRequested, this,
            [this](const domain::FolderId &folder) { m_browsing->visit({.folder = folder}); });
    connect(m_details, &DetailsPane::proofRequested, this, &MainWindow::showProof);
    connect(m_links, &LinksPage::said, this, [this](const QString &text) { say(text); });
    connect(m_links, &LinksPage::showRequested, m_browsing, &BrowseController::reveal);
    connect(m_browsing, &BrowseController::selectionChanged, this, &MainWindow::followSelection);
    connect(m_browsing, &BrowseController::selectionChanged, this, [this](int items, int selected) {
        if (m_views->currentWidget() == m_browse)
            m_status->setCounts(items, selected);
    });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_links->model(), changed, this, &MainWindow::countLinks);
    connect(m_links->model(), &QAbstractItemModel::modelReset, this, &MainWindow::countLinks);
    connect(m_browsing, &BrowseController::placeChanged, this, [this] {
        m_views->setCurrentWidget(m_browse);
        m_browsing->setShown(true);
        showDetails();
    });
    connect(&m_backend, &Backend::mirrorChanged, this, [this](const mirror::Change &change) {
        if (m_details->isVisible() && (change.everything || change.links || !change.items.isEmpty()))
            m_details->reread();
    });
}

void MainWindow::followSelection()
{
    if (!m_details->isVisibleTo(m_browse))
        return;
    const int count = static_cast<int>(m_browse->list()->selectedCount());
    const Place &place = m_browsing->place();
    m_details->setItems(count > DetailsPane::mostLookedAt ? QList<domain::ItemRef>() : m_browsing->selectedRefs(), count,
                        place.view == Place::View::Folder ? place.folder : domain::rootFolder);
}

void MainWindow::wantDetails(bool wanted)
{
    m_detailsWanted = wanted;
    showDetails();
    if (!wanted)
        m_browse->list()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showDetails()
{
    const bool room = width() / textScale() >= noDetailsBelow;
    const bool shown = m_detailsWanted && room && m_views->currentWidget() == m_browse;
    if (shown == m_details->isVisibleTo(m_browse))
        return;
    m_details->setVisible(shown);
    if (!shown)
        return;
    m_browse->setSideWidth(m_settings.value(detailsWidth));
    followSelection();
}

void MainWindow::saveDetails()
{
    m_settings.set(detailsShown, m_detailsWanted);
}

void MainWindow::showLinks()
{
    m_views->setCurrentWidget(m_links);
    m_browsing->setShown(false);
    m_sideBar->setCurrent(QStringLiteral("links"));
    showDetails();
    m_links->refresh();
    countLinks();
    m_links->list()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::countLinks()
{
    if (m_views->currentWidget() == m_links)
        m_status->setCounts(m_links->model()->rowCount(), 0);
}

void MainWindow::shareLink()
{
    const bool room = width() / textScale() >= noDetailsBelow;
    if (!room)
        return say(tr("Make the window wider to share this file."));
    wantDetails(true);
    m_details->goToLink();
}

void MainWindow::showProof(domain::FileId file)
{
    if (!m_backend.mirror())
        return;
    m_backend.mirror()->ask<std::optional<domain::File>>(
        this, [file](const mirror::Reader &reader) { return reader.file(file); },
        [this](const std::optional<domain::File> &found) {
            if (!found)
                return;
            auto *dialog = new ProofDialog(m_backend, *found, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &ProofDialog::said, this, [this](const QString &text) { say(text); });
            dialog->open();
        });
}

void MainWindow::copyLink()
{
    const QList<domain::ItemRef> selected = m_browsing->selectedRefs();
    if (selected.size() != 1 || !m_backend.mirror())
        return;
    m_backend.mirror()->ask<QList<domain::Link>>(
        this, [file = selected.first().fileId()](const mirror::Reader &reader) { return reader.linksOf(file); },
        [this](const QList<domain::Link> &links) {
            if (links.isEmpty())
                return shareLink();
            QGuiApplication::clipboard()->setText(links.first().url);
            say(tr("Link copied."));
        });
}

} // namespace learnlab::ui
