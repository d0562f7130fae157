#pragma once
// The name of an object: users/<user>/<batch>/<upload>, never made of a name from outside. A value.

#include <server/support/uuid.h>

#include <optional>
#include <string>
#include <string_view>

namespace learnlab::server::objects {

struct ObjectKey
{
    support::Uuid user;
    support::Uuid batch;
    support::Uuid upload;

    [[nodiscard]] std::string text() const;
    // Nothing for any other text: keys of other systems are in the table too.
    [[nodiscard]] static std::optional<ObjectKey> parse(std::string_view text);

    auto operator<=>(const ObjectKey &) const = default;
};

// Whether a text can name an object at all, be it one of ours or a backup's: two segments or more of letters, digits,
// `-`, `_` and `.`, none beginning with a dot, 512 bytes at most.
[[nodiscard]] bool isKeyText(std::string_view key);

} // namespace learnlab::server::objects
