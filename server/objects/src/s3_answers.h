#pragma once
// What an S3 service answers, as values. Nothing for anything else: the caller takes it for a store that does not work.
// Pure.

#include <server/objects/object_store.h>

namespace learnlab::server::objects {

struct OpenUpload
{
    std::string key;
    std::string id;
    support::Time initiated;
};

struct PartsPage
{
    std::vector<ReceivedPart> parts; // without digests
    bool more = false;
    int last = 0; // where the next page goes on
};

struct NotRemoved
{
    std::string key;
    std::string code;
};

[[nodiscard]] std::optional<Listing> readListing(std::string_view body); // of ListObjectsV2
[[nodiscard]] std::optional<std::vector<OpenUpload>> readOpenUploads(std::string_view body);
[[nodiscard]] std::optional<PartsPage> readParts(std::string_view body);
[[nodiscard]] std::optional<std::string> readUploadId(std::string_view body); // of CreateMultipartUpload
// The tag, empty where the store does not tell it; nothing for the error that may come with status 200.
[[nodiscard]] std::optional<std::string> readCompletedTag(std::string_view body);
[[nodiscard]] std::optional<std::vector<NotRemoved>> readNotRemoved(std::string_view body); // of DeleteObjects
[[nodiscard]] std::string readErrorCode(std::string_view body);                             // empty when there is none

// Bodies that we send.
[[nodiscard]] std::string writeCompletion(const std::vector<ReceivedPart> &parts);
[[nodiscard]] std::string writeRemoval(std::span<const std::string> keys);
[[nodiscard]] std::string writeLocation(std::string_view region); // of CreateBucket; empty for us-east-1

} // namespace learnlab::server::objects
