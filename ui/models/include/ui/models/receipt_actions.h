#pragma once

#include "domain/error.h"
#include "domain/receipt.h"

#include <functional>

class QObject;

namespace learnlab::ui {

/// What the window may ask about proofs of upload; as Backend, of which it is a part. It needs the server: without a
/// network the reply is an error.
class ReceiptActions
{
public:
    template <class T>
    using Reply = std::function<void(domain::Result<T>)>;

    virtual ~ReceiptActions() = default;

    /// With the keys to check them by. While the server still reads a content, the answer says when to ask again.
    virtual void receipts(domain::FileId file, QObject *context, Reply<domain::Receipts> reply) = 0;
};

} // namespace learnlab::ui
