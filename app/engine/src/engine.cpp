#include "engine/engine.h"

#include "socket_server.h"
#include "thread.h"

namespace learnlab::engine {

Engine::Engine(Profile profile, Options options) : m_profile(profile.folder())
{
    const QString socketPath = profile.socketPath();
    const Role role = options.role;
    m_thread = std::make_unique<Thread>(*this, std::move(profile), std::move(options));
    const auto wanted = [this, role](const QList<QByteArray> &localPaths) {
        if (role == Role::Window)
            Q_EMIT windowWanted(localPaths);
        else
            Q_EMIT handOverWanted();
    };
    m_server = std::make_unique<SocketServer>(this, SocketServer::Place{socketPath, role}, poster(), wanted);
    connect(this, &Engine::started, this, [this] {
        m_started = true;
        tellServer();
    });
}

Engine::~Engine()
{
    m_server->close();
    m_thread.reset();
}

void Engine::start()
{
    postToCore([](Core &core) { core.start(); });
}

void Engine::stop()
{
    postToCore([](Core &core) { core.stop(); });
}

void Engine::signIn(const QString &server, const QString &email, const QString &password, QObject *context,
                    Answer<Account> answer, Computer computer)
{
    auto begin = [email, password](api::Api &api, const QString &device, auto reply) {
        return session::signIn(api, {email, password, device}, std::move(reply));
    };
    postToCore([server, begin, computer, pending = expect<Account>(context, std::move(answer))](Core &core) {
        core.signIn(server, begin, pending, computer);
    });
}

void Engine::registerAndSignIn(const QString &server, const api::Registration &registration, QObject *context,
                               Answer<Account> answer, Computer computer)
{
    auto begin = [registration](api::Api &api, const QString &device, auto reply) {
        return session::registerAndSignIn(api, registration, device, std::move(reply));
    };
    postToCore([server, begin, computer, pending = expect<Account>(context, std::move(answer))](Core &core) {
        core.signIn(server, begin, pending, computer);
    });
}

void Engine::cancelSignIn()
{
    postToCore([](Core &core) { core.cancelSignIn(); });
}

void Engine::askCapabilities(const QString &server, QObject *context, Answer<api::Capabilities> answer)
{
    postToCore([server, pending = expect<api::Capabilities>(context, std::move(answer))](Core &core) {
        core.askCapabilities(server, pending);
    });
}

void Engine::signOut(bool forgetEverything, QObject *context, Answer<void> answer)
{
    postToCore([forgetEverything, pending = expect<void>(context, std::move(answer))](Core &core) {
        core.signOut(forgetEverything, pending);
    });
}

void Engine::setNetwork(const api::Network &network, QObject *context, Answer<void> answer)
{
    postToCore([network, pending = expect<void>(context, std::move(answer))](Core &core) { pending->answer(core.setNetwork(network)); });
}

void Engine::setBehindPortal(bool behind)
{
    postToCore([behind](Core &core) { core.setBehindPortal(behind); });
}

void Engine::check(QObject *context, Answer<QString> answer)
{
    postToCore([pending = expect<QString>(context, std::move(answer))](Core &core) { core.check(pending); });
}

Asker::Post Engine::poster()
{
    // The thread itself stays where it is for as long as anybody may post.
    return [thread = m_thread.get()](std::function<void(Services *)> job) {
        thread->post([job = std::move(job)](Core &core) { job(core.services()); });
    };
}

void Engine::postToCore(std::function<void(Core &)> job)
{
    m_thread->post(std::move(job));
}

void Engine::setAccount(const std::optional<Account> &account)
{
    m_account = account;
    if (!account) {
        m_session = {};
        m_sync = {};
        m_transfers = {};
    }
    tellServer();
    Q_EMIT accountChanged();
}

void Engine::tellServer()
{
    m_server->tell({m_account ? std::optional(m_account->place) : std::nullopt, m_session, m_transfers, m_started});
}

void Engine::setSession(const session::Status &status)
{
    m_session = status;
    tellServer();
    Q_EMIT sessionChanged();
}

void Engine::setSync(const sync::Status &status)
{
    m_sync = status;
    Q_EMIT syncChanged();
}

void Engine::setTransfers(const transfer::Summary &summary)
{
    m_transfers = summary;
    tellServer();
    Q_EMIT transfersChanged();
}

} // namespace learnlab::engine
