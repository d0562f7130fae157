#pragma once

#include "engine/profile.h"

namespace learnlab::engine {

/// Where an account lives that was signed in to as on a shared computer: apart from the same account's own folder, if it
/// has one here.
[[nodiscard]] AccountPlace sharedPlace(const AccountPlace &own);

/// Removes what such accounts left, because the program was killed or the power went. Only while the profile is owned and
/// none of them is open.
void sweepShared(const ProfileFolder &profile);

} // namespace learnlab::engine
