#include <server/receipts/receipt.h>

#include "ed25519.h"

#include <server/support/bytes.h>

#include <boost/json/parse.hpp>

#include <algorithm>

namespace learnlab::server::receipts {

using support::fail;
using support::problem;

namespace {

constexpr std::size_t mostBytes = 1 << 20;

std::optional<boost::json::object> objectFrom(std::string_view text)
{
    boost::system::error_code error;
    boost::json::parse_options limits;
    limits.max_depth = 8;
    if (text.size() > mostBytes || !support::isUtf8(text))
        return std::nullopt;
    auto value = boost::json::parse(text, error, {}, limits);
    if (error || !value.is_object())
        return std::nullopt;
    return std::move(value.as_object());
}

std::optional<std::string> textIn(const boost::json::object &object, std::string_view name)
{
    const auto *value = object.if_contains(name);
    const auto *text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::nullopt : std::optional(std::string(*text));
}

std::optional<support::Time> timeIn(const boost::json::object &object, std::string_view name)
{
    const auto text = textIn(object, name);
    return text ? support::parseTime(*text) : std::nullopt;
}

std::optional<std::int64_t> numberIn(const boost::json::object &object, std::string_view name)
{
    const auto *value = object.if_contains(name);
    const auto *number = value == nullptr ? nullptr : value->if_int64();
    return number == nullptr ? std::nullopt : std::optional(*number);
}

support::Failure notAReceipt()
{
    return fail(problem(400, "receipt_malformed", "This is not a receipt of a LearnLab server."));
}

support::Failure notKeys()
{
    return fail(problem(400, "keys_malformed", "This is not a list of a LearnLab server's receipt keys."));
}

std::optional<PublicKey> keyFrom(const boost::json::value &value)
{
    const auto *object = value.if_object();
    if (object == nullptr)
        return std::nullopt;
    const auto id = textIn(*object, "id");
    const auto encoded = textIn(*object, "public_key");
    const auto raw = encoded ? fromBase64(*encoded) : std::nullopt;
    const auto from = timeIn(*object, "from");
    const auto *end = object->if_contains("until");
    const bool ends = end != nullptr && !end->is_null();
    const auto until = ends ? timeIn(*object, "until") : std::nullopt;
    if (!id || !raw || raw->size() != keyBytes || !from || (ends && !until))
        return std::nullopt;
    return PublicKey{*id, *raw, *from, until};
}

std::optional<Claims> claimsFrom(const boost::json::object &payload)
{
    const auto *user = payload.if_contains("user");
    if (user == nullptr || !user->is_object())
        return std::nullopt;
    const auto server = textIn(payload, "server_id");
    const auto file = textIn(payload, "file_id");
    const auto revision = numberIn(payload, "revision");
    const auto name = textIn(payload, "name");
    const auto size = numberIn(payload, "size");
    const auto sha256 = textIn(payload, "sha256");
    const auto userId = textIn(user->get_object(), "id");
    const auto username = textIn(user->get_object(), "username");
    const auto committed = timeIn(payload, "committed_at");
    const auto verified = timeIn(payload, "verified_at");
    if (!server || !file || !revision || !name || !size || !sha256 || !userId || !username || !committed || !verified)
        return std::nullopt;
    return Claims{*server, *file, *revision, *name, *size, *sha256, *userId, *username, *committed, *verified};
}

} // namespace

boost::json::object Receipt::json() const
{
    return {{"payload", payload}, {"signature", signature}, {"key_id", keyId}};
}

Result<Receipt> Receipt::parse(std::string_view text)
{
    const auto object = objectFrom(text);
    if (!object)
        return notAReceipt();
    const auto payload = textIn(*object, "payload");
    const auto signature = textIn(*object, "signature");
    const auto key = textIn(*object, "key_id");
    if (!payload || !signature || !key)
        return notAReceipt();
    return Receipt{*payload, *signature, *key};
}

Result<std::vector<PublicKey>> parseKeys(std::string_view text)
{
    const auto object = objectFrom(text);
    const auto *list = object ? object->if_contains("keys") : nullptr;
    if (list == nullptr || !list->is_array() || list->get_array().empty())
        return notKeys();
    std::vector<PublicKey> keys;
    for (const auto &item : list->get_array()) {
        auto key = keyFrom(item);
        if (!key)
            return notKeys();
        keys.push_back(std::move(*key));
    }
    return keys;
}

boost::json::object keyJson(const PublicKey &key)
{
    boost::json::object out{
        {"id", key.id}, {"public_key", toBase64(key.raw)}, {"from", support::formatTime(key.from)}, {"until", nullptr}};
    if (key.until)
        out["until"] = support::formatTime(*key.until);
    return out;
}

std::optional<std::string> publicKeyOf(std::string_view seed)
{
    return ed25519Public(seed);
}

Receipt sign(const Claims &claims, const std::string &keyId, std::string_view seed)
{
    const boost::json::object payload{{"committed_at", support::formatTime(claims.committedAt)},
                                      {"file_id", claims.fileId},
                                      {"key_id", keyId},
                                      {"name", claims.name},
                                      {"revision", claims.revision},
                                      {"server_id", claims.serverId},
                                      {"sha256", claims.sha256},
                                      {"size", claims.size},
                                      {"user", {{"id", claims.userId}, {"username", claims.username}}},
                                      {"verified_at", support::formatTime(claims.verifiedAt)}};
    Receipt receipt;
    receipt.payload = canonicalJson(payload).value_or("");
    receipt.signature = toBase64(ed25519Sign(seed, std::string(signedPrefix) + receipt.payload));
    receipt.keyId = keyId;
    return receipt;
}

Result<Claims> verify(const Receipt &receipt, const std::vector<PublicKey> &keys, const std::optional<Content> &content)
{
    const auto payload = objectFrom(receipt.payload);
    const auto claims = payload ? claimsFrom(*payload) : std::nullopt;
    if (!claims || canonicalJson(*payload) != receipt.payload || textIn(*payload, "key_id") != receipt.keyId)
        return notAReceipt();
    const auto key = std::ranges::find(keys, receipt.keyId, &PublicKey::id);
    if (key == keys.end())
        return fail(problem(400, "receipt_key_unknown",
                            "The receipt was signed with a key that is not in the list of keys. It may be another "
                            "server's, or newer than the list."));
    const auto signature = fromBase64(receipt.signature);
    if (!signature || !ed25519Verify(key->raw, std::string(signedPrefix) + receipt.payload, *signature))
        return fail(problem(400, "receipt_changed",
                            "The signature does not belong to this receipt: it was changed, or made by someone else."));
    if (claims->verifiedAt < key->from || (key->until && claims->verifiedAt > *key->until))
        return fail(
            problem(400, "receipt_key_not_valid", "The receipt was signed at a time when its key was not in use."));
    if (content && (content->size != claims->size || content->sha256 != claims->sha256))
        return fail(problem(400, "receipt_other_content",
                            "The receipt is genuine, but it is for another content than this file's."));
    return *claims;
}

} // namespace learnlab::server::receipts
