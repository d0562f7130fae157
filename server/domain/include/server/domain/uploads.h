#pragma once
// Uploads: what they may be and how they are cut. Pure functions, any thread.

#include <cstdint>
#include <optional>
#include <string_view>

namespace learnlab::server::domain {

enum class UploadMethod { Single, Multipart, Present };
enum class UploadState { Open, Completing, Done, Abandoned };
enum class IfExists { Fail, KeepBoth, Replace };

[[nodiscard]] std::string_view text(UploadMethod method);
[[nodiscard]] std::string_view text(UploadState state);
[[nodiscard]] std::string_view text(IfExists policy);
[[nodiscard]] std::optional<UploadMethod> uploadMethod(std::string_view text);
[[nodiscard]] std::optional<UploadState> uploadState(std::string_view text);
[[nodiscard]] std::optional<IfExists> ifExists(std::string_view text);

// What a completion may do with an upload.
enum class CompletionStep { Start, Wait, AnswerDone, RefuseAbandoned };
[[nodiscard]] CompletionStep nextStep(UploadState state, bool leaseIsLive);

inline constexpr int mostParts = 10000;

// Bytes of each part but the last: `usual`, more for files that would have too many parts. A whole number of MiB above
// that.
[[nodiscard]] std::int64_t partSize(std::int64_t fileSize, std::int64_t usual, std::int64_t wished = 0);
[[nodiscard]] std::int64_t partCount(std::int64_t fileSize, std::int64_t partSize);
// 0 for a number that the file has no part for.
[[nodiscard]] std::int64_t sizeOfPart(std::int64_t number, std::int64_t fileSize, std::int64_t partSize);

} // namespace learnlab::server::domain
