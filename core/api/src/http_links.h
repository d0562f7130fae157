#pragma once

#include "api/links.h"
#include "http_call.h"
#include "parse.h"

namespace learnlab::api {

[[nodiscard]] Result<domain::Link> parseLink(const QJsonValue &value);
[[nodiscard]] Result<QList<domain::Link>> parseLinks(const QJsonValue &value);
[[nodiscard]] QJsonObject composeLink(const domain::LinkWish &wish);

/// LinkApi over the same connection as NetworkApi, which owns it.
class NetworkLinks final : public LinkApi
{
public:
    explicit NetworkLinks(HttpContext &context) : m_context(context) {}

    Handle createLink(const domain::LinkWish &wish, Reply<domain::Link> reply) override;
    Handle changeLink(const domain::LinkWish &wish, Reply<domain::Link> reply) override;
    Handle revokeLink(domain::LinkId id, Reply<void> reply) override;
    Handle links(Reply<QList<domain::Link>> reply) override;

private:
    [[nodiscard]] Handle call(CallPlan plan, HttpCall::Done done);

    HttpContext &m_context;
};

} // namespace learnlab::api
