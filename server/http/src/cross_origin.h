#pragma once
// Which web pages of other addresses may call (CORS): those of a configured list, never all, and never with cookies,
// which nobody here reads.

#include <server/http/message.h>

namespace learnlab::server::http {

// The answer to a browser that asks whether it may make a call; nothing for any other request.
[[nodiscard]] std::optional<Response> answerPreflight(const Request &request, const std::vector<std::string> &origins);
// Says to the browser that the page may read this answer, when it may.
void allowOrigin(const Request &request, const std::vector<std::string> &origins, Response &response);

} // namespace learnlab::server::http
