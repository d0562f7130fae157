#include "wire.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <span>
#include <sys/socket.h>

namespace learnlab::server::http {
namespace {

constexpr auto tupleOfWire = boost::asio::as_tuple(boost::asio::use_awaitable);

// A TLS record that can hold no request: an alert, in the open or encrypted (two bytes, their type and a tag).
bool isAlert(std::span<const unsigned char> head)
{
    constexpr unsigned char alert = 21;
    constexpr unsigned char applicationData = 23;
    constexpr std::size_t encryptedAlert = 19;
    if (head.size() < 5)
        return false;
    const std::size_t length = static_cast<std::size_t>(head[3]) << 8 | head[4];
    return head[0] == alert || (head[0] == applicationData && length <= encryptedAlert);
}

} // namespace

Wire::Wire(Socket socket, std::shared_ptr<boost::asio::ssl::context> tls)
    : m_socket(std::move(socket)), m_context(std::move(tls))
{
    if (m_context)
        m_tls.emplace(m_socket, *m_context);
}

boost::asio::awaitable<Wire::ErrorCode> Wire::handshake()
{
    if (!m_tls)
        co_return ErrorCode();
    const auto [error] = co_await m_tls->async_handshake(boost::asio::ssl::stream_base::server, tupleOfWire);
    co_return error;
}

boost::asio::awaitable<void> Wire::sayGoodbye()
{
    ErrorCode ignored;
    if (m_tls)
        co_await m_tls->async_shutdown(tupleOfWire);
    m_socket.shutdown(Socket::shutdown_send, ignored);
}

void Wire::close()
{
    ErrorCode ignored;
    m_socket.close(ignored);
}

bool Wire::hungUp()
{
    std::array<unsigned char, 5> head{};
    const auto count = ::recv(m_socket.native_handle(), head.data(), head.size(), MSG_PEEK | MSG_DONTWAIT);
    if (count < 0)
        return errno != EAGAIN && errno != EINTR;
    return count == 0 || (m_tls && isAlert(std::span(head).first(static_cast<std::size_t>(count))));
}

void beast_close_socket(Wire &wire)
{
    wire.close();
}

void teardown(boost::beast::role_type, Wire &wire, boost::system::error_code &error)
{
    wire.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_both, error);
    if (error == boost::asio::error::not_connected)
        error = {}; // the other side was faster
}

} // namespace learnlab::server::http
