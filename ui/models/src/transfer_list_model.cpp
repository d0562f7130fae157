#include "ui/models/transfer_list_model.h"

#include "ui/models/error_text.h"
#include "ui/models/format.h"

#include "domain/names.h"

namespace learnlab::ui {

using domain::TransferState;

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

TransferListModel::TransferListModel(QObject *parent) : QAbstractListModel(parent) {}

void TransferListModel::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    m_reading = false;
    take({});
    if (m_mirror)
        read();
}

void TransferListModel::applyChange(const mirror::Change &change)
{
    if (m_mirror && (change.transfers || change.everything))
        read();
}

void TransferListModel::setLiveNumbers(const Backend::LiveNumbers &numbers)
{
    m_live = numbers;
    for (int row = 0; row < m_transfers.size(); ++row) {
        if (m_live.contains(m_transfers.at(row).id))
            Q_EMIT dataChanged(index(row), index(row));
    }
}

int TransferListModel::count(TransferTab tab) const
{
    return static_cast<int>(std::count_if(m_transfers.cbegin(), m_transfers.cend(),
                                          [tab](const domain::Transfer &transfer) { return tabOf(transfer.state) == tab; }));
}

void TransferListModel::read()
{
    if (m_reading) {
        m_dirty = true;
        return;
    }
    m_reading = true;
    m_dirty = false;
    m_mirror->ask<QList<domain::Transfer>>(
        this, [](const mirror::Reader &reader) { return reader.transfers(); },
        [this, asked = m_mirror](QList<domain::Transfer> transfers) {
            if (asked != m_mirror)
                return;
            m_reading = false;
            take(std::move(transfers));
            if (m_dirty)
                read();
        });
}

void TransferListModel::take(QList<domain::Transfer> transfers)
{
    const bool sameRows = std::equal(transfers.cbegin(), transfers.cend(), m_transfers.cbegin(), m_transfers.cend(),
                                     [](const auto &a, const auto &b) { return a.id == b.id; });
    if (!sameRows) {
        // The common cases, things put behind and things taken out, keep the selection.
        for (int row = static_cast<int>(m_transfers.size()) - 1; row >= 0; --row) {
            const auto same = [&](const domain::Transfer &transfer) { return transfer.id == m_transfers.at(row).id; };
            if (std::any_of(transfers.cbegin(), transfers.cend(), same))
                continue;
            beginRemoveRows({}, row, row);
            m_transfers.removeAt(row);
            endRemoveRows();
        }
        const bool prefix = transfers.size() >= m_transfers.size()
            && std::equal(m_transfers.cbegin(), m_transfers.cend(), transfers.cbegin(),
                          [](const auto &a, const auto &b) { return a.id == b.id; });
        if (prefix && transfers.size() > m_transfers.size()) {
            beginInsertRows({}, static_cast<int>(m_transfers.size()), static_cast<int>(transfers.size()) - 1);
            m_transfers += transfers.mid(m_transfers.size());
            endInsertRows();
        } else if (!prefix) {
            beginResetModel();
            m_transfers = transfers;
            endResetModel();
        }
    }
    m_transfers = std::move(transfers);
    if (!m_transfers.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT countsChanged();
}

int TransferListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_transfers.size());
}

transfer::Live TransferListModel::liveOf(const domain::Transfer &transfer) const
{
    const auto live = m_live.constFind(transfer.id);
    return live == m_live.cend() ? transfer::Live{transfer.bytesDone, 0} : *live;
}

QString TransferListModel::amountText(const domain::Transfer &transfer) const
{
    const QString total = formatSize(transfer.bytesTotal, m_locale);
    if (transfer.state == TransferState::Done)
        return total;
    return tr("%1 of %2", "bytes done, bytes in all").arg(formatSize(liveOf(transfer).bytesDone, m_locale), total);
}

QString TransferListModel::timeText(const domain::Transfer &transfer) const
{
    switch (transfer.state) {
    case TransferState::Queued:
        return tr("In the queue", "state of a transfer");
    case TransferState::Preparing:
        return tr("Reading", "state of a transfer");
    case TransferState::Sending: {
        const transfer::Live live = liveOf(transfer);
        return formatTimeLeft(transfer.bytesTotal - live.bytesDone, live.bytesPerSecond, m_locale);
    }
    case TransferState::Completing:
        return tr("Checking", "state of a transfer");
    case TransferState::Waiting:
    case TransferState::Failed:
        return transfer.error ? errorLabel(transfer.error->code) : tr("Waiting", "state of a transfer");
    case TransferState::Paused:
        return tr("Paused", "state of a transfer");
    case TransferState::Done:
        return tr("Done", "state of a transfer");
    case TransferState::Cancelled:
        return tr("Cancelled", "state of a transfer");
    }
    return {};
}

QVariant TransferListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const domain::Transfer &transfer = m_transfers.at(index.row());
    const bool moving = tabOf(transfer.state) == TransferTab::Active;
    switch (role) {
    case Qt::DisplayRole:
        return domain::displayName(transfer.filename);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(domain::displayName(transfer.filename), amountText(transfer), timeText(transfer));
    case Qt::ToolTipRole:
    case TransferErrorTextRole:
        return transfer.error && !domain::isFinal(transfer.state) ? errorText(*transfer.error).sentence() : QString();
    case TransferIdRole:
        return domain::toBlob(transfer.id);
    case TransferStateRole:
        return QVariant::fromValue(transfer.state);
    case TransferKindRole:
        return QVariant::fromValue(transfer.kind);
    case TransferTabRole:
        return QVariant::fromValue(tabOf(transfer.state));
    case TransferFileTypeRole:
        return QVariant::fromValue(fileTypeOf(transfer.filename, transfer.mimeType));
    case TransferProgressRole:
        if (transfer.state == TransferState::Done)
            return 1.0;
        return transfer.bytesTotal > 0 ? static_cast<double>(liveOf(transfer).bytesDone) / static_cast<double>(transfer.bytesTotal) : 0.0;
    case TransferAmountRole:
        return amountText(transfer);
    case TransferSpeedRole: {
        const qint64 speed = liveOf(transfer).bytesPerSecond;
        return transfer.state == TransferState::Sending && speed > 0 ? formatSpeed(speed, m_locale) : QString();
    }
    case TransferTimeRole:
        return timeText(transfer);
    case TransferCanPauseRole:
        return moving || transfer.state == TransferState::Waiting;
    case TransferCanResumeRole:
        return transfer.state == TransferState::Paused;
    case TransferCanRetryRole:
        return transfer.state == TransferState::Failed || transfer.state == TransferState::Waiting;
    case TransferCanCancelRole:
        return !domain::isFinal(transfer.state);
    case TransferIsConflictRole:
        return transfer.state == TransferState::Failed && transfer.error && transfer.error->code == domain::ErrorCode::NameTaken;
    default:
        return {};
    }
}

} // namespace learnlab::ui
