#include "response_writer.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <sys/sendfile.h>
#include <unistd.h>

namespace learnlab::server::http {
namespace {

constexpr auto tupleWait = boost::asio::as_tuple(boost::asio::use_awaitable);
constexpr std::size_t pieceSize = 1 << 20;
constexpr std::size_t textPiece =
    128 << 10; // small, so that a slow reader of a long answer is not taken for a dead one
constexpr std::size_t sealedPiece = 128 << 10; // read, encrypted and sent at a time

// The same for a second.
const std::string &httpDate()
{
    thread_local std::time_t of = 0;
    thread_local std::string date;
    const std::time_t now = std::time(nullptr);
    if (now == of)
        return date;
    std::tm parts{};
    gmtime_r(&now, &parts);
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                  months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                  parts.tm_sec);
    of = now;
    date = text;
    return date;
}

// Whatever a value contains, it cannot begin a header of its own.
void appendHeader(std::string &head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ");
    for (const char c : value)
        head += (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f ? ' ' : c;
    head.append("\r\n");
}

std::uint64_t bodyLength(const Response &response)
{
    if (const auto *file = std::get_if<FileBody>(&response.body))
        return file->length;
    return std::get<std::string>(response.body).size();
}

Task<std::uint64_t> sendFile(WriteContext context, const FileBody &body)
{
    auto offset = static_cast<off_t>(body.offset);
    std::uint64_t sent = 0;
    while (sent < body.length) {
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(pieceSize, body.length - sent));
        const ssize_t count = ::sendfile(context.wire.socket().native_handle(), body.file.get(), &offset, most);
        if (count > 0) {
            sent += static_cast<std::uint64_t>(count);
            co_await boost::asio::post(boost::asio::use_awaitable); // others have their turn
            continue;
        }
        if (count == 0 || (errno != EAGAIN && errno != EINTR))
            break; // the file is shorter than promised, or the client left
        context.watchdog.expect(context.patience);
        const auto begun = std::chrono::steady_clock::now();
        const auto [error] =
            co_await context.wire.socket().async_wait(boost::asio::ip::tcp::socket::wait_write, tupleWait);
        context.pace.bytes = sent;
        context.pace.add(std::chrono::steady_clock::now() - begun, 0);
        if (error || context.pace.tooSlow())
            break;
    }
    co_return sent;
}

// Under TLS the bytes have to be seen to be encrypted.
Task<std::uint64_t> sendSealed(WriteContext context, const FileBody &body)
{
    std::string piece(static_cast<std::size_t>(std::min<std::uint64_t>(sealedPiece, body.length)), '\0');
    std::uint64_t sent = 0;
    while (sent < body.length) {
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), body.length - sent));
        const ssize_t count = ::pread(body.file.get(), piece.data(), most, static_cast<off_t>(body.offset + sent));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break; // the file is shorter than promised
        context.watchdog.expect(context.patience);
        const auto from = boost::asio::buffer(piece.data(), static_cast<std::size_t>(count));
        const auto begun = std::chrono::steady_clock::now();
        const auto [error, written] = co_await boost::asio::async_write(context.wire, from, tupleWait);
        sent += written;
        context.pace.add(std::chrono::steady_clock::now() - begun, written);
        if (error || context.pace.tooSlow())
            break;
    }
    co_return sent;
}

Task<bool> sendText(WriteContext context, std::string_view head, std::string_view text)
{
    for (std::size_t at = 0;; at += textPiece) {
        const std::string_view piece = text.substr(std::min(at, text.size()), textPiece);
        const std::array<boost::asio::const_buffer, 2> buffers{boost::asio::buffer(at == 0 ? head : std::string_view()),
                                                               boost::asio::buffer(piece)};
        context.watchdog.expect(context.patience);
        const auto begun = std::chrono::steady_clock::now();
        const auto [error, count] = co_await boost::asio::async_write(context.wire, buffers, tupleWait);
        context.pace.add(std::chrono::steady_clock::now() - begun, count);
        if (error)
            co_return false;
        if (at + textPiece >= text.size())
            co_return true;
        if (context.pace.tooSlow())
            co_return false;
    }
}

} // namespace

std::string responseHead(const Response &response, std::string_view requestId, bool close)
{
    const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
    constexpr std::size_t usualHead = 512;
    std::string head;
    head.reserve(usualHead);
    head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reason.data(), reason.size()).append("\r\n");
    for (const auto &[name, value] : response.headers)
        appendHeader(head, name, value);
    if (response.status != 204 && response.status != 304)
        appendHeader(head, "Content-Length", std::to_string(bodyLength(response)));
    appendHeader(head, "X-Request-Id", requestId);
    const auto isNoSniff = [](const auto &header) { return header.first == "X-Content-Type-Options"; };
    if (std::none_of(response.headers.begin(), response.headers.end(), isNoSniff))
        appendHeader(head, "X-Content-Type-Options", "nosniff");
    appendHeader(head, "Date", httpDate());
    if (close)
        appendHeader(head, "Connection", "close");
    head += "\r\n";
    return head;
}

Task<Outcome> writeResponse(WriteContext context, Response response, std::string requestId, bool headOnly, bool close)
{
    const std::string head = responseHead(response, requestId, close);
    const bool bare = headOnly || response.status == 204 || response.status == 304;
    const auto *file = std::get_if<FileBody>(&response.body);
    const std::string_view text = bare || file != nullptr ? std::string_view() : std::get<std::string>(response.body);
    Outcome outcome;
    outcome.whole = co_await sendText(context, head, text);
    outcome.bytes = text.size();
    if (outcome.whole && file != nullptr && !bare) {
        if (context.wire.encrypted())
            outcome.bytes = co_await sendSealed(context, *file);
        else
            outcome.bytes = co_await sendFile(context, *file);
        outcome.whole = outcome.bytes == file->length;
    }
    context.watchdog.rest();
    co_return outcome;
}

} // namespace learnlab::server::http
