#pragma once

#include "request.h"

#include <functional>

namespace learnlab::engine {

// Public links over the engine's socket.

[[nodiscard]] QJsonObject toJson(const domain::Link &link);
[[nodiscard]] domain::Result<domain::Link> linkFrom(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const domain::LinkWish &wish);

/// False: it is no command about links. What is asked badly makes the request bad and is not answered here.
[[nodiscard]] bool runLinkCommand(const QString &command, Request &request, Commands &commands, QObject *context,
                                  const std::function<void(domain::Result<QJsonValue>)> &reply);

} // namespace learnlab::engine
