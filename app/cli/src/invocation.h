#pragma once

#include "registry.h"

namespace learnlab::cli {

/// What the program was asked to do.
struct Invocation
{
    QString name;                     ///< of the command
    std::unique_ptr<Command> command; ///< null: something is wrong, or there is only something to print
    Given given;
    QString wrong; ///< what is wrong with the arguments
    QString print; ///< help or version
};

/// `arguments` are carried ones, the program's name first.
[[nodiscard]] Invocation parse(const QStringList &arguments);

} // namespace learnlab::cli
