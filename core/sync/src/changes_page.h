#pragma once

#include "api/api.h"
#include "mirror/rows.h"

namespace learnlab::sync {

[[nodiscard]] mirror::ChangesPage pageOf(api::Changes changes);
[[nodiscard]] bool bringsNothing(const mirror::ChangesPage &page);

} // namespace learnlab::sync
