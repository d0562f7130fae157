#pragma once
// Failure as a value. Every fallible function of the server answers Result<T>; what failed is a Problem, which is also
// exactly what a client is told (RFC 9457), plus a cause that stays inside.

#include <boost/asio/awaitable.hpp>
#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace learnlab::server::support {

// Why, for decisions and for the log; never sent to a client.
struct Cause
{
    std::string state;  // SQLSTATE where the database said no, else empty
    std::string object; // the violated constraint
    std::string text;   // free words; no secrets, never branched on
};

struct Problem
{
    int status = 500;
    std::string code = "internal"; // stable, lower_snake_case
    std::string detail;            // one English sentence
    std::string field;             // the member of the request that is wrong
    std::optional<int> retryAfter; // seconds
    std::optional<std::int64_t> revision;
    boost::json::object members; // further members of the problem document
    Cause cause;

    [[nodiscard]] Problem withField(std::string name) &&;
    [[nodiscard]] Problem withRetryAfter(int seconds) &&;
    [[nodiscard]] Problem withRevision(std::int64_t value) &&;
    [[nodiscard]] Problem withMember(std::string_view name, boost::json::value value) &&;
    [[nodiscard]] Problem withCause(std::string text) &&;
};

template <typename T>
using Result = tl::expected<T, Problem>;
using Failure = tl::unexpected<Problem>;

// What a coroutine of the server returns. Everything runs on the one loop thread.
template <typename T>
using Task = boost::asio::awaitable<T>;

[[nodiscard]] Problem problem(int status, std::string code, std::string detail);
[[nodiscard]] Problem malformed(std::string detail, std::string field = {});
[[nodiscard]] Problem notFound(std::string detail = "There is nothing here.");
[[nodiscard]] Problem unavailable(std::string detail, int retryAfterSeconds = 2);
[[nodiscard]] Problem internal(std::string causeText);

// For `co_return fail(problem(…))` and `return fail(result.error())`.
[[nodiscard]] inline Failure fail(Problem what)
{
    return Failure(std::move(what));
}

} // namespace learnlab::server::support
