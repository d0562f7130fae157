#pragma once
// gzip for large JSON answers, such as pages of the feed, when the client takes it.

#include <server/http/message.h>

namespace learnlab::server::http {

// Changes body and headers, or leaves the response as it is. Gives others their turn between pieces.
[[nodiscard]] Task<void> compressIfWorthwhile(const Request &request, Response &response);

} // namespace learnlab::server::http
