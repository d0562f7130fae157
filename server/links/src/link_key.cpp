#include <server/links/link_key.h>

#include <server/support/bytes.h>

#include <cstring>

namespace learnlab::server::links {
namespace {

constexpr std::size_t idBytes = 16;
constexpr std::size_t macBytes = 16;
constexpr std::size_t tokenLetters = 43;

} // namespace

LinkKey::LinkKey(const auth::KeyRing &keys) : m_key(support::hmacSha256(keys.all().back().secret, "learnlab links v1"))
{}

std::string LinkKey::mac(std::string_view id) const
{
    return support::hmacSha256(m_key, id).substr(0, macBytes);
}

std::string LinkKey::token(const support::Uuid &link) const
{
    const std::string id(link.bytes.begin(), link.bytes.end());
    return support::toBase64Url(id + mac(id));
}

std::optional<support::Uuid> LinkKey::open(std::string_view token) const
{
    if (token.size() != tokenLetters)
        return std::nullopt;
    const auto bytes = support::fromBase64Url(token);
    if (!bytes || bytes->size() != idBytes + macBytes)
        return std::nullopt;
    const std::string_view id = std::string_view(*bytes).substr(0, idBytes);
    if (!support::equalSecret(std::string_view(*bytes).substr(idBytes), mac(id)))
        return std::nullopt;
    support::Uuid link;
    std::memcpy(link.bytes.data(), id.data(), idBytes);
    return link;
}

} // namespace learnlab::server::links
