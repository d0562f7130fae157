#pragma once
// Ed25519 and base64 by OpenSSL.

#include <optional>
#include <string>
#include <string_view>

namespace learnlab::server::receipts {

inline constexpr std::size_t keyBytes = 32;

[[nodiscard]] std::optional<std::string> ed25519Public(std::string_view seed);
// Empty when the seed is none.
[[nodiscard]] std::string ed25519Sign(std::string_view seed, std::string_view message);
[[nodiscard]] bool ed25519Verify(std::string_view publicKey, std::string_view message, std::string_view signature);

[[nodiscard]] std::string toBase64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text); // strict: padded, canonical

} // namespace learnlab::server::receipts
