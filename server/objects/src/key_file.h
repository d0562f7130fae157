#pragma once
// A secret of this program in a file of its own.

#include <server/support/result.h>

namespace learnlab::server::objects {

// 32 bytes, written in hex, mode 0600; made when the file is absent. 503 when it cannot be made or holds something
// else.
[[nodiscard]] support::Result<std::string> readOrMakeKey(const std::string &path);

} // namespace learnlab::server::objects
