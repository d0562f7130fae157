// What FileListModel tells of a row: the values behind the roles and the finished texts.
#include "ui/models/change_list_model.h"
#include "ui/models/file_list_model.h"
#include "ui/models/format.h"

#include "domain/names.h"

#include <QDateTime>
#include <QTimeZone>

namespace learnlab::ui {

namespace {

QDateTime dateTime(support::Timestamp time)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

QVariantList placesOf(const QList<std::pair<qsizetype, qsizetype>> &matches)
{
    QVariantList places;
    for (const auto &[start, length] : matches)
        places << static_cast<int>(start) << static_cast<int>(length);
    return places;
}

bool isFolder(const mirror::ItemRow &row)
{
    return row.ref.kind == domain::ItemKind::Folder;
}

} // namespace

ItemStatus FileListModel::statusOf(const mirror::ItemRow &row) const
{
    if (row.lostOnServer && row.transferId.isNull())
        return ui::ItemStatus::Failed;
    switch (row.status) {
    case mirror::ItemStatus::Failed:
        return ui::ItemStatus::Failed;
    case mirror::ItemStatus::Conflict:
        return ui::ItemStatus::Conflict;
    case mirror::ItemStatus::Uploading:
        return m_offline ? ui::ItemStatus::WaitingForNetwork : ui::ItemStatus::Uploading;
    case mirror::ItemStatus::Waiting:
        return ui::ItemStatus::WaitingForNetwork;
    case mirror::ItemStatus::WillUpload:
        return m_offline ? ui::ItemStatus::WaitingForNetwork : ui::ItemStatus::WillUpload;
    case mirror::ItemStatus::AvailableOffline:
        return ui::ItemStatus::AvailableOffline;
    case mirror::ItemStatus::Synced:
        break;
    }
    return m_offline && !isFolder(row) && !row.available ? ui::ItemStatus::OnlineOnly : ui::ItemStatus::Synced;
}

double FileListModel::progressOf(const mirror::ItemRow &row) const
{
    const auto live = m_live.constFind(row.transferId);
    if (live == m_live.cend() || row.size <= 0 || isFolder(row))
        return row.progress;
    return std::clamp(static_cast<double>(live->bytesDone) / static_cast<double>(row.size), 0.0, 1.0);
}

QString FileListModel::displayText(const mirror::ItemRow &row, FileColumn column) const
{
    switch (column) {
    case FileColumn::Name:
        return domain::displayName(row.name);
    case FileColumn::Size:
        return isFolder(row) ? formatItemCount(row.size, m_locale) : formatSize(row.size, m_locale);
    case FileColumn::Type:
        return isFolder(row) ? tr("Folder") : typeName(row.name, row.mimeType);
    case FileColumn::Modified:
        return formatWhen(row.deletedAt.value_or(row.modifiedAt), m_clock.now(), m_locale);
    case FileColumn::Status:
        break;
    }
    if (row.status == mirror::ItemStatus::WillUpload && !row.lostOnServer)
        return waitingText(row);
    switch (statusOf(row)) {
    case ItemStatus::Synced:
        return row.keeping == mirror::Keeping::Fetching ? tr("Fetching", "status of what is to be kept offline")
            : row.keeping == mirror::Keeping::Partly    ? tr("Partly offline", "status of what is to be kept offline")
                                                        : QString();
    case ItemStatus::Uploading:
        return {};
    case ItemStatus::AvailableOffline:
        return tr("Available offline", "status of a file");
    case ItemStatus::WillUpload:
        return waitingText(row);
    case ItemStatus::WaitingForNetwork:
        return row.paused ? tr("Paused", "status of a file") : tr("Waiting for network", "status of a file");
    case ItemStatus::Failed:
        return row.lostOnServer ? tr("Only here", "status of a file that a restored server lacks") : tr("Failed", "status of a file");
    case ItemStatus::Conflict:
        return tr("Conflict", "status of a file");
    case ItemStatus::OnlineOnly:
        return tr("Online only", "status of a file");
    }
    return {};
}

QString FileListModel::waitingText(const mirror::ItemRow &row) const
{
    // No bytes wait where no transfer does, or where only something inside of a folder is changed.
    if (!row.transferId.isNull() || (m_waiting.isEmpty() && isFolder(row)))
        return m_offline ? tr("Waiting for network", "status of a file") : tr("Will upload later", "status of a file");
    const auto change = m_waiting.constFind(row.ref);
    if (change == m_waiting.cend())
        return tr("Changes waiting", "status of a file or a folder");
    switch (*change) {
    case domain::OperationKind::CreateFolder:
        return tr("Will be created later", "status of a folder");
    case domain::OperationKind::Rename:
        return tr("Will be renamed later", "status of a file or a folder");
    case domain::OperationKind::Move:
        return tr("Will be moved later", "status of a file or a folder");
    case domain::OperationKind::Trash:
        return tr("Will move to trash later", "status of a file or a folder");
    case domain::OperationKind::Restore:
        return tr("Will be restored later", "status of a file or a folder");
    }
    return {};
}

QString FileListModel::accessibleText(const mirror::ItemRow &row) const
{
    QStringList parts{displayText(row, FileColumn::Name), displayText(row, FileColumn::Type), displayText(row, FileColumn::Size)};
    const double progress = progressOf(row);
    if (statusOf(row) == ItemStatus::Uploading)
        parts << (progress < 0 ? tr("uploading") : tr("uploading, %1 percent").arg(static_cast<int>(progress * 100)));
    else
        parts << displayText(row, FileColumn::Status);
    parts << m_snippets.value(row.ref).text;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant FileListModel::snippetData(const mirror::ItemRow &row, int role) const
{
    const inside::Snippet snippet = m_snippets.value(row.ref);
    if (role == SnippetRole)
        return snippet.text;
    return placesOf(snippet.marks);
}

QVariant FileListModel::rowData(const mirror::ItemRow &row, FileColumn column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::EditRole:
    case NameRole:
        return row.name;
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == FileColumn::Size ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == FileColumn::Name ? accessibleText(row) : displayText(row, column);
    case Qt::ToolTipRole:
        return statusOf(row) == ItemStatus::OnlineOnly
            ? tr("This file is not on this computer. Connect to open it, or choose “Keep offline” next time you are online.")
            : QString();
    case FileTypeRole:
        return QVariant::fromValue(isFolder(row) ? FileType::Unknown : fileTypeOf(row.name, row.mimeType));
    case SizeRole:
        return row.size;
    case ModifiedRole:
        return dateTime(row.modifiedAt);
    case StatusRole:
        return QVariant::fromValue(statusOf(row));
    case ProgressRole:
        return progressOf(row);
    case StatusTextRole:
        if (row.lostOnServer)
            return tr("The server was restored and does not have this file any more. It is safe on this computer. Retry uploads it again.");
        if (statusOf(row) == ItemStatus::Synced && row.keeping == mirror::Keeping::Partly)
            return tr("Not all of it is on this computer: there is no room for the rest.");
        if (statusOf(row) == ItemStatus::Synced && row.keeping == mirror::Keeping::Fetching)
            return tr("On its way to this computer, to be there without a network.");
        return statusOf(row) == ItemStatus::Synced ? tr("Synced and verified") : displayText(row, FileColumn::Status);
    case AvailableRole:
        return row.available;
    case DimmedRole:
        return statusOf(row) == ItemStatus::OnlineOnly || isCut(row.ref);
    case PathRole:
        return placeText(row.path);
    case MatchesRole:
        return placesOf(mirror::matchesIn(row.name, m_words));
    case SnippetRole:
    case SnippetMatchesRole:
        return snippetData(row, role);
    default:
        return {};
    }
}

QVariant FileListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<FileColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column == FileColumn::Size ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case FileColumn::Name:
        return tr("Name", "column header");
    case FileColumn::Size:
        return tr("Size", "column header");
    case FileColumn::Type:
        return tr("Type", "column header");
    case FileColumn::Modified:
        return m_place.view == Place::View::Trash ? tr("Deleted", "column header") : tr("Modified", "column header");
    case FileColumn::Status:
        return tr("Status", "column header");
    }
    return {};
}

} // namespace learnlab::ui
