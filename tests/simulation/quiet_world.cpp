#include "quiet_world.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

namespace learnlab::simulation {

bool QuietWorld::begin()
{
    m_client.reset();
    // In memory where there is such a folder: no machine dies here.
    const bool inMemory = QFileInfo(QStringLiteral("/dev/shm")).isWritable();
    m_dir = std::make_unique<QTemporaryDir>((inMemory ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
                                            QStringLiteral("/learnlab-simulation-XXXXXX"));
    m_world = std::make_unique<World>(1);
    m_world->faults = false;
    m_disk = std::make_unique<Disk>(*m_world);
    m_server = std::make_unique<Server>(*m_world);
    m_network = std::make_unique<Network>(*m_world, *m_server);
    m_client = std::make_unique<Client>(*m_network, *m_disk,
                                        Watcher{.put = [](domain::UploadId, int) {},
                                                .putHeard = [](domain::UploadId) {},
                                                .complete = [](const api::Completion &) {},
                                                .remove = [](const QByteArray &) {}});
    return m_client->open(m_dir->filePath(QStringLiteral("mirror.db")));
}

Transfer QuietWorld::upload(const QString &name, const QByteArray &bytes, domain::FolderId folder)
{
    Transfer transfer;
    transfer.id = domain::makeId<domain::TransferId>(m_world->clock, m_world->random);
    transfer.fileId = domain::makeId<domain::FileId>(m_world->clock, m_world->random);
    transfer.folderId = folder;
    transfer.filename = name;
    transfer.localPath = "/home/" + name.toUtf8();
    m_disk->write(transfer.localPath, bytes);
    transfer.bytesTotal = bytes.size();
    transfer.createdAt = m_world->clock.now();
    transfer.position = ++m_position;
    return transfer;
}

void QuietWorld::write(mirror::Store::Job job)
{
    bool written = false;
    m_client->store->write(std::move(job),
                           [&written](const domain::Result<void> &done) { written = done.has_value(); });
    QVERIFY(until([&] { return written; }));
}

void QuietWorld::queue(const QList<Transfer> &transfers, const QList<domain::Operation> &folders)
{
    write([&](mirror::Writer &writer) -> domain::Result<void> {
        for (const domain::Operation &operation : folders) {
            if (auto queued = writer.queueOperation(operation); !queued)
                return queued;
        }
        return writer.addTransfers(transfers);
    });
    m_client->transfers->nudge();
}

/// Nothing is queued or moving any more; looked at now and then, as the queue may be long.
bool QuietWorld::idle()
{
    int steps = 0;
    (void)until([&] { return ++steps % 256 == 0 && m_client->transfers->summary().active == 0; });
    return m_client->transfers->summary().active == 0;
}

bool QuietWorld::until(const std::function<bool()> &condition)
{
    for (int i = 0; i < 200'000; ++i) {
        if (condition())
            return true;
        if (!m_world->step())
            return condition();
    }
    return false;
}

TransferState QuietWorld::stateOf(const Transfer &transfer) const
{
    const auto row = m_client->store->read().transfer(transfer.id);
    return row ? row->state : TransferState::Cancelled;
}

bool QuietWorld::allDone(const QList<Transfer> &transfers) const
{
    return std::all_of(transfers.begin(), transfers.end(),
                       [this](const Transfer &transfer) { return stateOf(transfer) == TransferState::Done; });
}

domain::Operation QuietWorld::folder(const QString &name)
{
    domain::Operation operation;
    operation.id = domain::makeId<domain::OperationId>(m_world->clock, m_world->random);
    operation.kind = domain::OperationKind::CreateFolder;
    operation.target = domain::ItemRef::of(domain::makeId<domain::FolderId>(m_world->clock, m_world->random));
    operation.name = name;
    operation.createdAt = m_world->clock.now();
    return operation;
}

} // namespace learnlab::simulation
