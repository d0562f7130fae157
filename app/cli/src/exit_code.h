#pragma once

#include "domain/error.h"

namespace learnlab::cli {

/// What the shell is told. Written down in docs/cli.md.
enum class ExitCode { Done = 0, Failed = 1, Usage = 2, NotSignedIn = 3, Offline = 4, Conflict = 5 };

[[nodiscard]] ExitCode exitCodeOf(domain::ErrorCode code);

/// Where several apply the first of 2, 3, 5, 4, 1 is told.
[[nodiscard]] ExitCode worse(ExitCode one, ExitCode other);

} // namespace learnlab::cli
