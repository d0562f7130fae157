#pragma once

#include "request.h"

#include <functional>

namespace learnlab::engine {

// Proofs of upload over the engine's socket.

[[nodiscard]] QJsonObject toJson(const domain::Receipts &receipts);
[[nodiscard]] domain::Result<domain::Receipts> receiptsFrom(const QJsonValue &value);

/// As runLinkCommand().
[[nodiscard]] bool runReceiptCommand(const QString &command, Request &request, Commands &commands, QObject *context,
                                     const std::function<void(domain::Result<QJsonValue>)> &reply);

} // namespace learnlab::engine
