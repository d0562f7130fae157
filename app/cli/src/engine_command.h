#pragma once

#include "command.h"

#include "engine/commands.h"

#include <QTimer>

#include <memory>

namespace learnlab::cli {

/// A command that needs the engine: takes the profile, opens the account, and goes on in ready().
class EngineCommand : public Command
{
    Q_OBJECT

public:
    ~EngineCommand() override;

protected:
    void run() override;
    [[nodiscard]] virtual engine::Work work() const { return engine::Work::Nothing; }
    /// False: ready() also comes when nobody is signed in.
    [[nodiscard]] virtual bool needsAccount() const { return true; }
    /// False: ready() also comes when the session has ended or the keychain does not open.
    [[nodiscard]] virtual bool needsSession() const { return true; }
    virtual void ready() = 0;

    [[nodiscard]] engine::Engine &engine() { return *m_engine; }
    [[nodiscard]] engine::Commands commands() { return engine::Commands(*m_engine); }
    [[nodiscard]] bool offline() const { return given().common.offline; }
    /// A look into the account's mirror, which was open when ready() came.
    [[nodiscard]] const mirror::Reader &reader() const { return *m_reader; }

    /// Brings the mirror up to date where the network allows it, then goes on. Not being able to is no error yet: what the
    /// mirror knows may do. With --offline at once.
    void refreshThen(std::function<void()> next);
    /// What kept refreshThen() from the server, if anything did.
    [[nodiscard]] const std::optional<domain::Error> &unreachable() const { return m_unreachable; }

    /// Calls back once when the server has been out of reach for a while, so that a command does not wait for ever.
    void whenOffline(std::function<void()> gaveUp);

private:
    void started();
    void sessionKnown();
    void watchSession();

    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<mirror::Reader> m_reader;
    std::optional<domain::Error> m_unreachable;
    std::optional<domain::Error> m_failed;
    QMetaObject::Connection m_waitingForSession;
    std::function<void()> m_gaveUp;
    QTimer m_patience;
};

} // namespace learnlab::cli
