#pragma once

#include "engine/engine.h"

#include "inside/indexer.h"
#include "support/worker.h"

namespace learnlab::engine {

/// What all accounts share. Engine thread; outlives the accounts.
struct Tools
{
    const Options &options;
    QString settingsPath;
    support::Scheduler &scheduler;
    support::Clock &clock;
    support::Random &random;
    secrets::Keychain &keychain;
    support::Worker &background;
};

/// The rooms of one account, made in the order of their dependence and let go in the reverse. Engine thread. Never
/// destroyed from within one of its own callbacks: whoever closes it posts that.
class OpenAccount
{
public:
    struct Listeners
    {
        std::function<void(const session::Status &)> session;
        std::function<void(const sync::Status &)> sync;
        std::function<void(const transfer::Summary &)> transfers;
        std::function<void(const mirror::Change &)> changed;
    };

    /// The folder must exist. MirrorTooNew, LocalIo, LocalDiskFull.
    [[nodiscard]] static domain::Result<std::unique_ptr<OpenAccount>> open(const AccountPlace &place,
                                                                           const Tools &tools, Listeners listeners);
    ~OpenAccount();
    OpenAccount(const OpenAccount &) = delete;
    OpenAccount &operator=(const OpenAccount &) = delete;

    /// Takes up the session that the mirror remembers.
    void resume();
    /// From now on by this way; what waits for the network tries at once.
    void setNetwork(const api::Network &network);
    [[nodiscard]] Services &services() { return *m_services; }
    [[nodiscard]] Account account() const;

private:
    OpenAccount(const Tools &tools, Listeners listeners, mirror::Opened opened, std::unique_ptr<mirror::Store> store,
                const AccountPlace &place);
    void connectRooms();
    void readInside();
    void sessionChanged(const session::Status &status);
    void work(session::State state);

    const Tools m_tools;
    const Listeners m_listeners;
    const mirror::Opened m_opened;
    std::unique_ptr<mirror::Store> m_store;
    std::unique_ptr<api::HttpApi> m_api;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<transfer::Wire> m_wire;
    std::unique_ptr<transfer::LocalFiles> m_files;
    std::unique_ptr<sync::Sync> m_sync;
    std::unique_ptr<transfer::Transfers> m_transfers;
    std::unique_ptr<content::Content> m_content;
    std::unique_ptr<inside::Indexer> m_inside; ///< of a window's engine
    std::shared_ptr<Services> m_services;
    session::State m_lastState = session::State::SignedOut;
    bool m_working = false;
};

} // namespace learnlab::engine
