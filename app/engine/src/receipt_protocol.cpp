#include "receipt_protocol.h"

#include "engine/requests.h"

namespace learnlab::engine {

namespace {

using domain::Receipt;
using domain::Receipts;
using domain::RefusedReceipt;
using domain::Result;

QJsonObject toJson(const Receipt &receipt)
{
    return {{QStringLiteral("payload"), receipt.payload},
            {QStringLiteral("signature"), QString::fromLatin1(receipt.signature)},
            {QStringLiteral("key_id"), receipt.keyId}};
}

QJsonObject toJson(const RefusedReceipt &refused)
{
    return {{QStringLiteral("revision"), refused.revision},
            {QStringLiteral("committed_at"), qint64(refused.committedAt.time_since_epoch().count())},
            {QStringLiteral("code"), refused.code},
            {QStringLiteral("file"), refused.file ? QJsonValue(domain::toText(*refused.file)) : QJsonValue()},
            {QStringLiteral("name"), refused.name}};
}

Receipt receiptFrom(const QJsonValue &value)
{
    return {value[QLatin1String("payload")].toString(), value[QLatin1String("signature")].toString().toLatin1(),
            value[QLatin1String("key_id")].toString()};
}

RefusedReceipt refusedFrom(const QJsonValue &value)
{
    const std::chrono::microseconds at(value[QLatin1String("committed_at")].toInteger());
    return {value[QLatin1String("revision")].toInteger(), domain::Timestamp(at),
            value[QLatin1String("code")].toString(),
            domain::fromText<domain::FileId>(value[QLatin1String("file")].toString()),
            value[QLatin1String("name")].toString()};
}

} // namespace

QJsonObject toJson(const Receipts &receipts)
{
    QJsonArray made;
    for (const Receipt &receipt : receipts.receipts)
        made.append(toJson(receipt));
    QJsonArray refused;
    for (const RefusedReceipt &one : receipts.refused)
        refused.append(toJson(one));
    return {{QStringLiteral("receipts"), made},
            {QStringLiteral("refused"), refused},
            {QStringLiteral("retry_after"),
             receipts.retryAfter ? QJsonValue(qint64(receipts.retryAfter->count())) : QJsonValue()},
            {QStringLiteral("unread"), receipts.unread},
            {QStringLiteral("after"), receipts.after},
            {QStringLiteral("keys"), QString::fromUtf8(receipts.keys)}};
}

Result<Receipts> receiptsFrom(const QJsonValue &value)
{
    if (!value[QLatin1String("receipts")].isArray() || !value[QLatin1String("refused")].isArray())
        return domain::fail(domain::ErrorCode::BadAnswer);
    Receipts receipts;
    const QJsonArray made = value[QLatin1String("receipts")].toArray();
    for (const QJsonValue &one : made)
        receipts.receipts.append(receiptFrom(one));
    const QJsonArray refused = value[QLatin1String("refused")].toArray();
    for (const QJsonValue &one : refused)
        receipts.refused.append(refusedFrom(one));
    if (const QJsonValue after = value[QLatin1String("retry_after")]; after.isDouble())
        receipts.retryAfter = std::chrono::seconds(after.toInteger());
    receipts.unread = value[QLatin1String("unread")].toInteger();
    receipts.after = value[QLatin1String("after")].toString();
    receipts.keys = value[QLatin1String("keys")].toString().toUtf8();
    return receipts;
}

bool runReceiptCommand(const QString &command, Request &request, Commands &commands, QObject *context,
                       const std::function<void(Result<QJsonValue>)> &reply)
{
    const auto answer = [reply](const Result<Receipts> &receipts) {
        if (receipts)
            reply(QJsonValue(toJson(*receipts)));
        else
            reply(tl::make_unexpected(receipts.error()));
    };
    if (command == QLatin1String("receipts")) {
        const auto file = request.id<domain::FileId>("file");
        if (request.isGood())
            commands.receipts(file, context, answer);
    } else if (command == QLatin1String("all_receipts")) {
        const auto after = request.text("after");
        if (request.isGood())
            commands.allReceipts(after, context, answer);
    } else {
        return false;
    }
    return true;
}

void Requests::receipts(domain::FileId file, QObject *context, Answer<Receipts> answer) const
{
    m_send(QStringLiteral("receipts"), {{QStringLiteral("file"), domain::toText(file)}}, context,
           [answer = std::move(answer)](const Result<QJsonValue> &result) { answer(result.and_then(receiptsFrom)); });
}

void Requests::allReceipts(const QString &after, QObject *context, Answer<Receipts> answer) const
{
    m_send(QStringLiteral("all_receipts"), {{QStringLiteral("after"), after}}, context,
           [answer = std::move(answer)](const Result<QJsonValue> &result) { answer(result.and_then(receiptsFrom)); });
}

} // namespace learnlab::engine
