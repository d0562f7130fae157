#pragma once
// Encodings, digests and randomness. Pure functions, any thread. "Bytes" are std::string holding any byte.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace learnlab::server::support {

[[nodiscard]] std::string toHex(std::string_view bytes); // lower case
[[nodiscard]] std::optional<std::string> fromHex(std::string_view text);
[[nodiscard]] std::string toBase64Url(std::string_view bytes);                 // without padding
[[nodiscard]] std::optional<std::string> fromBase64Url(std::string_view text); // strict: no padding, canonical
[[nodiscard]] std::string sha256(std::string_view bytes);                      // 32 bytes
[[nodiscard]] std::string hmacSha256(std::string_view key, std::string_view bytes);
[[nodiscard]] bool equalSecret(std::string_view a, std::string_view b); // in time independent of the content
[[nodiscard]] std::string randomBytes(std::size_t count);
[[nodiscard]] bool isLowerHexDigest(std::string_view text); // 64 lower-case hex digits
[[nodiscard]] std::string asciiLower(std::string_view text);
[[nodiscard]] bool isUtf8(std::string_view text);
[[nodiscard]] std::size_t codePoints(std::string_view utf8);

} // namespace learnlab::server::support
