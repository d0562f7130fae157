#pragma once
// What the program can be asked to do. Each answers the exit code: 0 done, 1 failed, 2 wrong usage or configuration.

#include <server/support/config.h>

#include <string>
#include <vector>

namespace learnlab::server::app {

[[nodiscard]] int serve(const support::Config &config);
[[nodiscard]] int migrate(const support::Config &config);
[[nodiscard]] int addUser(const support::Config &config, const std::vector<std::string> &arguments);

int refuse(const std::string &why); // says why on stderr; 2

} // namespace learnlab::server::app
