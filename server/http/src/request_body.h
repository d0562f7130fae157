#pragma once
// The body of the current request, straight from the socket; chunked ones through Beast's parser.

#include <server/http/message.h>

#include "pace.h"
#include "watchdog.h"
#include "wire.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <chrono>

namespace learnlab::server::http {

using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;

struct BodyLimits
{
    std::uint64_t most = 0;               // bytes
    std::chrono::milliseconds patience{}; // for the next piece
    bool expectsContinue = false;         // the client waits for 100 before it sends
    Pace pace;
};

class RequestBody : public BodyReader
{
public:
    // All of them outlive this.
    RequestBody(Wire &wire, boost::beast::flat_buffer &buffer, Parser &parser, Watchdog &watchdog, BodyLimits limits);

    [[nodiscard]] std::optional<std::uint64_t> contentLength() const override;
    [[nodiscard]] Task<Result<std::size_t>> read(std::span<char> into) override;
    [[nodiscard]] Task<Result<std::string>> readAll(std::chrono::milliseconds most);
    [[nodiscard]] bool finished() const; // nothing of it is left on the socket
    [[nodiscard]] std::uint64_t taken() const { return m_limits.pace.bytes; }

private:
    [[nodiscard]] Task<Result<std::size_t>> readPlain(std::span<char> into);
    [[nodiscard]] Task<Result<std::size_t>> readChunked(std::span<char> into);
    [[nodiscard]] Task<Result<void>> invite();
    [[nodiscard]] Problem broken() const;

    Wire &m_wire;
    boost::beast::flat_buffer &m_buffer;
    Parser &m_parser;
    Watchdog &m_watchdog;
    BodyLimits m_limits;
    bool m_chunked;
    std::uint64_t m_left;     // of a plain body
    std::uint64_t m_read = 0; // of a chunked one
};

} // namespace learnlab::server::http
