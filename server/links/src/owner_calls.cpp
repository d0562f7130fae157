// What the owner of a file asks: links that are made, listed, changed and withdrawn. Each change is made under the lock
// of the owner's feed and enters it.

#include "inner.h"

#include <server/store/transaction.h>
#include <server/support/time.h>

#include <boost/json/array.hpp>

namespace learnlab::server::links {
namespace {

constexpr std::int64_t mostLinks = 10000; // open ones of one user

std::string sql(std::string_view before, std::string_view after = {})
{
    return std::string(before).append(Links::columns()).append(after);
}

// What a request says of a link; what it does not mention stays as it is.
struct Wish
{
    Uuid id;
    Uuid user;
    Uuid file;
    bool setsExpiry = false;
    std::optional<support::Time> expiry;
    bool setsPassword = false;
    std::optional<std::string> password;
    std::optional<std::string> hash; // of the password
};

Result<void> readWish(const http::Members &members, const boost::json::object &body, Wish &wish)
{
    auto expiry = members.optionalText("expires_at");
    auto password = members.optionalText("password");
    if (!expiry || !password)
        return fail(!expiry ? expiry.error() : password.error());
    wish.setsExpiry = body.contains("expires_at");
    wish.setsPassword = body.contains("password");
    if (*expiry) {
        wish.expiry = support::parseTime(**expiry);
        if (!wish.expiry)
            return fail(members.wrong("expires_at", "Expected a time such as 2026-12-01T12:00:00Z."));
        if (*wish.expiry <= support::systemNow())
            return fail(members.wrong("expires_at", "A link cannot end in the past."));
    }
    wish.password = std::move(*password);
    if (wish.password)
        return auth::Passwords::checkRules(*wish.password);
    return {};
}

Task<Result<void>> lockFeed(store::Connection &db, Uuid user)
{
    auto locked = co_await db.query("SELECT head FROM user_feed WHERE user_id = $1 FOR UPDATE", user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    co_return Result<void>();
}

Task<Result<store::Rows>> insertLink(store::Connection &db, const Wish &wish)
{
    if (auto locked = co_await lockFeed(db, wish.user); !locked)
        co_return fail(std::move(locked.error()));
    auto file = co_await db.query("SELECT 1 FROM files WHERE user_id = $1 AND id = $2 AND NOT is_deleted", wish.user,
                                  wish.file);
    if (!file)
        co_return fail(std::move(file.error()));
    if (file->empty())
        co_return fail(support::notFound("There is no such file, or it is in the trash."));
    auto open =
        co_await db.query("SELECT count(*) AS n FROM links WHERE user_id = $1 AND revoked_at IS NULL", wish.user);
    if (!open)
        co_return fail(std::move(open.error()));
    if (open->front().integer("n") >= mostLinks)
        co_return fail(support::problem(409, "too_many_links", "Withdraw links that nobody needs any more."));
    // Withdrawn ones are kept as long as the feed may have to tell it.
    auto swept = co_await db.query("DELETE FROM links WHERE user_id = $1 AND revoked_at < now() - interval '180 days'",
                                   wish.user);
    if (!swept)
        co_return fail(std::move(swept.error()));
    static const std::string insertSql = sql("INSERT INTO links (id, user_id, file_id, expires_at, password_hash) "
                                             "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING RETURNING ");
    co_return co_await db.query(insertSql, wish.id, wish.user, wish.file, wish.expiry, wish.hash);
}

// The request was repeated: the same link answers, unless it asks for another.
Task<Result<store::Rows>> findSame(store::Connection &db, const Wish &wish)
{
    static const std::string sameSql =
        sql("SELECT ", " FROM links WHERE id = $1 AND user_id = $2 AND file_id = $3 AND revoked_at IS NULL AND "
                       "expires_at IS NOT DISTINCT FROM $4 AND (password_hash IS NULL) = $5");
    auto rows = co_await db.query(sameSql, wish.id, wish.user, wish.file, wish.expiry, !wish.hash.has_value());
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::problem(422, "operation_id_reused", "This id has been used for another link."));
    co_return rows;
}

Task<Result<store::Rows>> insertOrFind(store::Connection &db, const Wish &wish)
{
    auto made = co_await insertLink(db, wish);
    if (!made)
        co_return fail(std::move(made.error()));
    if (!made->empty())
        co_return made;
    co_return co_await findSame(db, wish);
}

Task<Result<store::Rows>> updateLink(store::Connection &db, const Wish &wish)
{
    if (auto locked = co_await lockFeed(db, wish.user); !locked)
        co_return fail(std::move(locked.error()));
    static const std::string updateSql =
        sql("UPDATE links SET expires_at = CASE WHEN $3::boolean THEN $4::timestamptz ELSE expires_at END, "
            "password_hash = CASE WHEN $5::boolean THEN $6 ELSE password_hash END "
            "WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL RETURNING ");
    co_return co_await db.query(updateSql, wish.id, wish.user, wish.setsExpiry, wish.expiry, wish.setsPassword,
                                wish.hash);
}

Task<Result<store::Rows>> endLink(store::Connection &db, const Wish &wish)
{
    if (auto locked = co_await lockFeed(db, wish.user); !locked)
        co_return fail(std::move(locked.error()));
    co_return co_await db.query("UPDATE links SET revoked_at = coalesce(revoked_at, now()), password_hash = NULL "
                                "WHERE id = $1 AND user_id = $2 RETURNING id",
                                wish.id, wish.user);
}

Task<Result<void>> hashPassword(auth::Passwords &passwords, Wish &wish)
{
    if (!wish.password)
        co_return Result<void>();
    auto hash = co_await passwords.hash(std::move(*wish.password));
    if (!hash)
        co_return fail(std::move(hash.error()));
    wish.hash = std::move(*hash);
    co_return Result<void>();
}

} // namespace

Task<Result<Response>> Links::Inner::create(Request &request, Principal who)
{
    const auto body = http::jsonBody(request);
    if (!body)
        co_return fail(body.error());
    const http::Members members(*body);
    auto id = members.optionalUuid("id");
    auto file = members.requireUuid("file_id");
    if (!id || !file)
        co_return fail(!id ? id.error() : file.error());
    Wish wish;
    wish.id = id->value_or(Uuid::timeOrdered());
    wish.user = who.userId;
    wish.file = *file;
    if (auto well = readWish(members, *body, wish); !well)
        co_return fail(std::move(well.error()));
    auto hashed = co_await hashPassword(context.passwords, wish);
    if (!hashed)
        co_return fail(std::move(hashed.error()));
    auto rows =
        co_await store::transact(context.pool, [&wish](store::Connection &db) { return insertOrFind(db, wish); });
    if (!rows)
        co_return fail(std::move(rows.error()));
    created.add();
    note(request, "link_created", wish.id, who.userId.text());
    context.feedMoved(who.userId);
    co_return http::json(201, json(rows->front()));
}

Task<Result<Response>> Links::Inner::list(Principal who)
{
    static const std::string listSql =
        sql("SELECT ", " FROM links WHERE user_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id");
    auto rows = co_await context.pool.query(listSql, who.userId);
    if (!rows)
        co_return fail(std::move(rows.error()));
    boost::json::array out;
    for (std::size_t i = 0; i < rows->size(); ++i)
        out.emplace_back(json((*rows)[i]));
    const boost::json::object answer{{"links", std::move(out)}};
    co_return http::json(200, answer);
}

Task<Result<Response>> Links::Inner::change(Request &request, Principal who)
{
    const auto id = request.pathUuid("id");
    if (!id)
        co_return fail(id.error());
    const auto body = http::jsonBody(request);
    if (!body)
        co_return fail(body.error());
    Wish wish;
    wish.id = *id;
    wish.user = who.userId;
    if (auto well = readWish(http::Members(*body), *body, wish); !well)
        co_return fail(std::move(well.error()));
    auto hashed = co_await hashPassword(context.passwords, wish);
    if (!hashed)
        co_return fail(std::move(hashed.error()));
    auto rows = co_await store::transact(context.pool, [&wish](store::Connection &db) { return updateLink(db, wish); });
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::notFound());
    changed.add();
    note(request, "link_changed", wish.id, who.userId.text());
    context.feedMoved(who.userId);
    co_return http::json(200, json(rows->front()));
}

Task<Result<Response>> Links::Inner::revoke(Request &request, Principal who)
{
    const auto id = request.pathUuid("id");
    if (!id)
        co_return fail(id.error());
    Wish wish;
    wish.id = *id;
    wish.user = who.userId;
    auto rows = co_await store::transact(context.pool, [&wish](store::Connection &db) { return endLink(db, wish); });
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::notFound());
    revoked.add();
    note(request, "link_revoked", wish.id, who.userId.text());
    context.feedMoved(who.userId);
    co_return http::noContent();
}

} // namespace learnlab::server::links
