#include <ui/browse/browse_page.h>

#include "path_field.h"
#include "search_bar.h"
#include "top_bar.h"
#include "view_switch.h"

#include <ui/browse/file_grid_view.h>
#include <ui/common/drop_pill.h>
#include <ui/common/fonts.h>
#include <ui/common/search_field.h>

#include <QtCore/QAbstractItemModel>
#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int narrowBelow = 860;
constexpr int barNeeds = 760; // of the page itself: the side bar may be hidden, or wide by large letters

} // namespace

BrowsePage::BrowsePage(QWidget *parent)
    : QWidget(parent),
      m_bar(new TopBar(this)),
      m_banner(new Banner(this)),
      m_filters(new SearchBar(this)),
      m_across(new QSplitter(Qt::Horizontal, this)),
      m_views(new QStackedWidget(m_across)),
      m_list(new FileListView(m_views)),
      m_grid(new FileGridView(m_views)),
      m_empty(new EmptyState(m_list->viewport())),
      m_frame(new DropFrame(m_views)),
      m_pill(new DropPill(m_views))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_banner);
    column->addWidget(m_filters);
    m_filters->hide();
    m_views->addWidget(m_list);
    m_views->addWidget(m_grid);
    m_across->setHandleWidth(1); // a hairline, which can be grabbed beside it too
    m_across->setChildrenCollapsible(false);
    m_across->setStretchFactor(0, 1);
    column->addWidget(m_across, 1);
    connect(m_across, &QSplitter::splitterMoved, this, &BrowsePage::sideResized);
    m_empty->hide();
    m_list->viewport()->installEventFilter(this);
    m_grid->viewport()->installEventFilter(this);
    connectBar();
    connectList();
    connectGrid();
    setSort(FileColumn::Name, Qt::AscendingOrder);
}

void BrowsePage::connectBar()
{
    connect(m_bar, &TopBar::backRequested, this, &BrowsePage::backRequested);
    connect(m_bar, &TopBar::forwardRequested, this, &BrowsePage::forwardRequested);
    connect(m_bar, &TopBar::newFolderRequested, this, &BrowsePage::newFolderRequested);
    connect(m_bar, &TopBar::uploadFilesRequested, this, &BrowsePage::uploadFilesRequested);
    connect(m_bar, &TopBar::uploadFolderRequested, this, &BrowsePage::uploadFolderRequested);
    connect(m_bar, &TopBar::sortRequested, this, &BrowsePage::sortRequested);
    connect(m_bar->viewSwitch(), &ViewSwitch::chosen, this, &BrowsePage::viewModeChosen);
    Breadcrumb *crumbs = m_bar->breadcrumb();
    connect(crumbs, &Breadcrumb::activated, this, &BrowsePage::folderRequested);
    connect(crumbs, &Breadcrumb::urlsDropped, this, &BrowsePage::urlsDropped);
    connect(crumbs, &Breadcrumb::itemsDropped, this, &BrowsePage::itemsMoved);
    connect(crumbs, &Breadcrumb::dropTargetChanged, this, &BrowsePage::showDropTarget);
    const PathField *path = m_bar->pathField();
    connect(path, &PathField::typed, this, &BrowsePage::pathTyped);
    connect(path, &PathField::entered, this, &BrowsePage::pathEntered);
    connect(path, &PathField::left, this, &BrowsePage::leavePath);
    SearchField *search = m_bar->search();
    search->installEventFilter(this);
    connect(search, &QLineEdit::textChanged, this, &BrowsePage::tellSearch);
    connect(m_filters, &SearchBar::changed, this, &BrowsePage::tellSearch);
    connect(search, &SearchField::leaveRequested, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        Q_EMIT searchLeft();
    });
    connect(search, &SearchField::resultsRequested, this, [this] { m_list->setFocus(Qt::TabFocusReason); });
}

void BrowsePage::connectList()
{
    connect(m_list, &FileListView::sortRequested, this, &BrowsePage::sortRequested);
    connect(m_list, &FileListView::urlsDropped, this, &BrowsePage::urlsDropped);
    connect(m_list, &FileListView::itemsMoved, this, &BrowsePage::itemsMoved);
    connect(m_list, &FileListView::folderSprung, this, &BrowsePage::folderRequested);
    connect(m_list, &FileListView::dropTargetChanged, this, &BrowsePage::showTarget);
    connect(m_empty, &EmptyState::buttonTriggered, this, &BrowsePage::emptyStateTriggered);
}

void BrowsePage::connectGrid()
{
    // What is asked for in the grid is asked for of the same files.
    connect(m_grid, &FileGridView::nameWanted, m_list, &FileListView::nameWanted);
    connect(m_grid, &FileGridView::opened, m_list, &FileListView::opened);
    connect(m_grid, &FileGridView::upRequested, m_list, &FileListView::upRequested);
    connect(m_grid, &FileGridView::previewRequested, m_list, &FileListView::previewRequested);
    connect(m_grid, &FileGridView::renameRequested, m_list, &FileListView::renameRequested);
    connect(m_grid, &FileGridView::menuRequested, m_list, &FileListView::menuRequested);
    connect(m_grid, &FileGridView::dragWanted, m_list, &FileListView::dragSelection);
    connect(m_grid, &FileGridView::zoomRequested, this, &BrowsePage::zoomBy);
    connect(m_grid, &FileGridView::urlsDropped, this, &BrowsePage::urlsDropped);
    connect(m_grid, &FileGridView::itemsMoved, this, &BrowsePage::itemsMoved);
    connect(m_grid, &FileGridView::folderSprung, this, &BrowsePage::folderRequested);
    connect(m_grid, &FileGridView::dropTargetChanged, this, &BrowsePage::showTarget);
}

ViewMode BrowsePage::viewMode() const
{
    return m_views->currentWidget() == m_grid ? ViewMode::Grid : ViewMode::List;
}

void BrowsePage::setViewMode(ViewMode mode)
{
    m_bar->viewSwitch()->show(mode);
    if (mode == viewMode())
        return;
    const bool grid = mode == ViewMode::Grid;
    const bool hadFocus = m_list->hasFocus() || m_grid->hasFocus();
    m_list->setFocusProxy(grid ? m_grid : nullptr);
    m_views->setCurrentWidget(grid ? static_cast<QWidget *>(m_grid) : m_list);
    QAbstractItemView *shown = grid ? static_cast<QAbstractItemView *>(m_grid) : m_list;
    if (shown->currentIndex().isValid())
        shown->scrollTo(shown->currentIndex());
    if (hadFocus)
        shown->setFocus(Qt::OtherFocusReason);
    m_empty->setParent(shown->viewport()); // what is dropped on it falls through to the view
    followRows();
}

void BrowsePage::setThumbnails(Thumbnails *thumbnails)
{
    m_grid->setThumbnails(thumbnails);
}

void BrowsePage::zoomBy(int steps)
{
    m_grid->setZoom(steps == 0 ? FileGridView::usualZoom : m_grid->zoom() + steps);
    Q_EMIT zoomChanged(m_grid->zoom());
}

bool BrowsePage::startRename(const QModelIndex &index)
{
    return viewMode() == ViewMode::Grid ? m_grid->startRename(index) : m_list->startRename(index);
}

bool BrowsePage::startRename(const QByteArray &id)
{
    const QAbstractItemModel *model = m_list->model();
    const QModelIndexList found = model ? model->match(model->index(0, 0), IdRole, id, 1, Qt::MatchExactly) : QModelIndexList();
    return !found.isEmpty() && startRename(found.first());
}

void BrowsePage::scrollToTop()
{
    m_list->scrollToTop();
    m_grid->scrollToTop();
}

void BrowsePage::setModel(QAbstractItemModel *model)
{
    if (m_list->model())
        m_list->model()->disconnect(this);
    m_list->setModel(model);
    m_grid->setModel(model);
    if (model)
        m_grid->setSelectionModel(m_list->selectionModel());
    if (model) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &BrowsePage::followRows);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &BrowsePage::followRows);
        connect(model, &QAbstractItemModel::modelReset, this, &BrowsePage::followRows);
    }
    followRows();
}

void BrowsePage::followRows()
{
    if (!m_filters->isHidden())
        m_filters->showCount(m_loading || !m_list->model() ? -1 : m_list->model()->rowCount());
    const bool empty = !m_loading && m_list->model() && m_list->model()->rowCount() == 0;
    m_list->horizontalHeader()->setVisible(!empty);
    m_empty->setGeometry(m_empty->parentWidget()->rect());
    m_empty->setVisible(empty);
    if (m_frame->isVisible())
        m_frame->raise();
}

void BrowsePage::setPath(const QList<CrumbPart> &parts)
{
    m_path = parts;
    m_bar->breadcrumb()->setParts(parts);
}

void BrowsePage::editPath(const QString &path)
{
    m_bar->editPath(path);
}

void BrowsePage::offerPaths(const QStringList &paths)
{
    m_bar->pathField()->offer(paths);
}

void BrowsePage::refusePath(const QString &reason)
{
    m_bar->pathField()->refuse(reason);
}

void BrowsePage::leavePath()
{
    const bool hadFocus = m_bar->pathField()->hasFocus();
    m_bar->leavePath();
    if (hadFocus)
        m_list->setFocus(Qt::OtherFocusReason);
}

void BrowsePage::setNavigation(bool back, bool forward)
{
    m_bar->setNavigation(back, forward);
}

void BrowsePage::setAbilities(const Abilities &abilities)
{
    m_bar->setCreates(abilities.create);
    m_bar->setSorts(abilities.sort);
    m_list->setDropsTaken(abilities.takesFiles, abilities.takesItems);
    m_grid->setDropsTaken(abilities.takesFiles, abilities.takesItems);
}

void BrowsePage::setSort(FileColumn column, Qt::SortOrder order)
{
    m_bar->showSort(column, order);
    m_list->showSort(column, order);
}

void BrowsePage::setSide(QWidget *side)
{
    m_across->addWidget(side);
    m_across->setStretchFactor(m_across->indexOf(side), 0);
}

void BrowsePage::setSideWidth(int width)
{
    m_across->setSizes({m_across->width() - width, width});
}

void BrowsePage::setSearchHint(const QString &hint)
{
    m_bar->search()->setPlaceholderText(hint);
}

void BrowsePage::focusSearch()
{
    m_bar->openSearch();
}

void BrowsePage::clearSearch()
{
    const QSignalBlocker quiet(m_bar->search());
    m_bar->search()->clear();
    m_filters->hide();
}

void BrowsePage::tellSearch()
{
    const QString words = m_bar->search()->text();
    if (m_filters->isHidden() && !words.trimmed().isEmpty()) {
        // The first part of a path is no folder that could be narrowed down to: it is everything, or another view.
        const CrumbPart here = m_path.size() > 1 ? m_path.last() : CrumbPart();
        m_filters->begin(here.id, here.name);
        m_filters->show();
    }
    const QString filters = m_filters->isHidden() ? QString() : m_filters->restrictions();
    Q_EMIT searchChanged(filters.isEmpty() ? words : words + u' ' + filters);
}

void BrowsePage::setEmptyContent(const EmptyState::Content &content)
{
    m_empty->setContent(content);
    followRows();
}

void BrowsePage::setLoading(bool loading)
{
    m_loading = loading;
    followRows();
}

QString BrowsePage::pathName() const
{
    // The last two parts are enough to know the place.
    QStringList names;
    for (const CrumbPart &part : m_path.mid(std::max<qsizetype>(0, m_path.size() - 2)))
        names.append(part.name);
    return names.join(QStringLiteral(" / "));
}

void BrowsePage::showTarget(const DropTarget &target)
{
    m_frame->setVisible(target.active && target.folder.isEmpty());
    m_frame->raise();
    m_pill->raise();
    if (target.refused) {
        m_pill->showRefusal(tr("Nothing can be dropped here", "@info while dragging over a list that takes nothing"));
        return;
    }
    if (!target.active) {
        m_pill->hide();
        return;
    }
    const QString here = m_path.isEmpty() ? QString() : m_path.last().name;
    const QString name = target.folder.isEmpty() ? pathName()
                         : here.isEmpty()        ? target.name
                                                 : here + QStringLiteral(" / ") + target.name;
    showPill(name, target.moves);
}

void BrowsePage::showPill(const QString &name, bool moves)
{
    m_pill->showTarget(moves ? tr("Move to", "@info in front of a folder's name, while dragging")
                             : tr("Drop to upload to", "@info in front of a folder's name, while dragging"),
                       name, moves ? QStringLiteral("move") : QStringLiteral("upload"));
}

void BrowsePage::showDropTarget(const QString &name, bool moves)
{
    m_frame->hide();
    if (name.isEmpty())
        m_pill->hide();
    else
        showPill(name, moves);
}

void BrowsePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_bar->setNarrow(window()->width() / textScale() < narrowBelow || width() / textScale() < barNeeds);
}

bool BrowsePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_empty->parent() && event->type() == QEvent::Resize)
        m_empty->setGeometry(m_empty->parentWidget()->rect());
    if (watched == m_bar->search() && event->type() == QEvent::FocusIn)
        Q_EMIT searchEntered();
    return QWidget::eventFilter(watched, event);
}

} // namespace learnlab::ui
