#pragma once
// A request as a handler sees it and the response that it returns. Plain values; no Beast here, so that handlers
// compile quickly. Used on the loop thread only.

#include <server/support/log.h>
#include <server/support/result.h>
#include <server/support/uuid.h>

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace learnlab::server::http {

using support::Problem;
using support::Result;
using support::Task;

using Pairs = std::vector<std::pair<std::string, std::string>>;

class WebSocket;
using Conversation = std::function<Task<void>(WebSocket &)>;

// The body of a request on a streaming route, read as it comes. Owned by the connection, valid while the handler runs.
class BodyReader
{
public:
    virtual ~BodyReader() = default;
    [[nodiscard]] virtual std::optional<std::uint64_t> contentLength() const = 0; // absent when chunked
    // Fills up to buffer.size() bytes; 0 is the end of the body. 408 when the client stalls, 413 above the route's
    // limit, 400 when it breaks off.
    [[nodiscard]] virtual Task<Result<std::size_t>> read(std::span<char> buffer) = 0;
};

struct Request
{
    std::string method;           // upper case; a HEAD request reaches the GET handler with method HEAD
    std::string path;             // percent-decoded, without the query
    std::string routeName;        // the pattern that matched: the only form of the path that is logged
    Pairs query;                  // decoded, in the order given, doubles kept
    Pairs headers;                // names in lower case
    Pairs pathValues;             // {name} of the pattern, decoded
    std::string body;             // empty on a streaming route
    BodyReader *stream = nullptr; // on a streaming route
    std::string peer;             // the client's address without the port, as trusted proxies tell it
    bool secure = false;          // the client came by TLS
    std::string id;               // the request id
    std::stop_token
        stop; // asks a waiting handler to answer now: the server drains, or (long-poll routes) the client left
    support::Logger *log = nullptr;

    [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const;           // empty when absent
    [[nodiscard]] std::optional<std::string_view> queryValue(std::string_view name) const; // the first
    [[nodiscard]] std::string_view pathValue(std::string_view name) const;
    [[nodiscard]] Result<support::Uuid> pathUuid(std::string_view name) const; // 404 when it is no UUID
    // A number within bounds, `fallback` when absent, 400 otherwise.
    [[nodiscard]] Result<std::int64_t> queryInteger(std::string_view name, std::int64_t fallback, std::int64_t least,
                                                    std::int64_t most) const;
};

// An open file descriptor that closes itself.
class FileHandle
{
public:
    FileHandle() = default;
    explicit FileHandle(int fd) : m_fd(fd) {}
    FileHandle(FileHandle &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FileHandle &operator=(FileHandle &&other) noexcept;
    ~FileHandle();
    [[nodiscard]] int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

// Part of a file, sent by sendfile.
struct FileBody
{
    FileHandle file;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

struct Response
{
    int status = 200;
    Pairs headers; // Content-Length, Date, Server, Connection and X-Request-Id are added by the connection
    std::variant<std::string, FileBody> body;
    bool close = false;        // end the connection after this answer
    Conversation conversation; // with 101: see websocket.h

    Response &&with(std::string name, std::string value) &&;
};

[[nodiscard]] Response json(int status, const boost::json::value &body);
[[nodiscard]] Response noContent(); // 204
[[nodiscard]] Response problemResponse(const Problem &problem);
[[nodiscard]] boost::json::object problemJson(const Problem &problem); // as one item of a batch answer

// 200, 206, 304, 412 or 416 for a file, by Range, If-Range, If-Match and If-None-Match. etag with its quotes.
// One range only; several are answered with the whole file.
[[nodiscard]] Response fileResponse(const Request &request, FileHandle file, std::uint64_t size,
                                    const std::string &etag, const std::string &contentType);

} // namespace learnlab::server::http
