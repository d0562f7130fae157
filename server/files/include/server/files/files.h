#pragma once
// Files and folders over HTTP: feed, listing, operations, uploads, downloads, usage. Every change happens under the
// lock of its user's feed; no store is called while that lock is held. Loop thread only; owner: the composition root.

#include <server/auth/guard.h>
#include <server/files/direct.h>
#include <server/objects/object_store.h>
#include <server/store/pool.h>
#include <server/support/config.h>

#include <boost/asio/any_io_executor.hpp>

#include <boost/json/object.hpp>

#include <functional>
#include <memory>
#include <string_view>

namespace learnlab::server::files {

// What the feed reads and says of a link. Whoever makes links knows it; without it the feed tells of none.
struct LinkRows
{
    std::string_view columns; // of the table links, for a SELECT
    std::function<boost::json::object(const store::Row &)> json;
};

// All of these outlive the Files.
struct FilesContext
{
    store::Pool &pool;
    auth::Guard &guard;
    objects::ObjectStore &objects;
    const support::Config &config;
    boost::asio::any_io_executor executor;
    support::Logger &log;
    LinkRows links = {};
};

class Files
{
public:
    explicit Files(FilesContext context);
    ~Files();
    Files(const Files &) = delete;
    Files &operator=(const Files &) = delete;

    void addRoutes(http::Router &router); // this object must outlive the router
    // Long polls of this user look again, at their session too: call it when a session has ended.
    void wake(const support::Uuid &user);
    [[nodiscard]] Direct &direct(); // lives as long as this
    // Nothing of this keeps the loop running any more.
    void stop();

private:
    struct Inner;
    std::unique_ptr<Inner> m_inner;
};

} // namespace learnlab::server::files
