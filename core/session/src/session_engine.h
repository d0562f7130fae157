#pragma once

#include "decide.h"

#include <deque>

namespace learnlab::session {

struct Collaborators
{
    api::Api &api;
    mirror::Store &store;
    secrets::Keychain &keychain;
    support::Scheduler &scheduler;
    support::Clock &clock;
};

/// Carries out what decide() decides. Events that arrive while effects are carried out wait their turn.
class SessionEngine final : public Session
{
public:
    SessionEngine(QString account, const Collaborators &with);
    ~SessionEngine() override;

    const Status &status() const override { return m_machine.status; }
    void listen(Listener listener) override;
    void resume() override;
    void adopt(const api::Tokens &tokens, std::function<void(domain::Result<void>)> reply) override;
    void signOut(std::function<void(domain::Result<void>)> reply) override;
    void reportReachable() override;
    void reportUnreachable(const domain::Error &error) override;
    void setBehindPortal(bool behind) override;
    void accessToken(const QByteArray &refused, TokenReply reply) override;
    std::optional<std::chrono::milliseconds> tokenLasts() const override;

private:
    struct Queued
    {
        Event event;
        TokenReply asker;
    };
    using Reply = std::function<void(domain::Result<void>)>;

    void handle(Event event, TokenReply asker = {});
    void carryOut(const effect::ReadKeychain &effect);
    void carryOut(const effect::WriteKeychain &effect);
    void carryOut(const effect::Renew &effect);
    void carryOut(const effect::CancelRenewal &effect);
    void carryOut(const effect::Park &effect);
    void carryOut(const effect::AnswerAsker &effect);
    void carryOut(const effect::AnswerParked &effect);
    void carryOut(const effect::StoreSession &effect);
    void carryOut(const effect::TellServer &effect);
    void carryOut(const effect::Forget &effect);
    void carryOut(const effect::Notify &effect);
    void toldServer();
    void forgetInMirror(const domain::Result<void> &keychain);
    void forgotten(const domain::Result<void> &result);

    QString m_account;
    Collaborators m_with;
    Machine m_machine;
    std::deque<Queued> m_queue;
    bool m_handling = false;
    TokenReply m_asker;
    std::vector<TokenReply> m_parked;
    std::vector<Listener> m_listeners;
    Reply m_adoptReply;
    std::vector<Reply> m_signOutReplies;
    api::CallHandle m_renewal;
    api::CallHandle m_logout;
    support::Scheduler::TimerId m_logoutTimer = 0;
    std::shared_ptr<bool> m_alive =
        std::make_shared<bool>(true); ///< the keychain and the store answer in their own time
};

} // namespace learnlab::session
