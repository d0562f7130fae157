#include "engine/commands.h"

#include "call_server.h"

namespace learnlab::engine {

namespace {

using domain::Link;
using domain::Result;
using Links = QList<Link>;

/// Asks about links; then stores what came of it, before it is told.
template <class T>
void askForLinks(Services &services, const std::function<api::CallHandle(api::LinkApi &, api::Reply<T>)> &call,
                 const std::function<Result<void>(mirror::Writer &, const T &)> &keep,
                 const std::function<void(Result<T>)> &reply)
{
    if (!services.api.linkCalls()) {
        reply(domain::fail(domain::ErrorCode::NotALearnLabServer));
        return;
    }
    callServer<T>(
        services, [call](api::Api &api, api::Reply<T> done) { return call(*api.linkCalls(), std::move(done)); },
        [keep, reply](Services &open, const Result<T> &result) {
            if (!result) {
                reply(result);
                return;
            }
            open.store.write([keep, value = *result](mirror::Writer &writer) { return keep(writer, value); },
                             [reply, result](const Result<void> &) { reply(result); });
        });
}

Result<void> putLink(mirror::Writer &writer, const Link &link)
{
    return writer.putLink(link);
}

} // namespace

void Commands::makeLink(const domain::LinkWish &wish, QObject *context, Answer<Link> answer)
{
    m_asker.ask<Link>(
        context,
        [wish](Services &services, const Answer<Link> &reply) {
            domain::LinkWish asked = wish;
            if (asked.id.isNull())
                asked.id = domain::makeId<domain::LinkId>(services.clock, services.random);
            askForLinks<Link>(
                services,
                [asked](api::LinkApi &api, api::Reply<Link> done) { return api.createLink(asked, std::move(done)); },
                putLink, reply);
        },
        std::move(answer));
}

void Commands::changeLink(const domain::LinkWish &wish, QObject *context, Answer<Link> answer)
{
    m_asker.ask<Link>(
        context,
        [wish](Services &services, const Answer<Link> &reply) {
            askForLinks<Link>(
                services,
                [wish](api::LinkApi &api, api::Reply<Link> done) { return api.changeLink(wish, std::move(done)); },
                putLink, reply);
        },
        std::move(answer));
}

void Commands::revokeLink(domain::LinkId id, QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [id](Services &services, const Answer<void> &reply) {
            if (!services.api.linkCalls()) {
                reply(domain::fail(domain::ErrorCode::NotALearnLabServer));
                return;
            }
            callServer<void>(
                services,
                [id](api::Api &api, api::Reply<void> done) { return api.linkCalls()->revokeLink(id, std::move(done)); },
                [id, reply](Services &open, const Result<void> &result) {
                    // What the server does not know is withdrawn as well.
                    if (!result && result.error().code != domain::ErrorCode::NotFound) {
                        reply(result);
                        return;
                    }
                    open.store.write([id](mirror::Writer &writer) { return writer.forgetLink(id); },
                                     [reply](const Result<void> &) { reply({}); });
                });
        },
        std::move(answer));
}

void Commands::refreshLinks(QObject *context, Answer<Links> answer)
{
    m_asker.ask<Links>(
        context,
        [](Services &services, const Answer<Links> &reply) {
            askForLinks<Links>(
                services, [](api::LinkApi &api, api::Reply<Links> done) { return api.links(std::move(done)); },
                [](mirror::Writer &writer, const Links &links) { return writer.setLinks(links); }, reply);
        },
        std::move(answer));
}

} // namespace learnlab::engine
