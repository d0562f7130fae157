#pragma once

#include "support/settings.h"

class QMainWindow;
class QSplitter;

namespace learnlab::ui {

/// Remembers size, place and splitter of the window in the profile's settings. UI thread.
void restoreWindow(QMainWindow &window, QSplitter &splitter, const support::Settings &settings);
void saveWindow(const QMainWindow &window, const QSplitter &splitter, support::Settings &settings);

} // namespace learnlab::ui
