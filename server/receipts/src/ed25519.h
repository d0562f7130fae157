#pragma once
// Ed25519 and base64 by OpenSSL.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace learnlab::server::receipts {

inline constexpr std::size_t keyBytes = 32;

[[nodiscard]] std::optional<std::string> ed25519Public(std::string_view seed);
// Empty when the seed is none.
[[nodiscard]] std::string ed25519Sign(std::string_view seed, std::string_view message);
[[nodiscard]] bool ed25519Verify(std::string_view publicKey, std::string_view message, std::string_view signature);

[[nodiscard]] std::string toBase64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text); // strict: padded, canonical

// SHA-256 of bytes that come in pieces.
class ContentDigest
{
public:
    ContentDigest();
    void add(std::string_view bytes);
    [[nodiscard]] std::string hex(); // once, at the end

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace learnlab::server::receipts
