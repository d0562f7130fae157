#include "ui/models/transfer_tree_model.h"

#include "list_diff.h"
#include "transfer_rows.h"

#include <QMimeData>

#include <chrono>

namespace learnlab::ui {

using domain::TransferState;

namespace {

using namespace std::chrono_literals;

constexpr auto pauseBetweenTabs = 200ms;

QString transferMimeType()
{
    return QStringLiteral("application/x-learnlab-transfer");
}

QList<domain::ItemRef> keysOf(const std::vector<std::shared_ptr<TransferTreeModel::Row>> &rows)
{
    QList<domain::ItemRef> keys;
    for (const auto &row : rows)
        keys.append(row->key());
    return keys;
}

QList<domain::ItemRef> keysOf(const QList<domain::Transfer> &transfers)
{
    QList<domain::ItemRef> keys;
    for (const domain::Transfer &transfer : transfers)
        keys.append({domain::ItemKind::File, transfer.id.bytes()});
    return keys;
}

} // namespace

TransferTab tabOf(TransferState state)
{
    switch (state) {
    case TransferState::Waiting:
    case TransferState::Paused:
        return TransferTab::Waiting;
    case TransferState::Failed:
        return TransferTab::Failed;
    case TransferState::Done:
    case TransferState::Cancelled:
        return TransferTab::Done;
    case TransferState::Queued:
    case TransferState::Preparing:
    case TransferState::Sending:
    case TransferState::Completing:
        break;
    }
    return TransferTab::Active;
}

TransferTreeModel::TransferTreeModel(QObject *parent) : QAbstractItemModel(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenTabs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_dirty)
            read();
    });
}

TransferTreeModel::~TransferTreeModel() = default;

void TransferTreeModel::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    ++m_generation;
    m_reading = m_dirty = false;
    m_open.clear();
    take({});
    if (m_mirror)
        read();
}

void TransferTreeModel::setTab(TransferTab tab)
{
    if (std::exchange(m_tab, tab) == tab)
        return;
    ++m_generation;
    m_reading = false;
    takeRows({});
    if (m_mirror)
        read();
}

void TransferTreeModel::setOpen(const QModelIndex &index, bool open)
{
    const domain::TransferId group = groupAt(index);
    if (group.isNull() || open == m_open.contains(group))
        return;
    if (open)
        m_open.insert(group);
    else
        m_open.remove(group);
    if (m_mirror && open) {
        m_dirty = true;
        if (!m_reading)
            read();
    }
}

void TransferTreeModel::applyChange(const mirror::Change &change)
{
    if (!m_mirror || !(change.transfers || change.account || change.everything))
        return;
    m_dirty = true;
    if (!m_reading && !m_pause.isActive())
        read();
}

void TransferTreeModel::read()
{
    m_reading = true;
    m_dirty = false;
    m_mirror->ask<std::shared_ptr<Listing>>(
        this,
        [tab = m_tab, open = m_open](const mirror::Reader &reader) {
            return std::make_shared<Listing>(readTransfers(reader, tab, open));
        },
        [this, generation = m_generation](const std::shared_ptr<Listing> &listing) {
            if (generation != m_generation)
                return;
            m_reading = false;
            take(*listing);
            m_pause.start();
        });
}

void TransferTreeModel::take(const Listing &listing)
{
    if (std::exchange(m_room, listing.room) != listing.room && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    takeRows(listing.rows);
    m_counts = listing.counts;
    Q_EMIT countsChanged();
}

void TransferTreeModel::takeRows(const std::vector<RowPointer> &rows)
{
    QHash<domain::ItemRef, RowPointer> before;
    for (const RowPointer &row : m_rows)
        before.insert(row->key(), row);
    const QList<domain::ItemRef> target = keysOf(rows);
    QHash<domain::ItemRef, RowPointer> after;
    for (const RowPointer &row : rows)
        after.insert(row->key(), before.value(row->key(), row));
    for (const ListStep &step : stepsBetween(keysOf(m_rows), target)) {
        const auto first = m_rows.begin() + step.first;
        const int last = step.first + step.count - 1;
        if (step.kind == ListStep::Kind::Remove) {
            beginRemoveRows({}, step.first, last);
            m_rows.erase(first, first + step.count);
            endRemoveRows();
        } else if (step.kind == ListStep::Kind::Insert) {
            beginInsertRows({}, step.first, last);
            std::vector<RowPointer> added;
            for (const domain::ItemRef &key : step.refs)
                added.push_back(after.value(key));
            m_rows.insert(first, added.begin(), added.end());
            endInsertRows();
        } else {
            Q_EMIT layoutAboutToBeChanged();
            const QModelIndexList old = persistentIndexList();
            QModelIndexList moved;
            for (const QModelIndex &index : old) {
                const int row = index.row() - step.first;
                const bool stays = index.internalPointer() || row < 0 || row >= step.count;
                moved.append(stays ? index : createIndex(step.first + step.places.at(row), index.column()));
            }
            for (int i = 0; i < step.count; ++i)
                m_rows.at(static_cast<size_t>(step.first + i)) = after.value(step.refs.at(i));
            changePersistentIndexList(old, moved);
            Q_EMIT layoutChanged();
        }
    }
    // Rows that stayed take what is new in them; the object, to which their children's indexes point, stays.
    for (size_t i = 0; i < rows.size(); ++i) {
        Row &row = *m_rows.at(i);
        const Row &news = *rows.at(i);
        if (row.kind == TransferRowKind::Group && &row != &news)
            takeChildren(row, news.children);
        row.transfer = news.transfer;
        row.group = news.group;
        row.sending = news.sending;
        row.first = news.first;
        row.position = news.position;
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, 0));
}

void TransferTreeModel::takeChildren(Row &row, const QList<domain::Transfer> &children)
{
    const QModelIndex parent = indexOf(row);
    QList<ListStep> steps = stepsBetween(keysOf(row.children), keysOf(children));
    const bool reordered = std::any_of(steps.cbegin(), steps.cend(), [](const ListStep &step) { return step.kind == ListStep::Kind::Order; });
    if (reordered) { // rare: all go and come again, without a place for a selection to be lost at
        beginRemoveRows(parent, 0, static_cast<int>(row.children.size()) - 1);
        row.children.clear();
        endRemoveRows();
        steps = stepsBetween({}, keysOf(children));
    }
    QHash<domain::ItemRef, domain::Transfer> byKey;
    for (const domain::Transfer &child : children)
        byKey.insert({domain::ItemKind::File, child.id.bytes()}, child);
    for (const ListStep &step : steps) {
        const int last = step.first + step.count - 1;
        if (step.kind == ListStep::Kind::Remove) {
            beginRemoveRows(parent, step.first, last);
            row.children.remove(step.first, step.count);
            endRemoveRows();
        } else {
            beginInsertRows(parent, step.first, last);
            for (int i = 0; i < step.count; ++i)
                row.children.insert(step.first + i, byKey.value(step.refs.at(i)));
            endInsertRows();
        }
    }
    row.children = children;
    if (!children.isEmpty())
        Q_EMIT dataChanged(index(0, 0, parent), index(static_cast<int>(children.size()) - 1, 0, parent));
}

void TransferTreeModel::setLiveNumbers(const Backend::LiveNumbers &numbers)
{
    const Backend::LiveNumbers before = std::exchange(m_live, numbers);
    const auto moves = [&](const domain::TransferId &id) { return before.contains(id) || numbers.contains(id); };
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = *m_rows.at(i);
        const QModelIndex top = index(static_cast<int>(i), 0);
        if (row.kind == TransferRowKind::Transfer ? moves(row.transfer.id) : !row.sending.isEmpty())
            Q_EMIT dataChanged(top, top);
        for (int child = 0; child < row.children.size(); ++child) {
            if (moves(row.children.at(child).id))
                Q_EMIT dataChanged(index(child, 0, top), index(child, 0, top));
        }
    }
}

QModelIndex TransferTreeModel::indexOf(const Row &row) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const RowPointer &other) { return other.get() == &row; });
    return found == m_rows.cend() ? QModelIndex() : createIndex(static_cast<int>(found - m_rows.cbegin()), 0);
}

QModelIndex TransferTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return parent.isValid() ? createIndex(row, 0, m_rows.at(static_cast<size_t>(parent.row())).get()) : createIndex(row, 0);
}

QModelIndex TransferTreeModel::parent(const QModelIndex &index) const
{
    const auto *above = static_cast<const Row *>(index.internalPointer());
    return above ? indexOf(*above) : QModelIndex();
}

int TransferTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    return parent.internalPointer() ? 0 : static_cast<int>(m_rows.at(static_cast<size_t>(parent.row()))->children.size());
}

int TransferTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool TransferTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_rows.empty();
    return !parent.internalPointer() && m_rows.at(static_cast<size_t>(parent.row()))->kind == TransferRowKind::Group;
}

const domain::Transfer *TransferTreeModel::transferAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (const auto *above = static_cast<const Row *>(index.internalPointer()))
        return &above->children.at(index.row());
    const Row &row = *m_rows.at(static_cast<size_t>(index.row()));
    return row.kind == TransferRowKind::Transfer ? &row.transfer : nullptr;
}

domain::TransferId TransferTreeModel::groupAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalPointer())
        return {};
    const Row &row = *m_rows.at(static_cast<size_t>(index.row()));
    return row.kind == TransferRowKind::Group ? row.group.group.id : domain::TransferId();
}

Qt::ItemFlags TransferTreeModel::flags(const QModelIndex &index) const
{
    const bool ordered = m_tab == TransferTab::Active || m_tab == TransferTab::Waiting;
    if (!index.isValid())
        return ordered ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    const Row &row = *m_rows.at(static_cast<size_t>(index.internalPointer() ? index.parent().row() : index.row()));
    if (row.kind == TransferRowKind::Section)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const domain::Transfer *transfer = transferAt(index);
    if (!index.internalPointer() && transfer && ordered && tabOf(transfer->state) == m_tab)
        flags |= Qt::ItemIsDragEnabled;
    if (transfer)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QStringList TransferTreeModel::mimeTypes() const
{
    return {transferMimeType()};
}

QMimeData *TransferTreeModel::mimeData(const QModelIndexList &indexes) const
{
    const domain::Transfer *transfer = indexes.isEmpty() ? nullptr : transferAt(indexes.first());
    if (!transfer)
        return nullptr;
    auto *data = new QMimeData; // the drag owns it
    data->setData(transferMimeType(), domain::toBlob(transfer->id));
    return data;
}

bool TransferTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent)
{
    const QByteArray blob = data->data(transferMimeType());
    if (blob.size() != 16 || parent.isValid())
        return false;
    // Before the row below the place, or before the first of it if that is a group; behind the last of the queue else.
    domain::TransferId before;
    if (row >= 0 && row < static_cast<int>(m_rows.size())) {
        const Row &below = *m_rows.at(static_cast<size_t>(row));
        if (below.kind == TransferRowKind::Transfer && tabOf(below.transfer.state) != TransferTab::Failed)
            before = below.transfer.id;
        else if (below.kind == TransferRowKind::Group)
            before = below.first;
    }
    const auto id = domain::fromBlob<domain::TransferId>(blob);
    if (before != id)
        Q_EMIT orderRequested(id, before);
    return false; // nothing to take away here: the rows follow the queue
}

} // namespace learnlab::ui
