#pragma once

#include "transfer/decide.h"

namespace learnlab::transfer {

/// Building blocks of decisions, shared by uploads and downloads.

[[nodiscard]] Decision stay(const domain::Transfer &transfer);
[[nodiscard]] Decision waitFor(const domain::Transfer &transfer, const domain::Error &error, const Circumstances &at,
                               std::chrono::milliseconds atLeast = {});
[[nodiscard]] Decision failWith(const domain::Transfer &transfer, const domain::Error &error);
/// To the queue, with nothing that it waits for.
[[nodiscard]] Decision toQueue(const domain::Transfer &transfer);
/// Back to the queue, to go on from what is confirmed; after several times in a row by way of waiting.
[[nodiscard]] Decision again(const domain::Transfer &transfer, const domain::Error &error, const Circumstances &at);
/// By the error's consequence.
[[nodiscard]] Decision onError(const domain::Transfer &transfer, const domain::Error &error, const Circumstances &at);
/// The local file changed: everything known of it is void. Waits a little and begins anew, a bounded number of times.
[[nodiscard]] Decision restart(const domain::Transfer &transfer, const Circumstances &at);
/// What the upload is of is not what is to be sent: it is given up on the server before another is begun.
void voidUpload(Decision &decision);
/// Takes back what ties the transfer to its upload on the server.
void dropUpload(Decision &decision);
void finish(Decision &decision, const Circumstances &at);

[[nodiscard]] Decision decideUpload(const domain::Transfer &transfer, const Event &event, const Circumstances &at);
[[nodiscard]] Decision decideDownload(const domain::Transfer &transfer, const Event &event, const Circumstances &at);

} // namespace learnlab::transfer
