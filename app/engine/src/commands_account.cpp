#include "engine/commands.h"

#include "call_server.h"

namespace learnlab::engine {

namespace {

using domain::Result;

} // namespace

void Commands::keep(domain::ItemRef item, QObject *context, Answer<QList<domain::TransferId>> answer)
{
    using Ids = QList<domain::TransferId>;
    m_asker.ask<Ids>(
        context, [item](Services &services, Answer<Ids> reply) { services.content.keep(item, std::move(reply)); },
        std::move(answer));
}

void Commands::unkeep(domain::ItemRef item, QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context, [item](Services &services, Answer<void> reply) { services.content.unkeep(item, std::move(reply)); },
        std::move(answer));
}

void Commands::open(domain::FileId id, QObject *context, Answer<QString> answer)
{
    m_asker.ask<QString>(
        context, [id](Services &services, Answer<QString> reply) { services.content.open(id, std::move(reply)); },
        std::move(answer));
}

void Commands::copyTo(domain::FileId id, const QByteArray &destination, bool replace, QObject *context,
                      Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [=](Services &services, Answer<void> reply) {
            services.content.copyTo(id, destination, replace, std::move(reply));
        },
        std::move(answer));
}

void Commands::synchronize(QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [](Services &services, const Answer<void> &reply) {
            // What was saved in a copy until now belongs to it.
            services.content.collectEdits(whileOpen(services, [reply](Services &open) { open.sync.drain(reply); }));
        },
        std::move(answer));
}

void Commands::sessions(QObject *context, Answer<QList<domain::Session>> answer)
{
    using Sessions = QList<domain::Session>;
    m_asker.ask<Sessions>(
        context,
        [](Services &services, const Answer<Sessions> &reply) {
            callServer<Sessions>(
                services, [](api::Api &api, api::Reply<Sessions> done) { return api.sessions(std::move(done)); },
                [reply](Services &open, const Result<Sessions> &result) {
                    if (!result) {
                        reply(result);
                        return;
                    }
                    open.store.write([list = *result](mirror::Writer &writer) { return writer.setSessions(list); },
                                     [reply, result](const Result<void> &) { reply(result); });
                });
        },
        std::move(answer));
}

void Commands::endSession(domain::SessionId id, QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [id](Services &services, const Answer<void> &reply) {
            callServer<void>(
                services, [id](api::Api &api, api::Reply<void> done) { return api.endSession(id, std::move(done)); },
                [reply](Services &, const Result<void> &result) { reply(result); });
        },
        std::move(answer));
}

void Commands::changeProfile(const api::ProfileChange &change, QObject *context, Answer<domain::User> answer)
{
    m_asker.ask<domain::User>(
        context,
        [change](Services &services, const Answer<domain::User> &reply) {
            callServer<domain::User>(
                services,
                [change](api::Api &api, api::Reply<domain::User> done) { return api.changeProfile(change, std::move(done)); },
                [reply](Services &open, const Result<domain::User> &result) {
                    if (!result)
                        return reply(result);
                    open.store.write([user = *result](mirror::Writer &writer) { return writer.setAccount(user, std::nullopt); },
                                     [reply, result](const Result<void> &) { reply(result); });
                });
        },
        std::move(answer));
}

void Commands::changePassword(const api::PasswordChange &change, QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [change](Services &services, const Answer<void> &reply) {
            callServer<void>(
                services,
                [change](api::Api &api, api::Reply<void> done) { return api.changePassword(change, std::move(done)); },
                [reply](Services &, const Result<void> &result) { reply(result); });
        },
        std::move(answer));
}

} // namespace learnlab::engine
