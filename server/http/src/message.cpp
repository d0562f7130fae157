#include <server/http/message.h>

#include <boost/json/serialize.hpp>

#include <charconv>
#include <unistd.h>

namespace learnlab::server::http {
namespace {

std::string_view titleOf(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return "Error";
    }
}

std::string_view findIn(const Pairs &pairs, std::string_view name)
{
    for (const auto &[key, value] : pairs) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

std::string_view Request::header(std::string_view lowerCaseName) const
{
    return findIn(headers, lowerCaseName);
}

std::optional<std::string_view> Request::queryValue(std::string_view name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

std::string_view Request::pathValue(std::string_view name) const
{
    return findIn(pathValues, name);
}

Result<support::Uuid> Request::pathUuid(std::string_view name) const
{
    const auto parsed = support::Uuid::parse(pathValue(name));
    if (!parsed)
        return support::fail(support::notFound());
    return *parsed;
}

Result<std::int64_t> Request::queryInteger(std::string_view name, std::int64_t fallback, std::int64_t least,
                                           std::int64_t most) const
{
    const auto text = queryValue(name);
    if (!text || text->empty())
        return fallback;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size() || value < least || value > most)
        return support::fail(support::malformed("Expected a whole number from " + std::to_string(least) + " to " +
                                                    std::to_string(most) + ".",
                                                std::string(name)));
    return value;
}

FileHandle &FileHandle::operator=(FileHandle &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

FileHandle::~FileHandle()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Response &&Response::with(std::string name, std::string value) &&
{
    headers.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

Response json(int status, const boost::json::value &body)
{
    Response response;
    response.status = status;
    response.headers.emplace_back("Content-Type", "application/json");
    response.headers.emplace_back("Cache-Control", "no-store");
    response.body = boost::json::serialize(body);
    return response;
}

Response noContent()
{
    Response response;
    response.status = 204;
    return response;
}

boost::json::object problemJson(const Problem &problem)
{
    boost::json::object document{{"type", "about:blank"},
                                 {"title", titleOf(problem.status)},
                                 {"status", problem.status},
                                 {"detail", problem.detail},
                                 {"code", problem.code}};
    if (!problem.field.empty())
        document["field"] = problem.field;
    if (problem.retryAfter)
        document["retry_after"] = *problem.retryAfter;
    if (problem.revision)
        document["revision"] = *problem.revision;
    for (const auto &member : problem.members)
        document[member.key()] = member.value();
    return document;
}

Response problemResponse(const Problem &problem)
{
    Response response = json(problem.status, problemJson(problem));
    response.headers.front().second = "application/problem+json";
    if (problem.retryAfter)
        response.headers.emplace_back("Retry-After", std::to_string(*problem.retryAfter));
    if (problem.status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    if (problem.status == 426)
        response.headers.emplace_back("Upgrade", "websocket");
    if (problem.status == 405 && problem.members.contains("allow"))
        response.headers.emplace_back("Allow", std::string(problem.members.at("allow").as_string()));
    return response;
}

} // namespace learnlab::server::http
