#include "ed25519.h"

#include <server/support/bytes.h>

#include <openssl/evp.h>

namespace learnlab::server::receipts {
namespace {

struct FreeKey
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *roomOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

Key privateKey(std::string_view seed)
{
    return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(seed), seed.size()));
}

} // namespace

std::optional<std::string> ed25519Public(std::string_view seed)
{
    const Key key = privateKey(seed);
    std::string raw(keyBytes, '\0');
    std::size_t length = raw.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), roomOf(raw), &length) != 1 || length != keyBytes)
        return std::nullopt;
    return raw;
}

std::string ed25519Sign(std::string_view seed, std::string_view message)
{
    const Key key = privateKey(seed);
    const Context context(EVP_MD_CTX_new());
    std::string signature(64, '\0');
    std::size_t length = signature.size();
    if (!key || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), roomOf(signature), &length, bytesOf(message), message.size()) != 1)
        return {};
    signature.resize(length);
    return signature;
}

bool ed25519Verify(std::string_view publicKey, std::string_view message, std::string_view signature)
{
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(publicKey), publicKey.size()));
    const Context context(EVP_MD_CTX_new());
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytesOf(signature), signature.size(), bytesOf(message), message.size()) == 1;
}

std::string toBase64(std::string_view bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length = EVP_EncodeBlock(roomOf(text), bytesOf(bytes), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    constexpr std::size_t most = 4096;
    if (text.empty() || text.size() % 4 != 0 || text.size() > most)
        return std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    if (EVP_DecodeBlock(roomOf(bytes), bytesOf(text), static_cast<int>(text.size())) < 0)
        return std::nullopt;
    for (std::string_view rest = text; rest.ends_with('=') && !bytes.empty(); rest.remove_suffix(1))
        bytes.pop_back();
    if (toBase64(bytes) != text)
        return std::nullopt;
    return bytes;
}

} // namespace learnlab::server::receipts
