#pragma once

#include "support/settings.h"

namespace learnlab::engine {

/// What settings.ini holds of how many bytes may be kept and opened on this computer; 0: as many as the disk holds.
inline const support::Setting<qint64> keptLimit{QLatin1String("offline/limit"), 0, 0};

} // namespace learnlab::engine
