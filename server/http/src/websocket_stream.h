#pragma once
// The WebSocket of one session, on Beast. Reading is done by the conversation, writing by a coroutine of its own.

#include <server/http/websocket.h>

#include "request_body.h"
#include "wire.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>

namespace learnlab::server::http {

class WebSocketStream : public WebSocket
{
public:
    explicit WebSocketStream(Wire &wire); // outlives this

    // Shakes hands and talks until both sides are through. False when the client's handshake was wrong; then it has
    // been told. `stop` asks to close with 1001.
    [[nodiscard]] Task<bool> run(const Parser &request, std::string requestId, const Conversation &conversation,
                                 std::stop_token stop);

    [[nodiscard]] Task<std::optional<std::string>> receive() override;
    void send(std::string text) override;
    void close(std::uint16_t code, std::string reason) override;

private:
    [[nodiscard]] Task<bool> accept(const Parser &request, const std::string &requestId);
    [[nodiscard]] Task<void> writeAll();
    [[nodiscard]] Task<bool> writeOne();
    [[nodiscard]] Task<void> sayClose();
    void wakeWriter();

    Wire &m_wire;
    boost::beast::websocket::stream<Wire &, false> m_stream;
    boost::beast::flat_buffer m_read;
    std::deque<std::string> m_queue;
    std::size_t m_queuedBytes = 0;
    boost::asio::steady_timer m_wake;   // the writer's: something to do, or time for a ping
    boost::asio::steady_timer m_joined; // cancelled when the writer has ended
    std::optional<boost::beast::websocket::close_reason> m_closing;
    bool m_over = false; // nothing can be sent or received any more
    bool m_writerEnded = false;
};

} // namespace learnlab::server::http
