#pragma once
// Text of strangers, and other people's languages, for a page. Pure functions, any thread.

#include <cstdint>
#include <string>
#include <string_view>

namespace learnlab::server::links {

// Safe between tags and inside quoted attributes.
[[nodiscard]] std::string escaped(std::string_view text);
// A file's name as it may be shown: what would be invisible or turn the reading direction (`gnp.exe` as `exe.png`) is
// replaced by U+FFFD, which everybody sees. Not escaped.
[[nodiscard]] std::string shownName(std::string_view name);
// The letters of the last extension, upper case, at most five; empty for anything else.
[[nodiscard]] std::string extensionOf(std::string_view name);
// "1.8 MB" in decimal units, with the decimal separator and the units of the language.
[[nodiscard]] std::string shownSize(std::int64_t bytes, std::string_view language);

} // namespace learnlab::server::links
