#include "request_head.h"

#include <server/support/bytes.h>

#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>

namespace learnlab::server::http {
namespace {

constexpr std::size_t mostHeaderFields = 100;

std::string toText(boost::beast::string_view view)
{
    return {view.data(), view.size()};
}

// A client's own id helps to find its request in our log; anything else but a plain word is not let in.
bool isPlainId(std::string_view text)
{
    return text.size() >= 8 && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '_';
           });
}

// Two of these would let two readers of one request understand it differently.
bool hasDoubledHeader(const Pairs &headers)
{
    for (const std::string_view name :
         {"host", "authorization", "content-length", "content-type", "transfer-encoding"}) {
        if (std::count_if(headers.begin(), headers.end(), [&](const auto &header) { return header.first == name; }) > 1)
            return true;
    }
    return false;
}

} // namespace

std::string newRequestId()
{
    return support::toHex(support::randomBytes(8));
}

Result<Head> takeHead(const Parser &parser, Request &request)
{
    const auto &message = parser.get();
    request.method = toText(message.method_string());
    request.routeName = "none";
    for (const auto &field : message)
        request.headers.emplace_back(support::asciiLower(toText(field.name_string())), toText(field.value()));
    const std::string_view given = request.header("x-request-id");
    request.id = isPlainId(given) ? std::string(given) : newRequestId();
    if (hasDoubledHeader(request.headers) || (message.version() >= 11 && message.find("host") == message.end()))
        return support::fail(support::malformed("The header is missing Host or says something twice."));
    const std::string transfer = support::asciiLower(request.header("transfer-encoding"));
    if (!transfer.empty() && (transfer != "chunked" || message.version() < 11))
        return support::fail(support::malformed("Only the transfer encoding chunked is understood."));
    if (request.headers.size() > mostHeaderFields)
        return support::fail(support::problem(431, "too_large", "The header has more fields than this server takes."));
    const std::string_view length = request.header("content-length");
    if (std::any_of(length.begin(), length.end(), [](char c) { return c < '0' || c > '9'; }))
        return support::fail(support::malformed("Content-Length is not a number."));
    const std::string coding = support::asciiLower(request.header("content-encoding"));
    if (!coding.empty() && coding != "identity")
        return support::fail(
            support::problem(415, "unsupported_media_type", "Bodies are not taken in any content encoding."));
    const std::string target = toText(message.target());
    const auto mark = target.find('?');
    if (mark != std::string::npos) {
        auto query = parseQuery(std::string_view(target).substr(mark + 1));
        if (!query)
            return support::fail(std::move(query.error()));
        request.query = std::move(*query);
    }
    Head head;
    head.rawPath = target.substr(0, mark);
    head.keepAlive = message.keep_alive() && message.version() >= 11;
    head.expectsContinue = support::asciiLower(request.header("expect")) == "100-continue";
    return head;
}

} // namespace learnlab::server::http
