#include "session_engine.h"

namespace learnlab::session {
namespace {

/// Signing out must not hang on a server that does not answer.
constexpr std::chrono::seconds logoutTimeLimit{10};

domain::Session currentSession(const api::Tokens &tokens, support::Timestamp now)
{
    domain::Session session;
    session.id = tokens.sessionId;
    session.createdAt = now;
    session.current = true;
    return session;
}

} // namespace

SessionEngine::SessionEngine(QString account, const Collaborators &with) : m_account(std::move(account)), m_with(with)
{}

SessionEngine::~SessionEngine()
{
    if (m_logoutTimer)
        m_with.scheduler.cancel(m_logoutTimer);
}

void SessionEngine::listen(Listener listener)
{
    m_listeners.push_back(std::move(listener));
}

void SessionEngine::resume()
{
    handle(event::Resume{m_with.store.read().currentSession().has_value()});
}

void SessionEngine::adopt(const api::Tokens &tokens, Reply reply)
{
    const Reply overtaken = std::exchange(m_adoptReply, std::move(reply));
    if (overtaken)
        overtaken(domain::fail(domain::ErrorCode::Cancelled));
    const std::vector<Reply> signingOut = std::exchange(m_signOutReplies, {});
    for (const Reply &waiting : signingOut)
        waiting(domain::fail(domain::ErrorCode::Cancelled));
    handle(event::Adopt{tokens, m_with.clock.monotonic()});
}

void SessionEngine::signOut(Reply reply)
{
    m_signOutReplies.push_back(std::move(reply));
    handle(event::SignOut{});
}

void SessionEngine::reportReachable()
{
    handle(event::Reachable{});
}

void SessionEngine::reportUnreachable(const domain::Error &error)
{
    handle(event::Unreachable{error});
}

void SessionEngine::setBehindPortal(bool behind)
{
    handle(event::Portal{behind});
}

void SessionEngine::accessToken(const QByteArray &refused, TokenReply reply)
{
    handle(event::TokenAsked{refused, m_with.clock.monotonic()}, std::move(reply));
}

std::optional<std::chrono::milliseconds> SessionEngine::tokenLasts() const
{
    if (m_machine.access.isEmpty())
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_machine.accessUntil - m_with.clock.monotonic());
}

void SessionEngine::handle(Event event, TokenReply asker)
{
    m_queue.push_back({std::move(event), std::move(asker)});
    if (m_handling)
        return;
    m_handling = true;
    const std::weak_ptr<bool> alive = m_alive;
    while (!alive.expired() && !m_queue.empty()) {
        Queued next = std::move(m_queue.front());
        m_queue.pop_front();
        m_asker = std::move(next.asker);
        Decision decision = decide(std::move(m_machine), next.event);
        m_machine = std::move(decision.machine);
        for (const Effect &effect : decision.effects) {
            std::visit([this](const auto &one) { carryOut(one); }, effect);
            if (alive.expired())
                return; // a reply ended the session's owner
        }
    }
    m_handling = false;
}

void SessionEngine::carryOut(const effect::ReadKeychain &effect)
{
    const quint64 call = effect.call;
    m_with.keychain.read(m_account, [this, call, alive = std::weak_ptr(m_alive)](domain::Result<QByteArray> secret) {
        if (!alive.expired())
            handle(event::KeychainRead{call, std::move(secret), m_with.clock.monotonic()});
    });
}

void SessionEngine::carryOut(const effect::WriteKeychain &effect)
{
    const quint64 call = effect.call;
    m_with.keychain.write(m_account, effect.secret,
                          [this, call, alive = std::weak_ptr(m_alive)](domain::Result<void> result) {
                              if (!alive.expired())
                                  handle(event::KeychainWritten{call, std::move(result)});
                          });
}

void SessionEngine::carryOut(const effect::Renew &effect)
{
    m_renewal = m_with.api.refresh(
        effect.refresh, [this](domain::Result<api::Tokens> tokens) { handle(event::Renewed{std::move(tokens)}); });
}

void SessionEngine::carryOut(const effect::CancelRenewal &)
{
    m_renewal.reset();
}

void SessionEngine::carryOut(const effect::Park &)
{
    m_parked.push_back(std::exchange(m_asker, nullptr));
}

void SessionEngine::carryOut(const effect::AnswerAsker &effect)
{
    if (const TokenReply asker = std::exchange(m_asker, nullptr))
        asker(effect.token);
}

void SessionEngine::carryOut(const effect::AnswerParked &effect)
{
    const std::vector<TokenReply> parked = std::exchange(m_parked, {});
    for (const TokenReply &reply : parked)
        reply(effect.token);
}

void SessionEngine::carryOut(const effect::StoreSession &effect)
{
    const domain::Session session = currentSession(effect.tokens, m_with.clock.now());
    const domain::User user = effect.tokens.user;
    m_with.store.write(
        [session, user](mirror::Writer &writer) {
            return writer.setAccount(user, std::nullopt).and_then([&] { return writer.setCurrentSession(session); });
        },
        [this, alive = std::weak_ptr(m_alive)](const domain::Result<void> &result) {
            if (alive.expired())
                return;
            if (const Reply reply = std::exchange(m_adoptReply, nullptr))
                reply(result);
        });
}

void SessionEngine::carryOut(const effect::TellServer &effect)
{
    m_logoutTimer = m_with.scheduler.after(logoutTimeLimit, [this] {
        m_logoutTimer = 0;
        toldServer();
    });
    m_logout = m_with.api.logout(effect.refresh, [this](const domain::Result<void> &) { toldServer(); });
}

void SessionEngine::toldServer()
{
    if (m_logoutTimer)
        m_with.scheduler.cancel(std::exchange(m_logoutTimer, 0));
    m_logout.reset();
    handle(event::ServerToldOrNot{});
}

void SessionEngine::carryOut(const effect::Forget &)
{
    // The secret first: should this process end in between, what is left says "sign in", and opens nothing.
    m_with.keychain.remove(m_account, [this, alive = std::weak_ptr(m_alive)](const domain::Result<void> &keychain) {
        if (!alive.expired())
            forgetInMirror(keychain);
    });
}

void SessionEngine::forgetInMirror(const domain::Result<void> &keychain)
{
    if (!m_machine.signingOut)
        return; // signed in again meanwhile
    m_with.store.write([](mirror::Writer &writer) { return writer.setCurrentSession(std::nullopt); },
                       [this, keychain, alive = std::weak_ptr(m_alive)](const domain::Result<void> &mirror) {
                           if (!alive.expired())
                               forgotten(keychain ? mirror : keychain);
                       });
}

void SessionEngine::forgotten(const domain::Result<void> &result)
{
    handle(event::Forgotten{});
    const std::vector<Reply> replies = std::exchange(m_signOutReplies, {});
    for (const Reply &reply : replies)
        reply(result);
}

void SessionEngine::carryOut(const effect::Notify &)
{
    const Status status = m_machine.status;
    const std::vector<Listener> listeners = m_listeners;
    for (const Listener &listener : listeners)
        listener(status);
}

std::unique_ptr<Session> makeSession(const QString &account, api::Api &api, mirror::Store &store,
                                     secrets::Keychain &keychain, support::Scheduler &scheduler, support::Clock &clock)
{
    return std::make_unique<SessionEngine>(account, Collaborators{api, store, keychain, scheduler, clock});
}

} // namespace learnlab::session
