#pragma once
// Rows of `user_sessions` and the rotation of their tokens. Loop thread only.

#include <server/auth/guard.h>
#include <server/auth/tokens.h>
#include <server/store/pool.h>

#include <unordered_map>

namespace learnlab::server::auth {

struct SessionTimes
{
    int accessSeconds = 900;
    int refreshSeconds = 30 * 24 * 3600;
};

struct IssuedTokens
{
    std::string access;
    std::string refresh;
    TokenClaims claims; // of the refresh token
    std::int64_t expiresIn = 0;
    std::int64_t refreshExpiresIn = 0;
};

class Sessions : public Guard
{
public:
    // All of them outlive this.
    Sessions(store::Pool &pool, const Tokens &tokens, SessionTimes times, support::Now now = support::systemNow);

    [[nodiscard]] Task<Result<IssuedTokens>> begin(Uuid userId, std::optional<std::string> deviceInfo);
    // 401 token_expired, token_revoked, or token_reused (then the session has ended).
    [[nodiscard]] Task<Result<IssuedTokens>> rotate(std::string refreshToken);
    [[nodiscard]] Task<Result<Principal>> authenticate(const http::Request &request) override;
    // Of an access token, without a request.
    [[nodiscard]] Task<Result<Principal>> authenticateToken(std::string accessToken);

    [[nodiscard]] Task<Result<boost::json::array>> list(Principal who);
    [[nodiscard]] Task<Result<bool>> end(Uuid userId, Uuid sessionId); // whether there was one
    [[nodiscard]] Task<Result<void>> endOthers(Principal who);
    [[nodiscard]] Task<Result<void>> endAll(Uuid userId);
    [[nodiscard]] Task<Result<void>> endByRefreshToken(std::string refreshToken);
    // The same for a token of this user; 401 for any other.
    [[nodiscard]] Task<Result<void>> endByRefreshTokenOf(Uuid userId, std::string refreshToken);

private:
    struct Row;
    [[nodiscard]] IssuedTokens issue(const TokenClaims &refreshClaims, std::string refreshToken) const;
    [[nodiscard]] Task<Result<std::optional<Row>>> read(TokenClaims claims);
    [[nodiscard]] Task<Result<std::optional<IssuedTokens>>> advance(TokenClaims presented, std::string presentedHash,
                                                                    Row row);
    [[nodiscard]] Result<IssuedTokens> repeat(const TokenClaims &presented, const Row &row) const;
    [[nodiscard]] Result<TokenClaims> readAccess(const std::string &token);
    [[nodiscard]] std::int64_t secondsNow() const { return support::unixSeconds(m_now()); }

    store::Pool &m_pool;
    const Tokens &m_tokens;
    SessionTimes m_times;
    support::Now m_now;
    std::unordered_map<std::string, TokenClaims> m_verified; // by the digest of an access token that we signed
};

} // namespace learnlab::server::auth
