#pragma once
// How a browser is told the name of what it gets.

#include <string>
#include <string_view>

namespace learnlab::server::objects {

// Always an attachment; the name in RFC 5987's encoding, so that no byte of it can end the header.
[[nodiscard]] std::string contentDisposition(std::string_view filename);

} // namespace learnlab::server::objects
