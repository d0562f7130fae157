#pragma once
// pg_dump and pg_restore. The database's address holds a password: it goes by the environment, never into the process
// list. Blocking: for programs that do nothing else meanwhile.

#include <server/support/result.h>

#include <string>
#include <vector>

namespace learnlab::server::maintenance {

struct PostgresTool
{
    std::string databaseUrl; // empty: the program asks no database
    std::string program;     // found on the PATH, or with a path
    std::vector<std::string> arguments;
    std::string outputFile; // of its standard output; empty: nobody reads it
};

// 503 with the program's own last words when it fails.
[[nodiscard]] support::Result<void> run(const PostgresTool &tool);

} // namespace learnlab::server::maintenance
