#include "runner.h"

namespace learnlab::transfer {

using domain::Error;
using domain::ErrorCode;
using domain::TransferId;
using domain::TransferState;

namespace {

// How many may be under way at a time: small files so many that each batch of calls is full, large ones so few that
// they share the line.
constexpr int smallUploads = 400;
constexpr int largeUploads = 2;
constexpr int smallDownloads = 400;
constexpr int largeDownloads = 2;
// While more than so many wait for their time, no others join them: what holds those up holds up these too.
constexpr size_t enoughWaiting = 4000;
constexpr size_t enoughBlocked = 1000;

} // namespace

void Runner::wakeSoon()
{
    if (!m_running || std::exchange(m_pumpComing, true))
        return;
    m_with.scheduler.post(guarded([this] {
        m_pumpComing = false;
        pump();
    }));
}

std::optional<Error> Runner::blocked() const
{
    const session::Status &status = m_with.session.status();
    switch (status.state) {
    case session::State::SignedOut:
        return Error{ErrorCode::NotSignedIn, {}};
    case session::State::Expired:
        return status.error.value_or(Error{ErrorCode::SessionEnded, {}});
    case session::State::Offline:
        return status.error.value_or(Error{ErrorCode::Offline, {}});
    case session::State::SigningIn:
    case session::State::Online:
        break;
    }
    if (m_network.metered && !m_network.meteredAllowed)
        return Error{ErrorCode::MeteredNetwork, {}};
    return m_limitsKnown ? std::nullopt : m_limitsError;
}

void Runner::pump()
{
    if (!m_running)
        return;
    if (m_moreWaiting && m_entries.waiting().size() < enoughWaiting / 2)
        loadWaiting();
    if (const auto error = blocked()) {
        block(*error);
        pumpLanes(); // what is under way comes to its end, whichever
        setTimer();
        return;
    }
    if (m_with.session.status().state == session::State::SigningIn)
        return;
    for (const Line line : {Line::SmallUpload, Line::LargeUpload, Line::SmallDownload, Line::LargeDownload})
        refill(line);
    if (!m_limitsKnown) {
        if (!m_entries.queued(1).isEmpty())
            askLimits();
        pumpLanes();
        setTimer();
        return;
    }
    readFolders();
    giveTurns(Line::SmallUpload, smallUploads);
    giveTurns(Line::LargeUpload, largeUploads);
    giveTurns(Line::SmallDownload, smallDownloads);
    giveTurns(Line::LargeDownload, largeDownloads);
    pumpLanes();
    setTimer();
}

/// Those first in line say why nothing happens; a million others need not be written to for that.
void Runner::block(const Error &error)
{
    m_limitsError.reset();
    if (m_entries.waiting().size() >= enoughBlocked)
        return;
    for (const Line line : {Line::SmallUpload, Line::LargeUpload, Line::SmallDownload, Line::LargeDownload})
        refill(line);
    const QList<TransferId> ids = m_entries.queued(static_cast<qsizetype>(enoughBlocked - m_entries.waiting().size()));
    for (const TransferId &id : ids) {
        if (!m_entries.find(id)->writing)
            apply(id, event::Blocked{error});
    }
}

void Runner::giveTurns(Line line, int most)
{
    const bool upload = line == Line::SmallUpload || line == Line::LargeUpload;
    while (m_entries.waiting().size() < enoughWaiting && !(upload && standsForRoom())) {
        auto id = m_entries.firstQueued(line);
        if (!id) {
            refill(line);
            id = m_entries.firstQueued(line);
        }
        if (!id || m_entries.active(line) >= most + (m_first.contains(*id) ? 1 : 0))
            break;
        Entry *entry = m_entries.find(*id);
        if (entry->writing) {
            m_entries.turn(*entry); // something was said of it: its place is found anew when that is on disk
        } else if (isHeld(*entry)) {
            if (!entry->writing && entry->row.state == TransferState::Queued)
                m_entries.hold(*entry);
        } else if (const RoomFor room = roomFor(*entry); room == RoomFor::Unknown) {
            break; // asked for: the answer comes back here
        } else if (room == RoomFor::None) {
            apply(*id, event::Blocked{Error{ErrorCode::QuotaExceeded, QStringLiteral("by the quota as it was told")}});
        } else {
            m_first.erase(*id);
            m_entries.turn(*entry);
            beginTurn(*entry);
        }
    }
}

void Runner::beginTurn(Entry &entry)
{
    // Meanwhile the file may have been renamed or moved here, or its folder have become another one.
    const bool upload = entry.row.kind == domain::TransferKind::Upload;
    if (const auto stored = upload ? m_with.store.read().transfer(entry.row.id) : std::nullopt;
        stored && stored->state == TransferState::Queued)
        entry.row = *stored;
    const domain::Transfer &row = entry.row;
    if (row.kind == domain::TransferKind::Download) {
        // Without its drive nothing of it seems to be here: what is there must not be forgotten for that.
        const QByteArray folder = folderOf(row.localPath);
        const bool there = row.stamp.device == 0 || m_with.files.exists(folder);
        const bool gone = there ? m_with.files.isBareMountPoint(folder, row.stamp.device)
                                : m_with.files.driveGone(row.localPath, row.stamp.device);
        if (gone) {
            apply(row.id, event::Blocked{Error{ErrorCode::LocalDriveGone, {}}});
            return;
        }
        apply(row.id, event::BeginDownload{m_with.files.sizeOf(temporaryPath(row.localPath, keyOf(row.id))),
                                           m_with.files.exists(row.localPath)});
        return;
    }
    const auto stamp = stampOf(row);
    const bool small = stamp && stamp->size <= m_limits.multipartThreshold;
    const bool unread = row.sha256.isEmpty() || (stamp && *stamp != row.stamp);
    if (small && unread && row.uploadId.isNull())
        readFirst(entry);
    else
        apply(row.id, event::BeginUpload{stamp, {}});
}

/// What cannot be reached because its drive was taken out waits for the drive.
Error Runner::whyLocal(const domain::Transfer &row, const Error &error)
{
    const bool missing = error.code == ErrorCode::LocalVanished || error.code == ErrorCode::LocalIo;
    if (missing && m_with.files.driveGone(row.localPath, row.stamp.device))
        return {ErrorCode::LocalDriveGone, error.detail};
    return error;
}

domain::Result<domain::LocalStamp> Runner::stampOf(const domain::Transfer &row)
{
    auto stamp = m_with.files.stamp(row.localPath);
    return stamp ? stamp : tl::make_unexpected(whyLocal(row, stamp.error()));
}

/// A small file is read before anything is decided of it: its turn costs one change on disk less.
void Runner::readFirst(Entry &entry)
{
    entry.work = std::make_unique<RunningJob<LocalFiles::JobHandle>>(m_with.files.digest(
        entry.row.localPath, {},
        reply<LocalFiles::Digest>(
            entry, false, [this](const Entry &now, const domain::Result<LocalFiles::Digest> &digest) -> Event {
                if (digest)
                    return event::BeginUpload{digest->stamp, digest->sha256};
                if (digest.error().code == ErrorCode::LocalChanged) // being written to: begun with as it is then
                    return event::BeginUpload{stampOf(now.row), {}};
                return event::BeginUpload{tl::make_unexpected(whyLocal(now.row, digest.error())), {}};
            })));
}

} // namespace learnlab::transfer
