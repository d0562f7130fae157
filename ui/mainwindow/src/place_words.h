#pragma once

#include "ui/common/empty_state.h"
#include "ui/models/file_list_model.h"

namespace learnlab::ui {

/// The words that belong to a place: its title in the breadcrumb and what stands there when it is empty.
[[nodiscard]] QString titleOf(const Place &place);
[[nodiscard]] EmptyState::Content emptyContentOf(const Place &place);

namespace emptyAction {
inline constexpr auto uploadFiles = "upload-files";
inline constexpr auto uploadFolder = "upload-folder";
} // namespace emptyAction

} // namespace learnlab::ui
