#pragma once

#include "domain/error.h"
#include "domain/receipt.h"

#include <functional>
#include <memory>

namespace learnlab::api {

class Call;

/// The calls about proofs of upload, as those of Api (api.h). Engine thread.
class ReceiptApi
{
public:
    template <class T>
    using Reply = std::function<void(domain::Result<T>)>;
    using Handle = std::unique_ptr<Call>;

    virtual ~ReceiptApi() = default;

    /// Without the keys. While the server reads a content there is a time to ask again. NotFound: no such file.
    [[nodiscard]] virtual Handle receipts(domain::FileId file, Reply<domain::Receipts> reply) = 0;
    /// A page of the receipts of all files that the user ever had; `after` is what the page before said, or empty.
    [[nodiscard]] virtual Handle allReceipts(const QString &after, Reply<domain::Receipts> reply) = 0;
    /// Every key that the server ever signed with, as JSON, byte for byte.
    [[nodiscard]] virtual Handle receiptKeys(Reply<QByteArray> reply) = 0;
};

} // namespace learnlab::api
