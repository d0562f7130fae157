#include <server/maintenance/users.h>

#include <server/maintenance/maintain.h>
#include <server/store/transaction.h>
#include <server/support/bytes.h>

namespace learnlab::server::maintenance {

namespace {

using support::fail;

constexpr std::string_view userColumns =
    "users.id, users.email, users.username, users.full_name, coalesce(users.is_active, true) AS is_active, "
    "users.created_at, users.last_login, users.deletion_requested_at, users.quota_bytes, "
    "coalesce((SELECT file_count FROM user_feed WHERE user_id = users.id), 0) AS files, "
    "coalesce((SELECT bytes_used FROM user_feed WHERE user_id = users.id), 0) AS bytes_used";

boost::json::value textOf(const store::Row &row, std::string_view column)
{
    return row.isNull(column) ? boost::json::value() : boost::json::value(boost::json::string(row.view(column)));
}

boost::json::value timeOf(const store::Row &row, std::string_view column)
{
    return row.isNull(column) ? boost::json::value() : boost::json::value(boost::json::string(row.wireTime(column)));
}

boost::json::object userOf(const store::Row &row)
{
    boost::json::object user{{"id", row.view("id")},
                             {"email", row.view("email")},
                             {"username", row.view("username")},
                             {"full_name", textOf(row, "full_name")},
                             {"is_active", row.boolean("is_active")},
                             {"created_at", timeOf(row, "created_at")},
                             {"last_login", timeOf(row, "last_login")},
                             {"deletion_requested_at", timeOf(row, "deletion_requested_at")},
                             {"files", row.integer("files")},
                             {"bytes_used", row.integer("bytes_used")},
                             {"quota", nullptr}};
    if (!row.isNull("quota_bytes"))
        user["quota"] = row.integer("quota_bytes");
    return user;
}

struct Change
{
    std::string who;
    std::string assignments; // of UPDATE users, with $2 for the value
    store::Param value = std::nullopt;
    bool endSessions = false;
};

Task<Result<boost::json::object>> applyChange(store::Connection &db, const Change &change)
{
    auto found = co_await db.query("SELECT id FROM users WHERE id::text = $1 OR lower(email) = $1 "
                                   "OR lower(username) = $1 ORDER BY id::text = $1 DESC, lower(email) = $1 DESC "
                                   "LIMIT 1",
                                   support::asciiLower(change.who));
    if (!found)
        co_return fail(std::move(found.error()));
    if (found->empty())
        co_return fail(support::notFound("There is no user " + change.who + "."));
    const auto id = found->front().uuid("id");
    // The feed first, like everybody who writes: what follows may enter it.
    auto locked = co_await db.query("SELECT 1 FROM user_feed WHERE user_id = $1 FOR UPDATE", id);
    if (!locked)
        co_return fail(std::move(locked.error()));
    std::string update = "UPDATE users SET " + change.assignments + " WHERE id = $1";
    store::Params values;
    values.emplace_back(id);
    values.push_back(change.value);
    auto done = co_await db.run(std::move(update), std::move(values));
    if (!done)
        co_return fail(std::move(done.error()));
    if (change.endSessions) {
        auto ended = co_await db.query("DELETE FROM user_sessions WHERE user_id = $1", id);
        if (!ended)
            co_return fail(std::move(ended.error()));
    }
    static const std::string select = "SELECT " + std::string(userColumns) + " FROM users WHERE id = $1";
    auto rows = co_await db.query(select, id);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return userOf(rows->front());
}

Task<Result<boost::json::object>> changeUser(store::Pool &pool, Change change)
{
    const auto body = [&change](store::Connection &db) { return applyChange(db, change); };
    co_return co_await store::transact(pool, body);
}

} // namespace

Task<Result<std::vector<boost::json::object>>> listUsers(store::Pool &pool, std::string after)
{
    static const std::string select =
        "SELECT " + std::string(userColumns) + " FROM users WHERE email > $1 ORDER BY email LIMIT 500";
    auto rows = co_await pool.query(select, std::move(after));
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::vector<boost::json::object> users;
    for (std::size_t i = 0; i < rows->size(); ++i)
        users.push_back(userOf((*rows)[i]));
    co_return users;
}

Task<Result<boost::json::object>> setActive(store::Pool &pool, std::string who, bool active)
{
    Change change;
    change.who = std::move(who);
    change.assignments =
        "is_active = $2, deletion_requested_at = CASE WHEN $2 THEN NULL ELSE deletion_requested_at END";
    change.value = active;
    change.endSessions = !active;
    return changeUser(pool, std::move(change));
}

Task<Result<boost::json::object>> setQuota(store::Pool &pool, std::string who, std::optional<std::int64_t> bytes)
{
    Change change;
    change.who = std::move(who);
    change.assignments = "quota_bytes = $2";
    change.value = bytes;
    return changeUser(pool, std::move(change));
}

Task<Result<boost::json::object>> setPassword(store::Pool &pool, auth::Passwords &passwords, std::string who,
                                              std::string password)
{
    if (auto good = auth::Passwords::checkRules(password); !good)
        co_return fail(std::move(good.error()));
    auto hash = co_await passwords.hash(std::move(password));
    if (!hash)
        co_return fail(std::move(hash.error()));
    Change change;
    change.who = std::move(who);
    change.assignments = "password_hash = $2";
    change.value = *hash;
    change.endSessions = true;
    co_return co_await changeUser(pool, std::move(change));
}

Task<Result<boost::json::object>> requestDeletion(store::Pool &pool, std::string who, bool withoutGrace)
{
    Change change;
    change.who = std::move(who);
    change.assignments = "is_active = false, deletion_requested_at = CURRENT_TIMESTAMP - $2 * INTERVAL '1 day'";
    change.value = withoutGrace ? daysOfGrace + 1 : 0;
    change.endSessions = true;
    return changeUser(pool, std::move(change));
}

} // namespace learnlab::server::maintenance
