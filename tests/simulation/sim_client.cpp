#include "sim_client.h"

namespace learnlab::simulation {

Client::Client(Network &network, Disk &disk, PutWatcher watcher)
    : world(network.world), session(network.world), api(network), wire(network, disk, std::move(watcher)),
      files(network.world, disk)
{}

bool Client::open(const QString &mirrorPath)
{
    auto opened = mirror::openStepStore(mirrorPath, world);
    if (!opened)
        return false;
    store = *std::move(opened);
    transfers = transfer::makeTransfers({.api = api,
                                         .store = *store,
                                         .session = session,
                                         .wire = wire,
                                         .files = files,
                                         .scheduler = world,
                                         .clock = world.clock,
                                         .random = world.clientRandom});
    transfers->start();
    return true;
}

} // namespace learnlab::simulation
