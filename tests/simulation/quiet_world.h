#pragma once

#include "sim_client.h"

#include <QTemporaryDir>

namespace learnlab::simulation {

using domain::Transfer;
using domain::TransferState;

/// A world without faults, for tests that say what should come of what: a client with its mirror, a server, and time
/// that goes on as the test asks.
class QuietWorld
{
protected:
    /// A new world. False: the mirror cannot be opened.
    [[nodiscard]] bool begin();
    Transfer upload(const QString &name, const QByteArray &bytes, domain::FolderId folder = {});
    void queue(const QList<Transfer> &transfers, const QList<domain::Operation> &folders = {});
    void write(mirror::Store::Job job);
    [[nodiscard]] bool idle();
    [[nodiscard]] bool until(const std::function<bool()> &condition);
    [[nodiscard]] TransferState stateOf(const Transfer &transfer) const;
    [[nodiscard]] bool allDone(const QList<Transfer> &transfers) const;
    [[nodiscard]] domain::Operation folder(const QString &name);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<World> m_world;
    std::unique_ptr<Disk> m_disk;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<Client> m_client;
    qint64 m_position = 0;
};

} // namespace learnlab::simulation
