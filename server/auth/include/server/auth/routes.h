#pragma once
// POST /auth/register, login, refresh-token, logout; GET /auth/me; GET, DELETE /api/v2/sessions.

#include <server/auth/accounts.h>
#include <server/auth/limiter.h>
#include <server/auth/passwords.h>
#include <server/auth/sessions.h>
#include <server/support/config.h>

namespace learnlab::server::auth {

// What the handlers work with; outlives the router.
struct Services
{
    Accounts &accounts;
    Sessions &sessions;
    LoginLimiter &limiter;
    const support::Config &config;
    std::function<void(const Uuid &user)> sessionEnded; // what waits on a user's behalf shall look again
};

void registerRoutes(http::Router &router, Services &services);

} // namespace learnlab::server::auth
