#pragma once
// A connection that goes on as a WebSocket (RFC 6455). A route is an ordinary GET: its handler authorises as any other
// does, answers a problem when it must refuse, and otherwise `return http::upgrade(request, conversation)`:
//
//   router.add("GET", "/api/v2/events", signedIn(guard, [this](Request &request, const Principal &who) -> … {
//       co_return http::upgrade(request, [this, who](http::WebSocket &socket) { return talk(socket, who); });
//   }), {false, true, {}});
//
// The connection answers 101, runs the conversation and closes when that returns. What the conversation needs it
// captures by value or from what outlives the server: the Request is gone by then. It may call send() and close() from
// anywhere on the loop thread while it waits in receive(). The connection pings every 30 seconds, ends when nothing
// came for 75, and closes with 1001 when the server drains. Text messages only. Loop thread only.

#include <server/http/message.h>

#include <cstdint>

namespace learnlab::server::http {

class WebSocket
{
public:
    virtual ~WebSocket() = default;
    // The next message; nothing when the conversation is over, whoever ended it. One call at a time. A binary message
    // closes with 1003, one above 8 KiB with 1009.
    [[nodiscard]] virtual Task<std::optional<std::string>> receive() = 0;
    // Queued and sent in order. Who does not read 64 KiB of it is cut off.
    virtual void send(std::string text) = 0;
    // After what is queued; receive() answers nothing from now on. The first call counts.
    virtual void close(std::uint16_t code, std::string reason = {}) = 0;
};

// 426 when the request asks for no upgrade to WebSocket.
[[nodiscard]] Result<Response> upgrade(const Request &request, Conversation conversation);

} // namespace learnlab::server::http
