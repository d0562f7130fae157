#include "http_receipts.h"

#include "http_api.h"
#include "members.h"

#include <algorithm>

namespace learnlab::api {

namespace {

constexpr qsizetype maxPayload = 16'384;
constexpr qsizetype maxSignature = 128;
constexpr qsizetype maxAfter = 100;
constexpr qsizetype maxKeyId = 256;
constexpr qsizetype maxKeys = 1000;
constexpr qint64 longestWait = 3600; // seconds

Result<domain::Receipt> parseReceipt(const QJsonValue &value)
{
    Members in(value);
    domain::Receipt receipt;
    receipt.payload = in.text("payload", maxPayload);
    receipt.signature = in.token("signature", maxSignature);
    receipt.keyId = in.text("key_id", maxKeyId);
    return in.finish(std::move(receipt));
}

Result<domain::RefusedReceipt> parseRefused(const QJsonValue &value)
{
    Members in(value);
    domain::RefusedReceipt refused;
    refused.revision = in.count("revision");
    refused.committedAt = in.time("committed_at");
    refused.code = QString::fromLatin1(in.token("code", Members::maxText));
    return in.finish(std::move(refused));
}

Result<domain::RefusedReceipt> parseRefusedOfAll(const QJsonValue &value)
{
    return parseRefused(value).and_then([&](domain::RefusedReceipt refused) {
        Members in(value);
        refused.file = in.id<domain::FileId>("file_id");
        refused.name = in.text("name");
        return in.finish(std::move(refused));
    });
}

Result<bool> parseKey(const QJsonValue &value)
{
    Members in(value);
    (void)in.text("id", maxKeyId);
    (void)in.token("public_key", maxSignature);
    (void)in.time("from");
    (void)in.timeOrNull("until");
    return in.finish(true);
}

} // namespace

Result<domain::Receipts> parseReceipts(const QJsonValue &value)
{
    Members in(value);
    domain::Receipts receipts;
    receipts.receipts = in.list<domain::Receipt>("receipts", maxItems, parseReceipt);
    receipts.refused = in.list<domain::RefusedReceipt>("refused", maxItems, parseRefused);
    if (const auto seconds = in.countOrNull("retry_after"))
        receipts.retryAfter = std::chrono::seconds(std::clamp<qint64>(*seconds, 1, longestWait));
    return in.finish(std::move(receipts));
}

Result<domain::Receipts> parseReceiptPage(const QJsonValue &value)
{
    Members in(value);
    domain::Receipts page;
    page.receipts = in.list<domain::Receipt>("receipts", maxItems, parseReceipt);
    page.refused = in.list<domain::RefusedReceipt>("refused", maxItems, parseRefusedOfAll);
    page.unread = in.count("pending");
    page.after = in.textOrNull("after", maxAfter).value_or(QString());
    return in.finish(std::move(page));
}

Result<QByteArray> checkReceiptKeys(const QByteArray &body)
{
    const auto value = parseJson(body);
    if (!value)
        return tl::make_unexpected(value.error());
    Members in(*value);
    (void)in.text("server_id");
    (void)in.list<bool>("keys", maxKeys, parseKey);
    return in.finish(body);
}

ReceiptApi::Handle NetworkReceipts::receipts(domain::FileId file, Reply<domain::Receipts> reply)
{
    const QString path = QStringLiteral("/api/v2/files/%1/receipts").arg(domain::toText(file));
    return std::make_unique<HttpCall>(m_context, getPlan(path), parsedBy(parseReceipts, std::move(reply)));
}

ReceiptApi::Handle NetworkReceipts::allReceipts(const QString &after, Reply<domain::Receipts> reply)
{
    const QString path =
        QStringLiteral("/api/v2/receipts?after=%1").arg(QString::fromLatin1(after.toUtf8().toPercentEncoding()));
    return std::make_unique<HttpCall>(m_context, getPlan(path), parsedBy(parseReceiptPage, std::move(reply)));
}

ReceiptApi::Handle NetworkReceipts::receiptKeys(Reply<QByteArray> reply)
{
    CallPlan plan = getPlan(QStringLiteral("/api/v2/receipt-keys"));
    plan.authorized = false;
    return std::make_unique<HttpCall>(
        m_context, std::move(plan),
        [reply = std::move(reply)](const Result<QByteArray> &body) { reply(body.and_then(checkReceiptKeys)); });
}

} // namespace learnlab::api
