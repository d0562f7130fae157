#include "request_body.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>

#include <algorithm>
#include <cstring>

namespace learnlab::server::http {
namespace {

constexpr auto tupleAwait = boost::asio::as_tuple(boost::asio::use_awaitable);

Problem tooLarge()
{
    return support::problem(413, "too_large", "The body is larger than this address takes.");
}

Problem late()
{
    return support::problem(408, "timeout", "The body did not arrive in time.");
}

} // namespace

RequestBody::RequestBody(Wire &wire, boost::beast::flat_buffer &buffer, Parser &parser, Watchdog &watchdog,
                         BodyLimits limits)
    : m_wire(wire),
      m_buffer(buffer),
      m_parser(parser),
      m_watchdog(watchdog),
      m_limits(limits),
      m_chunked(parser.chunked()),
      m_left(m_chunked ? 0 : parser.content_length().value_or(0))
{}

std::optional<std::uint64_t> RequestBody::contentLength() const
{
    if (m_chunked)
        return {};
    return m_parser.content_length().value_or(0);
}

bool RequestBody::finished() const
{
    return m_chunked ? m_parser.is_done() : m_left == 0;
}

Problem RequestBody::broken() const
{
    if (m_watchdog.passed())
        return late();
    return support::malformed("The body broke off.");
}

Task<Result<void>> RequestBody::invite()
{
    if (!std::exchange(m_limits.expectsContinue, false))
        co_return Result<void>();
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    m_watchdog.expect(m_limits.patience);
    const auto [error, count] = co_await boost::asio::async_write(m_wire, boost::asio::buffer(line), tupleAwait);
    if (error)
        co_return support::fail(broken());
    co_return Result<void>();
}

Task<Result<std::size_t>> RequestBody::read(std::span<char> into)
{
    if (finished() || into.empty())
        co_return 0;
    if (!m_chunked && m_left > m_limits.most)
        co_return support::fail(tooLarge());
    auto invited = co_await invite();
    if (!invited)
        co_return support::fail(std::move(invited.error()));
    if (m_limits.pace.tooSlow())
        co_return support::fail(late());
    m_watchdog.expect(m_limits.patience);
    const auto begun = std::chrono::steady_clock::now();
    // No conditional expression: g++ 12 destroys the branch not taken, too.
    Result<std::size_t> count = 0;
    if (m_chunked)
        count = co_await readChunked(into);
    else
        count = co_await readPlain(into);
    m_watchdog.rest();
    m_limits.pace.add(std::chrono::steady_clock::now() - begun, count.value_or(0));
    co_return count;
}

Task<Result<std::size_t>> RequestBody::readPlain(std::span<char> into)
{
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), m_left));
    if (m_buffer.size() > 0) { // what came with the header
        const std::size_t count = std::min(most, m_buffer.size());
        std::memcpy(into.data(), m_buffer.data().data(), count);
        m_buffer.consume(count);
        m_left -= count;
        co_return count;
    }
    const auto [error, count] = co_await m_wire.async_read_some(boost::asio::buffer(into.data(), most), tupleAwait);
    if (error || count == 0)
        co_return support::fail(broken());
    m_left -= count;
    co_return count;
}

Task<Result<std::size_t>> RequestBody::readChunked(std::span<char> into)
{
    auto &body = m_parser.get().body();
    while (!m_parser.is_done()) {
        body.data = into.data();
        body.size = into.size();
        const auto [error, used] = co_await boost::beast::http::async_read_some(m_wire, m_buffer, m_parser, tupleAwait);
        if (error && error != boost::beast::http::error::need_buffer)
            co_return support::fail(broken());
        const std::size_t count = into.size() - body.size;
        m_read += count;
        if (m_read > m_limits.most)
            co_return support::fail(tooLarge());
        if (count > 0)
            co_return count;
    }
    co_return 0;
}

Task<Result<std::string>> RequestBody::readAll(std::chrono::milliseconds most)
{
    const auto end = std::chrono::steady_clock::now() + most;
    m_limits.patience = std::min(m_limits.patience, most);
    std::string all;
    std::string piece(std::min<std::size_t>(64 << 10, m_chunked ? 64 << 10 : m_left), '\0');
    while (!finished()) {
        auto count = co_await read(std::span<char>(piece));
        if (!count)
            co_return support::fail(std::move(count.error()));
        all.append(piece.data(), *count);
        if (std::chrono::steady_clock::now() > end && !finished())
            co_return support::fail(late());
    }
    co_return all;
}

} // namespace learnlab::server::http
