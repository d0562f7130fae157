#include "engine/commands.h"
#include "engine/kept_limit.h"

namespace learnlab::engine {

using domain::Result;

void Commands::setKeptLimit(qint64 bytes, QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [bytes](Services &services, const Answer<void> &reply) {
            services.content.setLimit(bytes);
            support::Settings settings(services.settingsPath);
            settings.set(keptLimit, bytes);
            reply(settings.save() ? Result<void>() : domain::fail(domain::ErrorCode::LocalIo, services.settingsPath));
        },
        std::move(answer));
}

void Commands::freeUp(QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context, [](Services &services, const Answer<void> &reply) { services.content.freeUp(reply); }, std::move(answer));
}

void Commands::unsentEdits(QObject *context, Answer<QStringList> answer)
{
    m_asker.ask<QStringList>(
        context, [](Services &services, const Answer<QStringList> &reply) { reply(services.content.unsentEdits()); },
        std::move(answer));
}

} // namespace learnlab::engine
