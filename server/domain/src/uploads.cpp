#include <server/domain/uploads.h>

#include <algorithm>

namespace learnlab::server::domain {

std::string_view text(UploadMethod method)
{
    switch (method) {
    case UploadMethod::Single:
        return "single";
    case UploadMethod::Multipart:
        return "multipart";
    case UploadMethod::Present:
        return "present";
    }
    return {};
}

std::string_view text(UploadState state)
{
    switch (state) {
    case UploadState::Open:
        return "open";
    case UploadState::Completing:
        return "completing";
    case UploadState::Done:
        return "done";
    case UploadState::Abandoned:
        return "abandoned";
    }
    return {};
}

std::string_view text(IfExists policy)
{
    switch (policy) {
    case IfExists::Fail:
        return "fail";
    case IfExists::KeepBoth:
        return "keep_both";
    case IfExists::Replace:
        return "replace";
    }
    return {};
}

std::optional<UploadMethod> uploadMethod(std::string_view word)
{
    for (const auto method : {UploadMethod::Single, UploadMethod::Multipart, UploadMethod::Present}) {
        if (text(method) == word)
            return method;
    }
    return std::nullopt;
}

std::optional<UploadState> uploadState(std::string_view word)
{
    for (const auto state : {UploadState::Open, UploadState::Completing, UploadState::Done, UploadState::Abandoned}) {
        if (text(state) == word)
            return state;
    }
    return std::nullopt;
}

std::optional<IfExists> ifExists(std::string_view word)
{
    for (const auto policy : {IfExists::Fail, IfExists::KeepBoth, IfExists::Replace}) {
        if (text(policy) == word)
            return policy;
    }
    return std::nullopt;
}

CompletionStep nextStep(UploadState state, bool leaseIsLive)
{
    switch (state) {
    case UploadState::Open:
        return CompletionStep::Start;
    case UploadState::Completing:
        return leaseIsLive ? CompletionStep::Wait : CompletionStep::Start;
    case UploadState::Done:
        return CompletionStep::AnswerDone;
    case UploadState::Abandoned:
        return CompletionStep::RefuseAbandoned;
    }
    return CompletionStep::RefuseAbandoned;
}

std::int64_t partSize(std::int64_t fileSize, std::int64_t usual, std::int64_t wished)
{
    constexpr std::int64_t mebibyte = 1 << 20;
    constexpr std::int64_t largest = 512 * mebibyte;
    usual = std::max(usual, std::min(wished, largest));
    if (fileSize <= usual * mostParts)
        return usual;
    const auto least = (fileSize + mostParts - 1) / mostParts;
    return (least + mebibyte - 1) / mebibyte * mebibyte;
}

std::int64_t partCount(std::int64_t fileSize, std::int64_t partSize)
{
    return (fileSize + partSize - 1) / partSize;
}

std::int64_t sizeOfPart(std::int64_t number, std::int64_t fileSize, std::int64_t partSize)
{
    if (number < 1 || number > partCount(fileSize, partSize))
        return 0;
    return std::min(partSize, fileSize - (number - 1) * partSize);
}

} // namespace learnlab::server::domain
