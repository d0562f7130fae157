#include "mirror/history.h"

#include <algorithm>
#include <array>

namespace learnlab::mirror {

namespace {

// In the order of the enumerations; read by scripts, so they never change.
constexpr std::array kindNames{"create_folder", "rename", "move", "trash", "restore", "upload", "replace"};
constexpr std::array stateNames{"waiting", "done", "undone", "refused"};

} // namespace

QLatin1String kindName(ActionKind kind)
{
    return QLatin1String(kindNames.at(static_cast<size_t>(kind)));
}

std::optional<ActionKind> kindFromName(QStringView name)
{
    const auto *const found = std::find_if(kindNames.begin(), kindNames.end(),
                                           [name](const char *one) { return name == QLatin1String(one); });
    return found == kindNames.end() ? std::nullopt : std::optional(static_cast<ActionKind>(found - kindNames.begin()));
}

QLatin1String stateName(ActionState state)
{
    return QLatin1String(stateNames.at(static_cast<size_t>(state)));
}

} // namespace learnlab::mirror
