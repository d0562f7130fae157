#include "engine/commands.h"
#include "engine/limits.h"

#include "transfer_control.h"

namespace learnlab::engine {

namespace {

using domain::Result;
using domain::TransferId;

void controlEach(const Asker &asker, Control what, const QList<TransferId> &ids)
{
    asker.tell([what, ids](Services &services) { control(services, what, ids); });
}

void tellGroup(const Asker &asker, TransferId group, void (transfer::Transfers::*message)(TransferId))
{
    asker.tell([group, message](Services &services) { (services.transfers.*message)(group); });
}

} // namespace

void Commands::pause(const QList<TransferId> &ids)
{
    controlEach(m_asker, Control::Pause, ids);
}

void Commands::resume(const QList<TransferId> &ids)
{
    controlEach(m_asker, Control::Resume, ids);
}

void Commands::cancel(const QList<TransferId> &ids)
{
    controlEach(m_asker, Control::Cancel, ids);
}

void Commands::retry(const QList<TransferId> &ids)
{
    controlEach(m_asker, Control::Retry, ids);
}

void Commands::first(const QList<TransferId> &ids)
{
    controlEach(m_asker, Control::First, ids);
}

void Commands::retryWith(TransferId id, domain::OnConflict onConflict)
{
    m_asker.tell([=](Services &services) { chooseAnew(services, {id}, onConflict); });
}

void Commands::moveBefore(TransferId id, TransferId before)
{
    m_asker.tell([=](Services &services) { services.transfers.moveBefore(id, before); });
}

void Commands::pauseGroup(TransferId group)
{
    tellGroup(m_asker, group, &transfer::Transfers::pauseGroup);
}

void Commands::resumeGroup(TransferId group)
{
    tellGroup(m_asker, group, &transfer::Transfers::resumeGroup);
}

void Commands::cancelGroup(TransferId group)
{
    tellGroup(m_asker, group, &transfer::Transfers::cancelGroup);
}

void Commands::retryGroup(TransferId group)
{
    tellGroup(m_asker, group, &transfer::Transfers::retryGroup);
}

void Commands::firstGroup(TransferId group)
{
    tellGroup(m_asker, group, &transfer::Transfers::firstGroup);
}

void Commands::pauseAll()
{
    m_asker.tell([](Services &services) { services.transfers.pauseAll(); });
}

void Commands::resumeAll()
{
    m_asker.tell([](Services &services) { services.transfers.resumeAll(); });
}

void Commands::clearFinished()
{
    m_asker.tell([](Services &services) { services.transfers.clearFinished(); });
}

void Commands::setRateLimits(const transfer::RateLimits &limits, QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [limits](Services &services, const Answer<void> &reply) {
            services.transfers.setRateLimits(limits);
            support::Settings settings(services.settingsPath);
            settings.set(limitUp, limits.up);
            settings.set(limitDown, limits.down);
            reply(settings.save() ? Result<void>() : domain::fail(domain::ErrorCode::LocalIo, services.settingsPath));
        },
        std::move(answer));
}

void Commands::setNetwork(const transfer::NetworkCondition &network)
{
    m_asker.tell([network](Services &services) { services.transfers.setNetwork(network); });
}

void Commands::networkChanged()
{
    m_asker.tell([](Services &services) { services.transfers.networkChanged(); });
}

void Commands::live(const QList<TransferId> &ids, QObject *context,
                    Answer<QList<std::pair<TransferId, transfer::Live>>> answer)
{
    using Numbers = QList<std::pair<TransferId, transfer::Live>>;
    m_asker.ask<Numbers>(
        context,
        [ids](Services &services, const Answer<Numbers> &reply) {
            Numbers numbers;
            for (const TransferId id : ids) {
                if (const auto live = services.transfers.live(id))
                    numbers.append({id, *live});
            }
            reply(numbers);
        },
        std::move(answer));
}

void Commands::whenSettled(const QList<TransferId> &ids, QObject *context, Answer<void> answer)
{
    m_asker.ask<void>(
        context,
        [ids](Services &services, const Answer<void> &reply) {
            services.transfers.whenSettled(ids, [reply] { reply({}); });
        },
        std::move(answer));
}

} // namespace learnlab::engine
