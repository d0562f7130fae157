#pragma once

#include "support/settings.h"

namespace learnlab::engine {

/// What settings.ini holds about the account used last.
inline const support::Setting<QString> lastKey{QLatin1String("account/key"), {}};
inline const support::Setting<QString> lastServer{QLatin1String("account/server"), {}};

} // namespace learnlab::engine
