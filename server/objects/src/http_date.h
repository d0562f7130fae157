#pragma once
// The Date header.

#include <server/support/time.h>

namespace learnlab::server::objects {

// "Sun, 06 Nov 1994 08:49:37 GMT", the only form that is sent nowadays; nothing for any other text.
[[nodiscard]] std::optional<support::Time> parseHttpDate(std::string_view text);

} // namespace learnlab::server::objects
