#include "compress.h"

#include <server/support/bytes.h>

#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/zlib/deflate_stream.hpp>
#include <boost/crc.hpp>

#include <algorithm>

namespace learnlab::server::http {
namespace {

constexpr std::size_t leastBytes = 16 << 10; // below, a round trip costs more than the bytes
constexpr std::size_t turnBytes = 64 << 10;  // about a millisecond
constexpr int fastLevel = 2;

bool acceptsGzip(std::string_view header)
{
    const std::string accepted = support::asciiLower(header);
    const auto at = accepted.find("gzip");
    return at != std::string::npos && !std::string_view(accepted).substr(at).starts_with("gzip;q=0");
}

bool isJson(const Response &response)
{
    return std::any_of(response.headers.begin(), response.headers.end(), [](const auto &header) {
        return header.first == "Content-Type" && header.second == "application/json";
    });
}

void appendLittleEndian(std::string &bytes, std::uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>((value >> shift) & 0xff);
}

} // namespace

Task<void> compressIfWorthwhile(const Request &request, Response &response)
{
    auto *text = std::get_if<std::string>(&response.body);
    if (text == nullptr || text->size() < leastBytes || !acceptsGzip(request.header("accept-encoding")) ||
        !isJson(response))
        co_return;
    namespace zlib = boost::beast::zlib;
    zlib::deflate_stream deflate;
    deflate.reset(fastLevel, 15, 8, zlib::Strategy::normal);
    boost::crc_32_type checksum;
    std::string packed("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10); // no name, no time
    std::string piece(turnBytes, '\0');
    zlib::z_params params;
    boost::system::error_code error;
    for (std::size_t at = 0; at < text->size() && !error; at += turnBytes) {
        params.next_in = text->data() + at;
        params.avail_in = std::min(turnBytes, text->size() - at);
        checksum.process_bytes(params.next_in, params.avail_in);
        const bool last = at + turnBytes >= text->size();
        do {
            params.next_out = piece.data();
            params.avail_out = piece.size();
            deflate.write(params, last ? zlib::Flush::finish : zlib::Flush::none, error);
            packed.append(piece, 0, piece.size() - params.avail_out);
        } while (!error && params.avail_out == 0);
        if (error == zlib::error::need_buffers)
            error = {}; // nothing left to do for this piece
        co_await boost::asio::post(boost::asio::use_awaitable);
    }
    if (error != zlib::error::end_of_stream)
        co_return; // it goes as it is
    appendLittleEndian(packed, checksum.checksum());
    appendLittleEndian(packed, static_cast<std::uint32_t>(text->size()));
    *text = std::move(packed);
    response.headers.emplace_back("Content-Encoding", "gzip");
    response.headers.emplace_back("Vary", "Accept-Encoding");
}

} // namespace learnlab::server::http
