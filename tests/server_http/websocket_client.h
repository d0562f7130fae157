#pragma once
// The client's side of a WebSocket, frame by frame, so that a test can also send what no library would.

#include "raw_client.h"

namespace learnlab::server::http {

struct Frame
{
    int opcode = -1; // -1: the connection ended
    std::string payload;
    [[nodiscard]] int closeCode() const; // of a closing frame, 1005 when it says none
};

enum Opcode : std::uint8_t { Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

class WebSocketClient
{
public:
    explicit WebSocketClient(std::uint16_t port) : m_client(port) {}
    RawAnswer shakeHands(std::string_view target, std::string_view extraHeaders = {});
    bool send(std::uint8_t opcode, std::string_view payload); // masked, final
    bool sendRaw(std::string_view bytes) { return m_client.send(bytes); }
    [[nodiscard]] Frame receive();
    [[nodiscard]] bool closed() { return m_client.closed(); }
    void hangUp() { m_client.hangUp(); }

private:
    RawClient m_client;
};

} // namespace learnlab::server::http
