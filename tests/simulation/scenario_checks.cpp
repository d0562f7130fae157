#include "scenario.h"

#include <QSet>

namespace learnlab::simulation {

using domain::ErrorCode;
using domain::Transfer;
using domain::TransferKind;
using domain::TransferState;

namespace {

constexpr int mostStepsInSecond = 6000; // of a dozen transfers: more is a loop that waits for nothing

} // namespace

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
        // What a small file passes on its way is not written; nothing else than what is under way or in line is sent.
        const bool passing = row.state == TransferState::Queued || row.state == TransferState::Preparing;
        const bool begun = row.state == TransferState::Sending || (part == 0 && passing);
        if (!begun)
            m_world.violated(
                QStringLiteral("%1 is sent while it is %2").arg(row.filename, domain::stateName(row.state)));
        // It was completed, unheard, and a request of long ago has begun it anew: nothing of it is there.
        const bool lost = m_restored || m_server.hasForgotten(upload);
        const QList<domain::Part> parts = reader.parts(row.id);
        for (const domain::Part &known : parts) {
            if (part > 0 && known.number == part && !known.etag.isEmpty() && !lost)
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
        if (row.uploadId == completion.uploadId && row.partSize > 0) {
            const qint64 count = (row.bytesTotal + row.partSize - 1) / row.partSize;
            const bool confirmed = std::none_of(completion.parts.begin(), completion.parts.end(),
                                                [](const domain::Part &part) { return part.etag.isEmpty(); });
            if (completion.parts.size() != count || !confirmed)
                m_world.violated(QStringLiteral("%1 is completed before all its parts are there").arg(row.filename));
        }
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
        if (m_lost.contains(row.fileId))
            return; // it was there; that it is lost is told by the list of files
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
