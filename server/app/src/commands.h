#pragma once
// What the program can be asked to do. Each answers the exit code: 0 done, 1 failed, 2 wrong usage or configuration.

#include <server/support/config.h>

#include <string>
#include <vector>

namespace learnlab::server::app {

[[nodiscard]] int serve(const support::Config &config);
[[nodiscard]] int migrate(const support::Config &config);
[[nodiscard]] int maintain(const support::Config &config, const std::vector<std::string> &arguments);
[[nodiscard]] int backup(const support::Config &config, const std::vector<std::string> &arguments);
[[nodiscard]] int verifyBackup(const support::Config &config, const std::vector<std::string> &arguments);
[[nodiscard]] int restore(const support::Config &config, const std::vector<std::string> &arguments);
[[nodiscard]] int user(const support::Config &config, const std::vector<std::string> &arguments);
[[nodiscard]] int check(const support::Config &config, const std::vector<std::string> &arguments);

[[nodiscard]] int adopt(const support::Config &config, const std::vector<std::string> &arguments);
// Needs no settings, no database and no network.
[[nodiscard]] int verifyReceipt(const std::vector<std::string> &arguments);

// What serving needs beyond each setting being lawful by itself; empty when it has it.
[[nodiscard]] std::string complaintAbout(const support::Config &config);

int refuse(const std::string &why); // says why on stderr; 2

} // namespace learnlab::server::app
