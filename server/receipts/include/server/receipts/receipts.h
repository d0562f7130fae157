#pragma once
// Receipts over HTTP, and who makes them. A row for each committed content is begun by the database with the commit;
// before it is signed the object is read and its digest checked, in the background: what somebody asks for first, the
// rest when it has rested a while. Loop thread only; owner: the composition root.

#include <server/auth/guard.h>
#include <server/objects/object_store.h>
#include <server/receipts/keys.h>
#include <server/store/pool.h>
#include <server/support/metrics.h>

#include <boost/asio/any_io_executor.hpp>

#include <memory>

namespace learnlab::server::receipts {

using support::Task;
using support::Uuid;

// All of these outlive the Receipts.
struct ReceiptsContext
{
    store::Pool &pool;
    auth::Guard &guard;
    objects::ObjectStore &objects;
    support::Logger &log;
    support::Metrics &metrics;
    boost::asio::any_io_executor executor;
    Uuid serverId;
};

class Receipts
{
public:
    Receipts(ReceiptsContext context, SigningKey key);
    ~Receipts();
    Receipts(const Receipts &) = delete;
    Receipts &operator=(const Receipts &) = delete;

    // The key is listed from now on; the one before has ended. Then what rests in the table is worked off.
    [[nodiscard]] Task<Result<void>> start();
    void addRoutes(http::Router &router); // this object must outlive the router
    void stop();                          // the loop may end

    struct Inner; // of this room alone

private:
    std::shared_ptr<Inner> m_inner;
};

} // namespace learnlab::server::receipts
