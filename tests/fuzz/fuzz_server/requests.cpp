#include "side.h"

#include <server/http/json.h>
#include <server/http/websocket.h>
#include <server/objects/object_key.h>

#include "server/http/src/client_address.h"
#include "server/http/src/request_head.h"
#include "server/objects/src/signing.h"

#include <boost/asio/buffer.hpp>

namespace learnlab::fuzz {

namespace http = server::http;
namespace support = server::support;

namespace {

support::Task<support::Result<http::Response>> nothing(http::Request &)
{
    co_return http::noContent();
}

const http::Router &router()
{
    static const auto made = [] {
        auto routes = std::make_unique<http::Router>();
        routes->add("GET", "/api/v2/folders/{id}/children", nothing);
        routes->add("POST", "/api/v2/uploads/complete", nothing);
        routes->add("GET", "/api/v2/uploads/{id}", nothing);
        routes->add("GET", "/objects/{user}/{batch}/{upload}", nothing);
        return routes;
    }();
    return *made;
}

// Whatever is asked, the part that is sent lies within the file.
void askForFile(const http::Request &request)
{
    constexpr std::uint64_t size = 1000;
    const auto response = http::fileResponse(request, http::FileHandle(), size, "\"tag\"", "text/plain");
    const auto *body = std::get_if<http::FileBody>(&response.body);
    promise(body == nullptr || (body->offset <= size && body->length <= size - body->offset));
    promise(response.status != 206 || (body != nullptr && body->length > 0));
}

void noNul(const http::Pairs &pairs)
{
    for (const auto &[name, value] : pairs)
        promise(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos);
}

} // namespace

void head(std::string_view input)
{
    http::Parser parser;
    parser.header_limit(16 << 10);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(input), error);
    if (error || !parser.is_header_done())
        return;
    http::Request request;
    const auto taken = http::takeHead(parser, request);
    const auto trusted = *support::AddressRange::parse("10.0.0.0/8");
    const auto client = http::clientAddress(request.headers, "10.0.0.1", false, {trusted});
    promise(support::Address::parse(client.text).has_value());
    if (!taken)
        return;
    // No two readers may see different ends of the body.
    promise(!parser.chunked() || request.header("content-length").empty());
    noNul(request.query);
    if (const auto match = router().match(request.method, taken->rawPath))
        noNul(match->pathValues);
    askForFile(request);
    static_cast<void>(http::upgrade(request, {}));
}

void query(std::string_view input)
{
    if (const auto pairs = http::parseQuery(input))
        noNul(*pairs);
    const std::string_view path = input.substr(0, input.find('?'));
    if (const auto match = router().match("GET", path))
        noNul(match->pathValues);
    for (const char *name : {"", "/", "//"})
        static_cast<void>(router().match("GET", name + std::string(input)));
}

void json(std::string_view input)
{
    http::Request request;
    request.body = input;
    const auto body = http::jsonBody(request);
    if (!body)
        return;
    const http::Members members(*body, "x.");
    for (const char *name : {"id", "name", "size", "items", "a", ""}) {
        const auto text = members.optionalText(name);
        promise(!text || !*text || (*text)->find('\0') == std::string::npos);
        static_cast<void>(members.optionalUuid(name));
        static_cast<void>(members.optionalInteger(name));
        const auto array = members.requireArray(name, 3);
        promise(!array || (*array)->size() <= 3);
    }
}

void signature(std::string_view input)
{
    static const server::objects::Signer signer("a key for this test alone");
    http::Request request;
    request.method = input.empty() || (input.front() & 1) != 0 ? "PUT" : "GET";
    input.remove_prefix(input.empty() ? 0 : 1);
    const auto mark = input.find('?');
    auto match = router().match("GET", input.substr(0, mark));
    auto pairs = http::parseQuery(mark == std::string_view::npos ? "" : input.substr(mark + 1));
    if (!match || !pairs)
        return;
    request.path = match->path;
    request.pathValues = match->pathValues;
    request.query = *pairs;
    const support::Time now = *support::parseTime("2026-11-23T01:00:00Z");
    const auto permission = signer.check(request, now);
    promise(!permission || permission->method == request.method);
}

} // namespace learnlab::fuzz
