#pragma once
// The object store of one machine: files below a directory, served by this program under /objects/ at addresses signed
// with a key of its own.
//
//   ROOT/incoming/<xx>/t<random>                    a body on its way; xx: the end of the upload's id
//   ROOT/incoming/<xx>/<upload>.<sha256>            an upload that came as one body of this digest
//   ROOT/incoming/<user>/<upload>/t<random>         a part on its way
//   ROOT/incoming/<user>/<upload>/p<n>.<sha256>     a part that arrived and has this digest
//   ROOT/incoming/ended/<upload>                    empty: this one was given up and takes no more bytes
//   ROOT/incoming/w<random>                         an object that writeFile or writeBytes is making
//   ROOT/users/<user>/<batch>/<upload>              an object: complete, durable, never changed
//
// Loop thread; disk work goes to `disk`. Owner: the composition root.

#include <server/http/router.h>
#include <server/objects/object_store.h>
#include <server/support/time.h>
#include <server/support/workers.h>

#include <functional>
#include <memory>

namespace learnlab::server::objects {

struct DirectoryStoreOptions
{
    std::string root;                       // made when absent
    std::string keyFile;                    // made when absent, mode 0600; empty: addresses end with the store
    std::function<std::string()> publicUrl; // the start of signed addresses, without a slash at its end
    support::Now now = support::systemNow;
};

class DirectoryStore final : public ObjectStore
{
public:
    // 503 when the directory or the key cannot be made or read. `disk` must outlive the store.
    [[nodiscard]] static Result<std::unique_ptr<DirectoryStore>> open(DirectoryStoreOptions options,
                                                                      support::Workers &disk);
    ~DirectoryStore() override;

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
    [[nodiscard]] Task<Result<StoredObject>> writeFile(std::string key, std::string path) override;
    [[nodiscard]] Task<Result<StoredObject>> writeBytes(std::string key, std::string bytes) override;
    [[nodiscard]] Task<Result<std::vector<Result<void>>>> removeMany(std::vector<std::string> keys) override;
    [[nodiscard]] Task<Result<void>> probe() override;
    [[nodiscard]] Task<Result<void>> tidy() override;

    // PUT and GET of /objects/{user}/{batch}/{upload}: the address is the permission.
    [[nodiscard]] Task<Result<http::Response>> put(http::Request &request);
    [[nodiscard]] Task<Result<http::Response>> get(http::Request &request);

private:
    struct Inner;
    explicit DirectoryStore(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> m_inner;
};

// `store` must outlive the router.
void addObjectRoutes(http::Router &router, DirectoryStore &store);

} // namespace learnlab::server::objects
