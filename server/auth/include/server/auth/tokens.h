#pragma once
// Access and refresh tokens: JWT with HS256 and nothing else. Pure: the time is given. A refresh token is a function of
// its claims alone, so that a repeated request gets the identical successor.

#include <server/auth/keys.h>
#include <server/support/time.h>

namespace learnlab::server::auth {

using support::Result;
using support::Time;
using support::Uuid;

struct TokenClaims
{
    Uuid userId;
    Uuid sessionId;
    std::int64_t generation = 0;
    std::int64_t expiresAt = 0; // seconds since 1970
};

class Tokens
{
public:
    explicit Tokens(KeyRing keys);

    [[nodiscard]] std::string access(const TokenClaims &claims, Time issuedAt) const;
    [[nodiscard]] std::string refresh(const TokenClaims &claims) const; // at most 255 characters
    [[nodiscard]] std::string refreshSignedBy(const SigningKey &key, const TokenClaims &claims) const;
    // 401 token_expired for a true but old one, 401 token_revoked for everything else.
    [[nodiscard]] Result<TokenClaims> readAccess(std::string_view token, Time now) const;
    [[nodiscard]] Result<TokenClaims> readRefresh(std::string_view token, Time now) const;
    [[nodiscard]] const KeyRing &keys() const { return m_keys; }

private:
    KeyRing m_keys;
    std::string m_issuer;
};

} // namespace learnlab::server::auth
