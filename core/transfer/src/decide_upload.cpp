#include "decide_common.h"
#include "pace.h"

#include <algorithm>

namespace learnlab::transfer {

using api::UploadStatus;
using domain::Error;
using domain::ErrorCode;
using domain::Result;
using domain::Transfer;
using domain::TransferState;

namespace {

bool inParts(const Transfer &transfer)
{
    return transfer.partSize > 0;
}

bool isGone(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::UploadGone;
}

/// See voidUpload.
bool isVoid(const Transfer &transfer)
{
    return !transfer.uploadId.isNull() && !inParts(transfer) && transfer.sha256.isEmpty();
}

/// Asks the server for an upload under a new id. The id is on disk before the server hears of it.
Decision beginNew(const Transfer &transfer, const Circumstances &at)
{
    Decision decision{.next = transfer};
    dropUpload(decision);
    decision.next.state = TransferState::Preparing;
    decision.next.error.reset();
    decision.next.retryAt.reset();
    const bool large = transfer.bytesTotal > at.multipartThreshold;
    if (!large && transfer.sha256.isEmpty()) {
        decision.work = Work::Digest;
        return decision;
    }
    decision.next.uploadId = at.freshUploadId;
    decision.next.partSize = large ? partSizeFor(transfer.bytesTotal, at.partSize, at.partRate) : 0;
    decision.work = Work::Create;
    return decision;
}

/// With what the local file is now.
Decision beginWith(const Transfer &transfer, const domain::LocalStamp &local, const Circumstances &at)
{
    Transfer now = transfer;
    if (now.stamp != local) {
        now.stamp = local;
        now.sha256.clear();
        now.bytesTotal = local.size;
    }
    return beginNew(now, at);
}

/// The server does not know the upload any more.
Decision beginAnew(const Transfer &transfer, const domain::LocalStamp &local, const Circumstances &at)
{
    Decision decision = beginWith(transfer, local, at);
    decision.abandon.reset();
    return decision;
}

Decision giveUp(const Transfer &transfer)
{
    Decision decision{.next = transfer, .work = Work::Abandon};
    decision.next.state = TransferState::Preparing;
    decision.next.error.reset();
    decision.next.retryAt.reset();
    voidUpload(decision);
    return decision;
}

/// Nothing will come of the upload any more: the transfer begins with what the local file is then.
Decision released(const Transfer &transfer)
{
    Decision decision = toQueue(transfer);
    dropUpload(decision);
    decision.abandon.reset();
    return decision;
}

Decision beginUpload(const Transfer &transfer, const event::BeginUpload &event, const Circumstances &at)
{
    if (isVoid(transfer))
        return giveUp(transfer);
    const bool known = !transfer.uploadId.isNull();
    if (!known && event.local && !event.sha256.isEmpty()) {
        Transfer read = transfer;
        read.stamp = *event.local;
        read.bytesTotal = event.local->size;
        read.sha256 = event.sha256;
        return beginNew(read, at);
    }
    if (!known)
        return event.local ? beginWith(transfer, *event.local, at) : onError(transfer, event.local.error(), at);
    // Also when the local file is another one now, or gone: the upload may have been completed, unheard.
    Decision decision{.next = transfer, .work = Work::AskState};
    decision.next.state = TransferState::Preparing;
    decision.next.error.reset();
    decision.next.retryAt.reset();
    return decision;
}

/// Done by what the server has; nobody is told "done" for other bytes than those that were digested here.
Decision finishWith(const Transfer &transfer, const domain::File &file, const Circumstances &at)
{
    if (!transfer.sha256.isEmpty() && !file.contentSha256.isEmpty() && file.contentSha256 != transfer.sha256)
        return failWith(transfer, {ErrorCode::DigestMismatch, QStringLiteral("the server holds other bytes")});
    Decision decision{.next = transfer};
    finish(decision, at);
    decision.finished = file;
    return decision;
}

Decision refused(const Transfer &transfer, const api::UploadAnswer &answer, const Circumstances &at)
{
    const Error error =
        answer.error.value_or(Error{ErrorCode::BadAnswer, QStringLiteral("a refusal without a reason")});
    if (error.code == ErrorCode::NameTaken) {
        const bool sameSize = answer.file && answer.file->fileSize == transfer.bytesTotal;
        if (sameSize && transfer.sha256.isEmpty()) {
            Decision decision{.next = transfer, .work = Work::Digest}; // it may be the same file: find out
            decision.next.state = TransferState::Preparing;
            return decision;
        }
        if (sameSize && !transfer.sha256.isEmpty() && answer.file->contentSha256 == transfer.sha256) {
            Decision decision = finishWith(transfer, *answer.file, at);
            if (transfer.state == TransferState::Completing)
                decision.abandon = transfer.uploadId; // what was sent is not needed
            return decision;
        }
        if (answer.file && answer.file->id == transfer.fileId && transfer.onConflict == domain::OnConflict::Fail) {
            // The name is taken by this very transfer: an earlier version of the local file arrived, unheard.
            Transfer now = transfer;
            now.onConflict = domain::OnConflict::Replace;
            return beginNew(now, at);
        }
    }
    // The folder may not have reached the server yet, or be back in a moment.
    constexpr int patience = 4;
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::ParentGone)
        return transfer.attempts < patience ? waitFor(transfer, {ErrorCode::ParentGone, error.detail}, at)
                                            : failWith(transfer, {ErrorCode::ParentGone, error.detail});
    return onError(transfer, error, at);
}

Decision complete(const Transfer &transfer, std::chrono::seconds delay = {})
{
    Decision decision{.next = transfer, .work = Work::Complete, .delay = delay};
    decision.next.state = TransferState::Completing;
    return decision;
}

Decision created(const Transfer &transfer, const event::Created &event, const Circumstances &at)
{
    if (!event.answer)
        return onError(transfer, event.answer.error(), at);
    const api::UploadAnswer &answer = *event.answer;
    Decision decision{.next = transfer};
    switch (answer.status) {
    case UploadStatus::Single:
        decision.next.state = TransferState::Sending;
        decision.next.partSize = 0;
        decision.work = Work::SendWhole;
        return decision;
    case UploadStatus::Multipart:
        if (answer.partSize <= 0)
            return onError(transfer, {ErrorCode::BadAnswer, QStringLiteral("no part size")}, at);
        decision.next.state = TransferState::Sending;
        if (decision.next.partSize != answer.partSize) {
            decision.next.partSize = answer.partSize;
            decision.next.bytesDone = 0;
            decision.forgetParts = true;
        }
        decision.work = Work::SendParts;
        return decision;
    case UploadStatus::Present:
        decision.next.bytesDone = transfer.bytesTotal;
        decision.next.partSize = 0;
        return complete(decision.next);
    case UploadStatus::Done:
    case UploadStatus::Relocated:
        if (answer.file)
            return finishWith(transfer, *answer.file, at);
        return onError(transfer, {ErrorCode::BadAnswer, QStringLiteral("done without a file")}, at);
    case UploadStatus::Pending:
        return waitFor(transfer, answer.error.value_or(Error{ErrorCode::Unavailable, {}}), at);
    case UploadStatus::Failed:
        break;
    }
    return refused(transfer, answer, at);
}

/// What became of an upload that is given up, but was complete or being completed.
Decision voidStateKnown(const Transfer &transfer, const Result<api::UploadState> &state, const Circumstances &at)
{
    if (!state)
        return isGone(state.error().code) ? released(transfer) : onError(transfer, state.error(), at);
    switch (state->phase) {
    case api::UploadState::Phase::Done:
    case api::UploadState::Phase::Abandoned:
        return released(transfer);
    case api::UploadState::Phase::Completing:
        return waitFor(transfer, {ErrorCode::Unavailable, QStringLiteral("an earlier version is being completed")}, at);
    case api::UploadState::Phase::Open:
        break;
    }
    return giveUp(transfer);
}

Decision abandoned(const Transfer &transfer, const event::Abandoned &event, const Circumstances &at)
{
    if (event.done || isGone(event.done.error().code))
        return released(transfer);
    if (event.done.error().code != ErrorCode::UploadState)
        return onError(transfer, event.done.error(), at);
    return Decision{.next = transfer, .work = Work::AskState};
}

Decision stateKnown(const Transfer &transfer, const event::StateKnown &event, const Circumstances &at)
{
    if (isVoid(transfer))
        return voidStateKnown(transfer, event.state, at);
    if (!event.state) {
        if (!isGone(event.state.error().code))
            return onError(transfer, event.state.error(), at);
        return event.local ? beginAnew(transfer, *event.local, at) : onError(transfer, event.local.error(), at);
    }
    const api::UploadState &state = *event.state;
    switch (state.phase) {
    case api::UploadState::Phase::Done:
        if (state.file)
            return finishWith(transfer, *state.file, at);
        return onError(transfer, {ErrorCode::BadAnswer, QStringLiteral("done without a file")}, at);
    case api::UploadState::Phase::Abandoned:
        return event.local ? beginAnew(transfer, *event.local, at) : onError(transfer, event.local.error(), at);
    case api::UploadState::Phase::Completing:
        if (transfer.sha256.isEmpty())
            break; // in parts, and the digest is needed to complete: send what is missing, which is nothing
        return complete(transfer);
    case api::UploadState::Phase::Open:
        break;
    }
    if (!event.local)
        return onError(transfer, event.local.error(), at);
    if (*event.local != transfer.stamp)
        return giveUp(transfer);
    Decision decision{.next = transfer};
    if (inParts(transfer)) {
        if (state.partSize > 0 && state.partSize != transfer.partSize)
            return beginNew(transfer, at);
        decision.next.state = TransferState::Sending;
        decision.work = Work::SendParts;
        return decision;
    }
    if (state.received) {
        decision.next.bytesDone = transfer.bytesTotal;
        return complete(decision.next);
    }
    decision.work = Work::Create; // the same request again gives a fresh URL
    return decision;
}

Decision digested(const Transfer &transfer, const event::Digested &event, const Circumstances &at)
{
    if (event.stamp != transfer.stamp)
        return restart(transfer, at);
    Decision decision{.next = transfer};
    decision.next.sha256 = event.sha256;
    if (transfer.state == TransferState::Sending) { // the digest ran ahead of the sending, which goes on
        decision.saveParts = event.parts;
        return decision;
    }
    if (inParts(transfer) || transfer.uploadId.isNull()) { // a digest makes it another request, under another id
        decision = beginNew(decision.next, at);
        if (transfer.uploadId.isNull())
            decision.forgetParts = false;
        return decision;
    }
    decision.work = Work::Create;
    return decision;
}

Decision partSent(const Transfer &transfer, const event::PartSent &event)
{
    Decision decision{.next = transfer};
    decision.next.bytesDone = std::min(transfer.bytesTotal, transfer.bytesDone + event.part.size);
    decision.next.attempts = 0;
    decision.saveParts = {event.part};
    return decision;
}

Decision completed(const Transfer &transfer, const event::Completed &event, const Circumstances &at)
{
    if (!event.answer)
        return onError(transfer, event.answer.error(), at);
    const api::UploadAnswer &answer = *event.answer;
    switch (answer.status) {
    case UploadStatus::Done:
    case UploadStatus::Relocated:
        if (answer.file)
            return finishWith(transfer, *answer.file, at);
        return onError(transfer, {ErrorCode::BadAnswer, QStringLiteral("done without a file")}, at);
    case UploadStatus::Pending:
        return complete(transfer, answer.error ? answer.error->retryAfter.value_or(std::chrono::seconds(1))
                                               : std::chrono::seconds(1));
    case UploadStatus::Failed:
        // Not in a state to be completed: what it has is asked for when its turn comes again.
        if (answer.error && answer.error->code == ErrorCode::NotFound)
            return again(transfer, *answer.error, at);
        return refused(transfer, answer, at);
    default:
        break;
    }
    return onError(transfer, {ErrorCode::BadAnswer, QStringLiteral("unexpected answer to a completion")}, at);
}

} // namespace

Decision decideUpload(const Transfer &transfer, const Event &event, const Circumstances &at)
{
    const TransferState state = transfer.state;
    if (const auto *e = std::get_if<event::BeginUpload>(&event); e && state == TransferState::Queued)
        return beginUpload(transfer, *e, at);
    if (state != TransferState::Preparing && state != TransferState::Sending && state != TransferState::Completing)
        return stay(transfer); // late news of work that was stopped
    if (std::holds_alternative<event::LocalChanged>(event))
        return restart(transfer, at);
    if (const auto *e = std::get_if<event::Digested>(&event); e && state != TransferState::Completing)
        return digested(transfer, *e, at);
    if (const auto *e = std::get_if<event::Created>(&event); e && state == TransferState::Preparing)
        return created(transfer, *e, at);
    if (const auto *e = std::get_if<event::StateKnown>(&event); e && state == TransferState::Preparing)
        return stateKnown(transfer, *e, at);
    if (const auto *e = std::get_if<event::Abandoned>(&event); e && state == TransferState::Preparing)
        return abandoned(transfer, *e, at);
    if (const auto *e = std::get_if<event::PartSent>(&event); e && state == TransferState::Sending)
        return partSent(transfer, *e);
    if (const auto *e = std::get_if<event::Completed>(&event); e && state == TransferState::Completing)
        return completed(transfer, *e, at);
    const bool all =
        std::holds_alternative<event::WholeSent>(event) || std::holds_alternative<event::AllPartsSent>(event);
    if (all && state == TransferState::Sending) {
        Decision decision = complete(transfer);
        decision.next.bytesDone = transfer.bytesTotal;
        return decision;
    }
    return stay(transfer);
}

} // namespace learnlab::transfer
