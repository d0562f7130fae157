#pragma once

#include "command.h"

#include "engine/client.h"

#include <QTimer>

#include <memory>

namespace learnlab::cli {

/// A command that needs an engine: its own, or that of the process that owns the profile. Goes on in ready().
class EngineCommand : public Command
{
    Q_OBJECT

public:
    ~EngineCommand() override;

protected:
    void run() override;
    [[nodiscard]] virtual engine::Work work() const { return engine::Work::Nothing; }
    /// True: only with an engine of its own.
    [[nodiscard]] virtual bool worksAlone() const { return false; }
    /// False: ready() also comes when nobody is signed in.
    [[nodiscard]] virtual bool needsAccount() const { return true; }
    /// False: ready() also comes when the session has ended or the keychain does not open.
    [[nodiscard]] virtual bool needsSession() const { return true; }
    /// False: an engine of its own stays away from network and keychain.
    [[nodiscard]] virtual bool needsNetwork() const { return true; }
    virtual void ready() = 0;

    [[nodiscard]] engine::Client &client() { return *m_client; }
    [[nodiscard]] const engine::Requests &commands() const { return m_client->requests(); }
    [[nodiscard]] bool offline() const { return given().common.offline; }
    /// A look into the account's mirror, which was open when ready() came.
    [[nodiscard]] const mirror::Reader &reader() const { return *m_reader; }

    /// Brings the mirror up to date where the network allows it, then goes on. Not being able to is no error yet: what
    /// the mirror knows may do. With --offline at once.
    void refreshThen(std::function<void()> next);
    /// Each of these that is there, one after the other: `step` is given what goes on to the next. Then `done`. What is
    /// not there is noted.
    using Step = std::function<void(domain::ItemRef item, const QString &path, const std::function<void()> &next)>;
    void forEachItem(QStringList paths, const Step &step, const std::function<void()> &done);

    /// What kept refreshThen() from the server, if anything did.
    [[nodiscard]] const std::optional<domain::Error> &unreachable() const { return m_unreachable; }

    /// Calls back once when the server has been out of reach for a while, so that a command does not wait for ever.
    void whenOffline(std::function<void()> gaveUp);

private:
    void started();
    void sessionKnown();
    void watchSession();

    std::unique_ptr<engine::Client> m_client;
    std::unique_ptr<mirror::Reader> m_reader;
    std::optional<domain::Error> m_unreachable;
    std::optional<domain::Error> m_failed;
    QMetaObject::Connection m_waitingForSession;
    std::function<void()> m_gaveUp;
    QTimer m_patience;
};

} // namespace learnlab::cli
