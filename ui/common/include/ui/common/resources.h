#pragma once

namespace learnlab::ui {

// Makes the compiled-in icons visible under ":/learnlab". Call once before the first icon is asked for; calling again
// is free.
void initResources();

} // namespace learnlab::ui
