#include "scenario.h"

namespace learnlab::simulation {

using domain::ErrorCode;
using domain::Transfer;
using domain::TransferKind;
using domain::TransferState;

namespace {

constexpr auto faultyTime = std::chrono::seconds(60);
constexpr int enoughLooks = 2; // of the user, after the faults: what was about to fail has by then
constexpr int mostSteps = 400'000;

QByteArray localName(const QString &name)
{
    return "/home/" + name.toUtf8();
}

} // namespace

Scenario::Scenario(quint64 seed, const QString &folder)
    : m_world(seed),
      m_disk(m_world),
      m_server(m_world),
      m_network(m_world, m_server),
      m_mirror(folder + QStringLiteral("/mirror-%1.db").arg(seed))
{
    addUploads();
    addDownloads();
    addInterference();
    addServersTroubles();
    m_server.committed = [this](domain::UploadId upload, const domain::File &file) {
        if (m_world.chance(20))
            m_world.later(m_world.delay(3000), [this, upload] { m_server.forget(upload); });
        const QByteArray path = localName(file.filename);
        if (m_world.chance(15) && m_disk.find(path)) { // it arrived, nobody heard of that, and now it is another file
            change(path);
            m_network.loseAnswer = true;
            if (m_world.chance(50))
                m_world.later({}, [this, upload] { m_server.forget(upload); });
        }
    };
}

Scenario::~Scenario() = default;

QByteArray Scenario::someBytes()
{
    constexpr quint64 longest[] = {1, 2, 100, 301, 1500};
    QByteArray bytes(static_cast<qsizetype>(m_world.random.below(longest[m_world.random.below(5)])), '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(m_world.random.below(256));
    return bytes;
}

void Scenario::addUploads()
{
    const quint64 count = 1 + m_world.random.below(10);
    const auto group = domain::makeId<domain::TransferId>(m_world.clock, m_world.random);
    for (quint64 i = 0; i < count; ++i) {
        Transfer transfer;
        transfer.id = domain::makeId<domain::TransferId>(m_world.clock, m_world.random);
        transfer.fileId = domain::makeId<domain::FileId>(m_world.clock, m_world.random);
        transfer.filename = QStringLiteral("up%1").arg(i);
        transfer.localPath = localName(transfer.filename);
        transfer.createdAt = m_world.clock.now();
        transfer.position = static_cast<qint64>(i) + 1;
        transfer.groupId = group;
        transfer.onConflict = static_cast<domain::OnConflict>(m_world.random.below(3));
        const QByteArray bytes = someBytes();
        m_disk.write(transfer.localPath, bytes);
        m_versions[transfer.localPath].append(bytes);
        transfer.stamp = m_disk.find(transfer.localPath)->stamp;
        transfer.bytesTotal = bytes.size();
        if (m_world.chance(15)) // the name is taken, perhaps by these very bytes
            m_foreign.insert(m_server.add(transfer.filename, m_world.chance(50) ? bytes : someBytes()).id);
        addMeddling(transfer);
        m_transfers.append(transfer);
    }
}

void Scenario::addDownloads()
{
    const quint64 count = m_world.random.below(5);
    for (quint64 i = 0; i < count; ++i) {
        const domain::File file = m_server.add(QStringLiteral("down%1").arg(i), someBytes());
        m_foreign.insert(file.id);
        Transfer transfer;
        transfer.id = domain::makeId<domain::TransferId>(m_world.clock, m_world.random);
        transfer.kind = TransferKind::Download;
        transfer.fileId = file.id;
        transfer.filename = file.filename;
        transfer.localPath = "/out/" + file.filename.toUtf8();
        transfer.sha256 = m_world.chance(50) ? file.contentSha256 : QByteArray();
        transfer.bytesTotal = file.fileSize;
        transfer.createdAt = m_world.clock.now();
        transfer.position = 100 + static_cast<qint64>(i);
        transfer.onConflict = static_cast<domain::OnConflict>(m_world.random.below(3));
        if (m_world.chance(20))
            m_disk.write(transfer.localPath, "somebody else's");
        m_transfers.append(transfer);
    }
}

void Scenario::change(const QByteArray &path)
{
    const QByteArray bytes = someBytes();
    m_versions[path].append(bytes);
    m_meddled.insert(path);
    m_changed[path] = m_world.clock.monotonic();
    m_disk.write(path, bytes);
}

/// A quota that becomes too small and is raised, a store that is full for a while, a server that is set up again from a
/// backup.
void Scenario::addServersTroubles()
{
    const auto sometime = [this](quint64 most) { return std::chrono::milliseconds(m_world.random.below(most)); };
    if (m_world.chance(25)) {
        m_world.later(sometime(4000), [this, room = static_cast<qint64>(m_world.random.below(2500))] {
            const domain::Usage usage = m_server.usage();
            m_server.setQuota(usage.bytesUsed + usage.bytesReserved + room);
        });
        m_world.later(std::chrono::seconds(10) + sometime(40'000), [this] { m_server.setQuota(std::nullopt); });
        m_server.usageChanged = [this] {
            if (!m_world.chance(50))
                m_world.later(m_world.delay(800), [this] { m_client->tellUsage(m_server.usage()); });
        };
    }
    if (m_world.chance(15)) {
        const auto from = sometime(10'000);
        m_world.later(from, [this] { m_server.full = true; });
        m_world.later(from + sometime(40'000), [this] { m_server.full = false; });
    }
    if (m_world.chance(10)) {
        const auto backup = sometime(10'000);
        m_world.later(backup, [this] { m_server.remember(); });
        m_world.later(backup + sometime(20'000), [this] {
            m_restored = true;
            m_lost.merge(m_server.restore());
        });
    }
}

/// What the user and the computer do to all of them.
void Scenario::addInterference()
{
    const auto sometime = [this] { return std::chrono::milliseconds(m_world.random.below(20'000)); };
    const auto tell = [this, sometime](auto what) {
        m_world.later(sometime(), [this, what] { what(*m_client->transfers); });
    };
    const auto some = [this] {
        return m_transfers.at(static_cast<qsizetype>(m_world.random.below(m_transfers.size()))).id;
    };
    const domain::TransferId group = m_transfers.first().groupId;
    while (m_world.chance(30))
        tell([id = some()](transfer::Transfers &transfers) { transfers.first(id); });
    while (m_world.chance(30))
        tell([a = some(), b = some()](transfer::Transfers &transfers) { transfers.moveBefore(a, b); });
    if (m_world.chance(15))
        tell([group](transfer::Transfers &transfers) { transfers.firstGroup(group); });
    while (m_world.chance(15)) {
        tell([group](transfer::Transfers &transfers) { transfers.pauseGroup(group); });
        m_world.later(std::chrono::seconds(21), [this, group] { m_client->transfers->resumeGroup(group); });
    }
    while (m_world.chance(15))
        tell([](transfer::Transfers &transfers) { transfers.setRateLimits({.up = 300, .down = 300}); });
    while (m_world.chance(30))
        tell([](transfer::Transfers &transfers) { transfers.networkChanged(); });
    if (m_world.chance(10)) {
        tell([](transfer::Transfers &transfers) { transfers.setNetwork({.metered = true, .meteredAllowed = false}); });
        m_world.later(std::chrono::seconds(22), [this] { m_client->transfers->setNetwork({}); });
    }
    if (m_world.chance(10)) {
        m_world.later(sometime(), [this] { m_client->transfers->pauseAll(); });
        m_world.later(std::chrono::seconds(23), [this] { m_client->transfers->resumeAll(); });
    }
}

void Scenario::addMeddling(const Transfer &transfer)
{
    const auto soon = [this] { return std::chrono::milliseconds(m_world.random.below(8000)); };
    while (m_world.chance(20))
        m_world.later(soon(), [this, path = transfer.localPath] { change(path); });
    if (m_world.chance(4)) {
        m_world.later(soon(), [this, path = transfer.localPath] {
            m_meddled.insert(path);
            m_disk.remove(path);
        });
    }
    if (m_world.chance(10)) {
        m_world.later(soon(), [this, id = transfer.id] { m_client->transfers->pause(id); });
        m_world.later(soon() + std::chrono::seconds(8), [this, id = transfer.id] { m_client->transfers->resume(id); });
    }
    if (m_world.chance(4)) {
        m_world.later(soon(), [this, id = transfer.id] {
            m_cancelled.insert(id);
            m_client->transfers->cancel(id);
        });
    }
}

Watcher Scenario::watcher()
{
    return {.put = [this](domain::UploadId upload, int part) { watchPut(upload, part); },
            .putHeard = [this](domain::UploadId upload) { m_sent[upload] = m_world.clock.monotonic(); },
            .complete = [this](const api::Completion &completion) { watchCompletion(completion); },
            .remove = [this](const QByteArray &path) { watchRemoval(path); }};
}

void Scenario::startClient()
{
    m_client = std::make_unique<Client>(m_network, m_disk, watcher());
    if (!m_client->open(m_mirror))
        m_world.violated(QStringLiteral("the mirror cannot be opened"));
}

void Scenario::kill()
{
    ++m_restarts;
    m_client.reset();
    m_world.forgetClient();
    startClient();
}

void Scenario::queue()
{
    const bool faults = std::exchange(m_world.faults, false);
    m_client->store->write([all = m_transfers](mirror::Writer &writer) { return writer.addTransfers(all); },
                           [this](const domain::Result<void> &added) {
                               if (!added)
                                   m_world.violated(QStringLiteral("not queued: %1").arg(added.error().detail));
                               m_client->transfers->nudge();
                           });
    m_world.faults = faults;
}

/// The user looks after what stands, and everything works from now on.
void Scenario::faultsOver()
{
    m_world.faults = false;
    m_client->transfers->resumeAll();
    // What waits goes on by itself, and so does what was about to fail.
    if (++m_looks < enoughLooks)
        m_world.later(std::chrono::seconds(20), [this] { faultsOver(); });
    const QList<Transfer> failed = m_client->store->read().transfersIn(TransferState::Failed, 1000);
    for (const Transfer &transfer : failed)
        m_client->transfers->retry(transfer.id);
}

bool Scenario::settled() const
{
    const QList<Transfer> rows = m_client->store->read().transfers();
    return std::all_of(rows.begin(), rows.end(), [](const Transfer &row) {
        return row.state == TransferState::Done || row.state == TransferState::Failed;
    });
}

QStringList Scenario::run()
{
    startClient();
    if (!m_client->store)
        return m_world.violations;
    queue();
    m_world.later(faultyTime, [this] { faultsOver(); });
    const quint64 killEvery = 30 + m_world.random.below(800);
    for (int i = 0; m_world.violations.isEmpty(); ++i) {
        if (i % 128 == 0)
            checkOnTheWay();
        if (m_looks >= enoughLooks && i % 64 == 0 && settled())
            break;
        checkBudget();
        if (i > mostSteps || !m_world.step()) {
            if (!settled())
                m_world.violated(QStringLiteral("nothing goes on, but not everything is over (after %1 steps)").arg(i));
            break;
        }
        if (m_world.faults && m_world.random.below(killEvery) == 0)
            kill();
    }
    // What is on disk is what counts.
    m_world.faults = false;
    kill();
    --m_restarts;
    checkAll();
    return m_world.violations;
}

} // namespace learnlab::simulation
