#pragma once
// Where the database may be: what libpq is told, one set of words for each host that an address names.

#include <server/support/result.h>

#include <string>
#include <utility>
#include <vector>

namespace learnlab::server::store {

using Words = std::vector<std::pair<std::string, std::string>>; // libpq's keywords and their values

// libpq itself would try one host after the other too, but it leaves time limits to whoever does not block: a machine
// that went without a word would keep the others from being asked. Where several are named and nothing is said of it,
// only the one that takes writes is meant. Connections to a machine that has vanished end within a minute, unless the
// address says otherwise. Fails for what is no address; the cause tells no secret.
[[nodiscard]] support::Result<std::vector<Words>> addressesOf(const std::string &url);

} // namespace learnlab::server::store
