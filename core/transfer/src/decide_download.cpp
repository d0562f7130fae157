#include "decide_common.h"
#include "paths.h"

namespace learnlab::transfer {

using domain::ErrorCode;
using domain::Transfer;
using domain::TransferState;

namespace {

/// Then it is noted which ranges are in their places; the temporary file's size says nothing.
bool receivesRanges(const Transfer &transfer)
{
    return transfer.partSize > 0;
}

void forgetRanges(Decision &decision)
{
    decision.next.bytesDone = 0;
    decision.next.partSize = 0;
    decision.forgetParts = true;
}

Decision beginDownload(const Transfer &transfer, const event::BeginDownload &event)
{
    Decision decision{.next = transfer};
    decision.next.state = TransferState::Preparing;
    decision.next.error.reset();
    decision.next.retryAt.reset();
    if (receivesRanges(transfer)) {
        if (event.temporarySize == 0)
            forgetRanges(decision); // somebody removed it
    } else {
        if (event.temporarySize > transfer.bytesDone)
            decision.next.attempts = 0; // it got on since
        decision.next.bytesDone = event.temporarySize;
    }
    // Something is at the final path: perhaps these very bytes, put there just before the process ended.
    const bool mayBeIt = event.finalExists && event.temporarySize == 0 && !transfer.sha256.isEmpty();
    if (mayBeIt)
        decision.work = Work::Verify;
    else if (event.finalExists && !transfer.pinned && transfer.onConflict == domain::OnConflict::Fail)
        return failWith(transfer, {ErrorCode::LocalExists, {}});
    else
        decision.work = Work::AskUrl;
    return decision;
}

Decision done(const Transfer &transfer, const Circumstances &at)
{
    Decision decision{.next = transfer};
    finish(decision, at);
    decision.forgetParts = receivesRanges(transfer);
    decision.contentPresent = transfer.pinned;
    return decision;
}

Decision verified(const Transfer &transfer, const event::Verified &event, const Circumstances &at)
{
    if (!event.sha256.isEmpty() && event.sha256 == transfer.sha256) {
        Decision decision = done(transfer, at);
        decision.removeTemporary = transfer.localPath; // an empty one may have been begun
        return decision;
    }
    if (!transfer.pinned && transfer.onConflict == domain::OnConflict::Fail)
        return failWith(transfer, {ErrorCode::LocalExists, {}});
    return Decision{.next = transfer, .work = Work::AskUrl};
}

Decision urlKnown(const Transfer &transfer, const event::UrlKnown &event, const Circumstances &at)
{
    if (!event.url)
        return onError(transfer, event.url.error(), at);
    if (event.url->error)
        return onError(transfer, *event.url->error, at);
    const api::DownloadUrl &url = *event.url;
    if (url.sha256.size() != 32 || url.fileSize < 0)
        return onError(transfer, {ErrorCode::BadAnswer, QStringLiteral("a download without digest or size")}, at);
    Decision decision{.next = transfer, .work = Work::Receive};
    Transfer &next = decision.next;
    if ((!transfer.sha256.isEmpty() && transfer.sha256 != url.sha256) || transfer.bytesDone > url.fileSize) {
        decision.removeTemporary = transfer.localPath; // the beginning of another version
        forgetRanges(decision);
    }
    if (next.pinned && next.sha256 != url.sha256) {
        next.localPath = besides(next.localPath, url.sha256.toHex()); // kept bytes are named by their digest
        forgetRanges(decision);
    }
    next.sha256 = url.sha256;
    next.bytesTotal = url.fileSize;
    next.state = TransferState::Sending;
    if (next.bytesDone == url.fileSize && url.fileSize > 0) {
        next.state = TransferState::Completing;
        decision.work = Work::Publish;
        return decision;
    }
    if (next.bytesDone == 0 && at.rangeSize > 0 && url.fileSize > at.rangesFrom)
        next.partSize = at.rangeSize;
    if (receivesRanges(next))
        decision.work = Work::ReceiveRanges;
    return decision;
}

Decision rangeReceived(const Transfer &transfer, const event::PartSent &event)
{
    Decision decision{.next = transfer};
    decision.next.bytesDone = std::min(transfer.bytesTotal, transfer.bytesDone + event.part.size);
    decision.next.attempts = 0;
    decision.saveParts = {event.part};
    return decision;
}

Decision received(const Transfer &transfer, const event::Received &event, const Circumstances &at)
{
    if (event.bytes < transfer.bytesTotal)
        return again(transfer, {ErrorCode::Offline, QStringLiteral("the connection ended early")}, at);
    Decision decision{.next = transfer, .work = Work::Publish};
    decision.next.state = TransferState::Completing;
    decision.next.bytesDone = transfer.bytesTotal;
    return decision;
}

Decision downloadFailed(const Transfer &transfer, const domain::Error &error, const Circumstances &at)
{
    if (error.code == ErrorCode::LocalExists && transfer.onConflict == domain::OnConflict::KeepBoth) {
        Decision decision{.next = transfer, .work = Work::Publish};
        decision.next.localPath = nextFreePath(transfer.localPath);
        return decision;
    }
    return onError(transfer, error, at);
}

} // namespace

Decision decideDownload(const Transfer &transfer, const Event &event, const Circumstances &at)
{
    const TransferState state = transfer.state;
    if (const auto *e = std::get_if<event::BeginDownload>(&event); e && state == TransferState::Queued)
        return beginDownload(transfer, *e);
    if (const auto *e = std::get_if<event::Verified>(&event); e && state == TransferState::Preparing)
        return verified(transfer, *e, at);
    if (const auto *e = std::get_if<event::UrlKnown>(&event); e && state == TransferState::Preparing)
        return urlKnown(transfer, *e, at);
    if (const auto *e = std::get_if<event::PartSent>(&event);
        e && state == TransferState::Sending && receivesRanges(transfer))
        return rangeReceived(transfer, *e);
    if (const auto *e = std::get_if<event::Received>(&event); e && state == TransferState::Sending)
        return received(transfer, *e, at);
    if (const auto *e = std::get_if<event::WorkFailed>(&event)) // only while it is active: see decide()
        return downloadFailed(transfer, e->error, at);
    if (state == TransferState::Completing && std::holds_alternative<event::Published>(event))
        return done(transfer, at);
    return stay(transfer);
}

} // namespace learnlab::transfer
