#pragma once

#include "support/settings.h"
#include "transfer/transfers.h"

namespace learnlab::engine {

// What settings.ini holds of the user's wishes for transfers. Bytes a second; 0: as fast as it goes.
inline const support::Setting<qint64> limitUp{QLatin1String("transfers/limit_up"), 0, 0};
inline const support::Setting<qint64> limitDown{QLatin1String("transfers/limit_down"), 0, 0};

[[nodiscard]] inline transfer::RateLimits rateLimitsIn(const support::Settings &settings)
{
    return {settings.value(limitUp), settings.value(limitDown)};
}

} // namespace learnlab::engine
