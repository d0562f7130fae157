#include "runner.h"

#include <algorithm>

namespace learnlab::transfer {

using domain::Consequence;
using domain::Error;
using domain::ErrorCode;
using domain::TransferId;
using domain::TransferState;

namespace {

// How many may be under way at a time: small files so many that each batch of calls is full, large ones so few that they
// share the line.
constexpr int smallUploads = 200;
constexpr int largeUploads = 2;
constexpr int smallDownloads = 64;
constexpr int largeDownloads = 2;
constexpr qsizetype blockedAtOnce = 500;
constexpr auto longestSleep = std::chrono::minutes(5); // wall clocks jump: look again at least so often

bool waitsForNetwork(const domain::Transfer &row)
{
    if (!row.error)
        return true;
    const Consequence consequence = domain::consequenceOf(row.error->code);
    return consequence == Consequence::WaitNetwork || consequence == Consequence::SignIn;
}

} // namespace

void Runner::start()
{
    m_running = true;
    refresh();
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids)
        apply(id, event::Interrupted{});
    wakeSoon();
}

void Runner::stop()
{
    m_running = false;
    ++m_generation;
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids) {
        retire(*m_entries.find(id));
        m_entries.erase(id);
    }
    m_retired.clear();
    m_abandoning.clear();
    m_creations.clear();
    m_completions.clear();
    m_urls.clear();
    m_limitsCall.reset();
    if (m_timer)
        m_with.scheduler.cancel(*std::exchange(m_timer, std::nullopt));
}

void Runner::nudge()
{
    refresh();
    if (m_running && !blocked())
        wakeThoseWaitingForNetwork();
    wakeSoon();
}

void Runner::refresh()
{
    if (!m_running)
        return;
    const QList<domain::Transfer> rows = m_with.store.read().unfinishedTransfers();
    for (const domain::Transfer &row : rows) {
        Entry *known = m_entries.find(row.id);
        if (!known)
            m_entries.insert(row, m_limits.multipartThreshold);
        else if (!known->writing && known->row.state == TransferState::Queued && known->row.position != row.position)
            m_entries.setRow(*known, row, m_limits.multipartThreshold);
    }
    m_foldersStale = true;
    changed();
}

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
    return m_limitsKnown ? std::nullopt : m_limitsError;
}

void Runner::pump()
{
    if (!m_running)
        return;
    if (const auto error = blocked()) {
        m_limitsError.reset();
        const QList<TransferId> ids = m_entries.queued(blockedAtOnce);
        for (const TransferId &id : ids) {
            if (!m_entries.find(id)->writing)
                apply(id, event::Blocked{*error});
        }
        pumpLanes(); // what is under way comes to its end, whichever
        setTimer();
        return;
    }
    if (m_with.session.status().state == session::State::SigningIn)
        return;
    if (!m_limitsKnown) {
        if (!m_entries.queued(1).isEmpty())
            askLimits();
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

void Runner::giveTurns(Line line, int most)
{
    while (m_entries.active(line) < most) {
        const auto id = m_entries.firstQueued(line);
        if (!id)
            break;
        Entry *entry = m_entries.find(*id);
        if (entry->writing) {
            m_entries.turn(*entry); // something was said of it: its place is found anew when that is on disk
        } else if (isHeld(*entry)) {
            if (!entry->writing && entry->row.state == TransferState::Queued)
                m_entries.hold(*entry);
        } else {
            m_entries.turn(*entry);
            beginTurn(*entry);
        }
    }
}

void Runner::beginTurn(Entry &entry)
{
    // Meanwhile the file may have been renamed or moved here, or its folder have become another one.
    if (const auto stored = m_with.store.read().transfer(entry.row.id); stored && stored->state == TransferState::Queued)
        entry.row = *stored;
    const domain::Transfer &row = entry.row;
    if (row.kind == domain::TransferKind::Upload) {
        apply(row.id, event::BeginUpload{m_with.files.stamp(row.localPath)});
        return;
    }
    apply(row.id, event::BeginDownload{m_with.files.sizeOf(temporaryPath(row.localPath, keyOf(row.id))),
                                       m_with.files.exists(row.localPath)});
}

bool Runner::isHeld(const Entry &entry)
{
    if (entry.row.kind != domain::TransferKind::Upload)
        return false;
    const auto pending = m_pendingFolders.constFind(entry.row.folderId);
    if (pending == m_pendingFolders.constEnd())
        return false;
    if (*pending) // the server did not take the folder
        apply(entry.row.id, event::Blocked{Error{ErrorCode::ParentGone, {}}});
    return true;
}

void Runner::readFolders()
{
    if (!std::exchange(m_foldersStale, false))
        return;
    m_pendingFolders.clear();
    const QList<mirror::PendingOperation> operations = m_with.store.read().pendingOperations();
    for (const mirror::PendingOperation &pending : operations) {
        if (pending.operation.kind == domain::OperationKind::CreateFolder)
            m_pendingFolders.insert(pending.operation.target.folderId(), pending.error);
    }
    const std::set<TransferId> held = m_entries.held();
    for (const TransferId &id : held) {
        Entry *entry = m_entries.find(id);
        if (entry->writing || isHeld(*entry))
            continue;
        // The server may have known the folder under another id.
        if (const auto row = m_with.store.read().transfer(id))
            m_entries.setRow(*entry, *row, m_limits.multipartThreshold);
        else
            m_entries.erase(id);
    }
}

void Runner::askLimits()
{
    if (m_limitsCall)
        return;
    m_limitsCall = m_with.api.capabilities(
        [this](const domain::Result<api::Capabilities> &capabilities) { limitsKnown(capabilities); });
}

void Runner::limitsKnown(const domain::Result<api::Capabilities> &capabilities)
{
    m_with.scheduler.post(guarded([this] {
        m_limitsCall.reset();
        wakeSoon();
    }));
    reached(capabilities ? std::nullopt : std::optional(capabilities.error()));
    if (!capabilities) {
        m_limitsError = capabilities.error();
        ++m_probes;
        return;
    }
    m_probes = 0;
    m_limitsKnown = true;
    m_limitsError.reset();
    m_limits = capabilities->limits;
    const qsizetype most = std::clamp(m_limits.maxBatch, 1, 100);
    m_creations.setMost(most);
    m_completions.setMost(most);
    m_urls.setMost(most);
}

void Runner::reached(const std::optional<Error> &error)
{
    const session::State state = m_with.session.status().state;
    if (!error) {
        if (state == session::State::Offline)
            m_with.scheduler.post(guarded([this] { m_with.session.reportReachable(); }));
        return;
    }
    if (domain::consequenceOf(error->code) == Consequence::WaitNetwork && state == session::State::Online)
        m_with.scheduler.post(guarded([this, error = *error] { m_with.session.reportUnreachable(error); }));
}

void Runner::sessionChanged(const session::Status &status)
{
    if (m_running && status.state == session::State::Online)
        wakeThoseWaitingForNetwork();
    wakeSoon();
}

void Runner::wakeThoseWaitingForNetwork()
{
    const std::set<TransferId> waiting = m_entries.waiting();
    for (const TransferId &id : waiting) {
        if (waitsForNetwork(m_entries.find(id)->row))
            apply(id, event::Due{});
    }
}

void Runner::setTimer()
{
    if (m_timer)
        m_with.scheduler.cancel(*std::exchange(m_timer, std::nullopt));
    if (m_entries.waiting().empty())
        return;
    const auto now = m_with.clock.now();
    auto delay = std::chrono::duration_cast<std::chrono::milliseconds>(longestSleep);
    if (m_with.session.status().state == session::State::Offline) {
        delay = backoff(m_probes + 1, 0);
    } else if (!blocked()) {
        for (const TransferId &id : m_entries.waiting()) {
            const auto &at = m_entries.find(id)->row.retryAt;
            if (at)
                delay = std::min(delay, std::chrono::ceil<std::chrono::milliseconds>(*at - now));
        }
    }
    m_timer = m_with.scheduler.after(std::max(delay, std::chrono::milliseconds(1)), guarded([this] {
        m_timer.reset();
        timeCame();
    }));
}

void Runner::timeCame()
{
    if (m_with.session.status().state == session::State::Offline) {
        askLimits(); // one question instead of one for each transfer: if it is answered, the session says so to all
        setTimer();
        return;
    }
    if (!blocked()) {
        const auto now = m_with.clock.now();
        const std::set<TransferId> waiting = m_entries.waiting();
        for (const TransferId &id : waiting) {
            const auto &at = m_entries.find(id)->row.retryAt;
            // A wall clock that was set back must not make anybody wait for long.
            if (at && (*at <= now || *at - now > std::chrono::hours(2)))
                apply(id, event::Due{});
        }
    }
    wakeSoon();
    setTimer();
}

} // namespace learnlab::transfer
