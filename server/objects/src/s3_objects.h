#pragma once
// Objects of a bucket by their keys: listed, read, written, removed. Loop thread; files are read by `disk`.

#include "s3_uploads.h"

namespace learnlab::server::objects {

class S3Objects
{
public:
    S3Objects(S3Client &client, support::Workers &disk) : m_client(client), m_disk(disk) {}

    // As ObjectStore promises.
    [[nodiscard]] Task<Result<Listing>> list(std::string prefix, std::string after, std::size_t most);
    [[nodiscard]] Task<Result<std::string>> read(std::string key, std::int64_t offset, std::size_t length);
    [[nodiscard]] Task<Result<ForeignBlock>> readForeign(std::string key, std::int64_t offset, std::size_t length);
    [[nodiscard]] Task<Result<StoredObject>> writeFile(std::string key, std::string path);
    [[nodiscard]] Task<Result<StoredObject>> writeBytes(std::string key, std::string bytes, std::string sha256 = {});
    [[nodiscard]] Task<Result<std::vector<Result<void>>>> removeMany(std::vector<std::string> keys);
    // One page as it comes, keys of others included.
    [[nodiscard]] Task<Result<Listing>> page(std::string prefix, std::string after, std::size_t most);

private:
    struct Piece;
    struct Sending;
    [[nodiscard]] Task<Result<Piece>> piece(std::string path, std::int64_t offset, std::int64_t length);
    [[nodiscard]] Task<Result<StoredObject>> writeParts(std::string key, std::string path, std::int64_t size);
    [[nodiscard]] Task<void> sendPart(Sending &sending, std::size_t index);
    [[nodiscard]] Task<Result<StoredObject>> finish(Sending &sending);
    [[nodiscard]] Task<void> giveUp(const Sending &sending);
    [[nodiscard]] Task<Result<std::vector<NotRemoved>>> removeSome(std::span<const std::string> keys);

    S3Client &m_client;
    support::Workers &m_disk;
};

} // namespace learnlab::server::objects
