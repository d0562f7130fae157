#include "cross_origin.h"

#include <server/support/bytes.h>

#include <algorithm>

namespace learnlab::server::http {
namespace {

bool isAllowed(const Request &request, const std::vector<std::string> &origins)
{
    const auto origin = request.header("origin");
    return !origin.empty() && std::ranges::find(origins, support::asciiLower(origin)) != origins.end();
}

} // namespace

std::optional<Response> answerPreflight(const Request &request, const std::vector<std::string> &origins)
{
    if (request.method != "OPTIONS" || request.header("access-control-request-method").empty() ||
        !isAllowed(request, origins))
        return std::nullopt;
    Response response = noContent();
    response.headers = {{"Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE"},
                        {"Access-Control-Allow-Headers", "Authorization, Content-Type"},
                        {"Access-Control-Max-Age", "600"}};
    return response;
}

void allowOrigin(const Request &request, const std::vector<std::string> &origins, Response &response)
{
    if (origins.empty())
        return;
    response.headers.emplace_back("Vary", "Origin");
    if (!isAllowed(request, origins))
        return;
    response.headers.emplace_back("Access-Control-Allow-Origin", std::string(request.header("origin")));
    response.headers.emplace_back("Access-Control-Expose-Headers", "Content-Disposition, Retry-After, X-Request-Id");
}

} // namespace learnlab::server::http
