#pragma once
// What the parts of this room share.

#include "ed25519.h"

#include <server/receipts/receipts.h>
#include <server/support/workers.h>

#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <map>

namespace learnlab::server::receipts {

using support::fail;

// A file whose receipts somebody waits for.
struct Wanted
{
    Uuid user;
    Uuid file;
    boost::asio::steady_timer done; // cancelled when its receipts are made, or cannot be for now
};

struct Receipts::Inner
{
    Inner(ReceiptsContext what, SigningKey signing)
        : context(what),
          key(std::move(signing)),
          hashing(1, 64, 10),
          pause(what.executor),
          made(what.metrics.counter("learnlab_receipts_total", "Receipts by what became of them.",
                                    {{"result", "signed"}})),
          refused(what.metrics.counter("learnlab_receipts_total", "Receipts by what became of them.",
                                       {{"result", "refused"}}))
    {}

    ReceiptsContext context;
    SigningKey key;
    support::Workers hashing; // one thread: the blocks of a content stay in their order
    boost::asio::steady_timer pause; // between two looks at the table
    support::Counter &made;
    support::Counter &refused;
    std::map<Uuid, std::shared_ptr<Wanted>> wanted; // by file, waiting or at work
    std::deque<std::shared_ptr<Wanted>> queue;
    std::size_t lanes = 0; // at work
    bool ended = false;
};

// The receipts of one file that are pending: each object is read, its digest compared, the receipt signed or refused.
// A failure is the server's own trouble: they stay pending.
[[nodiscard]] Task<Result<void>> makeReceipts(std::shared_ptr<Receipts::Inner> inner, Uuid user, Uuid file);

} // namespace learnlab::server::receipts
