#pragma once
// The one digest beside SHA-256 that S3 asks for.

#include <string>
#include <string_view>

namespace learnlab::server::objects {

[[nodiscard]] std::string md5Base64(std::string_view bytes); // as Content-MD5 wants it

} // namespace learnlab::server::objects
