#include "decide_common.h"

#include <algorithm>

namespace learnlab::transfer {

using domain::Error;
using domain::ErrorCode;
using domain::Transfer;
using domain::TransferKind;
using domain::TransferState;

namespace {

bool isActive(TransferState state)
{
    return state == TransferState::Preparing || state == TransferState::Sending || state == TransferState::Completing;
}

Decision fresh(const Transfer &transfer)
{
    Decision decision = toQueue(transfer);
    decision.next.attempts = 0;
    return decision;
}

Decision cancelled(const Transfer &transfer)
{
    Decision decision{.next = transfer, .work = Work::None};
    decision.next.state = TransferState::Cancelled;
    decision.remove = true;
    if (transfer.kind == TransferKind::Upload && !transfer.uploadId.isNull())
        decision.abandon = transfer.uploadId;
    if (transfer.kind == TransferKind::Download)
        decision.removeTemporary = transfer.localPath;
    return decision;
}

Decision paused(const Transfer &transfer)
{
    Decision decision{.next = transfer, .work = Work::None};
    decision.next.state = TransferState::Paused;
    decision.next.retryAt.reset();
    return decision;
}

Decision retriedWith(const Transfer &transfer, domain::OnConflict onConflict)
{
    Decision decision = fresh(transfer);
    decision.next.onConflict = onConflict;
    // The same upload id with another request would be refused: what to do about the name is part of it.
    if (transfer.kind == TransferKind::Upload)
        dropUpload(decision);
    return decision;
}

/// Another choice for a taken name, whatever it does just now: holds from here on, but not where the server may have
/// gone by the earlier one already.
Decision chosenAnew(const Transfer &transfer, domain::OnConflict onConflict)
{
    const TransferState state = transfer.state;
    const bool stopped =
        state == TransferState::Waiting || state == TransferState::Paused || state == TransferState::Failed;
    if (state == TransferState::Failed)
        return retriedWith(transfer, onConflict);
    const bool unasked = transfer.kind == TransferKind::Download || transfer.uploadId.isNull();
    const bool decided =
        state == TransferState::Completing || (!unasked && transfer.bytesDone >= transfer.bytesTotal);
    if (transfer.onConflict == onConflict || decided)
        return stopped ? fresh(transfer) : stay(transfer);
    if (stopped || !unasked)
        return retriedWith(transfer, onConflict);
    Decision decision = stay(transfer);
    decision.next.onConflict = onConflict;
    return decision;
}

/// What the user and the course of things may say at any time, whatever the direction.
std::optional<Decision> decideCommon(const Transfer &transfer, const Event &event, const Circumstances &at)
{
    const TransferState state = transfer.state;
    const bool stopped =
        state == TransferState::Waiting || state == TransferState::Paused || state == TransferState::Failed;
    if (std::holds_alternative<event::Pause>(event))
        return state == TransferState::Paused || state == TransferState::Failed ? stay(transfer) : paused(transfer);
    if (std::holds_alternative<event::Cancel>(event))
        return cancelled(transfer);
    if (std::holds_alternative<event::Resume>(event))
        return state == TransferState::Paused ? fresh(transfer) : stay(transfer);
    if (std::holds_alternative<event::Retry>(event))
        return stopped ? fresh(transfer) : stay(transfer);
    if (const auto *with = std::get_if<event::RetryWith>(&event))
        return chosenAnew(transfer, with->onConflict);
    if (std::holds_alternative<event::Due>(event))
        return state == TransferState::Waiting ? toQueue(transfer) : stay(transfer);
    if (std::holds_alternative<event::Interrupted>(event))
        return isActive(state) ? toQueue(transfer) : stay(transfer);
    if (const auto *blocked = std::get_if<event::Blocked>(&event))
        return state == TransferState::Queued ? onError(transfer, blocked->error, at) : stay(transfer);
    const auto *failed = std::get_if<event::WorkFailed>(&event);
    if (failed && (transfer.kind == TransferKind::Upload || !isActive(state)))
        return isActive(state) ? onError(transfer, failed->error, at) : stay(transfer);
    return std::nullopt;
}

} // namespace

std::chrono::milliseconds backoff(int attempts, double jitter)
{
    constexpr double longest = 300'000;
    const double whole = std::min(longest, 1'000.0 * static_cast<double>(1ULL << std::clamp(attempts - 1, 0, 20)));
    return std::chrono::milliseconds(static_cast<qint64>(whole * (1.0 - jitter / 2)));
}

Decision stay(const Transfer &transfer)
{
    return Decision{.next = transfer};
}

Decision waitFor(const Transfer &transfer, const Error &error, const Circumstances &at,
                 std::chrono::milliseconds atLeast)
{
    Decision decision{.next = transfer, .work = Work::None};
    decision.next.state = TransferState::Waiting;
    decision.next.error = error;
    ++decision.next.attempts;
    std::chrono::milliseconds delay = std::max(backoff(decision.next.attempts, at.jitter), atLeast);
    if (error.retryAfter)
        delay = std::max<std::chrono::milliseconds>(
            delay, std::min<std::chrono::seconds>(*error.retryAfter, std::chrono::hours(1)));
    decision.next.retryAt = at.now + delay;
    return decision;
}

Decision failWith(const Transfer &transfer, const Error &error)
{
    Decision decision{.next = transfer, .work = Work::None};
    decision.next.state = TransferState::Failed;
    decision.next.error = error;
    decision.next.retryAt.reset();
    return decision;
}

Decision toQueue(const Transfer &transfer)
{
    Decision decision{.next = transfer, .work = Work::None};
    decision.next.state = TransferState::Queued;
    decision.next.retryAt.reset();
    decision.next.error.reset();
    return decision;
}

Decision again(const Transfer &transfer, const Error &error, const Circumstances &at)
{
    constexpr int atOnce = 3;
    if (transfer.attempts >= atOnce)
        return waitFor(transfer, error, at);
    Decision decision = toQueue(transfer);
    ++decision.next.attempts;
    return decision;
}

void voidUpload(Decision &decision)
{
    decision.next.sha256.clear();
    decision.next.stamp = {};
    decision.next.partSize = 0;
    decision.next.bytesDone = 0;
    decision.forgetParts = true;
}

void dropUpload(Decision &decision)
{
    if (!decision.next.uploadId.isNull())
        decision.abandon = decision.next.uploadId;
    decision.next.uploadId = {};
    decision.next.partSize = 0;
    decision.next.bytesDone = 0;
    decision.forgetParts = true;
}

void finish(Decision &decision, const Circumstances &at)
{
    decision.work = Work::None;
    decision.next.state = TransferState::Done;
    decision.next.error.reset();
    decision.next.retryAt.reset();
    decision.next.attempts = 0;
    decision.next.bytesDone = decision.next.bytesTotal;
    decision.next.finishedAt = at.now;
}

Decision restart(const Transfer &transfer, const Circumstances &at)
{
    const Error error{ErrorCode::LocalChanged, QStringLiteral("the file changed while it was being sent")};
    // A file that is being written to is given time to be finished.
    const bool givenUp = at.restarts >= maxRestarts;
    Decision decision =
        givenUp ? failWith(transfer, error) : waitFor(transfer, error, at, std::chrono::seconds(1 + 2 * at.restarts));
    decision.restarted = true;
    voidUpload(decision);
    if (givenUp)
        dropUpload(decision);
    return decision;
}

Decision onError(const Transfer &transfer, const Error &error, const Circumstances &at)
{
    const bool upload = transfer.kind == TransferKind::Upload;
    if (error.code == ErrorCode::LocalChanged && upload)
        return restart(transfer, at);
    if (error.code == ErrorCode::LocalDiskFull)
        return waitFor(transfer, error, at, std::chrono::seconds(30));
    if (error.code == ErrorCode::LocalDriveGone)
        return waitFor(transfer, error, at, std::chrono::seconds(15));
    if (error.code == ErrorCode::StoreFull)
        return waitFor(transfer, error, at, std::chrono::seconds(5));
    if (error.code == ErrorCode::QuotaExceeded) {
        Decision decision = waitFor(transfer, error, at, std::chrono::seconds(30));
        if (upload && transfer.state == TransferState::Preparing) { // refused: nothing of it is on the server
            dropUpload(decision);
            decision.abandon.reset();
        }
        return decision;
    }
    if (error.code == ErrorCode::DigestMismatch) {
        Decision decision = at.mismatches >= maxMismatches ? failWith(transfer, error) : waitFor(transfer, error, at);
        decision.mismatched = true; // not by `attempts`: other errors that passed are no reason to give up
        if (upload) {
            decision.next.sha256.clear(); // read it again: what was sent was not what had been digested
        } else {
            decision.removeTemporary = transfer.localPath;
            decision.forgetParts = transfer.partSize > 0;
            decision.next.partSize = 0;
            decision.next.bytesDone = 0;
        }
        return decision;
    }
    if (upload && (error.code == ErrorCode::UploadGone || error.code == ErrorCode::OperationIdReused)) {
        Decision decision = again(transfer, error, at);
        dropUpload(decision);
        decision.abandon.reset();
        return decision;
    }
    switch (domain::consequenceOf(error.code)) {
    case domain::Consequence::RetryLater:
    case domain::Consequence::WaitNetwork:
    case domain::Consequence::RenewToken:
    case domain::Consequence::SignIn:
        return waitFor(transfer, error, at);
    case domain::Consequence::RenewUrl:
        return again(transfer, error, at);
    case domain::Consequence::AskUser:
    case domain::Consequence::GiveUp:
        break;
    }
    return failWith(transfer, error);
}

Decision decide(const Transfer &transfer, const Event &event, const Circumstances &circumstances)
{
    if (domain::isFinal(transfer.state))
        return stay(transfer);
    if (auto common = decideCommon(transfer, event, circumstances))
        return *std::move(common);
    return transfer.kind == TransferKind::Upload ? decideUpload(transfer, event, circumstances)
                                                 : decideDownload(transfer, event, circumstances);
}

} // namespace learnlab::transfer
