#pragma once
// The object store that the configuration names.

#include <server/objects/directory_store.h>
#include <server/objects/s3_store.h>
#include <server/support/config.h>

namespace learnlab::server::app {

struct OpenedStore
{
    std::unique_ptr<objects::ObjectStore> store;
    objects::DirectoryStore *directory = nullptr; // the same, when it is one: it has routes
    objects::S3Store *s3 = nullptr;               // the same, when it is one
};

// What is missing or cannot be right; empty when nothing is.
[[nodiscard]] std::string complaintAboutStore(const support::Config &config);
// 400 bad_configuration, in the words of who has to mend it. `disk` must outlive the store.
[[nodiscard]] support::Result<OpenedStore> openStore(const support::Config &config,
                                                     const boost::asio::any_io_executor &executor,
                                                     support::Workers &disk, std::function<std::string()> publicUrl);
// Another bucket of the service that s3.* names, whichever store is in use.
[[nodiscard]] support::Result<std::unique_ptr<objects::ObjectStore>>
openBucket(const support::Config &config, const std::string &bucket, const boost::asio::any_io_executor &executor,
           support::Workers &disk);

} // namespace learnlab::server::app
