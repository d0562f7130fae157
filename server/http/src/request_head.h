#pragma once
// From Beast's parsed header to our Request, with the checks that Beast leaves to its user.

#include <server/http/router.h>

#include "request_body.h"

namespace learnlab::server::http {

struct Head
{
    std::string rawPath;
    bool keepAlive = false;
    bool expectsContinue = false;
};

// Fills method, query, headers and id. 400 for what is ambiguous; then the connection has to end.
[[nodiscard]] Result<Head> takeHead(const Parser &parser, Request &request);
[[nodiscard]] std::string newRequestId();

} // namespace learnlab::server::http
