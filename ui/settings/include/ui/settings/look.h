#pragma once

#include "support/settings.h"
#include "ui/common/appearance.h"

namespace learnlab::ui {

/// Dresses the application as the settings say: theme, rows, size of text, motion. UI thread.
void applyLook(Appearance &appearance, const support::Settings &settings);

/// The names of the themes in settings.ini.
namespace themeName {
inline constexpr auto light = "light";
inline constexpr auto dark = "dark";
} // namespace themeName

} // namespace learnlab::ui
