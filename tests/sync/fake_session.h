#pragma once

#include "session/session.h"

namespace learnlab::tests {

/// Signed in as long as the test does not say otherwise; keeps what was reported.
class FakeSession final : public session::Session
{
public:
    FakeSession() { m_status.state = session::State::Online; }

    const session::Status &status() const override { return m_status; }
    void listen(Listener listener) override { m_listeners.push_back(std::move(listener)); }
    void resume() override {}
    void adopt(const api::Tokens &, std::function<void(domain::Result<void>)>) override {}
    void signOut(std::function<void(domain::Result<void>)>) override {}
    void reportReachable() override { become(session::State::Online); }
    void reportUnreachable(const domain::Error &) override { become(session::State::Offline); }
    void setBehindPortal(bool) override {}
    void accessToken(const QByteArray &, std::function<void(domain::Result<QByteArray>)> reply) override
    {
        reply(QByteArray("token"));
    }

    void become(session::State state)
    {
        if (std::exchange(m_status.state, state) == state)
            return;
        for (const Listener &listener : std::vector(m_listeners))
            listener(m_status);
    }

private:
    session::Status m_status;
    std::vector<Listener> m_listeners;
};

} // namespace learnlab::tests
