#pragma once

#include "sim_network.h"
#include "transfer/transfers.h"

namespace learnlab::simulation {

/// The mirror on a disk that fails now and then.
class SimStore final : public mirror::Store
{
public:
    SimStore(World &world, std::unique_ptr<mirror::Store> store) : m_world(world), m_store(std::move(store)) {}
    void write(Job job, Done done) override;
    [[nodiscard]] const mirror::Reader &read() const override { return m_store->read(); }
    void listen(Listener listener) override { m_store->listen(std::move(listener)); }

private:
    World &m_world;
    std::unique_ptr<mirror::Store> m_store;
};

/// One life of the client's process: real rooms, and the world's hands in place of network, disk and session.
struct Client
{
    Client(Network &network, Disk &disk, Watcher watcher);
    /// Opens the mirror and starts the transfers. False: it cannot be opened.
    [[nodiscard]] bool open(const QString &mirrorPath);
    /// The feed brings the account, and how much is used.
    void tellUsage(const std::optional<domain::Usage> &usage);

    World &world;
    const Watcher watcher;
    SimSession session;
    SimApi api;
    SimWire wire;
    SimFiles files;
    std::unique_ptr<mirror::Store> store;
    std::unique_ptr<transfer::Transfers> transfers;
};

} // namespace learnlab::simulation
