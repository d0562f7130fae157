#include "commands/transfers.h"

#include "rows.h"
#include "sentences.h"

namespace learnlab::cli {

namespace {

QString transferLine(const QJsonObject &transfer, const domain::Transfer &row)
{
    const QString why = row.error ? QStringLiteral("  ") + sentence(*row.error) : QString();
    return QStringLiteral("%1  %2  %3 of %4  %5%6")
        .arg(transfer.value(QStringLiteral("kind")).toString(), -8)
        .arg(transfer.value(QStringLiteral("state")).toString(), -10)
        .arg(sizeText(row.bytesDone), 9)
        .arg(sizeText(row.bytesTotal), -9)
        .arg(printable(transfer.value(QStringLiteral("path")).toString()), why);
}

QString operationLine(const QJsonObject &operation, const mirror::PendingOperation &row)
{
    const QString why = row.error ? QStringLiteral("  ") + sentence(*row.error) : QString();
    return QStringLiteral("%1  %2  %3%4")
        .arg(QStringLiteral("change"), -8)
        .arg(operation.value(QStringLiteral("kind")).toString(), -13)
        .arg(printable(operation.value(QStringLiteral("path")).toString()), why);
}

} // namespace

Usage Transfers::usage() const
{
    return {{}, QStringLiteral("Lists transfers, and changes that wait for the server.")};
}

void Transfers::show(const mirror::Reader &reader, const engine::AccountPlace &)
{
    QJsonArray transfers;
    for (const domain::Transfer &transfer : reader.transfers()) {
        transfers.append(jsonTransfer(reader, transfer));
        result().lines.append(transferLine(transfers.last().toObject(), transfer));
    }
    QJsonArray operations;
    for (const mirror::PendingOperation &pending : reader.pendingOperations()) {
        operations.append(jsonOperation(reader, pending));
        result().lines.append(operationLine(operations.last().toObject(), pending));
    }
    result().document.insert(QStringLiteral("transfers"), transfers);
    result().document.insert(QStringLiteral("operations"), operations);
}

} // namespace learnlab::cli
