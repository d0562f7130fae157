#include "runner.h"

namespace learnlab::transfer {

using domain::Error;
using domain::ErrorCode;
using domain::Result;
using domain::TransferId;

namespace {

template <class Handle>
std::unique_ptr<Running> running(Handle handle)
{
    return std::make_unique<RunningJob<Handle>>(std::move(handle));
}

constexpr qint64 largeDownload = 16 * 1024 * 1024;

} // namespace

void Runner::beginWork(Entry &entry, const Decision &decision)
{
    if (decision.delay.count() == 0) {
        beginWorkNow(entry, decision.work);
        return;
    }
    m_with.scheduler.after(decision.delay,
                           guarded([this, id = entry.row.id, number = entry.workNumber, work = decision.work] {
                               if (Entry *now = m_entries.find(id); now && now->workNumber == number)
                                   beginWorkNow(*now, work);
                           }));
}

void Runner::beginWorkNow(Entry &entry, Work work)
{
    switch (work) {
    case Work::Keep:
    case Work::None:
        return;
    case Work::Digest:
        return digest(entry);
    case Work::Create:
        return create(entry);
    case Work::AskState:
        m_stateCalls.wait(entry.row.position, entry.row.id);
        return pumpLanes();
    case Work::Abandon:
        return giveUp(entry);
    case Work::SendWhole:
        m_smallPuts.wait(entry.row.position, entry.row.id);
        return pumpLanes();
    case Work::SendParts:
        return sendParts(entry);
    case Work::Complete:
        return complete(entry);
    case Work::AskUrl:
        return askUrl(entry);
    case Work::Receive:
    case Work::ReceiveRanges:
        (entry.row.bytesTotal > largeDownload ? m_largeGets : m_smallGets).wait(entry.row.position, entry.row.id);
        return pumpLanes();
    case Work::Verify:
        return verify(entry);
    case Work::Publish:
        return publish(entry);
    }
}

void Runner::pumpLanes()
{
    const auto run = [this](Lane &lane, void (Runner::*work)(Entry &)) {
        while (const auto id = lane.next()) {
            if (Entry *entry = m_entries.find(*id))
                (this->*work)(*entry);
        }
    };
    run(m_stateCalls, &Runner::askState);
    run(m_smallPuts, &Runner::sendWhole);
    run(m_smallGets, &Runner::receive);
    run(m_largeGets, &Runner::receive);
}

void Runner::digest(Entry &entry)
{
    // Of the whole alone: where it goes in parts, theirs are made while they are sent.
    entry.work = running(m_with.files.digest(
        entry.row.localPath, {},
        reply<LocalFiles::Digest>(entry, false,
                                  [this](const Entry &now, const Result<LocalFiles::Digest> &digest) -> Event {
                                      if (!digest)
                                          return event::WorkFailed{whyLocal(now.row, digest.error())};
                                      return event::Digested{digest->stamp, digest->sha256, digest->parts};
                                  })));
}

void Runner::create(Entry &entry)
{
    const domain::Transfer &row = entry.row;
    api::UploadRequest request;
    request.uploadId = row.uploadId;
    request.fileId = row.fileId;
    request.folderId = row.folderId;
    request.filename = row.filename;
    request.fileSize = row.bytesTotal;
    request.mimeType = row.mimeType;
    request.contentModifiedAt =
        domain::Timestamp(std::chrono::floor<std::chrono::microseconds>(std::chrono::nanoseconds(row.stamp.mtimeNs)));
    request.onConflict = row.onConflict;
    if (row.onConflict == domain::OnConflict::Replace)
        request.ifRevision = m_with.store.read().revisionToReplace(row.id);
    request.sha256 = row.sha256;
    request.partSize = row.partSize > m_limits.partSize ? row.partSize : 0;
    entry.onServer.reset();
    entry.etag.clear();
    m_creations.add(
        row.id, request,
        reply<api::UploadAnswer>(entry, true, [this](Entry &now, Result<api::UploadAnswer> answer) -> Event {
            if (answer && answer->status == api::UploadStatus::Single) {
                if (auto refused = refusedHost(answer->put.url))
                    return event::WorkFailed{*refused};
                now.put = answer->put;
            }
            if (answer && answer->error && answer->error->code == ErrorCode::QuotaExceeded)
                m_usageHeard.reset(); // it was another one than was told
            return event::Created{std::move(answer)};
        }));
}

void Runner::askState(Entry &entry)
{
    entry.work = running(m_with.api.uploadState(
        entry.row.uploadId,
        reply<api::UploadState>(entry, true, [this](Entry &now, Result<api::UploadState> state) -> Event {
            if (state)
                now.onServer = state->parts;
            return event::StateKnown{std::move(state), stampOf(now.row)};
        })));
}

void Runner::giveUp(Entry &entry)
{
    entry.work = running(m_with.api.abandonUpload(
        entry.row.uploadId,
        reply<void>(entry, true, [](Entry &, const Result<void> &done) -> Event { return event::Abandoned{done}; })));
}

std::optional<Event> Runner::lastLook(const domain::Transfer &row)
{
    const auto stamp = stampOf(row);
    if (stamp)
        return *stamp == row.stamp ? std::nullopt : std::optional<Event>(event::LocalChanged{});
    const bool gone = stamp.error().code == ErrorCode::LocalVanished || stamp.error().code == ErrorCode::LocalDriveGone;
    return gone ? std::nullopt : std::optional<Event>(event::WorkFailed{stamp.error()});
}

void Runner::sendWhole(Entry &entry)
{
    const TransferId id = entry.row.id;
    entry.work = running(m_with.wire.put(
        entry.put, entry.row.localPath, 0, entry.row.bytesTotal,
        [this, id, work = entry.workNumber](Wire::Progress progress) { moved(id, work, progress.bytes); },
        reply<Wire::PutDone>(entry, false, [this](Entry &now, const Result<Wire::PutDone> &done) -> Event {
            auto against = lastLook(now.row);
            if (against && (done || std::holds_alternative<event::LocalChanged>(*against)))
                return *std::move(against);
            if (!done)
                return event::WorkFailed{whyLocal(now.row, done.error())};
            now.etag = done->etag;
            m_putPace.done(m_with.clock.monotonic(), 1);
            m_smallPuts.setWidth(static_cast<size_t>(m_putPace.width()));
            return event::WholeSent{done->etag};
        })));
}

void Runner::sendParts(Entry &entry)
{
    const TransferId id = entry.row.id;
    const quint64 work = entry.workNumber;
    const auto tell = [this, id, work](const Event &event) {
        if (Entry *now = m_entries.find(id); now && now->workNumber == work)
            apply(id, event);
    };
    PartSender::Callbacks callbacks;
    callbacks.sent = [tell](const domain::Part &part) { tell(event::PartSent{part}); };
    callbacks.digested = [tell](const LocalFiles::Digest &digest) {
        tell(event::Digested{digest.stamp, digest.sha256, digest.parts});
    };
    callbacks.all = [this, tell, row = entry.row] { tell(lastLook(row).value_or(event::AllPartsSent{})); };
    callbacks.failed = [this, tell, row = entry.row](const Error &error) {
        tell(event::WorkFailed{whyLocal(row, error)});
    };
    callbacks.moving = [this, id, work](qint64 bytes) { moved(id, work, bytes); };
    callbacks.paced = [this](double rate) { paced(rate); };
    auto sender = std::make_unique<PartSender>(
        PartSender::Parts{m_with.api, m_with.wire, m_with.files, m_with.scheduler, m_with.clock, m_limits.maxPartUrls,
                          [this](const QUrl &url) { return refusedHost(url); }},
        PartSender::Start{entry.row, m_with.store.read().parts(id), entry.onServer}, std::move(callbacks));
    PartSender *begun = sender.get();
    entry.work = std::move(sender);
    begun->begin();
}

void Runner::complete(Entry &entry)
{
    const domain::Transfer &row = entry.row;
    api::Completion completion;
    completion.uploadId = row.uploadId;
    completion.sha256 = row.sha256;
    completion.etag = entry.etag;
    if (row.partSize > 0)
        completion.parts = m_with.store.read().parts(row.id);
    m_completions.add(
        row.id, completion,
        reply<api::UploadAnswer>(entry, true, [](const Entry &, Result<api::UploadAnswer> answer) -> Event {
            return event::Completed{std::move(answer)};
        }));
}

void Runner::askUrl(Entry &entry)
{
    entry.arrived.clear();
    m_urls.add(entry.row.id, entry.row.fileId,
               reply<api::DownloadUrl>(entry, true, [this](Entry &now, Result<api::DownloadUrl> url) -> Event {
                   if (url && !url->error) {
                       if (auto refused = refusedHost(url->url))
                           return event::WorkFailed{*refused};
                       now.url = *url;
                   }
                   return event::UrlKnown{std::move(url)};
               }));
}

void Runner::receive(Entry &entry)
{
    const TransferId id = entry.row.id;
    if (entry.row.partSize > 0)
        return receiveRanges(entry);
    const QByteArray temporary = temporaryPath(entry.row.localPath, keyOf(id));
    entry.work = running(m_with.wire.get(
        entry.url.url, entry.url.etag, temporary, {.offset = entry.row.bytesDone, .total = entry.row.bytesTotal},
        [this, id, work = entry.workNumber](Wire::Progress progress) { moved(id, work, progress.bytes); },
        reply<Wire::GetDone>(entry, false, [this, temporary](Entry &now, const Result<Wire::GetDone> &done) -> Event {
            if (!done)
                return event::WorkFailed{whyLocal(now.row, done.error())};
            m_getPace.done(m_with.clock.monotonic(), 1);
            m_smallGets.setWidth(static_cast<size_t>(m_getPace.width()));
            now.arrived = done->sha256;
            return event::Received{done->sha256.isEmpty() ? m_with.files.sizeOf(temporary) : done->bytes};
        })));
}

void Runner::receiveRanges(Entry &entry)
{
    const TransferId id = entry.row.id;
    const quint64 work = entry.workNumber;
    const auto tell = [this, id, work](const Event &event) {
        if (Entry *now = m_entries.find(id); now && now->workNumber == work)
            apply(id, event);
    };
    RangeReceiver::Callbacks callbacks;
    callbacks.received = [tell](const domain::Part &part) { tell(event::PartSent{part}); };
    callbacks.all = [this, tell, id, work, bytes = entry.row.bytesTotal](const QByteArray &sha256) {
        if (Entry *now = m_entries.find(id); now && now->workNumber == work)
            now->arrived = sha256;
        tell(event::Received{bytes});
    };
    callbacks.failed = [this, tell, row = entry.row](const Error &error) {
        tell(event::WorkFailed{whyLocal(row, error)});
    };
    callbacks.moving = [this, id, work](qint64 bytes) { moved(id, work, bytes); };
    auto receiver =
        std::make_unique<RangeReceiver>(RangeReceiver::Parts{m_with.wire, m_with.files, m_with.scheduler, m_with.clock},
                                        RangeReceiver::Start{entry.row, m_with.store.read().parts(id), entry.url,
                                                             temporaryPath(entry.row.localPath, keyOf(id))},
                                        std::move(callbacks));
    RangeReceiver *begun = receiver.get();
    entry.work = std::move(receiver);
    begun->begin();
}

void Runner::verify(Entry &entry)
{
    entry.work = running(m_with.files.digest(
        entry.row.localPath, {},
        reply<LocalFiles::Digest>(entry, false, [](const Entry &, const Result<LocalFiles::Digest> &digest) -> Event {
            return event::Verified{digest ? digest->sha256 : QByteArray()};
        })));
}

void Runner::publish(Entry &entry)
{
    const domain::Transfer &row = entry.row;
    const bool replace = row.pinned || row.onConflict == domain::OnConflict::Replace;
    entry.work = running(m_with.files.publish(
        temporaryPath(row.localPath, keyOf(row.id)), row.localPath, row.sha256,
        {.replace = replace, .ownerOnly = row.pinned, .arrived = entry.arrived, .size = row.bytesTotal},
        reply<void>(entry, false, [this](const Entry &now, const Result<void> &done) -> Event {
            if (!done)
                return event::WorkFailed{whyLocal(now.row, done.error())};
            return event::Published{};
        })));
}

/// Kept for the next start, too, where it changed much.
void Runner::paced(double rate)
{
    constexpr double inertia = 0.8;
    m_partRate = m_partRate > 0 ? inertia * m_partRate + (1 - inertia) * rate : rate;
    if (m_partRate < 2 * m_partRateStored && m_partRate > m_partRateStored / 2)
        return;
    m_partRateStored = m_partRate;
    m_with.store.write(
        [stored = static_cast<qint64>(m_partRate)](mirror::Writer &writer) { return writer.setPartRate(stored); }, {});
}

void Runner::moved(TransferId id, quint64 work, qint64 bytes)
{
    Entry *entry = m_entries.find(id);
    if (!entry || entry->workNumber != work)
        return;
    entry->moving = bytes;
    changed();
}

} // namespace learnlab::transfer
