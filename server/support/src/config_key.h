#pragma once
// The table of settings: name, meaning and lawful values, each in one line of config_key.cpp.

#include <server/support/config.h>

namespace learnlab::server::support {

struct ConfigKey
{
    std::string name;
    std::function<std::string(Config &, std::string_view)> set; // answers a complaint, empty when the value is lawful
};

[[nodiscard]] const std::vector<ConfigKey> &configKeys();
[[nodiscard]] const ConfigKey *findConfigKey(std::string_view name);
[[nodiscard]] std::string environmentName(std::string_view key); // db.connections → LEARNLAB_DB_CONNECTIONS

} // namespace learnlab::server::support
