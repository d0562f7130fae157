#include "browse_controller.h"

#include "place_words.h"

#include "ui/models/error_text.h"

#include "domain/names.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int mostLookedAt = 500; ///< rows of a selection; more are taken for various

} // namespace

BrowseController::BrowseController(Backend &backend, FileListModel &model, BrowsePage &page, FileActions &actions, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_model(model)
    , m_page(page)
    , m_actions(actions)
{
    m_page.setModel(&m_model);
    connectPage();
    connectList();
    connect(&m_actions, &FileActions::triggered, this, &BrowseController::act);
    connect(&m_backend, &Backend::sessionChanged, this, &BrowseController::updateSelection);
    connect(&m_backend, &Backend::mirrorChanged, this, [this](const mirror::Change &change) {
        m_model.applyChange(change);
        if (change.everything || !change.folders.isEmpty())
            readPath(); // a folder above may have a new name
    });
}

void BrowseController::connectPage()
{
    connect(&m_page, &BrowsePage::backRequested, this, [this] { act(FileActions::Id::Back); });
    connect(&m_page, &BrowsePage::forwardRequested, this, [this] { act(FileActions::Id::Forward); });
    connect(&m_page, &BrowsePage::folderRequested, this,
            [this](const QByteArray &id) { visit({.folder = domain::fromBlob<domain::FolderId>(id)}); });
    connect(&m_page, &BrowsePage::searchChanged, this, &BrowseController::search);
    connect(&m_page, &BrowsePage::searchEntered, &m_model, &FileListModel::prepareSearch);
    connect(&m_page, &BrowsePage::searchLeft, this, &BrowseController::leaveSearch);
    connect(&m_page, &BrowsePage::newFolderRequested, this, &BrowseController::newFolder);
    connect(&m_page, &BrowsePage::uploadFilesRequested, this, [this] { chooseUpload(false); });
    connect(&m_page, &BrowsePage::uploadFolderRequested, this, [this] { chooseUpload(true); });
    connect(&m_page, &BrowsePage::sortRequested, this, [this](FileColumn column, Qt::SortOrder order) {
        m_page.scrollToTop(); // to the new first, not after the old one
        m_model.sort(static_cast<int>(column), order);
        m_page.setSort(column, order);
        if (place().view == Place::View::Folder)
            m_folderOrder = {column, order};
    });
    connect(&m_page, &BrowsePage::emptyStateTriggered, this, [this](const QString &id) {
        if (id == QLatin1String(emptyAction::uploadFiles))
            chooseUpload(false);
        else if (id == QLatin1String(emptyAction::uploadFolder))
            chooseUpload(true);
    });
    connect(&m_page, &BrowsePage::urlsDropped, this,
            [this](const QList<QUrl> &urls, const QByteArray &target) { upload(urls, folderOf(target)); });
    connect(&m_page, &BrowsePage::itemsMoved, this,
            [this](const QList<QByteArray> &ids, const QByteArray &target) {
                resolve(ids, [this, folder = folderOf(target)](const QList<domain::ItemRef> &items) { move(items, folder); });
            });
    connect(&m_model, &FileListModel::loaded, this, [this] {
        m_page.setLoading(false);
        updateSelection();
        if (!m_selectWhenThere.isEmpty() && !m_model.isLoading()) // else it may be below the first page
            m_page.list()->selectIds({std::exchange(m_selectWhenThere, {})});
        if (!m_renameWhenThere.isEmpty() && m_page.startRename(m_renameWhenThere))
            m_renameWhenThere.clear();
    });
}

void BrowseController::connectList()
{
    FileListView *list = m_page.list();
    list->setReviewable(true);
    offerRowActions(false);
    connect(list, &FileListView::opened, this, &BrowseController::open);
    connect(list, &FileListView::nameWanted, this, [this, list](const QString &beginning, int from) {
        m_model.findName(beginning, from, this, [list](int row) {
            if (row >= 0)
                list->selectRow(row);
        });
    });
    connect(list, &FileListView::upRequested, this, &BrowseController::goUp);
    connect(list, &FileListView::renameRequested, this, &BrowseController::rename);
    connect(list, &FileListView::menuRequested, this, &BrowseController::showMenu);
    connect(list, &FileListView::statusLinkTriggered, this, &BrowseController::followStatusLink);
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BrowseController::updateSelection);
    connect(list, &FileListView::rowActionTriggered, this, [this, list](const QString &action, const QModelIndex &index) {
        list->selectIds({index.data(IdRole).toByteArray()});
        if (action == QLatin1String("download"))
            download();
        else if (action == QLatin1String("restore"))
            restore();
        else if (action == QLatin1String("delete"))
            m_actions.action(FileActions::Id::DeleteForGood)->trigger();
        else if (action == QLatin1String("share"))
            m_actions.action(FileActions::Id::ShareLink)->trigger();
        else
            showMenu(QCursor::pos());
    });
}

void BrowseController::offerRowActions(bool trash)
{
    const RowAction more{QStringLiteral("more"), QStringLiteral("overflow-menu"), tr("More")};
    if (trash)
        m_page.list()->setRowActions({{QStringLiteral("restore"), QStringLiteral("restore"), tr("Restore")},
                                      {QStringLiteral("delete"), QStringLiteral("trash"), tr("Delete permanently")},
                                      more});
    else
        m_page.list()->setRowActions({{QStringLiteral("share"), QStringLiteral("link"), tr("Share link"), true},
                                      {QStringLiteral("download"), QStringLiteral("download"), tr("Download a copy"), true},
                                      more});
}

void BrowseController::act(FileActions::Id id)
{
    using enum FileActions::Id;
    switch (id) {
    case UploadFiles:
        return chooseUpload(false);
    case UploadFolder:
        return chooseUpload(true);
    case NewFolder:
        return newFolder();
    case Open:
        return open(m_page.list()->currentIndex());
    case Rename:
        m_page.startRename(m_page.list()->currentIndex());
        return;
    case Download:
        return download();
    case KeepOffline:
        return keepOffline(m_actions.action(KeepOffline)->isChecked());
    case Trash:
        return trash(selectedRefs());
    case Restore:
        return restore();
    case SelectAll:
        return m_page.list()->selectAll();
    case SelectNone:
        return m_page.list()->clearSelection();
    case Search:
        return m_page.focusSearch();
    case Back:
        return m_history.canGoBack() ? go(m_history.back()) : void();
    case Forward:
        return m_history.canGoForward() ? go(m_history.forward()) : void();
    case Up:
        return goUp();
    case Home:
        return visit({});
    case Refresh:
        return m_backend.refresh();
    default:
        return; // the window's own
    }
}

void BrowseController::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    m_history.clear();
    const QString account = m_backend.accountFolder();
    m_model.setMirror(mirror, account.isEmpty() ? QString() : inside::indexPath(account));
    if (mirror)
        visit({});
}

void BrowseController::visit(const Place &place)
{
    m_history.visit(place);
    go(place);
}

void BrowseController::go(const Place &place)
{
    if (place.view != Place::View::Search)
        m_page.clearSearch();
    m_renameWhenThere.clear();
    m_page.setLoading(true);
    const auto [column, order] = orderOf(place);
    m_model.setPlace(place, column, order);
    m_page.setSort(column, order);
    showPlace();
    readPath();
    Q_EMIT placeChanged(place);
}

std::pair<FileColumn, Qt::SortOrder> BrowseController::orderOf(const Place &place) const
{
    switch (place.view) {
    case Place::View::ByType:
        return {FileColumn::Type, Qt::AscendingOrder};
    case Place::View::Largest:
        return {FileColumn::Size, Qt::DescendingOrder};
    case Place::View::Recent:
    case Place::View::Trash:
        return {FileColumn::Modified, Qt::DescendingOrder};
    default:
        return m_folderOrder;
    }
}

void BrowseController::reveal(domain::FolderId folder, const domain::ItemRef &item)
{
    visit({.folder = folder});
    m_selectWhenThere = domain::toBlob(domain::FileId(item.id));
}

void BrowseController::goUp()
{
    const Place here = place();
    if (here.view == Place::View::Search)
        return leaveSearch();
    if (here.view != Place::View::Folder || here.folder.isNull() || !m_mirror)
        return;
    m_mirror->ask<domain::FolderId>(
        this,
        [here](const mirror::Reader &reader) {
            const auto folder = reader.folder(here.folder);
            return folder ? folder->parentId : domain::rootFolder;
        },
        // Where one was stays under the hand: Enter leads back.
        [this, here](domain::FolderId parent) { reveal(parent, domain::ItemRef::of(here.folder)); });
}

void BrowseController::search(const QString &text)
{
    const QString words = text.trimmed();
    if (words.isEmpty())
        return leaveSearch();
    if (place().view != Place::View::Search)
        m_beforeSearch = place();
    // Letters typed one after the other are one place, not many: the history holds what was left and where one arrives.
    go({.view = Place::View::Search, .text = words});
}

void BrowseController::leaveSearch()
{
    if (place().view == Place::View::Search)
        go(m_beforeSearch);
}

void BrowseController::readPath()
{
    const Place here = place();
    if (!m_mirror || here.view != Place::View::Folder)
        return showPath({});
    m_mirror->ask<QList<domain::Folder>>(
        this, [here](const mirror::Reader &reader) { return reader.ancestors(here.folder); },
        [this, here](QList<domain::Folder> folders) {
            if (here == place())
                showPath(folders);
        });
}

void BrowseController::showPath(const QList<domain::Folder> &folders)
{
    QList<CrumbPart> parts{{domain::toBlob(domain::rootFolder), titleOf(place())}};
    for (const domain::Folder &folder : folders)
        parts.append({domain::toBlob(folder.id), domain::displayName(folder.name)});
    m_page.setPath(parts);
    m_page.setSearchHint(tr("Search all files"));
}

void BrowseController::showPlace()
{
    const Place here = place();
    const bool folder = here.view == Place::View::Folder;
    const bool flat = here.view == Place::View::ByType || here.view == Place::View::Largest;
    m_page.setAbilities({.create = folder, .takesFiles = folder, .takesItems = folder, .sort = folder || flat});
    m_page.setNavigation(m_history.canGoBack(), m_history.canGoForward());
    m_page.setEmptyContent(emptyContentOf(here));
    offerRowActions(here.view == Place::View::Trash);
    m_page.list()->setTwoLines(here.view == Place::View::Search || flat);
    updateSelection();
}

QList<domain::ItemRef> BrowseController::selectedRefs() const
{
    QList<domain::ItemRef> refs;
    const QModelIndexList indexes = m_page.list()->selectedItems();
    for (const QModelIndex &index : indexes)
        refs.append(m_model.refAt(index.row()));
    return refs;
}

Selection BrowseController::selection() const
{
    Selection selection;
    selection.count = m_page.list()->selectedCount();
    selection.items = m_model.rowCount();
    selection.offline = m_backend.sessionStatus().state == session::State::Offline;
    if (selection.count == 0 || selection.count > mostLookedAt)
        return selection;
    const QList<mirror::ItemRow> rows = selectedRows();
    const auto pinned = [](const mirror::ItemRow &row) { return row.pinned; };
    const auto isFolder = [](const mirror::ItemRow &row) { return row.ref.kind == domain::ItemKind::Folder; };
    selection.allPinned = rows.size() == selection.count && std::all_of(rows.cbegin(), rows.cend(), pinned);
    selection.withFolders = std::any_of(rows.cbegin(), rows.cend(), isFolder);
    if (selection.count == 1 && rows.size() == 1)
        selection.only = rows.first();
    return selection;
}

QString BrowseController::nameOf(const domain::ItemRef &ref) const
{
    const QModelIndexList found = m_model.match(m_model.index(0, 0), IdRole, domain::toBlob(domain::FileId(ref.id)), 1, Qt::MatchExactly);
    const mirror::ItemRow *row = found.isEmpty() ? nullptr : m_model.rowAt(found.first().row());
    return row ? row->name : QString();
}

QList<mirror::ItemRow> BrowseController::selectedRows() const
{
    QList<mirror::ItemRow> rows;
    if (m_page.list()->selectedCount() > mostLookedAt)
        return rows;
    const QModelIndexList indexes = m_page.list()->selectedItems();
    for (const QModelIndex &index : indexes) {
        if (const mirror::ItemRow *row = m_model.rowAt(index.row()))
            rows.append(*row);
    }
    return rows;
}

void BrowseController::resolve(const QList<QByteArray> &ids, std::function<void(QList<domain::ItemRef>)> then)
{
    // What is dragged or was cut may come from a folder that was left meanwhile.
    if (!m_mirror || ids.isEmpty())
        return;
    m_mirror->ask<QList<domain::ItemRef>>(
        this,
        [ids](const mirror::Reader &reader) {
            QList<domain::ItemRef> items;
            for (const QByteArray &id : ids) {
                if (const auto file = reader.file(domain::fromBlob<domain::FileId>(id)))
                    items.append(domain::ItemRef::of(file->id));
                else if (const auto folder = reader.folder(domain::fromBlob<domain::FolderId>(id)))
                    items.append(domain::ItemRef::of(folder->id));
            }
            return items;
        },
        std::move(then));
}

void BrowseController::setShown(bool shown)
{
    m_actions.setFilesShown(shown);
    updateSelection();
}

void BrowseController::updateSelection()
{
    const Selection selected = selection();
    m_actions.update(place(), selected);
    Q_EMIT selectionChanged(m_model.rowCount(), selected.count);
}

domain::FolderId BrowseController::currentFolder() const
{
    return place().view == Place::View::Folder ? place().folder : domain::rootFolder;
}

domain::FolderId BrowseController::folderOf(const QByteArray &target) const
{
    return target.isEmpty() ? currentFolder() : domain::fromBlob<domain::FolderId>(target);
}

void BrowseController::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(&m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fillMenu(*menu, place(), selection());
    menu->popup(position);
}

void BrowseController::followStatusLink(const QModelIndex &index)
{
    const mirror::ItemRow *row = m_model.rowAt(index.row());
    if (!row)
        return;
    if (row->lostOnServer && row->transferId.isNull())
        return giveBack(*row);
    if (row->transferId.isNull()) { // a change that the server refused
        Q_EMIT changesRequested();
        return;
    }
    if (row->status == mirror::ItemStatus::Conflict)
        Q_EMIT conflictActivated(row->transferId);
    else
        Q_EMIT retryRequested(row->transferId);
}

void BrowseController::sayError(const domain::Error &error, const QString &name)
{
    const QString sentence = errorText(error).sentence();
    Q_EMIT said(name.isEmpty() ? sentence : tr("%1: %2", "name of a file, what went wrong").arg(domain::displayName(name), sentence));
}

} // namespace learnlab::ui
