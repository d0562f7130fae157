#include "ui/models/file_list_model.h"

#include "list_diff.h"

namespace learnlab::ui {

namespace {

constexpr int cachedRows = 5000;
constexpr int firstScreen = 100;
constexpr int pageSize = 100;
constexpr int recentLimit = 200;
constexpr int searchLimit = 500;

QList<domain::ItemRef> refsOf(const mirror::Reader &reader, const Place &place, mirror::Sort sort)
{
    switch (place.view) {
    case Place::View::Folder:
        return reader.childIds(place.folder, sort);
    case Place::View::Recent:
        return reader.recentIds(recentLimit);
    case Place::View::Offline:
        return reader.offlineIds(sort);
    case Place::View::Trash:
        return reader.trashIds();
    case Place::View::Search:
        return reader.searchIds(place.text, searchLimit);
    }
    return {};
}

bool hasPath(const Place &place)
{
    return place.view != Place::View::Folder;
}

mirror::SortKey keyOf(FileColumn column)
{
    switch (column) {
    case FileColumn::Size:
        return mirror::SortKey::Size;
    case FileColumn::Type:
        return mirror::SortKey::Type;
    case FileColumn::Modified:
        return mirror::SortKey::Modified;
    case FileColumn::Status:
        return mirror::SortKey::Status;
    case FileColumn::Name:
        break;
    }
    return mirror::SortKey::Name;
}

} // namespace

FileListModel::FileListModel(const support::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_rows(cachedRows)
{
}

void FileListModel::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    ++m_generation; // answers of the old mirror are not for us any more
    m_loading = false;
    beginResetModel();
    m_refs.clear();
    m_rows.clear();
    m_wanted.clear();
    endResetModel();
    m_reset = true;
    if (m_mirror)
        read();
}

void FileListModel::setPlace(const Place &place)
{
    m_place = place;
    m_reset = true;
    m_loading = false;
    if (m_mirror)
        read();
}

void FileListModel::setOffline(bool offline)
{
    if (m_offline == offline)
        return;
    m_offline = offline;
    if (!m_refs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, fileColumnCount - 1));
}

void FileListModel::setLiveNumbers(const Backend::LiveNumbers &numbers)
{
    const bool moving = !m_live.isEmpty() || !numbers.isEmpty();
    m_live = numbers;
    // One signal for all rows: a view repaints those that it shows, which is cheaper than looking for the few that moved.
    if (moving && !m_refs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, fileColumnCount - 1), {ProgressRole});
}

bool FileListModel::concerns(const mirror::Change &change) const
{
    if (change.everything)
        return true;
    switch (m_place.view) {
    case Place::View::Folder:
        return change.folders.contains(m_place.folder);
    case Place::View::Trash:
        return change.trash;
    case Place::View::Recent:
    case Place::View::Offline:
    case Place::View::Search:
        return !change.folders.isEmpty() || !change.items.isEmpty() || change.trash;
    }
    return true;
}

void FileListModel::applyChange(const mirror::Change &change)
{
    if (!m_mirror)
        return;
    if (concerns(change)) {
        read();
        return;
    }
    QList<domain::ItemRef> shown;
    for (const domain::ItemRef &ref : change.items) {
        if (m_rows.contains(ref))
            shown.append(ref);
    }
    // A folder shows the worst state inside it, however deep: the change names the thing itself only.
    if (change.transfers || change.operations)
        shown += cachedFolders();
    if (shown.isEmpty())
        return;
    const bool withPath = hasPath(m_place);
    m_mirror->ask<QList<mirror::ItemRow>>(
        this, [shown, withPath](const mirror::Reader &reader) { return reader.rows(shown, withPath); },
        [this](QList<mirror::ItemRow> rows) { rowsChanged(rows); });
}

QList<domain::ItemRef> FileListModel::cachedFolders() const
{
    QList<domain::ItemRef> folders = m_rows.keys();
    folders.removeIf([](const domain::ItemRef &ref) { return ref.kind != domain::ItemKind::Folder; });
    return folders.mid(0, firstScreen);
}

void FileListModel::read()
{
    if (m_loading && !m_reset) {
        m_dirty = true; // one more reading after this one will see it all
        return;
    }
    m_loading = true;
    m_dirty = false;
    const bool reset = std::exchange(m_reset, false);
    const quint64 generation = ++m_generation;
    // What is on the screen now is read again in the same snapshot, so that nothing flickers.
    const QList<domain::ItemRef> cached = reset ? QList<domain::ItemRef>() : m_rows.keys();
    m_mirror->ask<Listing>(
        this,
        [place = m_place, sort = m_sort, cached](const mirror::Reader &reader) {
            Listing listing;
            listing.refs = refsOf(reader, place, sort);
            listing.first = reader.rows(cached.isEmpty() ? listing.refs.mid(0, firstScreen) : cached, hasPath(place));
            return listing;
        },
        [this, generation, reset](Listing listing) {
            if (generation == m_generation)
                take(std::move(listing), reset);
        });
}

void FileListModel::take(Listing listing, bool reset)
{
    m_loading = false;
    if (reset) {
        beginResetModel();
        m_refs = std::move(listing.refs);
        m_rows.clear();
        m_wanted.clear();
        rememberRows(listing.first);
        endResetModel();
    } else {
        m_wanted.clear();
        reorder(listing.refs);
        rowsChanged(listing.first);
    }
    Q_EMIT loaded();
    if (m_dirty)
        read();
}

void FileListModel::reorder(const QList<domain::ItemRef> &target)
{
    const ListDiff diff = diffLists(m_refs, target);
    if (diff.tooMany) { // moving every row one by one would take longer than a frame
        beginResetModel();
        m_refs = target;
        endResetModel();
        return;
    }
    for (const ListDiff::Range &range : diff.removals) {
        beginRemoveRows({}, range.first, range.last);
        m_refs.remove(range.first, range.last - range.first + 1);
        endRemoveRows();
    }
    if (diff.reordered) {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QHash<domain::ItemRef, int> rows;
        for (int row = 0; row < diff.kept.size(); ++row)
            rows.insert(diff.kept.at(row), row);
        QModelIndexList after;
        for (const QModelIndex &old : before)
            after.append(index(rows.value(m_refs.at(old.row())), old.column()));
        m_refs = diff.kept;
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }
    for (const ListDiff::Range &range : diff.insertions) {
        beginInsertRows({}, range.first, range.last);
        const qsizetype count = range.last - range.first + 1;
        m_refs.insert(range.first, count, domain::ItemRef{});
        std::copy_n(target.cbegin() + range.first, count, m_refs.begin() + range.first);
        endInsertRows();
    }
}

void FileListModel::rememberRows(const QList<mirror::ItemRow> &rows)
{
    for (const mirror::ItemRow &row : rows)
        m_rows.insert(row.ref, new mirror::ItemRow(row)); // QCache owns it
}

void FileListModel::rowsChanged(const QList<mirror::ItemRow> &rows)
{
    rememberRows(rows);
    QSet<domain::ItemRef> changed;
    for (const mirror::ItemRow &row : rows)
        changed.insert(row.ref);
    int first = -1;
    int last = -1;
    for (int row = 0; row < m_refs.size() && !changed.isEmpty(); ++row) {
        if (!changed.remove(m_refs.at(row)))
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, fileColumnCount - 1));
}

const mirror::ItemRow *FileListModel::rowAt(int row) const
{
    return row >= 0 && row < m_refs.size() ? m_rows.object(m_refs.at(row)) : nullptr;
}

void FileListModel::wantRow(int row) const
{
    m_wanted.insert(row / pageSize);
    if (std::exchange(m_fetchScheduled, true))
        return;
    auto *self = const_cast<FileListModel *>(this); // reading ahead changes nothing that a view can see yet
    QMetaObject::invokeMethod(self, [self] { self->fetchWanted(); }, Qt::QueuedConnection);
}

void FileListModel::fetchWanted()
{
    m_fetchScheduled = false;
    if (!m_mirror)
        return;
    QList<domain::ItemRef> refs;
    for (const int page : std::exchange(m_wanted, {}))
        refs += m_refs.mid(static_cast<qsizetype>(page) * pageSize, pageSize);
    const quint64 generation = m_generation;
    m_mirror->ask<QList<mirror::ItemRow>>(
        this, [refs, withPath = hasPath(m_place)](const mirror::Reader &reader) { return reader.rows(refs, withPath); },
        [this, generation](QList<mirror::ItemRow> rows) {
            if (generation == m_generation)
                rowsChanged(rows);
        });
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_refs.size());
}

int FileListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : fileColumnCount;
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const domain::ItemRef &ref = m_refs.at(index.row());
    if (role == IdRole)
        return QByteArray(reinterpret_cast<const char *>(ref.id.data()), 16);
    if (role == IsFolderRole)
        return ref.kind == domain::ItemKind::Folder;
    const mirror::ItemRow *row = m_rows.object(ref);
    if (!row) {
        wantRow(index.row());
        return {};
    }
    return rowData(*row, static_cast<FileColumn>(index.column()), role);
}

Qt::ItemFlags FileListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const bool trash = m_place.view == Place::View::Trash;
    if (!trash && m_refs.at(index.row()).kind == domain::ItemKind::Folder)
        flags |= Qt::ItemIsDropEnabled;
    if (!trash && index.column() == static_cast<int>(FileColumn::Name))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool FileListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const QString name = value.toString();
    const mirror::ItemRow *row = rowAt(index.row());
    if (!row || name.isEmpty() || name == row->name)
        return false;
    Q_EMIT renameRequested(row->ref, name);
    return true;
}

void FileListModel::sort(int column, Qt::SortOrder order)
{
    const mirror::Sort sort{keyOf(static_cast<FileColumn>(column)), order == Qt::DescendingOrder};
    if (sort.key == m_sort.key && sort.descending == m_sort.descending)
        return;
    m_sort = sort;
    m_dirty = true; // also when a reading in the old order is under way
    if (m_mirror && !m_loading)
        read();
}

} // namespace learnlab::ui
