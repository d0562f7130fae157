#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace learnlab::mirror {

/// Looks through a whole mirror for damage, by a connection of its own, for as long as `goOn` says so. False: damaged,
/// which the next start mends. Nothing: it could not be opened, or was not finished. Reads the disk: not on a thread that
/// somebody waits for.
[[nodiscard]] std::optional<bool> isSound(const QString &path, const std::function<bool()> &goOn);

} // namespace learnlab::mirror
