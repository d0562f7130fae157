#include <server/auth/sessions.h>

#include "session_row.h"

#include <server/support/bytes.h>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace learnlab::server::auth {
namespace {

constexpr std::size_t mostDeviceInfo = 255;

std::string hashOf(std::string_view token)
{
    return support::toHex(support::sha256(token));
}

Problem revoked()
{
    return support::problem(401, "token_revoked", "This session has ended. Sign in again.");
}

// At most 255 code points, which is what the column holds.
std::string shortened(std::string text)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80 && ++count > mostDeviceInfo) {
            text.resize(i);
            break;
        }
    }
    return text;
}

std::string_view bearerOf(const http::Request &request)
{
    constexpr std::string_view scheme = "bearer ";
    const std::string_view header = request.header("authorization");
    if (header.size() <= scheme.size() || support::asciiLower(header.substr(0, scheme.size())) != scheme)
        return {};
    return header.substr(scheme.size());
}

} // namespace

Sessions::Sessions(store::Pool &pool, const Tokens &tokens, SessionTimes times, support::Now now)
    : m_pool(pool), m_tokens(tokens), m_times(times), m_now(std::move(now))
{}

IssuedTokens Sessions::issue(const TokenClaims &refreshClaims, std::string refreshToken) const
{
    TokenClaims access = refreshClaims;
    access.expiresAt = secondsNow() + m_times.accessSeconds;
    IssuedTokens issued;
    issued.access = m_tokens.access(access, m_now());
    issued.refresh = std::move(refreshToken);
    issued.claims = refreshClaims;
    issued.expiresIn = m_times.accessSeconds;
    issued.refreshExpiresIn = refreshClaims.expiresAt - secondsNow();
    return issued;
}

Task<Result<IssuedTokens>> Sessions::begin(Uuid userId, std::optional<std::string> deviceInfo)
{
    const TokenClaims claims{userId, Uuid::random(), 1, secondsNow() + m_times.refreshSeconds};
    std::string token = m_tokens.refresh(claims);
    if (deviceInfo)
        deviceInfo = shortened(std::move(*deviceInfo));
    auto rows = co_await m_pool.query(
        "INSERT INTO user_sessions (id, user_id, refresh_token, expires_at, device_info, generation, "
        "last_used_at) VALUES ($1, $2, $3, to_timestamp($4::bigint), $5, $6, CURRENT_TIMESTAMP)",
        claims.sessionId, userId, hashOf(token), claims.expiresAt, deviceInfo, claims.generation);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    co_return issue(claims, std::move(token));
}

// The one indexed read of every request.
Task<Result<std::optional<Sessions::Row>>> Sessions::read(TokenClaims claims)
{
    auto rows = co_await m_pool.query(
        "SELECT s.generation, s.refresh_token, s.previous_hash, extract(epoch FROM s.expires_at)::bigint AS expires, "
        "COALESCE(u.is_active, false) AS active, f.epoch || '.' || f.head AS feed "
        "FROM user_sessions s JOIN users u ON u.id = s.user_id LEFT JOIN user_feed f ON f.user_id = s.user_id "
        "WHERE s.id = $1 AND s.user_id = $2",
        claims.sessionId, claims.userId);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    if (rows->empty() || !rows->front().boolean("active"))
        co_return std::optional<Row>();
    const store::Row row = rows->front();
    Row found{row.integer("generation"), row.text("refresh_token"), row.text("previous_hash"), row.integer("expires"),
              row.text("feed")};
    if (found.expiresAt <= secondsNow())
        co_return std::optional<Row>();
    co_return std::optional<Row>(std::move(found));
}

Task<Result<Principal>> Sessions::authenticate(const http::Request &request)
{
    const std::string token(bearerOf(request));
    if (token.empty())
        co_return support::fail(support::problem(401, "token_missing", "Sign in first."));
    co_return co_await authenticateToken(token);
}

// Whether we signed it does not change, so it is found out once; whether it is still good is asked every time.
Result<TokenClaims> Sessions::readAccess(const std::string &token)
{
    constexpr std::size_t mostVerified = 20000;
    std::string digest = support::sha256(token);
    const auto known = m_verified.find(digest);
    if (known != m_verified.end() && known->second.expiresAt > secondsNow())
        return known->second;
    if (known != m_verified.end())
        m_verified.erase(known);
    auto claims = m_tokens.readAccess(token, m_now());
    if (m_verified.size() >= mostVerified)
        m_verified.clear();
    if (claims)
        m_verified.emplace(std::move(digest), *claims);
    return claims;
}

Task<Result<Principal>> Sessions::authenticateToken(std::string accessToken)
{
    const auto claims = readAccess(accessToken);
    if (!claims)
        co_return support::fail(claims.error());
    auto row = co_await read(*claims);
    if (!row)
        co_return support::fail(std::move(row.error()));
    if (!*row)
        co_return support::fail(revoked());
    // The client got the newest tokens: from now on the previous refresh token can only be a thief's.
    if (claims->generation == (*row)->generation && !(*row)->previousHash.empty()) {
        auto forgotten =
            co_await m_pool.query("UPDATE user_sessions SET previous_hash = NULL WHERE id = $1 AND generation = $2",
                                  claims->sessionId, claims->generation);
        if (!forgotten)
            co_return support::fail(std::move(forgotten.error()));
    }
    co_return Principal{claims->userId, claims->sessionId, claims->generation, std::move((*row)->feed)};
}

Task<Result<IssuedTokens>> Sessions::rotate(std::string refreshToken)
{
    const auto presented = m_tokens.readRefresh(refreshToken, m_now());
    if (!presented)
        co_return support::fail(presented.error());
    const std::string hash = hashOf(refreshToken);
    // Who loses the race for the exchange reads again, and then repeats the winner's answer.
    for (int attempt = 0; attempt < 4; ++attempt) {
        auto row = co_await read(*presented);
        if (!row)
            co_return support::fail(std::move(row.error()));
        if (!*row)
            co_return support::fail(revoked());
        switch (judge(**row, *presented, hash)) {
        case Presented::Previous:
            co_return repeat(*presented, **row);
        case Presented::Stolen: {
            auto ended = co_await end(presented->userId, presented->sessionId);
            if (!ended)
                co_return support::fail(std::move(ended.error()));
            co_return support::fail(support::problem(
                401, "token_reused", "This token was used before. The session has been ended for safety."));
        }
        case Presented::Current:
        case Presented::Newer:
            break;
        }
        auto advanced = co_await advance(*presented, hash, **row);
        if (!advanced)
            co_return support::fail(std::move(advanced.error()));
        if (*advanced)
            co_return std::move(**advanced);
    }
    co_return support::fail(support::unavailable("The session is busy."));
}

// Compare and swap; nothing when another request was faster.
Task<Result<std::optional<IssuedTokens>>> Sessions::advance(TokenClaims presented, std::string presentedHash, Row row)
{
    const TokenClaims next{presented.userId, presented.sessionId, presented.generation + 1,
                           secondsNow() + m_times.refreshSeconds};
    std::string token = m_tokens.refresh(next);
    auto rows = co_await m_pool.query(
        "UPDATE user_sessions SET refresh_token = $1, previous_hash = $2, generation = $3, expires_at = "
        "to_timestamp($4::bigint), "
        "last_used_at = CURRENT_TIMESTAMP WHERE id = $5 AND refresh_token = $6 AND generation = $7",
        hashOf(token), presentedHash, next.generation, next.expiresAt, next.sessionId, row.currentHash, row.generation);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    if (rows->affected() == 0)
        co_return std::optional<IssuedTokens>();
    co_return issue(next, std::move(token));
}

// The identical successor, signed again; by the key that signed it first, should the keys have changed since.
Result<IssuedTokens> Sessions::repeat(const TokenClaims &presented, const Row &row) const
{
    const TokenClaims successor{presented.userId, presented.sessionId, row.generation, row.expiresAt};
    for (const SigningKey &key : m_tokens.keys().all()) {
        std::string token = m_tokens.refreshSignedBy(key, successor);
        if (hashOf(token) == row.currentHash)
            return issue(successor, std::move(token));
    }
    return support::fail(revoked());
}

Task<Result<boost::json::array>> Sessions::list(Principal who)
{
    auto rows = co_await m_pool.query("SELECT id, device_info, created_at, expires_at FROM user_sessions "
                                      "WHERE user_id = $1 AND expires_at > CURRENT_TIMESTAMP ORDER BY created_at, id",
                                      who.userId);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    boost::json::array all;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const store::Row row = (*rows)[i];
        const auto info = row.optionalText("device_info");
        boost::json::object item;
        item["id"] = row.text("id");
        item["device_info"] = info ? boost::json::value(boost::json::string(*info)) : boost::json::value();
        item["created_at"] = row.wireTime("created_at");
        item["expires_at"] = row.wireTime("expires_at");
        item["current"] = row.uuid("id") == who.sessionId;
        all.push_back(std::move(item));
    }
    co_return all;
}

Task<Result<bool>> Sessions::end(Uuid userId, Uuid sessionId)
{
    auto rows = co_await m_pool.query("DELETE FROM user_sessions WHERE id = $1 AND user_id = $2", sessionId, userId);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    co_return rows->affected() > 0;
}

Task<Result<void>> Sessions::endOthers(Principal who)
{
    auto rows =
        co_await m_pool.query("DELETE FROM user_sessions WHERE user_id = $1 AND id <> $2", who.userId, who.sessionId);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    co_return Result<void>();
}

Task<Result<void>> Sessions::endAll(Uuid userId)
{
    auto rows = co_await m_pool.query("DELETE FROM user_sessions WHERE user_id = $1", userId);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    co_return Result<void>();
}

Task<Result<void>> Sessions::endByRefreshTokenOf(Uuid userId, std::string refreshToken)
{
    const auto claims = m_tokens.readRefresh(refreshToken, m_now());
    if (!claims || claims->userId != userId)
        co_return support::fail(revoked());
    co_return co_await endByRefreshToken(std::move(refreshToken));
}

Task<Result<void>> Sessions::endByRefreshToken(std::string refreshToken)
{
    const auto claims = m_tokens.readRefresh(refreshToken, m_now());
    if (!claims)
        co_return support::fail(claims.error());
    auto ended = co_await end(claims->userId, claims->sessionId);
    if (!ended)
        co_return support::fail(std::move(ended.error()));
    co_return Result<void>();
}

} // namespace learnlab::server::auth
