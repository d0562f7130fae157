#pragma once
// Which handler answers which method and path. Filled at start, read-only afterwards; owner: the composition root.

#include <server/http/message.h>

#include <functional>
#include <map>
#include <memory>

namespace learnlab::server::http {

// A failed result becomes a problem document. An exception becomes 500 and a log line.
using Handler = std::function<Task<Result<Response>>(Request &)>;

struct RouteOptions
{
    bool streaming = false;                 // the handler reads request.stream itself
    bool longPoll = false;                  // request.stop also tells that the client left
    std::optional<std::uint64_t> bodyLimit; // bytes; default limits.body_bytes
};

struct Route
{
    std::string name; // the pattern
    Handler handler;
    RouteOptions options;
};

struct RouteMatch
{
    const Route *route = nullptr;
    std::string path; // decoded
    Pairs pathValues;
};

class Router
{
public:
    Router();
    ~Router();
    Router(const Router &) = delete;
    Router &operator=(const Router &) = delete;

    // pattern: "/api/v2/folders/{id}/children". A second handler for the same method and pattern is a programming error
    // (std::logic_error at start).
    void add(std::string_view method, std::string_view pattern, Handler handler, RouteOptions options = {});
    // rawPath: as on the wire, without the query. 404, 405 (with the member "allow") or 400.
    [[nodiscard]] Result<RouteMatch> match(std::string_view method, std::string_view rawPath) const;

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> routes() const; // method and pattern

private:
    struct Node;
    std::unique_ptr<Node> m_root;
};

// Percent-decoding; nothing for a broken escape or a NUL byte.
[[nodiscard]] std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace);
[[nodiscard]] Result<Pairs> parseQuery(std::string_view query); // also for form bodies

} // namespace learnlab::server::http
