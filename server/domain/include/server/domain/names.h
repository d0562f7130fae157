#pragma once
// Names of files and folders: what is allowed, when two are equal, and which one is free. Pure functions, any thread.

#include <server/support/result.h>

#include <functional>
#include <string>
#include <string_view>

namespace learnlab::server::domain {

inline constexpr std::size_t mostNameCodePoints = 255;

// Normal form C of UTF-8 text; text that is no UTF-8 comes back as it is.
[[nodiscard]] std::string toNfc(std::string_view text);

// The name as it is stored: in NFC. 422 name_invalid for an empty name, more than 255 code points, `/`, NUL, `.` or
// `..`.
[[nodiscard]] support::Result<std::string> checkName(std::string_view name);

// "essay.pdf", 2 -> "essay (2).pdf". A number that is there already is counted on: "essay (2).pdf", 3 -> "essay
// (3).pdf". The stem is shortened where the whole would pass 255 code points. Folders have no extension.
[[nodiscard]] std::string numberedName(std::string_view name, int number, bool folder);

// The name itself when it is free, else the first free numbered one.
[[nodiscard]] std::string freeName(std::string_view name, bool folder,
                                   const std::function<bool(std::string_view)> &taken);

// A LIKE pattern (escape character \) that every numbered form of the name matches, so that one query finds the taken
// ones.
[[nodiscard]] std::string likeNumbered(std::string_view name, bool folder);

} // namespace learnlab::server::domain
