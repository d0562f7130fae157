#pragma once

#include "sim_network.h"
#include "transfer/transfers.h"

namespace learnlab::simulation {

/// One life of the client's process: real rooms, and the world's hands in place of network, disk and session.
struct Client
{
    Client(Network &network, Disk &disk, PutWatcher watcher);
    /// Opens the mirror and starts the transfers. False: it cannot be opened.
    [[nodiscard]] bool open(const QString &mirrorPath);

    World &world;
    SimSession session;
    SimApi api;
    SimWire wire;
    SimFiles files;
    std::unique_ptr<mirror::Store> store;
    std::unique_ptr<transfer::Transfers> transfers;
};

} // namespace learnlab::simulation
