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

void Links::Inner::note(const Request &request, std::string_view what, const Uuid &link, std::string_view user) const
{
    const std::string id = link.text();
    context.audit.info(
        "audit", {{"what", what}, {"user", user}, {"about", id}, {"peer", request.peer}, {"request", request.id}});
}

Links::Links(LinksContext context) : m_inner(std::make_unique<Inner>(std::move(context))) {}
Links::~Links() = default;

std::string Links::url(const Uuid &link) const
{
    return m_inner->url(link);
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
