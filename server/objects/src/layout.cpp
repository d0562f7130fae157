#include "layout.h"

#include <server/support/bytes.h>

#include <charconv>

namespace learnlab::server::objects {

std::optional<Part> Layout::parsePartName(std::string_view name)
{
    const auto dot = name.find('.');
    if (!name.starts_with('p') || dot == std::string_view::npos || !support::isLowerHexDigest(name.substr(dot + 1)))
        return std::nullopt;
    Part part;
    const auto [end, error] = std::from_chars(name.data() + 1, name.data() + dot, part.number);
    if (error != std::errc() || end != name.data() + dot || part.number < 1)
        return std::nullopt;
    part.sha256 = std::string(name.substr(dot + 1));
    return part;
}

} // namespace learnlab::server::objects
