#include "signing.h"

#include <server/support/bytes.h>

#include <array>
#include <charconv>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

std::string percentEncode(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
            byte == '-' || byte == '_' || byte == '.' || byte == '~') {
            out += c;
        } else {
            out += '%';
            out += "0123456789ABCDEF"[byte >> 4U];
            out += "0123456789ABCDEF"[byte & 15U];
        }
    }
    return out;
}

// A decimal number without sign, spaces or leading zeros: one text for one value.
std::optional<std::int64_t> strictNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || std::to_string(value) != text)
        return std::nullopt;
    return value;
}

// The parameters of the address, each exactly once and nothing else; in the order of `names`.
template <std::size_t N>
std::optional<std::array<std::string, N>> exactly(const http::Pairs &query,
                                                  const std::array<std::string_view, N> &names)
{
    if (query.size() != N)
        return std::nullopt;
    std::array<std::string, N> values;
    for (std::size_t i = 0; i < N; ++i) {
        int found = 0;
        for (const auto &[name, value] : query) {
            if (name == names[i]) {
                values[i] = value;
                ++found;
            }
        }
        if (found != 1)
            return std::nullopt;
    }
    return values;
}

std::optional<std::string> readPut(const http::Request &request, Permission &permission)
{
    static constexpr std::array<std::string_view, 5> names{"part", "size", "sha256", "expires", "signature"};
    const auto values = exactly(request.query, names);
    if (!values)
        return std::nullopt;
    const auto number = strictNumber((*values)[0]);
    const auto size = strictNumber((*values)[1]);
    const auto expires = strictNumber((*values)[3]);
    if (!number || *number < 1 || *number > 10000 || !size || !expires || !support::isLowerHexDigest((*values)[2]))
        return std::nullopt;
    permission.part = {static_cast<int>(*number), *size, (*values)[2]};
    permission.expires = *expires;
    return (*values)[4];
}

std::optional<std::string> readGet(const http::Request &request, Permission &permission)
{
    static constexpr std::array<std::string_view, 4> names{"name", "etag", "expires", "signature"};
    const auto values = exactly(request.query, names);
    if (!values)
        return std::nullopt;
    const auto expires = strictNumber((*values)[2]);
    if (!expires)
        return std::nullopt;
    permission.filename = (*values)[0];
    permission.etag = (*values)[1];
    permission.expires = *expires;
    return (*values)[3];
}

std::string pathOf(const ObjectKey &key)
{
    return "/objects/" + key.user.text() + "/" + key.batch.text() + "/" + key.upload.text();
}

} // namespace

std::string Signer::signature(const Permission &permission) const
{
    // Lengths before texts, so that no two permissions sign the same bytes.
    const auto field = [](std::string_view text) {
        return std::to_string(text.size()) + ":" + std::string(text) + "\n";
    };
    const std::string signedText =
        field(permission.method) + field(permission.key.text()) + field(std::to_string(permission.expires)) +
        field(std::to_string(permission.part.number)) + field(std::to_string(permission.part.size)) +
        field(permission.part.sha256) + field(permission.filename) + field(permission.etag);
    return support::toBase64Url(support::hmacSha256(m_secret, signedText));
}

std::string Signer::sign(const Permission &permission) const
{
    std::string address = pathOf(permission.key);
    if (permission.method == "PUT")
        address += "?part=" + std::to_string(permission.part.number) + "&size=" + std::to_string(permission.part.size) +
                   "&sha256=" + permission.part.sha256;
    else
        address += "?name=" + percentEncode(permission.filename) + "&etag=" + percentEncode(permission.etag);
    return address + "&expires=" + std::to_string(permission.expires) + "&signature=" + signature(permission);
}

Result<Permission> Signer::check(const http::Request &request, support::Time now) const
{
    Permission permission;
    permission.method = request.method == "HEAD" ? "GET" : request.method;
    const auto refuse = [] { return fail(problem(403, "bad_signature", "This address was not made by this server.")); };
    const auto user = support::Uuid::parse(request.pathValue("user"));
    const auto batch = support::Uuid::parse(request.pathValue("batch"));
    const auto upload = support::Uuid::parse(request.pathValue("upload"));
    if (!user || !batch || !upload)
        return refuse();
    permission.key = {*user, *batch, *upload};
    if (request.path != pathOf(permission.key)) // ids in lower case: one address for one thing
        return refuse();
    const auto given = permission.method == "PUT" ? readPut(request, permission) : readGet(request, permission);
    if (!given || !support::equalSecret(*given, signature(permission)))
        return refuse();
    if (permission.expires < support::unixSeconds(now))
        return fail(problem(403, "expired", "This address is over; ask for a new one."));
    return permission;
}

} // namespace learnlab::server::objects
