#include "engine/system_watch.h"

#include "engine/commands.h"
#include "engine/network.h"
#include "sleep_block.h"

#include <QCoreApplication>
#include <QNetworkInformation>

namespace learnlab::engine {

SystemWatch::SystemWatch(Engine &engine, Network network, QString why) : m_engine(engine), m_why(std::move(why))
{
    connect(&engine, &Engine::transfersChanged, this, &SystemWatch::follow);
    if (network == Network::Watched)
        watchNetwork();
}

SystemWatch::~SystemWatch() = default;

void SystemWatch::follow()
{
    const bool sending = m_engine.transferSummary().sending;
    if (!m_block && sending) {
        m_block = std::make_unique<SleepBlock>(SleepBlock::Setup{
            QDBusConnection::systemBus(), QDBusConnection::sessionBus(), QCoreApplication::applicationName(), m_why});
        connect(m_block.get(), &SleepBlock::awake, this, [this] { Commands(m_engine).networkChanged(); });
    }
    if (m_block)
        m_block->setWanted(sending);
}

void SystemWatch::watchNetwork()
{
    using Feature = QNetworkInformation::Feature;
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Reachability | Feature::Metered) &&
        !QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability != QNetworkInformation::Reachability::Disconnected)
                    Commands(m_engine).networkChanged();
            });
    connect(network, &QNetworkInformation::isMeteredChanged, this, &SystemWatch::setMetered);
    // An account that is opened has transfers that were told nothing yet.
    connect(&m_engine, &Engine::accountChanged, this, [this, network] {
        if (m_engine.account() && network->isMetered())
            setMetered(true);
    });
}

/// What the user allowed was for the network before.
void SystemWatch::setMetered(bool metered)
{
    const bool wished = support::Settings(m_engine.profile().settingsPath()).value(meteredAllowed);
    Commands(m_engine).setNetwork({.metered = metered, .meteredAllowed = !metered || wished});
}

void SystemWatch::wishChanged(Engine &engine, bool allowed)
{
    const QNetworkInformation *network = QNetworkInformation::instance();
    const bool metered = network && network->isMetered();
    Commands(engine).setNetwork({.metered = metered, .meteredAllowed = !metered || allowed});
}

} // namespace learnlab::engine
