#pragma once

#include "gallery_world.h"

#include "ui/settings/settings_dialog.h"

#include <functional>

namespace learnlab::tests {

/// Shows each page of the settings with something in it, and lets the caller look.
void showSettingsPages(GalleryWorld &world, const std::function<void(ui::SettingsDialog &dialog, const char *name)> &look);

} // namespace learnlab::tests
