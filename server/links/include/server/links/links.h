#pragma once
// Public links: POST, GET /api/v2/links; PATCH, DELETE /api/v2/links/{id}; and the page that a stranger meets,
// GET and POST /s/{token}. A link is open while its file is there and not in the trash, its user may sign in, its time
// has not run out and nobody withdrew it; a file that comes back from the trash brings its links with it. Strangers are
// answered in HTML alone and cannot learn whether a link ever was. Loop thread only; owner: the composition root.

#include <server/auth/guard.h>
#include <server/auth/passwords.h>
#include <server/auth/throttle.h>
#include <server/links/link_key.h>
#include <server/objects/object_store.h>
#include <server/store/pool.h>
#include <server/support/config.h>
#include <server/support/metrics.h>

#include <boost/json/object.hpp>

#include <functional>
#include <memory>
#include <string_view>

namespace learnlab::server::links {

// All of these outlive the Links.
struct LinksContext
{
    store::Pool &pool;
    auth::Guard &guard;
    auth::Passwords &passwords;
    auth::LoginThrottle &throttle;
    objects::ObjectStore &objects;
    const support::Config &config;
    const auth::KeyRing &keys;
    support::Logger &audit;
    support::Metrics &metrics;
    std::function<std::string()> publicUrl;               // known once the port is bound
    std::function<std::string()> contentsUrl;             // where downloads lead
    std::function<void(const support::Uuid &)> feedMoved; // of this user
};

class Links
{
public:
    explicit Links(LinksContext context);
    ~Links();
    Links(const Links &) = delete;
    Links &operator=(const Links &) = delete;

    void addRoutes(http::Router &router); // this object must outlive the router
    // A link as its owner is told of it, from a row with these columns.
    [[nodiscard]] static std::string_view columns();
    [[nodiscard]] boost::json::object json(const store::Row &row) const;

private:
    struct Inner;
    std::unique_ptr<Inner> m_inner;
};

} // namespace learnlab::server::links
