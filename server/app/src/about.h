#pragma once
// GET /healthz, /readyz and /api/v2/capabilities: what needs no sign-in.

#include <server/http/router.h>
#include <server/store/pool.h>
#include <server/support/config.h>
#include <server/support/uuid.h>

namespace learnlab::server::app {

struct About
{
    const support::Config &config;
    store::Pool &pool;
    support::Uuid serverId;
    std::string publicUrl;  // known once the port is bound
    std::string objectsUrl; // where contents are, if not at publicUrl
};

// `about` outlives the router.
void addAboutRoutes(http::Router &router, const About &about);

} // namespace learnlab::server::app
