#pragma once
// One client's socket, with TLS over it or without: what the rest of the room reads from and writes to. Owned by the
// session. Models Asio's AsyncReadStream and AsyncWriteStream, so that Beast works on it.

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/role.hpp>

#include <memory>
#include <optional>

namespace learnlab::server::http {

class Wire
{
    using Socket = boost::asio::ip::tcp::socket;
    using ErrorCode = boost::system::error_code;
    template <typename Token>
    using Answer = typename boost::asio::async_result<std::decay_t<Token>, void(ErrorCode, std::size_t)>::return_type;

public:
    using executor_type = Socket::executor_type;

    // With a context the connection speaks TLS: handshake() first.
    Wire(Socket socket, std::shared_ptr<boost::asio::ssl::context> tls);
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    [[nodiscard]] executor_type get_executor() { return m_socket.get_executor(); }
    [[nodiscard]] Socket &socket() { return m_socket; }
    [[nodiscard]] bool encrypted() const { return m_tls.has_value(); }

    [[nodiscard]] boost::asio::awaitable<ErrorCode> handshake();
    [[nodiscard]] boost::asio::awaitable<void> sayGoodbye(); // ends what we send, so that the other side sees its end
    void close();
    // Looks without taking: has the other side closed?
    [[nodiscard]] bool hungUp();

    template <typename Buffers, typename Token>
    Answer<Token> async_read_some(const Buffers &buffers, Token &&token)
    {
        return boost::asio::async_initiate<Token, void(ErrorCode, std::size_t)>(
            [this](auto handler, const Buffers &into) {
                if (m_tls)
                    m_tls->async_read_some(into, std::move(handler));
                else
                    m_socket.async_read_some(into, std::move(handler));
            },
            token, buffers);
    }

    template <typename Buffers, typename Token>
    Answer<Token> async_write_some(const Buffers &buffers, Token &&token)
    {
        return boost::asio::async_initiate<Token, void(ErrorCode, std::size_t)>(
            [this](auto handler, const Buffers &from) {
                if (m_tls)
                    m_tls->async_write_some(from, std::move(handler));
                else
                    m_socket.async_write_some(from, std::move(handler));
            },
            token, buffers);
    }

private:
    Socket m_socket;
    std::shared_ptr<boost::asio::ssl::context> m_context;
    std::optional<boost::asio::ssl::stream<Socket &>> m_tls;
};

// What Beast's WebSocket asks of a stream, found by its argument.
void beast_close_socket(Wire &wire);
void teardown(boost::beast::role_type role, Wire &wire, boost::system::error_code &error);

template <typename Handler>
void async_teardown(boost::beast::role_type role, Wire &wire, Handler &&handler)
{
    boost::system::error_code error;
    teardown(role, wire, error);
    boost::asio::post(wire.get_executor(),
                      [handler = std::forward<Handler>(handler), error]() mutable { handler(error); });
}

} // namespace learnlab::server::http
