#pragma once
// POST /auth/register, login, refresh-token, logout, password; GET, PATCH, DELETE /auth/me; GET, DELETE
// /api/v2/sessions. What happens to accounts and sessions is told to the audit log: who, whence, what; nothing that was
// typed.

#include <server/auth/accounts.h>
#include <server/auth/passwords.h>
#include <server/auth/sessions.h>
#include <server/auth/throttle.h>
#include <server/support/config.h>
#include <server/support/metrics.h>

namespace learnlab::server::auth {

// What the handlers work with; outlives the router.
struct Services
{
    Accounts &accounts;
    Sessions &sessions;
    LoginThrottle &throttle;
    const support::Config &config;
    support::Logger &audit;
    support::Metrics &metrics;
    std::function<void(const Uuid &user)> sessionEnded; // what waits on a user's behalf shall look again
};

void registerRoutes(http::Router &router, Services &services);

} // namespace learnlab::server::auth
