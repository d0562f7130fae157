#pragma once
// Puts a response on the socket: head and text by writev, files by sendfile.

#include <server/http/message.h>

#include "pace.h"
#include "watchdog.h"
#include "wire.h"

namespace learnlab::server::http {

struct WriteContext
{
    Wire &wire;
    Watchdog &watchdog;
    std::chrono::milliseconds patience; // for each piece
    Pace pace;                          // of the whole answer
};

struct Outcome
{
    bool whole = false;      // all of it is with the kernel
    std::uint64_t bytes = 0; // of the body
};

// headOnly: answer to HEAD. close: tell the client that this was the last answer.
[[nodiscard]] Task<Outcome> writeResponse(WriteContext context, Response response, std::string requestId, bool headOnly,
                                          bool close);
[[nodiscard]] std::string responseHead(const Response &response, std::string_view requestId, bool close);

} // namespace learnlab::server::http
