#include "open_account.h"

#include "engine/kept_limit.h"
#include "engine/limits.h"
#include "engine/network.h"

#include "content/places.h"
#include "inside/search.h"

#include <QCryptographicHash>
#include <QSysInfo>

namespace learnlab::engine {

namespace {

std::unique_ptr<api::HttpApi> apiFor(const QUrl &server, const Options &options, const QString &settingsPath)
{
    if (options.makeApi)
        return options.makeApi(server);
    api::HttpOptions http;
    http.caFile = options.caFile;
    http.network = networkIn(support::Settings(settingsPath));
    return api::makeHttpApi(server, http);
}

/// Offline is a state in which work goes on: it waits for the network by itself.
bool isSignedIn(session::State state)
{
    return state != session::State::SignedOut && state != session::State::Expired;
}

/// Two profiles on one desktop may be signed in to the same account. Each is a device with a session of its own, and
/// signing out of one must not take the other's token.
QString keychainEntry(const AccountPlace &place)
{
    const QByteArray profile = QCryptographicHash::hash(place.folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return place.key + QLatin1Char('-') + QString::fromLatin1(profile.left(16));
}

} // namespace

domain::Result<std::unique_ptr<OpenAccount>> OpenAccount::open(const AccountPlace &place, const Tools &tools,
                                                               Listeners listeners)
{
    mirror::Opened opened;
    auto store = mirror::openStore(place.mirrorPath, tools.scheduler, &opened);
    if (!store)
        return tl::make_unexpected(store.error());
    return std::unique_ptr<OpenAccount>(new OpenAccount(tools, std::move(listeners), opened, std::move(*store), place));
}

OpenAccount::OpenAccount(const Tools &tools, Listeners listeners, mirror::Opened opened,
                         std::unique_ptr<mirror::Store> store, const AccountPlace &place)
    : m_tools(tools),
      m_listeners(std::move(listeners)),
      m_opened(opened),
      m_store(std::move(store)),
      m_api(apiFor(place.server, tools.options, tools.settingsPath)),
      m_session(
          session::makeSession(keychainEntry(place), *m_api, *m_store, tools.keychain, tools.scheduler, tools.clock)),
      m_wire(transfer::makeCurlWire(tools.scheduler, tools.options.caFile,
                                    networkIn(support::Settings(tools.settingsPath)))),
      m_files(transfer::makeLocalFiles(tools.scheduler)),
      m_sync(sync::makeSync(*m_api, *m_store, *m_session, tools.scheduler, tools.clock, tools.random)),
      m_transfers(transfer::makeTransfers(
          {*m_api, *m_store, *m_session, *m_wire, *m_files, tools.scheduler, tools.clock, tools.random})),
      m_content(content::makeContent(place.folder, *m_store, *m_transfers, *m_files, tools.scheduler, tools.clock,
                                     tools.random, QSysInfo::machineHostName())),
      m_services(std::make_shared<Services>(place, tools.settingsPath, *m_store, *m_api, *m_session, *m_sync,
                                            *m_transfers, *m_content, *m_files, tools.scheduler, tools.clock,
                                            tools.random))
{
    m_api->setTokenSource(m_session.get());
    m_transfers->setRateLimits(rateLimitsIn(support::Settings(tools.settingsPath)));
    m_content->setLimit(support::Settings(tools.settingsPath).value(keptLimit));
    connectRooms();
    if (tools.options.role == Role::Window)
        readInside();
}

OpenAccount::~OpenAccount()
{
    m_inside.reset();
    m_services.reset();
    m_transfers->stop();
    m_sync->stop();
}

void OpenAccount::connectRooms()
{
    m_session->listen([this](const session::Status &status) { sessionChanged(status); });
    m_sync->listen(m_listeners.sync);
    m_transfers->listen([this] { m_listeners.transfers(m_transfers->summary()); });
    m_store->listen(m_listeners.changed);
    m_services->inBackground = [this](std::function<void()> job, std::function<void()> done) {
        auto finish = whileOpen(*m_services, [done = std::move(done)](Services &) { done(); });
        m_tools.background.post([job = std::move(job), finish, &scheduler = m_tools.scheduler] {
            job();
            scheduler.post(finish);
        });
    };
}

/// While a window is open: a command is over before it would be of use.
void OpenAccount::readInside()
{
    const AccountPlace &place = m_services->place;
    const auto bytes = [folder = place.folder](const QByteArray &sha256) { return content::keptPath(folder, sha256); };
    m_inside = std::make_unique<inside::Indexer>(
        inside::Indexer::Places{inside::indexPath(place.folder), place.mirrorPath, bytes}, inside::Indexer::Options());
    m_store->listen([this](const mirror::Change &change) {
        if (m_inside && (change.everything || !change.items.isEmpty()))
            m_inside->look();
    });
}

void OpenAccount::resume()
{
    if (!m_tools.options.offline)
        m_session->resume();
    m_listeners.session(m_session->status());
    work(m_session->status().state);
}

void OpenAccount::setNetwork(const api::Network &network)
{
    m_api->setNetwork(network);
    m_wire->setNetwork(network);
    m_transfers->networkChanged();
    m_sync->nudge();
}

void OpenAccount::sessionChanged(const session::Status &status)
{
    m_listeners.session(status);
    work(status.state);
}

void OpenAccount::work(session::State state)
{
    const bool back = state == session::State::Online && m_lastState == session::State::Offline;
    m_lastState = state;
    const bool wanted = isSignedIn(state) && !m_tools.options.offline && m_tools.options.work != Work::Nothing;
    if (wanted == m_working) {
        if (wanted && back) {
            m_sync->nudge();
            m_transfers->nudge();
        }
        return;
    }
    m_working = wanted;
    m_services->transfersRun = wanted && m_tools.options.work == Work::Everything;
    if (!wanted) {
        m_transfers->stop();
        m_sync->stop();
        return;
    }
    m_sync->start();
    if (m_services->transfersRun)
        m_transfers->start();
}

Account OpenAccount::account() const
{
    return {.place = m_services->place, .opened = m_opened, .user = m_store->read().user()};
}

} // namespace learnlab::engine
