#include "raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace learnlab::server::http {

RawClient::RawClient(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        hangUp();
}

RawClient::~RawClient()
{
    hangUp();
}

void RawClient::hangUp()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

void RawClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool RawClient::fill()
{
    if (m_socket < 0)
        return false;
    pollfd waiting{m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, 20000) <= 0)
        return false;
    std::string piece(1 << 16, '\0');
    const auto count = ::recv(m_socket, piece.data(), piece.size(), 0);
    if (count <= 0)
        return false;
    m_buffer.append(piece, 0, static_cast<std::size_t>(count));
    return true;
}

bool RawClient::closed()
{
    pollfd waiting{m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, 20000) <= 0)
        return false;
    return m_buffer.empty() && !fill();
}

bool RawClient::readable(int milliseconds)
{
    pollfd waiting{m_socket, POLLIN, 0};
    return ::poll(&waiting, 1, milliseconds) > 0;
}

std::string RawClient::bytes(std::size_t count)
{
    while (m_buffer.size() < count && fill()) {
    }
    std::string taken = m_buffer.substr(0, count);
    m_buffer.erase(0, count);
    return taken;
}

RawAnswer RawClient::answer(bool toHead)
{
    RawAnswer answer;
    std::size_t end = 0;
    while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos) {
        if (!fill())
            return answer;
    }
    answer.status = std::stoi(m_buffer.substr(m_buffer.find(' ') + 1, 3));
    for (std::size_t at = m_buffer.find("\r\n") + 2; at < end + 2;) {
        const auto next = m_buffer.find("\r\n", at);
        const std::string line = m_buffer.substr(at, next - at);
        std::string name = line.substr(0, line.find(':'));
        for (char &c : name)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        answer.headers[name] = line.substr(line.find(':') + 2);
        at = next + 2;
    }
    m_buffer.erase(0, end + 4);
    const auto length = answer.headers.find("content-length");
    const std::size_t size = toHead || length == answer.headers.end() ? 0 : std::stoul(length->second);
    while (m_buffer.size() < size && fill()) {
    }
    answer.body = m_buffer.substr(0, size);
    m_buffer.erase(0, size);
    return answer;
}

RawAnswer RawClient::get(std::string_view target, std::string_view extraHeaders)
{
    send("GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(extraHeaders) + "\r\n");
    return answer();
}

RawAnswer RawClient::post(std::string_view target, std::string_view body, std::string_view extraHeaders)
{
    send("POST " + std::string(target) + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + std::string(extraHeaders) + "\r\n" + std::string(body));
    return answer();
}

} // namespace learnlab::server::http
