#include <server/auth/accounts.h>

#include <server/auth/passwords.h>
#include <server/store/transaction.h>
#include <server/support/bytes.h>

#include <algorithm>

namespace learnlab::server::auth {
namespace {

constexpr std::string_view userColumns = "id, email, username, full_name, is_active, created_at, last_login";

boost::json::value textOrNull(const std::optional<std::string> &text)
{
    return text ? boost::json::value(boost::json::string(*text)) : boost::json::value();
}

boost::json::value timeOrNull(const store::Row &row, std::string_view column)
{
    return row.isNull(column) ? boost::json::value() : boost::json::value(boost::json::string(row.wireTime(column)));
}

boost::json::object userJson(const store::Row &row)
{
    return {{"id", row.text("id")},
            {"email", row.text("email")},
            {"username", row.text("username")},
            {"full_name", textOrNull(row.optionalText("full_name"))},
            {"is_active", row.boolean("is_active")},
            {"created_at", timeOrNull(row, "created_at")},
            {"last_login", timeOrNull(row, "last_login")}};
}

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool isEmail(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos && text.find(' ') == std::string_view::npos &&
           !hasControl(text) && support::codePoints(text) <= 255;
}

bool isName(std::string_view text, std::size_t most)
{
    return !text.empty() && text.front() != ' ' && text.back() != ' ' && !hasControl(text) &&
           support::codePoints(text) <= most;
}

Problem notAnEmail()
{
    return support::malformed("This is not an e-mail address.", "email");
}

Problem notAUserName()
{
    return support::malformed("A user name has 1 to 50 characters.", "username");
}

Problem notAFullName()
{
    return support::malformed("A full name has 1 to 100 characters.", "full_name");
}

Result<void> checkShape(const NewAccount &account)
{
    if (!isEmail(account.email))
        return support::fail(notAnEmail());
    if (!isName(account.username, 50))
        return support::fail(notAUserName());
    if (account.fullName && !isName(*account.fullName, 100))
        return support::fail(notAFullName());
    return Passwords::checkRules(account.password);
}

Result<void> checkShape(const AccountChange &change)
{
    if (change.email && !isEmail(*change.email))
        return support::fail(notAnEmail());
    if (change.username && !isName(*change.username, 50))
        return support::fail(notAUserName());
    if (change.fullName && !change.fullName->empty() && !isName(*change.fullName, 100))
        return support::fail(notAFullName());
    return {};
}

Problem emailTaken()
{
    return support::problem(409, "email_taken", "There is an account with this e-mail address.").withField("email");
}

Problem taken(const Problem &why)
{
    if (store::isUniqueViolation(why, "users_email_key"))
        return emailTaken();
    if (store::isUniqueViolation(why, "users_username_key"))
        return support::problem(409, "username_taken", "There is an account with this user name.")
            .withField("username");
    return why;
}

} // namespace

Task<Result<boost::json::object>> Accounts::add(NewAccount account)
{
    if (auto well = checkShape(account); !well)
        co_return support::fail(std::move(well.error()));
    auto hash = co_await m_passwords.hash(std::move(account.password));
    if (!hash)
        co_return support::fail(std::move(hash.error()));
    // lower() of the database, as in verify(): both sides have to agree on letters beyond ASCII.
    static const std::string sql =
        "INSERT INTO users (email, username, password_hash, full_name) SELECT lower($1), $2, $3, $4 "
        "WHERE NOT EXISTS (SELECT 1 FROM users WHERE lower(email) = lower($1)) RETURNING " +
        std::string(userColumns);
    auto rows = co_await m_pool.query(sql, account.email, account.username, *hash, account.fullName);
    if (!rows)
        co_return support::fail(taken(rows.error()));
    if (rows->empty()) // an older row, written with capitals
        co_return support::fail(emailTaken());
    co_return userJson(rows->front());
}

Task<Result<boost::json::object>> Accounts::find(Uuid id)
{
    static const std::string sql = "SELECT " + std::string(userColumns) + " FROM users WHERE id = $1";
    auto rows = co_await m_pool.query(sql, id);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    if (rows->empty())
        co_return support::fail(support::notFound());
    co_return userJson(rows->front());
}

Task<Result<boost::json::object>> Accounts::change(Uuid id, AccountChange change)
{
    if (auto well = checkShape(change); !well)
        co_return support::fail(std::move(well.error()));
    static const std::string sql =
        "UPDATE users SET email = COALESCE(lower($2), email), username = COALESCE($3, username), "
        "full_name = CASE WHEN $4::text IS NULL THEN full_name ELSE NULLIF($4, '') END "
        "WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM users WHERE lower(email) = lower($2) AND id <> $1) RETURNING " +
        std::string(userColumns);
    auto rows = co_await m_pool.query(sql, id, change.email, change.username, change.fullName);
    if (!rows)
        co_return support::fail(taken(rows.error()));
    if (rows->empty())
        co_return support::fail(change.email ? emailTaken() : support::notFound());
    co_return userJson(rows->front());
}

Task<Result<void>> Accounts::setPassword(Uuid id, std::string password)
{
    if (auto well = Passwords::checkRules(password); !well)
        co_return support::fail(std::move(well.error()).withField("new_password"));
    auto hash = co_await m_passwords.hash(std::move(password));
    if (!hash)
        co_return support::fail(std::move(hash.error()));
    auto rows = co_await m_pool.query("UPDATE users SET password_hash = $2 WHERE id = $1", id, *hash);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    co_return Result<void>();
}

Task<Result<void>> Accounts::requestDeletion(Uuid id)
{
    auto rows = co_await m_pool.query(
        "UPDATE users SET is_active = false, deletion_requested_at = CURRENT_TIMESTAMP WHERE id = $1", id);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    co_return Result<void>();
}

Task<Result<bool>> Accounts::isPassword(Uuid id, std::string password)
{
    auto rows = co_await m_pool.query("SELECT password_hash FROM users WHERE id = $1", id);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    std::optional<std::string> hash;
    if (!rows->empty())
        hash = rows->front().text("password_hash");
    co_return co_await m_passwords.matches(std::move(password), std::move(hash));
}

Task<Result<std::optional<Uuid>>> Accounts::verify(std::string email, std::string password)
{
    auto rows =
        co_await m_pool.query("SELECT id, password_hash FROM users WHERE lower(email) = lower($1) AND is_active = true "
                              "ORDER BY email = $1 DESC, created_at LIMIT 1", // twins by case of an adopted database
                              email);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    std::optional<std::string> hash;
    std::optional<Uuid> id;
    if (!rows->empty()) {
        hash = rows->front().text("password_hash");
        id = rows->front().uuid("id");
    }
    auto matches = co_await m_passwords.matches(std::move(password), std::move(hash));
    if (!matches)
        co_return support::fail(std::move(matches.error()));
    if (!*matches)
        co_return std::optional<Uuid>();
    auto noted = co_await m_pool.query("UPDATE users SET last_login = CURRENT_TIMESTAMP WHERE id = $1", *id);
    if (!noted)
        co_return support::fail(std::move(noted.error()));
    co_return id;
}

} // namespace learnlab::server::auth
