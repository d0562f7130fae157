// What TransferTreeModel tells of a row: the values behind the roles and the finished texts.
#include "transfer_rows.h"

#include "ui/models/error_text.h"
#include "ui/models/format.h"

#include "domain/names.h"

#include <algorithm>

namespace learnlab::ui {

using domain::TransferState;

namespace {

TransferState stateOfGroup(const mirror::TransferTotals &totals)
{
    if (totals.underWay > 0)
        return TransferState::Sending;
    if (totals.queued > 0)
        return TransferState::Queued;
    if (totals.waiting > 0)
        return TransferState::Waiting;
    if (totals.paused > 0)
        return TransferState::Paused;
    return totals.failed > 0 ? TransferState::Failed : TransferState::Done;
}

double share(qint64 done, qint64 total)
{
    return total > 0 ? std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0) : 0.0;
}

QString timeLeft(const transfer::Live &live, const QLocale &locale)
{
    return live.timeLeft ? formatTimeLeft(*live.timeLeft, locale) : QString();
}

} // namespace

transfer::Live TransferTreeModel::liveOf(const domain::Transfer &transfer) const
{
    const auto live = m_live.constFind(transfer.id);
    return live == m_live.cend() ? transfer::Live{transfer.bytesDone, 0} : *live;
}

transfer::Live TransferTreeModel::liveOfGroup(const Row &row) const
{
    transfer::Live sum{row.group.totals.bytesDone, 0};
    for (auto it = row.sending.cbegin(); it != row.sending.cend(); ++it) {
        if (const auto live = m_live.constFind(it.key()); live != m_live.cend()) {
            sum.bytesDone += std::max<qint64>(0, live->bytesDone - it.value());
            sum.bytesPerSecond += live->bytesPerSecond;
        }
    }
    return sum;
}

QString TransferTreeModel::amountText(qint64 done, qint64 total) const
{
    return done >= total ? formatSize(total, m_locale)
                         : tr("%1 of %2", "bytes done, bytes in all").arg(formatSize(done, m_locale), formatSize(total, m_locale));
}

bool TransferTreeModel::lacksRoom(const domain::Transfer &transfer) const
{
    return m_room && transfer.state == TransferState::Waiting &&
           domain::standingOf(transfer).reason == domain::WaitReason::Quota;
}

QString TransferTreeModel::whyText(const domain::Transfer &transfer) const
{
    const ErrorText words = errorText(*transfer.error);
    if (!lacksRoom(transfer))
        return words.sentence();
    return tr("%1 needed, %2 free on the server.", "two sizes")
               .arg(formatSize(transfer.bytesTotal, m_locale), formatSize(*m_room, m_locale)) +
           QLatin1Char(' ') + words.text;
}

QString TransferTreeModel::timeText(const domain::Transfer &transfer) const
{
    switch (transfer.state) {
    case TransferState::Queued:
        return tr("In the queue", "state of a transfer");
    case TransferState::Preparing:
        return tr("Reading…", "state of a transfer");
    case TransferState::Sending:
        return timeLeft(liveOf(transfer), m_locale);
    case TransferState::Completing:
        return tr("Checking…", "state of a transfer");
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

QVariant TransferTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::AccessibleDescriptionRole)
        return tr("%1 of %2", "place of a row in the list").arg(m_locale.toString(index.row() + 1), m_locale.toString(rowCount(index.parent())));
    if (const domain::Transfer *transfer = transferAt(index))
        return transferData(*transfer, role);
    const Row &row = *m_rows.at(static_cast<size_t>(index.row()));
    if (row.kind == TransferRowKind::Group)
        return groupData(row, role);
    if (role == TransferRowKindRole)
        return QVariant::fromValue(TransferRowKind::Section);
    return role == Qt::DisplayRole ? tr("Needs attention", "title over failed transfers") : QVariant();
}

QVariant TransferTreeModel::transferData(const domain::Transfer &transfer, int role) const
{
    const bool failed = transfer.error && !domain::isFinal(transfer.state);
    const bool ended = domain::isFinal(transfer.state);
    switch (role) {
    case TransferRowKindRole:
        return QVariant::fromValue(TransferRowKind::Transfer);
    case Qt::DisplayRole:
        return domain::displayName(transfer.filename);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(domain::displayName(transfer.filename), amountText(liveOf(transfer).bytesDone, transfer.bytesTotal),
                 failed ? whyText(transfer) : timeText(transfer));
    case Qt::ToolTipRole:
        return failed ? whyText(transfer) : QString();
    case TransferErrorTitleRole:
        return failed ? errorText(*transfer.error).title : QString();
    case TransferErrorTextRole:
        return failed ? errorText(*transfer.error).text : QString();
    case TransferIdRole:
        return domain::toBlob(transfer.id);
    case TransferStateRole:
        return QVariant::fromValue(transfer.state);
    case TransferFileTypeRole:
        return QVariant::fromValue(fileTypeOf(transfer.filename, transfer.mimeType));
    case TransferProgressRole:
        return transfer.state == TransferState::Done ? 1.0 : share(liveOf(transfer).bytesDone, transfer.bytesTotal);
    case TransferAmountRole:
        if (lacksRoom(transfer))
            return tr("%1 needed, %2 free", "two sizes: of a file, and on the server")
                .arg(formatSize(transfer.bytesTotal, m_locale), formatSize(*m_room, m_locale));
        return amountText(liveOf(transfer).bytesDone, transfer.bytesTotal);
    case TransferSpeedRole: {
        const qint64 speed = liveOf(transfer).bytesPerSecond;
        return transfer.state == TransferState::Sending && speed > 0 ? formatSpeed(speed, m_locale) : QString();
    }
    case TransferTimeRole:
        return timeText(transfer);
    case TransferNextStepRole:
        return QVariant::fromValue(domain::standingOf(transfer).next);
    case TransferCanPauseRole:
        return tabOf(transfer.state) == TransferTab::Active || transfer.state == TransferState::Waiting;
    case TransferCanResumeRole:
        return transfer.state == TransferState::Paused;
    case TransferCanRetryRole:
        return transfer.state == TransferState::Failed || transfer.state == TransferState::Waiting;
    case TransferCanCancelRole:
        return !ended;
    case TransferCanFirstRole:
        return transfer.state == TransferState::Queued || transfer.state == TransferState::Paused;
    default:
        return {};
    }
}

QVariant TransferTreeModel::groupData(const Row &row, int role) const
{
    const mirror::TransferTotals &totals = row.group.totals;
    const transfer::Live live = liveOfGroup(row);
    const bool moves = totals.queued + totals.underWay + totals.waiting > 0;
    const QString count = tr("%1 of %n file(s)", "transfers that are done, of all of a group", static_cast<int>(totals.count()))
                              .arg(m_locale.toString(totals.done));
    switch (role) {
    case TransferRowKindRole:
        return QVariant::fromValue(TransferRowKind::Group);
    case Qt::DisplayRole:
        return domain::displayName(row.group.group.name);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(domain::displayName(row.group.group.name), count, amountText(live.bytesDone, totals.bytesTotal));
    case TransferIdRole:
        return domain::toBlob(row.group.group.id);
    case TransferStateRole:
        return QVariant::fromValue(stateOfGroup(totals));
    case TransferFileTypeRole:
        return QVariant::fromValue(FileType::Unknown);
    case TransferIsFolderRole:
        return true;
    case TransferCountRole:
        return count;
    case TransferProgressRole:
        return totals.bytesTotal > 0 ? share(live.bytesDone, totals.bytesTotal) : share(totals.done, totals.count());
    case TransferAmountRole:
        return amountText(live.bytesDone, totals.bytesTotal);
    case TransferSpeedRole:
        return live.bytesPerSecond > 0 ? formatSpeed(live.bytesPerSecond, m_locale) : QString();
    case TransferTimeRole:
        return moves || totals.paused == 0 ? QString() : tr("Paused", "state of a transfer");
    case TransferNextStepRole:
        return QVariant::fromValue(domain::NextStep::None);
    case TransferCanPauseRole:
        return moves;
    case TransferCanResumeRole:
        return !moves && totals.paused > 0;
    case TransferCanRetryRole:
        return totals.failed > 0;
    case TransferCanCancelRole:
        return totals.done < totals.count();
    case TransferCanFirstRole:
        return totals.queued > 0;
    default:
        return {};
    }
}

} // namespace learnlab::ui
