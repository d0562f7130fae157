#include "http_links.h"

#include "http_api.h"
#include "members.h"
#include "rfc3339.h"

namespace learnlab::api {

Result<domain::Link> parseLink(const QJsonValue &value)
{
    Members in(value);
    domain::Link link;
    link.id = in.id<domain::LinkId>("id");
    link.fileId = in.id<domain::FileId>("file_id");
    link.url = QString::fromLatin1(in.token("url", Members::maxText));
    link.createdAt = in.time("created_at");
    link.expiresAt = in.timeOrNull("expires_at");
    link.hasPassword = in.flag("has_password");
    link.revoked = in.flag("revoked");
    link.opened = in.count("opened");
    // It is shown, copied and sent on: nothing but the address of a page.
    const QUrl url(link.url, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() ||
        (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")))
        in.wrong("url");
    return in.finish(std::move(link));
}

Result<QList<domain::Link>> parseLinks(const QJsonValue &value)
{
    Members in(value);
    auto links = in.list<domain::Link>("links", maxItems, parseLink);
    return in.finish(std::move(links));
}

QJsonObject composeLink(const domain::LinkWish &wish)
{
    QJsonObject body;
    if (wish.setsExpiry)
        body.insert(QLatin1String("expires_at"), wish.expiresAt ? QJsonValue(timeText(*wish.expiresAt)) : QJsonValue());
    if (wish.setsPassword)
        body.insert(QLatin1String("password"), wish.password.isEmpty() ? QJsonValue() : QJsonValue(wish.password));
    return body;
}

LinkApi::Handle NetworkLinks::call(CallPlan plan, HttpCall::Done done)
{
    return std::make_unique<HttpCall>(m_context, std::move(plan), std::move(done));
}

LinkApi::Handle NetworkLinks::createLink(const domain::LinkWish &wish, Reply<domain::Link> reply)
{
    QJsonObject body = composeLink(wish);
    body.insert(QLatin1String("id"), domain::toText(wish.id));
    body.insert(QLatin1String("file_id"), domain::toText(wish.fileId));
    return call(postPlan(QStringLiteral("/api/v2/links"), body), parsedBy(parseLink, std::move(reply)));
}

LinkApi::Handle NetworkLinks::changeLink(const domain::LinkWish &wish, Reply<domain::Link> reply)
{
    CallPlan plan = postPlan(QStringLiteral("/api/v2/links/") + domain::toText(wish.id), composeLink(wish));
    plan.verb = Verb::Patch;
    return call(std::move(plan), parsedBy(parseLink, std::move(reply)));
}

LinkApi::Handle NetworkLinks::revokeLink(domain::LinkId id, Reply<void> reply)
{
    return call({Verb::Delete, QStringLiteral("/api/v2/links/") + domain::toText(id)}, emptyAnswer(std::move(reply)));
}

LinkApi::Handle NetworkLinks::links(Reply<QList<domain::Link>> reply)
{
    return call(getPlan(QStringLiteral("/api/v2/links")), parsedBy(parseLinks, std::move(reply)));
}

} // namespace learnlab::api
