#pragma once

#include "command.h"

#include <functional>
#include <memory>
#include <vector>

namespace learnlab::cli {

struct Entry
{
    QString name;
    std::function<std::unique_ptr<Command>()> make;
};

/// Every command, in the order of the help.
[[nodiscard]] std::vector<Entry> commandList();

} // namespace learnlab::cli
