#pragma once

#include "command.h"

#include "engine/client.h"

#include <QElapsedTimer>
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
    /// How long to stay when the server goes away after it had answered; zero: not at all.
    [[nodiscard]] virtual std::chrono::seconds waitLimit() const { return {}; }
    /// True: also a server that was out of reach from the beginning.
    [[nodiscard]] virtual bool waitsFromTheBeginning() const { return false; }
    virtual void ready() = 0;

    [[nodiscard]] engine::Client &client() { return *m_client; }
    [[nodiscard]] const engine::Requests &commands() const { return m_client->requests(); }
    [[nodiscard]] bool offline() const { return given().common.offline; }
    /// A look into the account's mirror, which was open when ready() came.
    [[nodiscard]] const mirror::Reader &reader() const { return *m_reader; }

    /// Brings the mirror up to date where the network allows it, then goes on. Not being able to is no error yet: what
    /// the mirror knows may do. With --offline at once.
    void refreshThen(const std::function<void()> &next);
    /// Each of these that is there, one after the other: `step` is given what goes on to the next. Then `done`. What is
    /// not there is noted.
    using Step = std::function<void(domain::ItemRef item, const QString &path, const std::function<void()> &next)>;
    void forEachItem(QStringList paths, const Step &step, const std::function<void()> &done);

    /// What kept refreshThen() from the server, if anything did.
    [[nodiscard]] const std::optional<domain::Error> &unreachable() const { return m_unreachable; }

    /// Calls back once when the server has been out of reach for a while, so that a command does not wait for ever.
    void whenOffline(std::function<void()> gaveUp);

    /// The server is away, for this reason: is it worth staying? Says so on stderr, once for each outage. A server that
    /// was out of reach from the beginning is waited for only when waitsFromTheBeginning().
    [[nodiscard]] bool mayWait(const std::optional<domain::Error> &error);
    /// Something got through: the next outage has its own time.
    void serverIsBack() { m_outage.invalidate(); }
    /// An error that ends with the outage.
    [[nodiscard]] static bool isOutage(const domain::Error &error);

private:
    void started();
    void sessionKnown();
    void noteSession();
    void watchSession();

    std::unique_ptr<engine::Client> m_client;
    std::unique_ptr<mirror::Reader> m_reader;
    std::optional<domain::Error> m_unreachable;
    std::optional<domain::Error> m_failed;
    QMetaObject::Connection m_waitingForSession;
    std::function<void()> m_gaveUp;
    QTimer m_patience;
    bool m_wasThere = false; ///< the server has answered, if only that it cannot
    QElapsedTimer m_outage;  ///< since when the server is away
};

} // namespace learnlab::cli
