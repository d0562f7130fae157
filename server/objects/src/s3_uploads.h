#pragma once
// Uploads in parts, as the service knows them. Which of its uploads belongs to a key is remembered, and asked for when
// it is not: after a restart, or where several servers share the bucket. Loop thread; owner: the store.

#include "s3_answers.h"
#include "s3_client.h"

#include <deque>
#include <unordered_map>

namespace learnlab::server::objects {

// Begins a multipart upload of the key; answers its UploadId.
[[nodiscard]] Task<Result<std::string>> beginMultipart(S3Client &client, std::string key);

class S3Uploads
{
public:
    explicit S3Uploads(S3Client &client) : m_client(client) {}

    // Makes one for the key; `repeated`: unless there is one.
    [[nodiscard]] Task<Result<void>> begin(std::string key, bool repeated);
    // The service's id for the key, made when there is none.
    [[nodiscard]] Task<Result<std::string>> idOf(std::string key);
    // What has arrived, by number; nothing when there is no such upload (any more).
    [[nodiscard]] Task<Result<std::optional<std::vector<ReceivedPart>>>> parts(std::string key);
    // 409 object_missing names the first part that is not there. A repeat after success finds the object.
    [[nodiscard]] Task<Result<Completed>> complete(Completion wanted);
    // All that the service has for the key.
    [[nodiscard]] Task<Result<void>> abort(std::string key);

    // The object under a key: nothing when there is none.
    [[nodiscard]] Task<Result<std::optional<StoredObject>>> look(std::string key);
    // The same as a completion's answer: 409 object_missing, 422 digest_mismatch for another size.
    [[nodiscard]] Task<Result<Completed>> found(Completion wanted);

    // Whether a client and a listing speak of the same: quotes do not count, nor does what was not said.
    [[nodiscard]] static bool isSameTag(std::string_view told, std::string_view there);

private:
    using Parts = std::vector<ReceivedPart>;
    [[nodiscard]] Task<Result<std::vector<OpenUpload>>> openUploads(std::string key);
    [[nodiscard]] Task<Result<std::optional<std::string>>> find(std::string key);
    [[nodiscard]] Task<Result<std::string>> create(std::string key);
    [[nodiscard]] Task<Result<void>> abortOne(std::string key, std::string id);
    [[nodiscard]] Task<Result<std::optional<Parts>>> listParts(std::string key, std::string id);
    [[nodiscard]] Task<Result<Completed>> join(Completion wanted, std::string id, Parts parts);
    void remember(const std::string &key, const std::string &id);
    void forget(const std::string &key) { m_ids.erase(key); }

    S3Client &m_client;
    std::unordered_map<std::string, std::string> m_ids; // by key
    std::deque<std::string> m_order;                    // oldest first
};

} // namespace learnlab::server::objects
