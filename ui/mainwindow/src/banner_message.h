#pragma once

#include "ui/common/banner.h"

#include "session/session.h"

#include <optional>

namespace learnlab::ui {

/// The one banner that the state of the session calls for, the most urgent first; none when all is well. Pure.
[[nodiscard]] std::optional<Banner::Message> bannerFor(const session::Status &session, int waitingChanges, bool shared = false);

namespace bannerAction {
inline constexpr auto signIn = "sign-in";
inline constexpr auto tryAgain = "try-again";
inline constexpr auto showChanges = "show-changes";
} // namespace bannerAction

} // namespace learnlab::ui
