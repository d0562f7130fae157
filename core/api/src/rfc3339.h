#pragma once

#include "support/clock.h"

#include <QString>

#include <optional>

namespace learnlab::api {

/// "2026-11-23T01:02:03.123456Z"; the fraction may be absent or of any length, the zone may be an offset. Years 1 to
/// 9999.
[[nodiscard]] std::optional<support::Timestamp> timeFromText(const QString &text);
[[nodiscard]] QString timeText(support::Timestamp time);

} // namespace learnlab::api
