#include "sim_client.h"

#include "empty_mirror/empty_mirror.h"

namespace learnlab::simulation {

void SimStore::write(Job job, Done done)
{
    if (!m_world.chance(1)) {
        m_store->write(std::move(job), std::move(done));
        return;
    }
    m_world.after(m_world.delay(), [done = std::move(done)] {
        if (done)
            done(domain::fail(domain::ErrorCode::LocalDiskFull));
    });
}

Client::Client(Network &network, Disk &disk, Watcher itsWatcher)
    : world(network.world),
      watcher(std::move(itsWatcher)),
      session(network.world),
      api(network, watcher),
      wire(network, disk, watcher),
      files(network.world, disk, watcher.remove)
{}

bool Client::open(const QString &mirrorPath)
{
    if (!tests::putEmptyMirror(mirrorPath))
        return false;
    auto opened = mirror::openStepStore(mirrorPath, world);
    if (!opened)
        return false;
    store = std::make_unique<SimStore>(world, *std::move(opened));
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

void Client::tellUsage(const std::optional<domain::Usage> &usage)
{
    domain::User user;
    user.email = QStringLiteral("student@example.org");
    user.username = QStringLiteral("student");
    store->write([user, usage](mirror::Writer &writer) { return writer.setAccount(user, usage); }, {});
}

} // namespace learnlab::simulation
