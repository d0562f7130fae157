#include "usage.h"

#include "room.h"

namespace learnlab::server::files {

boost::json::object Usage::json() const
{
    boost::json::object out{
        {"bytes_used", bytesUsed}, {"files", files}, {"bytes_reserved", bytesReserved}, {"quota", nullptr}};
    if (quota)
        out["quota"] = *quota;
    return out;
}

Problem quotaExceeded(const Usage &usage, std::int64_t needed)
{
    auto why = problem(507, "quota_exceeded", "There is no room for this file.");
    why.members = {{"quota", usage.quota.value_or(0)},
                   {"bytes_used", usage.bytesUsed},
                   {"bytes_reserved", usage.bytesReserved},
                   {"needed", needed}};
    return why;
}

Task<Result<Usage>> readUsage(store::Connection &db, Uuid user, std::int64_t usualQuota)
{
    // Reserved is a sum, not a counter: it cannot drift, and an index holds all of it.
    auto rows = co_await db.query(
        "SELECT bytes_used, file_count, quota_bytes, (SELECT coalesce(sum(file_size), 0)::bigint FROM uploads "
        "WHERE uploads.user_id = $1 AND state IN ('open', 'completing')) AS reserved "
        "FROM user_feed JOIN users ON users.id = user_feed.user_id WHERE user_feed.user_id = $1",
        user);
    if (!rows)
        co_return fail(std::move(rows.error()));
    Usage usage;
    if (!rows->empty()) {
        const auto row = rows->front();
        usage.bytesUsed = row.integer("bytes_used");
        usage.files = row.integer("file_count");
        usage.bytesReserved = row.integer("reserved");
        usage.quota = row.optionalInteger("quota_bytes");
    }
    if (!usage.quota && usualQuota > 0)
        usage.quota = usualQuota;
    co_return usage;
}

Task<Result<Response>> getUsage(Room &room, Request &, Principal who)
{
    auto lease = co_await room.pool.acquire();
    if (!lease)
        co_return fail(std::move(lease.error()));
    auto usage = co_await readUsage(**lease, who.userId, room.config.quotaBytes);
    if (!usage)
        co_return fail(std::move(usage.error()));
    co_return http::json(200, usage->json());
}

} // namespace learnlab::server::files
