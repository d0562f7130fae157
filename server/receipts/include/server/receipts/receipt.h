#pragma once
// A receipt: what the server signs to say that it has had a content. The signature (Ed25519) is over
// "learnlab-receipt-v1\n" and the payload, which is JSON in its canonical form (RFC 8785). docs/receipts.md tells a
// third party the same. Pure functions, any thread.

#include <server/support/result.h>
#include <server/support/time.h>
#include <server/support/uuid.h>

#include <boost/json/value.hpp>

#include <vector>

namespace learnlab::server::receipts {

using support::Problem;
using support::Result;

inline constexpr std::string_view signedPrefix = "learnlab-receipt-v1\n";

struct Receipt
{
    std::string payload;   // as it was signed, byte by byte
    std::string signature; // base64
    std::string keyId;

    [[nodiscard]] boost::json::object json() const;
    // 400 receipt_malformed.
    [[nodiscard]] static Result<Receipt> parse(std::string_view text);
};

// What a receipt says.
struct Claims
{
    std::string serverId;
    std::string fileId;
    std::int64_t revision = 0;
    std::string name;
    std::int64_t size = 0;
    std::string sha256;
    std::string userId;
    std::string username;
    support::Time committedAt;
    support::Time verifiedAt;
};

// A key that verifies, with the time in which it signed.
struct PublicKey
{
    std::string id;
    std::string raw; // 32 bytes
    support::Time from;
    std::optional<support::Time> until;
};

// The answer of GET /api/v2/receipt-keys, kept by whoever wants to verify later. 400 keys_malformed.
[[nodiscard]] Result<std::vector<PublicKey>> parseKeys(std::string_view text);
[[nodiscard]] boost::json::object keyJson(const PublicKey &key);

// The key of this seed (32 bytes); nothing for another length.
[[nodiscard]] std::optional<std::string> publicKeyOf(std::string_view seed);

[[nodiscard]] Receipt sign(const Claims &claims, const std::string &keyId, std::string_view seed);

// A content to hold a receipt against.
struct Content
{
    std::int64_t size = 0;
    std::string sha256;
};
// What the receipt says, when it is true. The detail of a failure is a sentence for whoever checks; its code is
// receipt_malformed, receipt_changed, receipt_key_unknown, receipt_key_not_valid or receipt_other_content.
[[nodiscard]] Result<Claims> verify(const Receipt &receipt, const std::vector<PublicKey> &keys,
                                    const std::optional<Content> &content = std::nullopt);

// RFC 8785. Nothing for what has no canonical form here: fractions and numbers beyond 2^53.
[[nodiscard]] std::optional<std::string> canonicalJson(const boost::json::value &value);

} // namespace learnlab::server::receipts
