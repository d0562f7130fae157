#pragma once
// The page behind a link, as text: HTML without scripts, whose only style is its own. Pure; any thread.

#include "words.h"

#include <cstdint>
#include <string>

namespace learnlab::server::links {

// What all pages of one answer share.
struct PageFrame
{
    const Words &words;
    std::string_view serverName;
};

struct SharedFile
{
    std::string_view name;
    std::int64_t size = 0;
    std::string_view sha256;  // empty: unknown
    std::string_view expires; // RFC 3339 in UTC; empty: never
};

[[nodiscard]] std::string filePage(const PageFrame &frame, const SharedFile &file);
// Tells nothing about the file before the password is right.
[[nodiscard]] std::string passwordPage(const PageFrame &frame, bool wrong);
[[nodiscard]] std::string closedPage(const PageFrame &frame);
[[nodiscard]] std::string waitPage(const PageFrame &frame);
[[nodiscard]] std::string troublePage(const PageFrame &frame);

// What a browser may do with these pages: show them, and send their form to this server, which may lead on to
// `contents` (an origin, or empty).
[[nodiscard]] std::string pagePolicy(std::string_view contents);

} // namespace learnlab::server::links
