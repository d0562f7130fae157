#include "scenario.h"

#include <QSet>

namespace learnlab::simulation {

using domain::ErrorCode;
using domain::Transfer;
using domain::TransferKind;
using domain::TransferState;

namespace {

constexpr auto faultyTime = std::chrono::seconds(60);
constexpr int mostSteps = 400'000;
constexpr int mostStepsInSecond = 6000; // of a dozen transfers: more is a loop that waits for nothing

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
    for (const Transfer &transfer : std::as_const(m_transfers))
        m_client->transfers->retry(transfer.id);
}

/// What a face would show at this moment holds.
void Scenario::checkOnTheWay()
{
    const QList<Transfer> rows = m_client->store->read().transfers();
    for (const Transfer &row : rows) {
        if ((row.state == TransferState::Waiting || row.state == TransferState::Failed) && !row.error)
            m_world.violated(QStringLiteral("%1 stands without a reason").arg(row.filename));
        if (row.state == TransferState::Waiting && !row.retryAt)
            m_world.violated(QStringLiteral("%1 waits for nothing").arg(row.filename));
    }
    const transfer::Summary summary = m_client->transfers->summary();
    const bool stands = std::all_of(rows.begin(), rows.end(), [](const Transfer &row) {
        return row.state == TransferState::Done || row.state == TransferState::Failed ||
               row.state == TransferState::Paused;
    });
    if (summary.safeToClose && !stands)
        m_world.violated(QStringLiteral("told that it is safe to close, while something goes on"));
    mirror::TransferTotals counted = m_client->store->read().transferTotals();
    if (counted.count() != rows.size())
        m_world.violated(QStringLiteral("the totals count %1 of %2").arg(counted.count()).arg(rows.size()));
}

void Scenario::checkBudget()
{
    const support::Monotonic now = m_world.clock.monotonic();
    if (now - m_second > std::chrono::seconds(1)) {
        m_second = now;
        m_stepsInSecond = 0;
    } else if (++m_stepsInSecond == mostStepsInSecond) {
        m_world.violated(QStringLiteral("a busy loop"));
    }
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
        if (!m_world.faults && i % 64 == 0 && settled())
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

/// Called when a body is about to be sent.
void Scenario::watchPut(domain::UploadId upload, int part)
{
    if (m_server.wasTold(upload, part))
        m_world.violated(
            QStringLiteral("part %1 of an upload is sent again, which the client knows to be there").arg(part));
    const mirror::Reader &reader = m_client->store->read();
    const QList<Transfer> rows = reader.transfers();
    for (const Transfer &row : rows) {
        if (row.uploadId != upload)
            continue;
        if (row.state != TransferState::Sending)
            m_world.violated(
                QStringLiteral("%1 is sent while it is %2").arg(row.filename, domain::stateName(row.state)));
        const QList<domain::Part> parts = reader.parts(row.id);
        for (const domain::Part &known : parts) {
            if (part > 0 && known.number == part && !known.etag.isEmpty())
                m_world.violated(QStringLiteral("part %1 of %2 is sent again").arg(part).arg(row.filename));
        }
        return;
    }
    m_world.violated(QStringLiteral("bytes are sent for an upload that the mirror does not know"));
}

/// Called when the server is about to be told that everything is there.
void Scenario::watchCompletion(const api::Completion &completion)
{
    const auto sent = m_sent.find(completion.uploadId);
    const QList<Transfer> rows = m_client->store->read().transfers();
    for (const Transfer &row : rows) {
        const auto changed = m_changed.find(row.localPath);
        if (row.uploadId != completion.uploadId || sent == m_sent.end() || changed == m_changed.end())
            continue;
        const Disk::File *file = m_disk.find(row.localPath);
        if (file && changed->second < sent->second && sha256Of(file->bytes) != completion.sha256)
            m_world.violated(
                QStringLiteral("%1 changed before its last byte had arrived, and is completed").arg(row.filename));
    }
}

/// Called when a local file is about to be removed by the client.
void Scenario::watchRemoval(const QByteArray &path)
{
    const Disk::File *file = m_disk.find(path);
    if (!file || file->bytes.isEmpty())
        return;
    for (const Transfer &queued : std::as_const(m_transfers)) {
        const bool ours = queued.kind == TransferKind::Download &&
                          path == transfer::temporaryPath(queued.localPath, domain::toBlob(queued.id).right(6).toHex());
        if (ours && !m_cancelled.contains(queued.id) &&
            m_server.files().at(queued.fileId).bytes.startsWith(file->bytes))
            m_world.violated(
                QStringLiteral("what was received of %1 is thrown away, and it was right").arg(queued.filename));
    }
}

void Scenario::checkAll()
{
    const mirror::Reader &reader = m_client->store->read();
    for (const Transfer &queued : std::as_const(m_transfers)) {
        const auto row = reader.transfer(queued.id);
        if (!row) {
            if (!m_cancelled.contains(queued.id))
                m_world.violated(QStringLiteral("%1 is lost").arg(queued.filename));
            continue;
        }
        if (row->kind == TransferKind::Upload)
            checkUpload(*row);
        else
            checkDownload(*row);
        if (row->state == TransferState::Failed && !row->error)
            m_world.violated(QStringLiteral("%1 failed without a reason").arg(row->filename));
    }
    checkServer();
    for (const QByteArray &path : m_disk.paths()) {
        if (path.endsWith(".learnlab-part") && m_world.violations.isEmpty()) {
            const bool kept = std::any_of(m_transfers.begin(), m_transfers.end(), [&reader](const Transfer &queued) {
                const auto row = reader.transfer(queued.id);
                return row && row->kind == TransferKind::Download && row->state != TransferState::Done;
            });
            if (!kept)
                m_world.violated(QStringLiteral("left behind: %1").arg(QString::fromUtf8(path)));
        }
    }
}

void Scenario::checkUpload(const Transfer &row)
{
    const auto stored = m_server.files().find(row.fileId);
    if (row.state == TransferState::Done) {
        if (stored == m_server.files().end())
            m_world.violated(QStringLiteral("%1 is done, but the server does not have it").arg(row.filename));
        else if (stored->second.row.contentSha256 != row.sha256)
            m_world.violated(QStringLiteral("%1 is done with another digest than the server's").arg(row.filename));
        else if (!m_versions.at(row.localPath).contains(stored->second.bytes))
            m_world.violated(QStringLiteral("%1 is a mixture").arg(row.filename));
        const auto mirrored = m_client->store->read().file(row.fileId);
        if (!mirrored || mirrored->revision == 0)
            m_world.violated(QStringLiteral("%1 is done, but the mirror lacks the server's row").arg(row.filename));
        return;
    }
    const ErrorCode code = row.error ? row.error->code : ErrorCode::Internal;
    const bool meddled = m_meddled.contains(row.localPath);
    const bool gone = meddled && code == ErrorCode::LocalVanished && !m_disk.find(row.localPath);
    const bool taken = code == ErrorCode::NameTaken &&
                       std::any_of(m_server.files().begin(), m_server.files().end(), [&row](const auto &file) {
                           return file.second.row.filename == row.filename && file.first != row.fileId;
                       });
    const bool stated = gone || taken;
    if (row.state != TransferState::Failed || !stated)
        m_world.violated(QStringLiteral("%1 ended as %2 by %3")
                             .arg(row.filename, domain::stateName(row.state), domain::codeName(code)));
}

void Scenario::checkDownload(const Transfer &row)
{
    const Disk::File *file = m_disk.find(row.localPath);
    if (row.state == TransferState::Done) {
        if (!file || file->bytes != m_server.files().at(row.fileId).bytes)
            m_world.violated(QStringLiteral("%1 is done, but the bytes here are others").arg(row.filename));
        return;
    }
    const ErrorCode code = row.error ? row.error->code : ErrorCode::Internal;
    if (row.state != TransferState::Failed || code != ErrorCode::LocalExists)
        m_world.violated(QStringLiteral("%1 ended as %2 by %3")
                             .arg(row.filename, domain::stateName(row.state), domain::codeName(code)));
    if (code == ErrorCode::LocalExists && file && file->bytes != "somebody else's")
        m_world.violated(QStringLiteral("%1 was overwritten").arg(row.filename));
}

/// Nothing is there twice, and nothing that nobody sent.
void Scenario::checkServer()
{
    std::map<domain::FileId, int> owners;
    for (const Transfer &queued : std::as_const(m_transfers)) {
        const auto row = m_client->store->read().transfer(queued.id);
        if (row && row->kind == TransferKind::Upload && row->state == TransferState::Done)
            ++owners[row->fileId];
    }
    for (const auto &[id, stored] : m_server.files()) {
        const bool started = std::any_of(m_transfers.begin(), m_transfers.end(),
                                         [&id = id](const Transfer &queued) { return queued.fileId == id; });
        if (!m_foreign.contains(id) && !started)
            m_world.violated(QStringLiteral("%1 is on the server by nobody").arg(stored.row.filename));
        if (owners[id] > 1)
            m_world.violated(QStringLiteral("%1 is the outcome of two transfers").arg(stored.row.filename));
    }
    QSet<QString> names;
    for (const auto &[id, stored] : m_server.files()) {
        if (names.contains(stored.row.filename))
            m_world.violated(QStringLiteral("%1 is there twice").arg(stored.row.filename));
        names.insert(stored.row.filename);
    }
}

} // namespace learnlab::simulation
