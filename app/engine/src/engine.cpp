#include "engine/engine.h"

#include "thread.h"

namespace learnlab::engine {

Engine::Engine(Profile profile, Options options) : m_profile(profile.folder())
{
    m_thread = std::make_unique<Thread>(*this, std::move(profile), std::move(options));
}

Engine::~Engine() = default;

void Engine::start()
{
    postToCore([](Core &core) { core.start(); });
}

void Engine::stop()
{
    postToCore([](Core &core) { core.stop(); });
}

void Engine::signIn(const QString &server, const QString &email, const QString &password, QObject *context,
                    Answer<Account> answer)
{
    auto begin = [email, password](api::Api &api, const QString &device, auto reply) {
        return session::signIn(api, {email, password, device}, std::move(reply));
    };
    postToCore([server, begin, pending = expect<Account>(context, std::move(answer))](Core &core) {
        core.signIn(server, begin, pending);
    });
}

void Engine::registerAndSignIn(const QString &server, const api::Registration &registration, QObject *context,
                               Answer<Account> answer)
{
    auto begin = [registration](api::Api &api, const QString &device, auto reply) {
        return session::registerAndSignIn(api, registration, device, std::move(reply));
    };
    postToCore([server, begin, pending = expect<Account>(context, std::move(answer))](Core &core) {
        core.signIn(server, begin, pending);
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

void Engine::tell(std::function<void(Services &)> message)
{
    post([message = std::move(message)](Services *services) {
        if (services)
            message(*services);
    });
}

void Engine::post(std::function<void(Services *)> job)
{
    postToCore([job = std::move(job)](Core &core) { job(core.services()); });
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
    Q_EMIT accountChanged();
}

void Engine::setSession(const session::Status &status)
{
    m_session = status;
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
    Q_EMIT transfersChanged();
}

} // namespace learnlab::engine
