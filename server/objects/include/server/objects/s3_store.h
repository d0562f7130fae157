#pragma once
// The object store on an S3 service. Clients send and fetch bytes there themselves, by addresses that are signed here;
// the server begins, completes, lists and removes.
//
// A client states size and digest before it gets an address, and both are signed: the service refuses any other body.
// Completing a batch reads sizes and tags back with one listing. Of an upload in parts the service enforces each part's
// digest; that of the whole is what the client stated until somebody reads it (Completed::verified).
//
// Nothing is kept here that the service does not know: which multipart upload belongs to a key is remembered, and asked
// for when it is not. Calls are repeated a few times when the service is busy or lost; then they are 503.
//
// An address for one body stays good for its lifetime, whatever becomes of the upload: what is sent after it was given
// up is an object without a row, and maintenance finds those.
//
// Loop thread; files are read by `disk`. Owner: the composition root.

#include <server/objects/object_store.h>
#include <server/support/workers.h>

#include <memory>

namespace learnlab::server::objects {

struct S3Options
{
    std::string endpoint;       // what the server calls: http(s)://HOST[:PORT]
    std::string publicEndpoint; // what clients are told; empty: the same
    std::string region = "us-east-1";
    std::string bucket;
    std::string accessKey;
    std::string secretKey; // never logged
    bool pathStyle = true; // ENDPOINT/BUCKET/KEY; otherwise BUCKET.ENDPOINT/KEY
    std::string caFile;    // empty: what the system trusts
    std::string connectTo; // where the service is, when its name is not known to this machine; empty: by its name

    support::Now now = support::systemNow;
    std::size_t connections = 32;
    std::chrono::milliseconds callTime{8000};  // for one attempt at a small call
    std::chrono::milliseconds bodyTime{60000}; // for one attempt at a call with a large body, or one that joins parts
    std::chrono::milliseconds patience{10000}; // no attempt is begun after this time
};

class S3Client;

class S3Store final : public ObjectStore
{
public:
    // 400 bad_configuration for options that cannot be right, 503 for a CA file that cannot be read. No call is made
    // yet: probe() is for that. `disk` must outlive the store.
    [[nodiscard]] static Result<std::unique_ptr<S3Store>> open(boost::asio::any_io_executor executor, S3Options options,
                                                               support::Workers &disk);
    ~S3Store() override;

    [[nodiscard]] Task<Result<void>> begin(std::vector<Beginning> uploads) override;
    [[nodiscard]] Address putAddress(const ObjectKey &key, const Part &part,
                                     std::chrono::seconds lifetime) const override;
    [[nodiscard]] Task<Result<std::vector<Address>>> partAddresses(ObjectKey key, std::vector<Part> parts,
                                                                   std::chrono::seconds lifetime) override;
    [[nodiscard]] Task<Result<Arrived>> arrived(ObjectKey key, bool multipart) override;
    [[nodiscard]] Task<Result<std::vector<Result<Completed>>>> complete(std::vector<Completion> batch) override;
    [[nodiscard]] Task<Result<void>> remove(ObjectKey key) override;
    [[nodiscard]] std::string etag(std::string_view stored, std::string_view sha256) const override;
    [[nodiscard]] std::string getAddress(const Download &download, std::chrono::seconds lifetime) const override;

    [[nodiscard]] Task<Result<Listing>> list(std::string prefix, std::string after, std::size_t most) override;
    [[nodiscard]] Task<Result<std::string>> read(std::string key, std::int64_t offset, std::size_t length) override;
    [[nodiscard]] Task<Result<ForeignBlock>> readForeign(std::string key, std::int64_t offset,
                                                         std::size_t length) override;
    [[nodiscard]] Task<Result<StoredObject>> writeFile(std::string key, std::string path) override;
    [[nodiscard]] Task<Result<StoredObject>> writeBytes(std::string key, std::string bytes) override;
    [[nodiscard]] Task<Result<std::vector<Result<void>>>> removeMany(std::vector<std::string> keys) override;
    // Makes the bucket when there is none and that is allowed.
    [[nodiscard]] Task<Result<void>> probe() override;

    // How far the service's clock is ahead of ours, as its last answer told; addresses are signed by its time.
    [[nodiscard]] std::chrono::seconds clockSkew() const;
    // How many calls were made, attempts counted one by one: for tests and metrics.
    [[nodiscard]] std::uint64_t callCount() const;
    // The start of the addresses that clients get.
    [[nodiscard]] std::string publicAddress() const;

private:
    struct Inner;
    explicit S3Store(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> m_inner;
};

} // namespace learnlab::server::objects
