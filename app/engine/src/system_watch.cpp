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
    else
        connect(&engine, &Engine::sessionChanged, this, &SystemWatch::askWhy);
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

/// None where nothing on this computer knows its network.
const QNetworkInformation *SystemWatch::knownNetwork()
{
    using Feature = QNetworkInformation::Feature;
    const auto base = Feature::Reachability;
    const bool known = QNetworkInformation::loadBackendByFeatures(base | Feature::Metered | Feature::CaptivePortal) ||
                       QNetworkInformation::loadBackendByFeatures(base | Feature::Metered) ||
                       QNetworkInformation::loadBackendByFeatures(base);
    return known ? QNetworkInformation::instance() : nullptr;
}

void SystemWatch::watchNetwork()
{
    const QNetworkInformation *network = knownNetwork();
    if (!network)
        return;
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
    watchPortal(*network);
}

void SystemWatch::watchPortal(const QNetworkInformation &network)
{
    connect(&network, &QNetworkInformation::isBehindCaptivePortalChanged, &m_engine, &Engine::setBehindPortal);
    m_engine.setBehindPortal(network.isBehindCaptivePortal());
}

/// A command that gets through need not know what it is on.
void SystemWatch::askWhy()
{
    if (m_asked || m_engine.sessionStatus().state != session::State::Offline)
        return;
    m_asked = true;
    if (const QNetworkInformation *network = knownNetwork())
        watchPortal(*network);
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
