#include <server/auth/tokens.h>

#include <server/support/bytes.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstring>

namespace learnlab::server::auth {
namespace {

constexpr std::string_view accessPurpose = "access";
constexpr std::string_view refreshPurpose = "refresh";
constexpr std::string_view audience = "learnlab";
constexpr std::int64_t mostClockSkew = 60; // seconds, between servers of one database

// A key for each purpose: an access token's signature is none for a refresh token, whatever its claims say.
std::string signatureOf(const SigningKey &key, std::string_view purpose, std::string_view text)
{
    return support::hmacSha256(support::hmacSha256(key.secret, "learnlab token " + std::string(purpose)), text);
}

std::string sign(const SigningKey &key, std::string_view purpose, const boost::json::object &claims)
{
    const boost::json::object header{{"alg", "HS256"}, {"kid", key.id}};
    const std::string text = support::toBase64Url(boost::json::serialize(header)) + "." +
                             support::toBase64Url(boost::json::serialize(claims));
    return text + "." + support::toBase64Url(signatureOf(key, purpose, text));
}

std::string shortId(const Uuid &id)
{
    std::string raw(id.bytes.size(), '\0');
    std::memcpy(raw.data(), id.bytes.data(), raw.size());
    return support::toBase64Url(raw);
}

std::optional<Uuid> fromShortId(std::string_view text)
{
    const auto raw = support::fromBase64Url(text);
    Uuid id;
    if (!raw || raw->size() != id.bytes.size())
        return {};
    std::memcpy(id.bytes.data(), raw->data(), raw->size());
    return id;
}

std::optional<boost::json::object> decode(std::string_view part)
{
    const auto raw = support::fromBase64Url(part);
    if (!raw)
        return {};
    boost::system::error_code error;
    boost::json::value value = boost::json::parse(*raw, error);
    if (error || !value.is_object())
        return {};
    return std::move(value.as_object());
}

std::string_view textOf(const boost::json::object &object, std::string_view name)
{
    const boost::json::value *value = object.if_contains(name);
    const boost::json::string *text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
}

std::optional<std::int64_t> numberOf(const boost::json::object &object, std::string_view name)
{
    const boost::json::value *value = object.if_contains(name);
    const std::int64_t *number = value == nullptr ? nullptr : value->if_int64();
    return number == nullptr ? std::nullopt : std::optional(*number);
}

// The claims of a token that one of our keys signed for this purpose.
std::optional<boost::json::object> verified(const KeyRing &keys, std::string_view purpose, std::string_view token)
{
    const auto first = token.find('.');
    const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.size() > 2048)
        return {};
    const auto header = decode(token.substr(0, first));
    // The algorithm is ours to choose, never the token's.
    if (!header || textOf(*header, "alg") != "HS256" || header->contains("crit"))
        return {};
    const SigningKey *key = keys.find(textOf(*header, "kid"));
    const auto signature = support::fromBase64Url(token.substr(second + 1));
    if (key == nullptr || !signature ||
        !support::equalSecret(*signature, signatureOf(*key, purpose, token.substr(0, second))))
        return {};
    auto claims = decode(token.substr(first + 1, second - first - 1));
    if (!claims || textOf(*claims, "typ") != purpose)
        return {};
    return claims;
}

support::Failure notValid()
{
    return support::fail(support::problem(401, "token_revoked", "The token is not valid here. Sign in again."));
}

Result<TokenClaims> finished(std::optional<Uuid> user, std::optional<Uuid> session, const boost::json::object &claims,
                             Time now)
{
    const auto generation = numberOf(claims, "gen");
    const auto expires = numberOf(claims, "exp");
    if (!user || !session || !generation || !expires)
        return notValid();
    if (*expires <= support::unixSeconds(now))
        return support::fail(support::problem(401, "token_expired", "The token has expired."));
    return TokenClaims{*user, *session, *generation, *expires};
}

} // namespace

Tokens::Tokens(KeyRing keys) : m_keys(std::move(keys)), m_issuer("learnlab:" + m_keys.serverId().text()) {}

std::string Tokens::access(const TokenClaims &claims, Time issuedAt) const
{
    return sign(m_keys.current(), accessPurpose,
                {{"typ", accessPurpose},
                 {"sub", claims.userId.text()},
                 {"sid", claims.sessionId.text()},
                 {"gen", claims.generation},
                 {"iss", m_issuer},
                 {"aud", audience},
                 {"iat", support::unixSeconds(issuedAt)},
                 {"exp", claims.expiresAt},
                 {"jti", support::toBase64Url(support::randomBytes(12))}});
}

std::string Tokens::refresh(const TokenClaims &claims) const
{
    return refreshSignedBy(m_keys.current(), claims);
}

std::string Tokens::refreshSignedBy(const SigningKey &key, const TokenClaims &claims) const
{
    return sign(key, refreshPurpose,
                {{"typ", refreshPurpose},
                 {"sub", shortId(claims.userId)},
                 {"sid", shortId(claims.sessionId)},
                 {"gen", claims.generation},
                 {"exp", claims.expiresAt}});
}

Result<TokenClaims> Tokens::readAccess(std::string_view token, Time now) const
{
    const auto claims = verified(m_keys, accessPurpose, token);
    if (!claims || textOf(*claims, "iss") != m_issuer || textOf(*claims, "aud") != audience)
        return notValid();
    const auto issued = numberOf(*claims, "iat");
    if (!issued || *issued > support::unixSeconds(now) + mostClockSkew)
        return notValid();
    return finished(Uuid::parse(textOf(*claims, "sub")), Uuid::parse(textOf(*claims, "sid")), *claims, now);
}

Result<TokenClaims> Tokens::readRefresh(std::string_view token, Time now) const
{
    const auto claims = verified(m_keys, refreshPurpose, token);
    if (!claims)
        return notValid();
    return finished(fromShortId(textOf(*claims, "sub")), fromShortId(textOf(*claims, "sid")), *claims, now);
}

} // namespace learnlab::server::auth
