#include "inner.h"

namespace learnlab::server::links {

Links::Inner::Inner(LinksContext given)
    : context(std::move(given)),
      key(context.keys),
      created(count("created")),
      changed(count("changed")),
      revoked(count("revoked")),
      shown(count("shown")),
      downloads(count("download")),
      unknown(count("unknown")),
      wrongPassword(count("wrong_password")),
      throttled(count("throttled"))
{}

Counter &Links::Inner::count(const char *what)
{
    return context.metrics.counter("learnlab_links_total", "What happened to public links.", {{"what", what}});
}

std::string Links::Inner::url(const Uuid &link) const
{
    return context.publicUrl() + "/s/" + key.token(link);
}

boost::json::object Links::Inner::json(const store::Row &row) const
{
    boost::json::object out{{"id", row.view("id")},
                            {"file_id", row.view("file_id")},
                            {"url", url(row.uuid("id"))},
                            {"created_at", row.wireTime("created_at")},
                            {"expires_at", nullptr},
                            {"has_password", row.boolean("has_password")},
                            {"revoked", row.boolean("revoked")},
                            {"opened", row.integer("opened")}};
    if (!row.isNull("expires_at"))
        out["expires_at"] = row.wireTime("expires_at");
    return out;
}

void Links::Inner::note(const Request &request, std::string_view what, const Uuid &link, std::string_view user) const
{
    const std::string id = link.text();
    context.audit.info(
        "audit", {{"what", what}, {"user", user}, {"about", id}, {"peer", request.peer}, {"request", request.id}});
}

Links::Links(LinksContext context) : m_inner(std::make_unique<Inner>(std::move(context))) {}
Links::~Links() = default;

std::string_view Links::columns()
{
    return "id, file_id, created_at, expires_at, password_hash IS NOT NULL AS has_password, "
           "revoked_at IS NOT NULL AS revoked, opened";
}

boost::json::object Links::json(const store::Row &row) const
{
    return m_inner->json(row);
}

void Links::addRoutes(http::Router &router)
{
    Inner &inner = *m_inner;
    auth::Guard &guard = inner.context.guard;
    constexpr http::RouteOptions small{false, false, 16 << 10};
    router.add(
        "POST", "/api/v2/links",
        auth::signedIn(guard, [&inner](Request &request, const Principal &who) { return inner.create(request, who); }),
        small);
    router.add("GET", "/api/v2/links",
               auth::signedIn(guard, [&inner](Request &, const Principal &who) { return inner.list(who); }));
    router.add(
        "PATCH", "/api/v2/links/{id}",
        auth::signedIn(guard, [&inner](Request &request, const Principal &who) { return inner.change(request, who); }),
        small);
    router.add(
        "DELETE", "/api/v2/links/{id}",
        auth::signedIn(guard, [&inner](Request &request, const Principal &who) { return inner.revoke(request, who); }),
        small);
    router.add("GET", "/s/{token}", [&inner](Request &request) { return inner.show(request); });
    router.add(
        "POST", "/s/{token}", [&inner](Request &request) { return inner.download(request); }, small);
}

} // namespace learnlab::server::links
