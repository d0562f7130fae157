#include "websocket_client.h"

namespace learnlab::server::http {

int Frame::closeCode() const
{
    return payload.size() < 2 ? 1005
                              : static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]);
}

RawAnswer WebSocketClient::shakeHands(std::string_view target, std::string_view extraHeaders)
{
    return m_client.get(target, "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                                    std::string(extraHeaders));
}

bool WebSocketClient::send(std::uint8_t opcode, std::string_view payload)
{
    std::string frame;
    frame += static_cast<char>(0x80 | opcode);
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80 | payload.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(payload.size() >> 8);
        frame += static_cast<char>(payload.size() & 0xff);
    }
    const std::string mask = "mask";
    frame += mask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += static_cast<char>(payload[i] ^ mask[i % 4]);
    return m_client.send(frame);
}

Frame WebSocketClient::receive()
{
    const std::string head = m_client.bytes(2);
    if (head.size() < 2)
        return {};
    Frame frame;
    frame.opcode = head[0] & 0x0f;
    auto size = static_cast<std::size_t>(head[1] & 0x7f);
    if (size == 126) {
        const std::string more = m_client.bytes(2);
        size = static_cast<std::size_t>(static_cast<unsigned char>(more.at(0)) << 8 |
                                        static_cast<unsigned char>(more.at(1)));
    }
    frame.payload = m_client.bytes(size);
    return frame;
}

} // namespace learnlab::server::http
