#pragma once
// A client that can be as rude as it likes: bytes out, bytes in, over a blocking socket with a patience of 20 seconds.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace learnlab::server::http {

struct RawAnswer
{
    int status = 0;                             // 0: the connection ended before an answer
    std::map<std::string, std::string> headers; // names in lower case
    std::string body;
};

class RawClient
{
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool send(std::string_view bytes); // false when the other side has closed
    void finishSending();
    void hangUp();
    [[nodiscard]] RawAnswer answer(bool toHead = false);
    [[nodiscard]] std::string bytes(std::size_t count); // fewer when the connection ended
    [[nodiscard]] bool readable(int milliseconds);      // something has come, be it the end
    [[nodiscard]] bool closed();                        // waits for the end; false when bytes come instead

    // One request with Host, and its answer.
    [[nodiscard]] RawAnswer get(std::string_view target, std::string_view extraHeaders = {});
    [[nodiscard]] RawAnswer post(std::string_view target, std::string_view body, std::string_view extraHeaders = {});

private:
    bool fill();
    int m_socket = -1;
    std::string m_buffer;
};

} // namespace learnlab::server::http
