#include "link_protocol.h"

#include "engine/requests.h"

namespace learnlab::engine {

namespace {

using domain::Link;
using domain::LinkWish;
using domain::Result;
using Links = QList<Link>;
using Reply = std::function<void(Result<QJsonValue>)>;

/// Microseconds; null: none.
QJsonValue timeJson(const std::optional<support::Timestamp> &time)
{
    return time ? QJsonValue(qint64(time->time_since_epoch().count())) : QJsonValue();
}

support::Timestamp timeOf(qint64 microseconds)
{
    return support::Timestamp(std::chrono::microseconds(microseconds));
}

QJsonArray linksJson(const Links &links)
{
    QJsonArray array;
    for (const Link &link : links)
        array.append(toJson(link));
    return array;
}

Result<Links> linksFrom(const QJsonValue &value)
{
    Links links;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array) {
        auto link = linkFrom(one);
        if (!link)
            return tl::make_unexpected(link.error());
        links.append(std::move(*link));
    }
    return links;
}

/// As toJson(LinkWish): zero is no time, an empty password is none.
LinkWish wishFrom(Request &request)
{
    LinkWish wish;
    wish.id = request.id<domain::LinkId>("link");
    wish.fileId = request.id<domain::FileId>("file");
    wish.setsExpiry = request.flag("sets_expiry");
    if (const qint64 at = request.number("expires_at"); at > 0)
        wish.expiresAt = timeOf(at);
    wish.setsPassword = request.flag("sets_password");
    wish.password = request.text("password");
    return wish;
}

template <class T, class Encode>
Commands::Answer<T> told(const Reply &reply, Encode encode)
{
    return [reply, encode](const Result<T> &result) {
        if (result)
            reply(QJsonValue(encode(*result)));
        else
            reply(tl::make_unexpected(result.error()));
    };
}

template <class T, class Decode>
Requests::Reply understood(Requests::Answer<T> answer, Decode decode)
{
    return [answer = std::move(answer), decode](const Result<QJsonValue> &result) {
        if (result)
            answer(decode(*result));
        else
            answer(tl::make_unexpected(result.error()));
    };
}

} // namespace

QJsonObject toJson(const Link &link)
{
    return {{QStringLiteral("id"), domain::toText(link.id)},
            {QStringLiteral("file_id"), domain::toText(link.fileId)},
            {QStringLiteral("url"), link.url},
            {QStringLiteral("created_at"), timeJson(link.createdAt)},
            {QStringLiteral("expires_at"), timeJson(link.expiresAt)},
            {QStringLiteral("has_password"), link.hasPassword},
            {QStringLiteral("opened"), link.opened}};
}

Result<Link> linkFrom(const QJsonValue &value)
{
    const auto id = domain::fromText<domain::LinkId>(value[QLatin1String("id")].toString());
    const auto file = domain::fromText<domain::FileId>(value[QLatin1String("file_id")].toString());
    if (!id || !file)
        return domain::fail(domain::ErrorCode::BadAnswer);
    Link link;
    link.id = *id;
    link.fileId = *file;
    link.url = value[QLatin1String("url")].toString();
    link.createdAt = timeOf(value[QLatin1String("created_at")].toInteger());
    if (const QJsonValue expires = value[QLatin1String("expires_at")]; expires.isDouble())
        link.expiresAt = timeOf(expires.toInteger());
    link.hasPassword = value[QLatin1String("has_password")].toBool();
    link.opened = value[QLatin1String("opened")].toInteger();
    return link;
}

QJsonObject toJson(const LinkWish &wish)
{
    return {{QStringLiteral("link"), domain::toText(wish.id)},
            {QStringLiteral("file"), domain::toText(wish.fileId)},
            {QStringLiteral("sets_expiry"), wish.setsExpiry},
            {QStringLiteral("expires_at"), wish.expiresAt ? timeJson(wish.expiresAt) : QJsonValue(0)},
            {QStringLiteral("sets_password"), wish.setsPassword},
            {QStringLiteral("password"), wish.password}};
}

bool runLinkCommand(const QString &command, Request &request, Commands &commands, QObject *context, const Reply &reply)
{
    const auto linkJson = [](const Link &link) { return toJson(link); };
    if (command == QLatin1String("make_link") || command == QLatin1String("change_link")) {
        const LinkWish wish = wishFrom(request);
        if (!request.isGood())
            return true;
        if (command == QLatin1String("make_link"))
            commands.makeLink(wish, context, told<Link>(reply, linkJson));
        else
            commands.changeLink(wish, context, told<Link>(reply, linkJson));
        return true;
    }
    if (command == QLatin1String("revoke_link")) {
        const auto id = request.id<domain::LinkId>("link");
        if (request.isGood()) {
            commands.revokeLink(id, context, [reply](const Result<void> &result) {
                if (result)
                    reply(QJsonValue(QJsonObject()));
                else
                    reply(tl::make_unexpected(result.error()));
            });
        }
        return true;
    }
    if (command == QLatin1String("refresh_links")) {
        commands.refreshLinks(context, told<Links>(reply, linksJson));
        return true;
    }
    return false;
}

void Requests::makeLink(const LinkWish &wish, QObject *context, Answer<Link> answer) const
{
    m_send(QStringLiteral("make_link"), toJson(wish), context, understood<Link>(std::move(answer), linkFrom));
}

void Requests::changeLink(const LinkWish &wish, QObject *context, Answer<Link> answer) const
{
    m_send(QStringLiteral("change_link"), toJson(wish), context, understood<Link>(std::move(answer), linkFrom));
}

void Requests::revokeLink(domain::LinkId id, QObject *context, Answer<void> answer) const
{
    m_send(QStringLiteral("revoke_link"), {{QStringLiteral("link"), domain::toText(id)}}, context,
           understood<void>(std::move(answer), [](const QJsonValue &) { return Result<void>(); }));
}

void Requests::refreshLinks(QObject *context, Answer<Links> answer) const
{
    m_send(QStringLiteral("refresh_links"), {}, context, understood<Links>(std::move(answer), linksFrom));
}

} // namespace learnlab::engine
