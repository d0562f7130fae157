#pragma once
// Who is asking. The access token is checked without the database, the session by one indexed read. Loop thread only.

#include <server/http/router.h>
#include <server/support/uuid.h>

#include <functional>
#include <string>

namespace learnlab::server::auth {

using support::Problem;
using support::Result;
using support::Task;
using support::Uuid;

struct Principal
{
    Uuid userId;
    Uuid sessionId;
    std::int64_t generation = 0; // of the session's refresh token
    std::string feed = {};       // epoch and head of the user's feed when the session was read; empty: there is none
};

class Guard
{
public:
    virtual ~Guard() = default;
    // 401 token_missing, token_expired, token_revoked. Call again in a long wait to learn that a session has ended.
    [[nodiscard]] virtual Task<Result<Principal>> authenticate(const http::Request &request) = 0;
};

using SignedInHandler = std::function<Task<Result<http::Response>>(http::Request &, const Principal &)>;
// A handler that is only reached by who is signed in. `guard` must outlive the router.
[[nodiscard]] http::Handler signedIn(Guard &guard, SignedInHandler handler);

} // namespace learnlab::server::auth
