#include "cursor.h"

#include <charconv>

namespace learnlab::server::files {

namespace {

std::optional<std::int64_t> takeNumber(std::string_view &text)
{
    const auto part = text.substr(0, text.find('.'));
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || end != part.data() + part.size() || value < 0)
        return std::nullopt;
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    return value;
}

} // namespace

std::string Cursor::text() const
{
    auto out = epoch + "." + std::to_string(revision);
    if (base > 0)
        out += "." + std::to_string(base);
    return out;
}

std::optional<Cursor> Cursor::parse(std::string_view text)
{
    Cursor cursor;
    const auto dot = text.find('.');
    if (dot == std::string_view::npos || dot == 0)
        return std::nullopt;
    cursor.epoch = std::string(text.substr(0, dot));
    text.remove_prefix(dot + 1);
    const auto revision = takeNumber(text);
    if (!revision)
        return std::nullopt;
    cursor.revision = *revision;
    if (!text.empty()) {
        const auto base = takeNumber(text);
        if (!base || !text.empty())
            return std::nullopt;
        cursor.base = *base;
    }
    return cursor;
}

bool isKnown(const Cursor &cursor, const FeedHead &feed)
{
    const auto since = cursor.base > 0 ? cursor.base : cursor.revision;
    return cursor.epoch == feed.epoch && cursor.revision <= feed.head && cursor.base <= feed.head &&
           since >= feed.oldest;
}

} // namespace learnlab::server::files
