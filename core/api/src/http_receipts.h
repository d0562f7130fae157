#pragma once

#include "api/receipts.h"
#include "http_call.h"
#include "parse.h"

namespace learnlab::api {

[[nodiscard]] Result<domain::Receipts> parseReceipts(const QJsonValue &value);
[[nodiscard]] Result<domain::Receipts> parseReceiptPage(const QJsonValue &value);
/// The same bytes when they are a list of keys.
[[nodiscard]] Result<QByteArray> checkReceiptKeys(const QByteArray &body);

/// ReceiptApi over the same connection as NetworkApi, which owns it.
class NetworkReceipts final : public ReceiptApi
{
public:
    explicit NetworkReceipts(HttpContext &context) : m_context(context) {}

    Handle receipts(domain::FileId file, Reply<domain::Receipts> reply) override;
    Handle allReceipts(const QString &after, Reply<domain::Receipts> reply) override;
    Handle receiptKeys(Reply<QByteArray> reply) override;

private:
    HttpContext &m_context;
};

} // namespace learnlab::api
