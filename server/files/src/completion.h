#pragma once
// Completing uploads: claimed under a lease, made durable by the store, then turned into rows.

#include "upload.h"

namespace learnlab::server::files {

// One item of POST /uploads/complete on its way. An answer, once there, is final for this request.
struct CompletionItem
{
    Uuid id;
    std::string sha256;                 // of the whole file, as the client states it
    std::string etag;                   // what the store answered to the PUT, if the client says
    std::vector<std::string> partEtags; // the same of parts, from the first
    std::optional<Upload> upload;
    objects::Completed stored; // what the store says of the bytes
    boost::json::object answer;
    std::optional<Problem> why; // of an answer that refuses

    [[nodiscard]] bool open() const { return answer.empty(); }
    void refuse(const Problem &problem)
    {
        answer = uploadFailed(id, problem);
        why = problem;
    }
};

struct CompletionBatch
{
    Uuid user;
    Uuid lease = Uuid::random();
    std::vector<CompletionItem> items;
};

inline constexpr int leaseSeconds = 10; // renewed while the work goes on; what a crash leaves is free again this soon

// Each in a transaction of its own, under the lock of the user's feed.
// Items become claimed, or answered: done, pending, refused.
[[nodiscard]] Task<Result<void>> claimUploads(Room &room, CompletionBatch &batch);
// Rows for the items that are still open, whose bytes are durable; every item of the batch is answered afterwards, and
// what was refused is open for another attempt.
[[nodiscard]] Task<Result<void>> commitUploads(Room &room, CompletionBatch &batch);

// The same for contents that were never announced: the server brought them to the store itself. Quota is asked here.
[[nodiscard]] Task<Result<void>> commitBrought(Room &room, CompletionBatch &batch);

} // namespace learnlab::server::files
