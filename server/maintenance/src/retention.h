#pragma once
// Which backups are kept. Pure.

#include <server/support/time.h>

#include <string>
#include <vector>

namespace learnlab::server::maintenance {

struct TakenBackup
{
    std::string name;
    support::Time takenAt;
};

// The last one of each of the newest `daily` days that have one, of each of the newest `weekly` weeks (from Monday),
// and the newest of all whatever the numbers say. By UTC.
[[nodiscard]] std::vector<std::string> namesToRemove(std::vector<TakenBackup> backups, int daily, int weekly);

} // namespace learnlab::server::maintenance
