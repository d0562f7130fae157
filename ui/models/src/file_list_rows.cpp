// The rows that FileListModel holds: which were looked at, which have to be read again, and where they stand now.
#include "file_listing.h"

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int pageSize = 100;
constexpr qsizetype mostRowsTold = 64; ///< one by one; more are told as one range

} // namespace

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
    QList<domain::ItemRef> moved;
    const auto add = [&](const Backend::LiveNumbers &live) {
        for (auto it = live.cbegin(); it != live.cend(); ++it) {
            if (const auto ref = m_moving.constFind(it.key()); ref != m_moving.cend())
                moved.append(*ref);
        }
    };
    add(m_live);
    add(numbers);
    m_live = numbers;
    tellChanged(moved, {ProgressRole});
}

void FileListModel::setCut(const QSet<QByteArray> &ids)
{
    if (ids == m_cut)
        return;
    m_cut = ids;
    if (!m_refs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, fileColumnCount - 1), {DimmedRole});
}

void FileListModel::setWaiting(const QHash<domain::ItemRef, domain::OperationKind> &waiting)
{
    if (waiting == m_waiting)
        return;
    m_waiting = waiting;
    if (!m_refs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, fileColumnCount - 1));
}

bool FileListModel::isCut(const domain::ItemRef &ref) const
{
    return !m_cut.isEmpty() && m_cut.contains(domain::toBlob(domain::FileId(ref.id)));
}

void FileListModel::noteStale(const mirror::Change &change)
{
    if (change.everything) {
        m_allStale = true;
        return;
    }
    for (const domain::ItemRef &ref : change.items) {
        if (m_rows.contains(ref))
            m_stale.insert(ref);
    }
    // A folder shows the worst state inside it, however deep: the change names the thing itself only.
    if (!change.transfers && !change.operations)
        return;
    for (const domain::ItemRef &ref : m_shown) {
        if (ref.kind == domain::ItemKind::Folder && m_rows.contains(ref))
            m_stale.insert(ref);
    }
}

QList<domain::ItemRef> FileListModel::takeStale()
{
    QSet<domain::ItemRef> stale = std::exchange(m_stale, {});
    if (std::exchange(m_allStale, false)) {
        ++m_epoch; // what is out of sight is read again when it comes into sight
        for (const domain::ItemRef &ref : m_shown) {
            if (m_rows.contains(ref))
                stale.insert(ref);
        }
    }
    return {stale.cbegin(), stale.cend()};
}

void FileListModel::rememberRows(const QList<mirror::ItemRow> &rows)
{
    for (const mirror::ItemRow &row : rows) {
        const Cached *before = m_rows.object(row.ref);
        if (before && !before->row.transferId.isNull())
            m_moving.remove(before->row.transferId);
        if (!row.transferId.isNull())
            m_moving.insert(row.transferId, row.ref);
        m_rows.insert(row.ref, new Cached{row, before ? before->place : 0, m_epoch}); // QCache owns it
    }
}

void FileListModel::rowsChanged(const QList<mirror::ItemRow> &rows, const QHash<domain::ItemRef, int> &places)
{
    rememberRows(rows);
    QList<domain::ItemRef> refs;
    refs.reserve(rows.size());
    for (const mirror::ItemRow &row : rows) {
        refs.append(row.ref);
        if (const auto place = places.constFind(row.ref); place != places.cend())
            m_rows.object(row.ref)->place = *place; // looking for it in a long list would take a while
    }
    tellChanged(refs, {});
}

int FileListModel::placeOf(const domain::ItemRef &ref) const
{
    const Cached *cached = m_rows.object(ref);
    const int hint = cached ? cached->place : 0;
    if (hint < m_refs.size() && m_refs.at(hint) == ref)
        return hint;
    return static_cast<int>(m_refs.indexOf(ref));
}

void FileListModel::tellChanged(const QList<domain::ItemRef> &refs, const QList<int> &roles)
{
    if (refs.isEmpty() || m_refs.isEmpty())
        return;
    if (refs.size() > mostRowsTold) { // a view repaints what it shows: looking for each row would cost more
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, fileColumnCount - 1), roles);
        return;
    }
    QList<int> places;
    for (const domain::ItemRef &ref : refs) {
        if (const int place = placeOf(ref); place >= 0)
            places.append(place);
    }
    std::sort(places.begin(), places.end());
    for (qsizetype i = 0; i < places.size();) {
        qsizetype end = i + 1;
        while (end < places.size() && places.at(end) <= places.at(end - 1) + 1)
            ++end;
        Q_EMIT dataChanged(index(places.at(i), 0), index(places.at(end - 1), fileColumnCount - 1), roles);
        i = end;
    }
}

const mirror::ItemRow *FileListModel::rowAt(int row) const
{
    const Cached *cached = row >= 0 && row < m_refs.size() ? m_rows.object(m_refs.at(row)) : nullptr;
    return cached ? &cached->row : nullptr;
}

void FileListModel::noteShown(int row) const
{
    if (std::exchange(m_shownRow, row) == row)
        return;
    m_shown[m_shownNext] = m_refs.at(row);
    m_shownNext = (m_shownNext + 1) % m_shown.size();
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
    QHash<domain::ItemRef, int> places;
    for (const int page : std::exchange(m_wanted, {})) {
        const int end = std::min(rowCount(), (page + 1) * pageSize);
        for (int row = page * pageSize; row < end; ++row) {
            refs.append(m_refs.at(row));
            places.insert(m_refs.at(row), row);
        }
    }
    m_mirror->ask<QList<mirror::ItemRow>>(
        this, [refs, withPath = hasPath(m_place)](const mirror::Reader &reader) { return reader.rows(refs, withPath); },
        [this, places, place = m_place](QList<mirror::ItemRow> rows) {
            if (place == m_place)
                rowsChanged(rows, places);
        });
}

void FileListModel::findName(const QString &beginning, int from, QObject *context, std::function<void(int)> answer)
{
    if (!m_mirror || m_refs.isEmpty())
        return answer(-1);
    m_mirror->ask<int>(
        context,
        [refs = m_refs, beginning, from](const mirror::Reader &reader) { return reader.findName(refs, from, beginning); },
        [this, place = m_place, answer = std::move(answer)](int row) {
            answer(place == m_place && row < m_refs.size() ? row : -1);
        },
        true);
}

QModelIndexList FileListModel::match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                     Qt::MatchFlags flags) const
{
    if (role != IdRole)
        return QAbstractTableModel::match(start, role, value, hits, flags);
    const auto id = domain::fromBlob<domain::FileId>(value.toByteArray()).bytes();
    const auto found = std::find_if(m_refs.cbegin(), m_refs.cend(), [&](const domain::ItemRef &ref) { return ref.id == id; });
    return found == m_refs.cend() ? QModelIndexList()
                                  : QModelIndexList{index(static_cast<int>(found - m_refs.cbegin()), start.column())};
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const domain::ItemRef &ref = m_refs.at(index.row());
    if (role == IdRole)
        return QByteArray(reinterpret_cast<const char *>(ref.id.data()), 16);
    if (role == Qt::AccessibleDescriptionRole)
        return tr("%1 of %2", "place of a row in the list").arg(m_locale.toString(index.row() + 1), m_locale.toString(rowCount()));
    noteShown(index.row());
    Cached *row = m_rows.object(ref);
    if (row) {
        row->place = index.row();
        if (row->epoch != m_epoch)
            wantRow(index.row());
        return role == IsFolderRole ? QVariant(ref.kind == domain::ItemKind::Folder)
                                    : rowData(row->row, static_cast<FileColumn>(index.column()), role);
    }
    wantRow(index.row());
    return {};
}

} // namespace learnlab::ui
