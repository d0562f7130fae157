#pragma once

#include "domain/error.h"

namespace learnlab::cli {

/// The error in one English sentence for a person at a terminal.
[[nodiscard]] QString sentence(const domain::Error &error);

/// A name from outside, safe to print: without control and bidi characters.
[[nodiscard]] QString printable(const QString &name);

} // namespace learnlab::cli
