#pragma once

#include "fake_session.h"
#include "sim_server.h"

#include "sync/sync.h"
#include "sync/undo.h"

#include <QTemporaryDir>

namespace learnlab::tests {

/// One of the user's computers: a mirror that survives restarts, and sync over it. With the network it is told of what
/// others do.
class Device
{
public:
    Device(SimServer &server, fakes::StepScheduler &scheduler, fakes::FakeClock &clock, support::Random &random);

    void restart(); ///< the process ends, whatever it was doing
    void setOnline(bool online);
    [[nodiscard]] bool isOnline() const { return m_online; }

    [[nodiscard]] const mirror::Reader &read() const { return m_store->read(); }
    [[nodiscard]] const sync::Sync &sync() const { return *m_sync; }
    /// Runs a job of the store and what follows at once; the next of its kind is sent when there is a network.
    domain::Result<void> write(const mirror::Store::Job &job);
    /// Queues it with a fresh id, standing on the revision that the mirror shows.
    domain::Result<domain::OperationId> change(domain::Operation operation, domain::ActionId action = {});
    domain::Result<sync::Undone> undo(domain::ActionId action = {});
    domain::Result<sync::Undone> redo(domain::ActionId action = {});
    domain::Result<void> withdraw(domain::OperationId operation);

    /// Everything that waits is sent and everything that is new is read. False: it does not come to rest.
    bool settle();
    /// What the mirror shows otherwise than the server has it; empty: nothing.
    [[nodiscard]] QString differences() const;

    // short words for tests
    [[nodiscard]] domain::Operation make(domain::OperationKind kind, domain::ItemRef target, const QString &name = {},
                                         domain::FolderId parent = {});
    domain::FolderId makeFolder(const QString &name, domain::FolderId parent = {});
    bool rename(domain::ItemRef item, const QString &name);
    bool move(domain::ItemRef item, domain::FolderId to);
    bool trash(domain::ItemRef item);
    [[nodiscard]] QStringList names(domain::FolderId folder = {}) const; ///< sorted
    /// Refused operations that wait for the user.
    [[nodiscard]] QList<mirror::PendingOperation> questions() const;

private:
    [[nodiscard]] QString difference(const domain::Folder &folder) const;
    [[nodiscard]] QString difference(const domain::File &file) const;
    void walk(domain::FolderId folder, QList<domain::ItemRef> &items) const;

    SimServer &m_server;
    fakes::StepScheduler &m_scheduler;
    fakes::FakeClock &m_clock;
    support::Random &m_random;
    QTemporaryDir m_folder{QStringLiteral("/dev/shm/learnlab-simulation-XXXXXX")};
    FakeSession m_session;
    std::unique_ptr<mirror::Store> m_store;
    std::unique_ptr<sync::Sync> m_sync;
    bool m_online = true;
};

/// Several of them and their server, in virtual time.
struct Household
{
    explicit Household(int devices, quint64 seed = 1, int faultsPercent = 0);
    [[nodiscard]] Device &operator[](int i) { return *devices.at(static_cast<size_t>(i)); }
    [[nodiscard]] bool settle(); ///< all of them, until nobody has news for another
    [[nodiscard]] QString differences() const;

    fakes::FakeClock clock;
    fakes::StepScheduler scheduler{clock};
    support::SeededRandom random;
    SimServer server{scheduler, clock, random};
    std::vector<std::unique_ptr<Device>> devices;
};

} // namespace learnlab::tests
