#pragma once

#include <QtCore/QMetaType>

namespace learnlab::ui {

// How the files of a place are shown.
enum class ViewMode { List, Grid };

} // namespace learnlab::ui

Q_DECLARE_METATYPE(learnlab::ui::ViewMode)
