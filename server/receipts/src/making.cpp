#include "inner.h"

#include <server/support/sha256.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace learnlab::server::receipts {
namespace {

using support::problem;

constexpr std::size_t blockBytes = 4 << 20;
constexpr int leaseTime = 60; // seconds; renewed while an object is read
constexpr std::chrono::seconds renewEvery{20};

struct Pending
{
    Claims claims;
    Uuid user;
    Uuid file;
    std::string objectKey;
};

Pending pendingFrom(const store::Row &row, const Uuid &server)
{
    Pending pending;
    pending.user = row.uuid("user_id");
    pending.file = row.uuid("file_id");
    pending.objectKey = row.text("object_key");
    pending.claims = Claims{
        server.text(),      row.text("file_id"), row.integer("revision"), row.text("name"),         row.integer("size"),
        row.text("sha256"), row.text("user_id"), row.text("username"),    row.time("committed_at"), {}};
    return pending;
}

// Those that nobody works on, in the order of their commits.
Task<Result<std::vector<Pending>>> claimPending(Receipts::Inner &inner, Uuid user, Uuid file)
{
    auto rows = co_await inner.context.pool.query(
        "UPDATE receipts SET lease_until = clock_timestamp() + $3 * INTERVAL '1 second' FROM users "
        "WHERE users.id = receipts.user_id AND receipts.user_id = $1 AND file_id = $2 AND state = 'pending' "
        "AND (lease_until IS NULL OR lease_until < clock_timestamp()) RETURNING receipts.user_id, file_id, revision, "
        "object_key, name, size, sha256, committed_at, username",
        user, file, leaseTime);
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::vector<Pending> all;
    for (std::size_t i = 0; i < rows->size(); ++i)
        all.push_back(pendingFrom((*rows)[i], inner.context.serverId));
    co_return all;
}

Task<Result<void>> keepClaim(Receipts::Inner &inner, const Pending &pending)
{
    auto renewed = co_await inner.context.pool.query(
        "UPDATE receipts SET lease_until = clock_timestamp() + $4 * INTERVAL '1 second' "
        "WHERE user_id = $1 AND file_id = $2 AND revision = $3 AND state = 'pending'",
        pending.user, pending.file, pending.claims.revision, leaseTime);
    if (!renewed)
        co_return fail(std::move(renewed.error()));
    co_return Result<void>();
}

// A digest that is made by a thread of its own, block by block and in their order, while the next are read.
struct Digesting
{
    explicit Digesting(const boost::asio::any_io_executor &executor)
        : advanced(executor, boost::asio::steady_timer::time_point::max())
    {}
    support::Sha256 digest;
    int blocks = 0; // that are not in the digest yet
    std::optional<Problem> failed;
    boost::asio::steady_timer advanced; // cancelled when there is one less
};

Task<void> digestBlock(Receipts::Inner &inner, std::shared_ptr<Digesting> digesting, std::string bytes)
{
    std::function<bool()> add = [digesting, bytes = std::move(bytes)] {
        digesting->digest.add(bytes);
        return true;
    };
    auto added = co_await inner.hashing.run<bool>(std::move(add));
    if (!added)
        digesting->failed = std::move(added.error());
    --digesting->blocks;
    digesting->advanced.cancel();
}

Task<void> untilLeft(std::shared_ptr<Digesting> digesting, int blocks)
{
    while (digesting->blocks > blocks)
        co_await digesting->advanced.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
}

// One block waits while another is digested, so that the thread goes on without asking. Over before the last of them is
// digested. Answers how many bytes there are.
Task<Result<std::int64_t>> readBlocks(Receipts::Inner &inner, const Pending &pending,
                                      std::shared_ptr<Digesting> digesting)
{
    std::int64_t size = 0;
    auto renewAt = std::chrono::steady_clock::now() + renewEvery;
    for (;;) {
        if (inner.ended)
            co_return fail(support::unavailable("The server is going down."));
        auto block = co_await inner.context.objects.read(pending.objectKey, size, blockBytes);
        if (!block)
            co_return fail(std::move(block.error()));
        co_await untilLeft(digesting, 1);
        if (digesting->failed)
            co_return fail(std::move(*digesting->failed));
        if (block->empty())
            co_return size;
        size += static_cast<std::int64_t>(block->size());
        const bool last = block->size() < blockBytes;
        ++digesting->blocks;
        boost::asio::co_spawn(inner.context.executor, digestBlock(inner, digesting, std::move(*block)),
                              boost::asio::detached);
        if (last)
            co_return size;
        if (std::chrono::steady_clock::now() > renewAt) {
            auto kept = co_await keepClaim(inner, pending);
            if (!kept)
                co_return fail(std::move(kept.error()));
            renewAt = std::chrono::steady_clock::now() + renewEvery;
        }
    }
}

// What the store has now.
Task<Result<Content>> readContent(Receipts::Inner &inner, const Pending &pending)
{
    const auto digesting = std::make_shared<Digesting>(inner.context.executor);
    auto size = co_await readBlocks(inner, pending, digesting);
    co_await untilLeft(digesting, 0); // also after a failure: it works with what is the caller's
    if (size && digesting->failed)
        co_return fail(std::move(*digesting->failed));
    if (!size)
        co_return fail(std::move(size.error()));
    co_return Content{*size, digesting->digest.hex()};
}

Task<Result<void>> refuse(Receipts::Inner &inner, const Pending &pending, std::string why)
{
    inner.refused.add();
    inner.context.log.error("receipt_refused", {{"file", pending.claims.fileId},
                                                {"revision", pending.claims.revision},
                                                {"object", pending.objectKey},
                                                {"code", why}});
    auto noted =
        co_await inner.context.pool.query("UPDATE receipts SET state = 'refused', refused = $4, lease_until = NULL "
                                          "WHERE user_id = $1 AND file_id = $2 AND revision = $3 AND state = 'pending'",
                                          pending.user, pending.file, pending.claims.revision, why);
    if (!noted)
        co_return fail(std::move(noted.error()));
    co_return Result<void>();
}

Task<Result<void>> makeOne(Receipts::Inner &inner, Pending pending)
{
    auto content = co_await readContent(inner, pending);
    if (!content && content.error().code == "object_missing")
        co_return co_await refuse(inner, pending, "object_missing");
    if (!content)
        co_return fail(std::move(content.error()));
    if (content->sha256 != pending.claims.sha256 || content->size != pending.claims.size)
        co_return co_await refuse(inner, pending, "digest_mismatch");
    pending.claims.verifiedAt = support::systemNow();
    const Receipt receipt = sign(pending.claims, inner.key.id, inner.key.seed);
    auto stored = co_await inner.context.pool.query(
        "UPDATE receipts SET state = 'signed', payload = $4, signature = $5, key_id = $6, lease_until = NULL "
        "WHERE user_id = $1 AND file_id = $2 AND revision = $3 AND state = 'pending'",
        pending.user, pending.file, pending.claims.revision, receipt.payload, receipt.signature, receipt.keyId);
    if (!stored)
        co_return fail(std::move(stored.error()));
    inner.made.add();
    co_return Result<void>();
}

} // namespace

Task<Result<void>> makeReceipts(std::shared_ptr<Receipts::Inner> inner, Uuid user, Uuid file)
{
    auto claimed = co_await claimPending(*inner, user, file);
    if (!claimed)
        co_return fail(std::move(claimed.error()));
    for (Pending &pending : *claimed) {
        auto made = co_await makeOne(*inner, std::move(pending));
        if (made)
            continue;
        // Somebody else may try at once.
        auto released = co_await inner->context.pool.query(
            "UPDATE receipts SET lease_until = NULL WHERE user_id = $1 AND file_id = $2 AND state = 'pending'", user,
            file);
        if (!released)
            inner->context.log.warning("receipt_lease_not_released");
        co_return fail(std::move(made.error()));
    }
    co_return Result<void>();
}

} // namespace learnlab::server::receipts
