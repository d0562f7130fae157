#include "completion.h"

#include <server/store/transaction.h>

#include <unordered_map>

namespace learnlab::server::files {

namespace {

// What can be said of an upload without its bytes; nothing when it is to be claimed.
std::optional<Problem> objection(const CompletionItem &item)
{
    const auto &upload = *item.upload;
    if (domain::nextStep(upload.state, upload.leaseIsLive) == domain::CompletionStep::RefuseAbandoned)
        return problem(409, "upload_state", "This upload was given up.");
    if (upload.sha256 && *upload.sha256 != item.sha256)
        return problem(422, "digest_mismatch", "Another digest was announced for this upload.");
    return std::nullopt;
}

Task<Result<void>> answerDone(store::Connection &db, Uuid user, CompletionItem &item)
{
    store::Rows files;
    if (item.upload->resultFile) {
        const std::vector<Uuid> ids(1, *item.upload->resultFile);
        auto loaded = co_await loadFiles(db, user, ids);
        if (!loaded)
            co_return fail(std::move(loaded.error()));
        files = std::move(*loaded);
    }
    if (files.empty())
        item.refuse(problem(409, "upload_state", "This upload was completed and its file removed."));
    else
        item.answer = uploadDone(*item.upload, fileJson(files.front()));
    co_return Result<void>();
}

Task<Result<void>> claim(store::Connection &db, CompletionBatch &batch)
{
    auto locked = co_await lockFeed(db, batch.user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    std::vector<Uuid> ids;
    for (auto &item : batch.items) {
        item.answer.clear(); // of an attempt that was rolled back
        ids.push_back(item.id);
    }
    auto uploads = co_await loadUploads(db, batch.user, std::move(ids));
    if (!uploads)
        co_return fail(std::move(uploads.error()));
    std::unordered_map<Uuid, Upload> byId;
    for (auto &upload : *uploads)
        byId.insert_or_assign(upload.id, std::move(upload));
    std::vector<Uuid> claimed;
    for (auto &item : batch.items) {
        const auto there = byId.find(item.id);
        if (there == byId.end()) {
            item.refuse(support::notFound());
            continue;
        }
        item.upload = there->second;
        if (const auto why = objection(item)) {
            item.refuse(*why);
            continue;
        }
        switch (domain::nextStep(item.upload->state, item.upload->leaseIsLive)) {
        case domain::CompletionStep::AnswerDone: {
            auto answered = co_await answerDone(db, batch.user, item);
            if (!answered)
                co_return fail(std::move(answered.error()));
            break;
        }
        case domain::CompletionStep::Start:
            claimed.push_back(item.id);
            there->second.state = domain::UploadState::Completing; // the same id twice in one batch
            there->second.leaseIsLive = true;
            break;
        default:
            item.answer = {{"upload_id", item.id.text()}, {"status", "pending"}, {"retry_after", 1}};
        }
    }
    auto leased =
        co_await db.query("UPDATE uploads SET state = 'completing', lease = $3, lease_until = clock_timestamp() + "
                          "$4 * INTERVAL '1 second', updated_at = CURRENT_TIMESTAMP "
                          "WHERE user_id = $1 AND id = ANY($2::uuid[])",
                          batch.user, store::arrayLiteral(claimed), batch.lease, leaseSeconds);
    if (!leased)
        co_return fail(std::move(leased.error()));
    co_return Result<void>();
}

} // namespace

Task<Result<void>> claimUploads(Room &room, CompletionBatch &batch)
{
    co_return co_await store::transact(room.pool, [&](store::Connection &db) { return claim(db, batch); });
}

} // namespace learnlab::server::files
