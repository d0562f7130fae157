#include <server/support/result.h>

namespace learnlab::server::support {

Problem Problem::withField(std::string name) &&
{
    field = std::move(name);
    return std::move(*this);
}

Problem Problem::withRetryAfter(int seconds) &&
{
    retryAfter = seconds;
    return std::move(*this);
}

Problem Problem::withRevision(std::int64_t value) &&
{
    revision = value;
    return std::move(*this);
}

Problem Problem::withMember(std::string_view name, boost::json::value value) &&
{
    members[name] = std::move(value);
    return std::move(*this);
}

Problem Problem::withCause(std::string text) &&
{
    cause.text = std::move(text);
    return std::move(*this);
}

Problem problem(int status, std::string code, std::string detail)
{
    Problem made;
    made.status = status;
    made.code = std::move(code);
    made.detail = std::move(detail);
    return made;
}

Problem malformed(std::string detail, std::string field)
{
    return problem(400, "malformed", std::move(detail)).withField(std::move(field));
}

Problem notFound(std::string detail)
{
    return problem(404, "not_found", std::move(detail));
}

Problem unavailable(std::string detail, int retryAfterSeconds)
{
    return problem(503, "unavailable", std::move(detail)).withRetryAfter(retryAfterSeconds);
}

Problem internal(std::string causeText)
{
    return problem(500, "internal", "Something went wrong on the server.").withCause(std::move(causeText));
}

} // namespace learnlab::server::support
