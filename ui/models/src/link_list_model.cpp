#include "ui/models/link_list_model.h"

#include "ui/models/change_list_model.h"
#include "ui/models/format.h"

#include "domain/names.h"

namespace learnlab::ui {

bool hasEnded(const domain::Link &link, support::Timestamp now)
{
    return link.expiresAt && *link.expiresAt <= now;
}

QString linkStanding(const domain::Link &link, bool open, support::Timestamp now, const QLocale &locale)
{
    if (!open)
        return LinkListModel::tr("Closed: in trash", "@info a link whose file is in trash");
    if (!link.expiresAt)
        return LinkListModel::tr("Does not end", "@info a link without an end");
    const QString when = formatWhen(*link.expiresAt, now, locale);
    return hasEnded(link, now) ? LinkListModel::tr("Ended %1", "@info day and time").arg(when)
                               : LinkListModel::tr("Ends %1", "@info day and time").arg(when);
}

LinkListModel::LinkListModel(const support::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void LinkListModel::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    if (mirror)
        reread();
    else
        take({});
}

void LinkListModel::reread()
{
    using Rows = QList<mirror::LinkRow>;
    if (!m_mirror)
        return;
    m_mirror->ask<Rows>(
        this, [](const mirror::Reader &reader) { return reader.links(); }, [this](Rows rows) { take(std::move(rows)); }, true);
}

void LinkListModel::take(QList<mirror::LinkRow> rows)
{
    // Rows that stay are told as changed, so that a selection outlives a count that moved.
    const auto same = [](const mirror::LinkRow &a, const mirror::LinkRow &b) { return a.link.id == b.link.id; };
    if (rows.size() == m_rows.size() && std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), same)) {
        m_rows = std::move(rows);
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT loaded();
}

const mirror::LinkRow *LinkListModel::rowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int LinkListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LinkListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LinkListModel::textOf(const mirror::LinkRow &row, int column) const
{
    const QLocale locale;
    switch (column) {
    case Name:
        return row.name.isEmpty() ? tr("A file that is not in the list yet") : domain::displayName(row.name);
    case Where:
        return row.name.isEmpty() ? QString() : domain::displayName(placeText(row.path));
    case Ends: {
        const QString standing = linkStanding(row.link, row.open, m_clock.now(), locale);
        return row.link.hasPassword ? tr("%1 · password", "@info how a link stands").arg(standing) : standing;
    }
    case Downloads:
        return locale.toString(row.link.opened);
    default:
        return {};
    }
}

QVariant LinkListModel::data(const QModelIndex &index, int role) const
{
    const mirror::LinkRow *row = rowAt(index.row());
    if (!row || !index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name || index.column() == Where ? textOf(*row, index.column()) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Name
                   ? QStringList{textOf(*row, Name), textOf(*row, Where), textOf(*row, Ends)}.join(QStringLiteral(", "))
                   : textOf(*row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Downloads ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case OpenRole:
        return row->open && !hasEnded(row->link, m_clock.now());
    default:
        return {};
    }
}

QVariant LinkListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Downloads ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Where:
        return tr("Where");
    case Ends:
        return tr("Link");
    case Downloads:
        return tr("Downloads");
    default:
        return {};
    }
}

} // namespace learnlab::ui
