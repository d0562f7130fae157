#include <server/auth/guard.h>

namespace learnlab::server::auth {
namespace {

Task<Result<http::Response>> guarded(Guard &guard, const SignedInHandler &handler, http::Request &request)
{
    auto who = co_await guard.authenticate(request);
    if (!who)
        co_return support::fail(std::move(who.error()));
    const Principal principal = *who;
    co_return co_await handler(request, principal);
}

} // namespace

http::Handler signedIn(Guard &guard, SignedInHandler handler)
{
    // The router keeps the lambda, and with it `handler`, for as long as requests run.
    return [&guard, handler = std::move(handler)](http::Request &request) { return guarded(guard, handler, request); };
}

} // namespace learnlab::server::auth
