#pragma once
// API 1: what the existing web page and scripts of LearnLab call, on both sets of paths. The same files, accounts and
// rules as API 2; a file is uploaded as one form, through the server. Loop thread only; owner: the composition root.

#include <server/auth/guard.h>
#include <server/files/direct.h>
#include <server/objects/object_store.h>
#include <server/store/pool.h>
#include <server/support/config.h>

#include <boost/asio/any_io_executor.hpp>

#include <memory>

namespace learnlab::server::api1 {

// All of these outlive the Api1.
struct Api1Context
{
    store::Pool &pool;
    auth::Guard &guard;
    files::Direct &files;
    objects::ObjectStore &objects;
    const support::Config &config;
    boost::asio::any_io_executor executor;
    std::string version; // of this server
};

class Api1
{
public:
    explicit Api1(Api1Context context);
    ~Api1();
    Api1(const Api1 &) = delete;
    Api1 &operator=(const Api1 &) = delete;

    // Last of all: /openapi.json tells what the router has by then. This object must outlive the router.
    void addRoutes(http::Router &router);

    struct Inner; // of this room alone

private:
    std::unique_ptr<Inner> m_inner;
};

} // namespace learnlab::server::api1
