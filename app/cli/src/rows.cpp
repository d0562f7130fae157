#include "rows.h"

#include "sentences.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace learnlab::cli {

namespace {

QDateTime dateTime(domain::Timestamp time)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC);
}

QLatin1String statusName(mirror::ItemStatus status)
{
    using enum mirror::ItemStatus;
    switch (status) {
    case Failed:
        return QLatin1String("failed");
    case Conflict:
        return QLatin1String("conflict");
    case Uploading:
        return QLatin1String("uploading");
    case Waiting:
        return QLatin1String("waiting");
    case WillUpload:
        return QLatin1String("queued");
    case AvailableOffline:
        return QLatin1String("offline");
    case Synced:
        break;
    }
    return QLatin1String("synced");
}

QLatin1String keepingName(mirror::Keeping keeping)
{
    using enum mirror::Keeping;
    switch (keeping) {
    case Kept:
        return QLatin1String("kept");
    case Fetching:
        return QLatin1String("fetching");
    case Partly:
        return QLatin1String("partly");
    case No:
        break;
    }
    return QLatin1String("no");
}

QLatin1String operationName(domain::OperationKind kind)
{
    using enum domain::OperationKind;
    switch (kind) {
    case CreateFolder:
        return QLatin1String("create_folder");
    case Rename:
        return QLatin1String("rename");
    case Move:
        return QLatin1String("move");
    case Trash:
        return QLatin1String("trash");
    case Restore:
        break;
    }
    return QLatin1String("restore");
}

QLatin1String conflictName(domain::OnConflict onConflict)
{
    using enum domain::OnConflict;
    switch (onConflict) {
    case KeepBoth:
        return QLatin1String("keep-both");
    case Replace:
        return QLatin1String("replace");
    case Fail:
        break;
    }
    return QLatin1String("fail");
}

QJsonValue jsonDigest(const QByteArray &sha256)
{
    return sha256.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(sha256.toHex()));
}

} // namespace

QJsonValue jsonTime(const std::optional<domain::Timestamp> &time)
{
    return time ? QJsonValue(dateTime(*time).toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue jsonError(const std::optional<domain::Error> &error)
{
    return error ? QJsonValue(QString(domain::codeName(error->code))) : QJsonValue();
}

QString idText(domain::ItemRef item)
{
    return domain::uuidText(item.id);
}

QString kindText(domain::ItemKind kind)
{
    return kind == domain::ItemKind::File ? QStringLiteral("file") : QStringLiteral("folder");
}

QJsonObject jsonItem(const mirror::Reader &reader, const mirror::ItemRow &row, const QString &path)
{
    const bool isFile = row.ref.kind == domain::ItemKind::File;
    const auto file = isFile ? reader.file(row.ref.fileId()) : std::nullopt;
    const auto folder = isFile ? std::nullopt : reader.folder(row.ref.folderId());
    return {
        {QStringLiteral("kind"), kindText(row.ref.kind)},
        {QStringLiteral("id"), idText(row.ref)},
        {QStringLiteral("name"), row.name},
        {QStringLiteral("path"), path},
        {QStringLiteral("size"), isFile ? QJsonValue(row.size) : QJsonValue()},
        {QStringLiteral("mime_type"), isFile ? QJsonValue(row.mimeType) : QJsonValue()},
        {QStringLiteral("sha256"), file ? jsonDigest(file->contentSha256) : QJsonValue()},
        {QStringLiteral("modified_at"), jsonTime(row.modifiedAt)},
        {QStringLiteral("deleted_at"), jsonTime(row.deletedAt)},
        {QStringLiteral("revision"), file     ? file->revision
                                     : folder ? folder->revision
                                              : 0},
        {QStringLiteral("status"), QString(statusName(row.status))},
        {QStringLiteral("pinned"), row.pinned},
        {QStringLiteral("kept"), QString(keepingName(row.keeping))},
        {QStringLiteral("available"), row.available},
    };
}

QJsonObject jsonTransfer(const mirror::Reader &reader, const domain::Transfer &transfer)
{
    const bool isUpload = transfer.kind == domain::TransferKind::Upload;
    const domain::Standing standing = domain::standingOf(transfer);
    const auto usage = standing.reason == domain::WaitReason::Quota ? reader.usage() : std::nullopt;
    const auto room = usage ? usage->room() : std::nullopt;
    return {
        {QStringLiteral("id"), domain::toText(transfer.id)},
        {QStringLiteral("kind"), isUpload ? QStringLiteral("upload") : QStringLiteral("download")},
        {QStringLiteral("state"), QString(domain::stateName(transfer.state))},
        {QStringLiteral("file_id"), domain::toText(transfer.fileId)},
        {QStringLiteral("path"), joined(reader.pathOf(domain::ItemRef::of(transfer.folderId)), transfer.filename)},
        {QStringLiteral("local_path"), QString::fromLocal8Bit(transfer.localPath)},
        {QStringLiteral("bytes_total"), transfer.bytesTotal},
        {QStringLiteral("bytes_done"), transfer.bytesDone},
        {QStringLiteral("error"), jsonError(transfer.error)},
        {QStringLiteral("retry_at"), jsonTime(transfer.retryAt)},
        {QStringLiteral("reason"), QString(domain::reasonName(standing.reason))},
        {QStringLiteral("next_step"), QString(domain::stepName(standing.next))},
        {QStringLiteral("needs"), room ? QJsonValue(transfer.bytesTotal) : QJsonValue()},
        {QStringLiteral("free"), room ? QJsonValue(*room) : QJsonValue()},
        {QStringLiteral("attempts"), transfer.attempts},
        {QStringLiteral("on_conflict"), QString(conflictName(transfer.onConflict))},
        {QStringLiteral("group_id"),
         transfer.groupId.isNull() ? QJsonValue() : QJsonValue(domain::toText(transfer.groupId))},
        {QStringLiteral("created_at"), jsonTime(transfer.createdAt)},
        {QStringLiteral("finished_at"), jsonTime(transfer.finishedAt)},
    };
}

QString whyText(const mirror::Reader &reader, const domain::Transfer &transfer)
{
    const domain::Error error = transfer.error.value_or(domain::Error{});
    const auto usage = error.code == domain::ErrorCode::QuotaExceeded ? reader.usage() : std::nullopt;
    const auto room = usage ? usage->room() : std::nullopt;
    return room ? QStringLiteral("No room: needs %1, %2 free; it goes on when there is some.")
                      .arg(sizeText(transfer.bytesTotal), sizeText(*room))
                : sentence(error);
}

QJsonObject jsonGroup(const mirror::Reader &reader, const mirror::TransferGroupRow &row)
{
    const mirror::TransferTotals &totals = row.totals;
    return {
        {QStringLiteral("id"), domain::toText(row.group.id)},
        {QStringLiteral("name"), row.group.name},
        {QStringLiteral("path"), reader.pathOf(domain::ItemRef::of(row.group.folderId))},
        {QStringLiteral("active"), totals.queued + totals.underWay},
        {QStringLiteral("waiting"), totals.waiting},
        {QStringLiteral("paused"), totals.paused},
        {QStringLiteral("failed"), totals.failed},
        {QStringLiteral("done"), totals.done},
        {QStringLiteral("bytes_total"), totals.bytesTotal},
        {QStringLiteral("bytes_done"), totals.bytesDone},
    };
}

QJsonObject jsonOperation(const mirror::Reader &reader, const mirror::PendingOperation &pending)
{
    const domain::Operation &operation = pending.operation;
    return {
        {QStringLiteral("id"), domain::toText(operation.id)},
        {QStringLiteral("kind"), QString(operationName(operation.kind))},
        {QStringLiteral("target"), kindText(operation.target.kind)},
        {QStringLiteral("target_id"), idText(operation.target)},
        {QStringLiteral("path"), reader.pathOf(operation.target)},
        {QStringLiteral("error"), jsonError(pending.error)},
    };
}

QJsonObject jsonSession(const domain::Session &session)
{
    return {
        {QStringLiteral("id"), domain::toText(session.id)},
        {QStringLiteral("device_info"), session.deviceInfo},
        {QStringLiteral("created_at"), jsonTime(session.createdAt)},
        {QStringLiteral("expires_at"), jsonTime(session.expiresAt)},
        {QStringLiteral("current"), session.current},
    };
}

QString itemLine(const mirror::ItemRow &row, const QString &name)
{
    const bool isFile = row.ref.kind == domain::ItemKind::File;
    return QStringLiteral("%1  %2  %3  %4%5")
        .arg(isFile ? sizeText(row.size) : QStringLiteral("-"), 9)
        .arg(timeText(row.modifiedAt))
        .arg(QString(statusName(row.status)), -9)
        .arg(printable(name), isFile ? QString() : QStringLiteral("/"));
}

QString operationLine(const mirror::Reader &reader, const mirror::PendingOperation &pending)
{
    const QString why = pending.error ? QStringLiteral("  ") + sentence(*pending.error) : QString();
    return QStringLiteral("%1  %2  %3%4")
        .arg(domain::toText(pending.operation.id))
        .arg(QString(operationName(pending.operation.kind)), -13)
        .arg(printable(reader.pathOf(pending.operation.target)), why);
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString timeText(domain::Timestamp time)
{
    return dateTime(time).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString joined(const QString &folder, const QString &name)
{
    return folder.endsWith(QLatin1Char('/')) ? folder + name : folder + QLatin1Char('/') + name;
}

} // namespace learnlab::cli
