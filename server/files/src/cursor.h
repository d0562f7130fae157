#pragma once
// How far a client has read the feed: opaque to it, a value here.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace learnlab::server::files {

struct Cursor
{
    std::string epoch;
    std::int64_t revision = 0;
    // Of a pull from 0 that is under way: the head when it began. Tombstones up to it are of no interest. Else 0.
    std::int64_t base = 0;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<Cursor> parse(std::string_view text);
};

struct FeedHead
{
    std::string epoch;
    std::int64_t head = 0;
    std::int64_t oldest = 0; // tombstones up to this revision are gone
    std::int64_t profileRevision = 0;
};

// Whether the feed can go on from here; otherwise the client is told 410 and begins at 0.
[[nodiscard]] bool isKnown(const Cursor &cursor, const FeedHead &feed);

} // namespace learnlab::server::files
