#include "members.h"
#include "parse.h"

#include <algorithm>

namespace learnlab::api {
namespace {

constexpr qsizetype maxTokenLength = 4096;

Result<domain::Session> parseSession(const QJsonValue &value)
{
    Members in(value);
    domain::Session session;
    session.id = in.id<domain::SessionId>("id");
    session.deviceInfo = in.textOrNull("device_info").value_or(QString());
    session.createdAt = in.time("created_at");
    session.expiresAt = in.timeOrNull("expires_at");
    session.current = in.flag("current");
    return in.finish(std::move(session));
}

Result<Limits> parseLimits(const QJsonValue &value)
{
    constexpr qint64 minPart = 64 * 1024;
    constexpr qint64 maxPart = qint64{5} * 1024 * 1024 * 1024;
    Members in(value);
    Limits limits;
    limits.partSize = in.count("part_size", maxPart);
    limits.multipartThreshold = in.count("multipart_threshold");
    limits.maxFileSize = in.countOrNull("max_file_size").value_or(0);
    limits.maxBatch = static_cast<int>(in.count("max_batch", maxItems));
    limits.maxPartUrls = static_cast<int>(in.count("max_part_urls", maxItems));
    limits.trashRetentionDays = static_cast<int>(in.count("trash_retention_days", 100'000));
    // What would make the client send millions of parts or batches of nothing.
    if (limits.partSize < minPart)
        in.wrong("part_size");
    if (limits.maxBatch < 1)
        in.wrong("max_batch");
    if (limits.maxPartUrls < 1)
        in.wrong("max_part_urls");
    return in.finish(limits);
}

Result<QString> parseText(const QJsonValue &value)
{
    if (!value.isString() || value.toString().size() > Members::maxText)
        return fail(ErrorCode::BadAnswer, QStringLiteral("not a text"));
    return value.toString();
}

} // namespace

Result<Capabilities> parseCapabilities(const QJsonValue &value)
{
    Members in(value);
    Members server(in.value("server"));
    Capabilities result;
    if (in.count("api") != 2)
        in.wrong("api");
    result.serverName = server.text("name", 200);
    result.serverVersion = server.text("version", 200);
    result.serverId = server.text("id", 200);
    // "domains" is open to those who have such an address: the server judges it.
    const QString registration = in.text("registration", 32);
    result.registrationOpen = registration == QLatin1String("open") || registration == QLatin1String("domains");
    result.registrationByInvitation = registration == QLatin1String("invitation");
    result.limits = in.object<Limits>("limits", parseLimits).value_or(Limits());
    if (in.has("object_hosts"))
        result.objectHosts = in.list<QString>("object_hosts", 100, parseText);
    if (!server.good())
        in.wrong("server");
    return in.finish(std::move(result));
}

Result<Tokens> parseTokens(const QJsonValue &value)
{
    Members in(value);
    Tokens tokens;
    tokens.access = in.token("access_token", maxTokenLength);
    tokens.refresh = in.token("refresh_token", maxTokenLength);
    // A lifetime of years is as good as one day: the server's refusal renews it in any case.
    constexpr qint64 day = 86'400;
    tokens.accessLifetime = std::chrono::seconds(std::min(in.count("expires_in"), day));
    tokens.sessionId = in.id<domain::SessionId>("session_id");
    if (const auto user = in.object<domain::User>("user", parseUser))
        tokens.user = *user;
    else
        in.wrong("user");
    return in.finish(std::move(tokens));
}

Result<QList<domain::Session>> parseSessions(const QJsonValue &value)
{
    Members in(value);
    auto sessions = in.list<domain::Session>("sessions", maxItems, parseSession);
    return in.finish(std::move(sessions));
}

} // namespace learnlab::api
