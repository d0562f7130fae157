#include "websocket_stream.h"

#include <server/support/bytes.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace learnlab::server::http {
namespace {

namespace websocket = boost::beast::websocket;
constexpr auto tupleOfFrames = boost::asio::as_tuple(boost::asio::use_awaitable);
constexpr std::size_t mostMessageBytes = 8 << 10;
constexpr std::size_t mostQueuedBytes = 64 << 10;
constexpr std::chrono::seconds pingEvery{30};
constexpr std::chrono::seconds mostSilence{75};
constexpr std::chrono::seconds handshakeTime{10}; // also for the closing one

bool hasToken(std::string_view list, std::string_view token)
{
    const std::string lower = support::asciiLower(list);
    for (std::string_view rest = lower; !rest.empty();) {
        const auto comma = rest.find(',');
        std::string_view item = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        while (item.starts_with(' ') || item.starts_with('\t'))
            item.remove_prefix(1);
        while (item.ends_with(' ') || item.ends_with('\t'))
            item.remove_suffix(1);
        if (item == token)
            return true;
    }
    return false;
}

} // namespace

Result<Response> upgrade(const Request &request, Conversation conversation)
{
    if (request.method != "GET" || !hasToken(request.header("upgrade"), "websocket") ||
        !hasToken(request.header("connection"), "upgrade") || request.header("sec-websocket-version") != "13" ||
        request.header("sec-websocket-key").empty())
        return support::fail(support::problem(426, "upgrade_required", "This address speaks WebSocket, version 13."));
    Response response;
    response.status = 101;
    response.conversation = std::move(conversation);
    return response;
}

WebSocketStream::WebSocketStream(Wire &wire)
    : m_wire(wire),
      m_stream(wire),
      m_read(mostMessageBytes),
      m_wake(wire.get_executor()),
      m_joined(wire.get_executor(), std::chrono::steady_clock::time_point::max())
{
    m_stream.set_option(websocket::stream_base::timeout{handshakeTime, mostSilence, false});
    m_stream.read_message_max(mostMessageBytes);
    m_stream.text(true);
}

Task<bool> WebSocketStream::accept(const Parser &request, const std::string &requestId)
{
    m_stream.set_option(websocket::stream_base::decorator([requestId](websocket::response_type &response) {
        response.set("X-Request-Id", requestId);
        response.set(boost::beast::http::field::server, "learnlab"); // and not which library in which version
    }));
    const auto [error] = co_await m_stream.async_accept(request.get(), tupleOfFrames);
    co_return !error;
}

Task<bool> WebSocketStream::run(const Parser &request, std::string requestId, const Conversation &conversation,
                                std::stop_token stop)
{
    const bool accepted = co_await accept(request, requestId);
    if (!accepted)
        co_return false;
    boost::asio::co_spawn(m_wire.get_executor(), writeAll(), boost::asio::detached);
    const std::function<void()> leave = [this] { close(1001, "The server is going down."); };
    const std::stop_callback<std::function<void()>> onDrain(stop, leave);
    std::exception_ptr thrown;
    try {
        co_await conversation(*this);
    } catch (...) {
        thrown = std::current_exception();
    }
    close(thrown ? 1011 : 1000, {});
    while (!m_writerEnded)
        co_await m_joined.async_wait(tupleOfFrames);
    if (thrown)
        std::rethrow_exception(thrown);
    co_return true;
}

Task<std::optional<std::string>> WebSocketStream::receive()
{
    if (m_over || m_closing)
        co_return std::nullopt;
    const auto [error, count] = co_await m_stream.async_read(m_read, tupleOfFrames);
    if (error) {
        m_over = true;
        wakeWriter();
        co_return std::nullopt;
    }
    const auto bytes = m_read.data();
    std::optional<std::string> text(std::in_place, static_cast<const char *>(bytes.data()), bytes.size());
    m_read = boost::beast::flat_buffer(mostMessageBytes); // thousands of these wait at a time: keep nothing
    if (!m_stream.got_text()) {
        close(1003, "Only text is understood.");
        text.reset();
    }
    if (m_closing)
        text.reset();
    co_return text;
}

void WebSocketStream::send(std::string text)
{
    if (m_over || m_closing)
        return;
    m_queuedBytes += text.size();
    if (m_queuedBytes > mostQueuedBytes) {
        m_over = true;
        m_wire.close();
    } else {
        m_queue.push_back(std::move(text));
    }
    wakeWriter();
}

void WebSocketStream::close(std::uint16_t code, std::string reason)
{
    if (!m_closing)
        m_closing.emplace(static_cast<websocket::close_code>(code), reason);
    wakeWriter();
}

void WebSocketStream::wakeWriter()
{
    m_wake.expires_at(std::chrono::steady_clock::time_point::min());
}

Task<void> WebSocketStream::writeAll()
{
    auto nextPing = std::chrono::steady_clock::now() + pingEvery;
    while (!m_over) {
        if (!m_queue.empty()) {
            const bool written = co_await writeOne();
            m_over = m_over || !written;
            continue;
        }
        if (m_closing)
            break;
        if (std::chrono::steady_clock::now() >= nextPing) {
            nextPing += pingEvery;
            const auto [error] = co_await m_stream.async_ping({}, tupleOfFrames);
            m_over = m_over || error.failed();
            continue;
        }
        m_wake.expires_at(nextPing);
        co_await m_wake.async_wait(tupleOfFrames);
    }
    co_await sayClose();
    m_over = true;
    m_writerEnded = true;
    m_joined.cancel();
}

Task<bool> WebSocketStream::writeOne()
{
    const std::string text = std::move(m_queue.front());
    m_queue.pop_front();
    const auto [error, count] = co_await m_stream.async_write(boost::asio::buffer(text), tupleOfFrames);
    m_queuedBytes -= text.size();
    co_return !error && !m_over;
}

Task<void> WebSocketStream::sayClose()
{
    if (m_over || !m_closing || !m_stream.is_open()) {
        m_wire.close();
        co_return;
    }
    const websocket::close_reason reason = *m_closing;
    co_await m_stream.async_close(reason, tupleOfFrames);
    m_wire.close();
}

} // namespace learnlab::server::http
