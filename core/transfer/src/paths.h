#pragma once

#include "domain/id.h"

#include <QByteArray>

namespace learnlab::transfer {

/// Paths as the system's bytes, which need not be text.

[[nodiscard]] QByteArray folderOf(const QByteArray &path);
[[nodiscard]] QByteArray nameOf(const QByteArray &path);
/// The path of `name` in the folder of `path`.
[[nodiscard]] QByteArray besides(const QByteArray &path, const QByteArray &name);
/// "a.txt" to "a (2).txt", "a (2).txt" to "a (3).txt".
[[nodiscard]] QByteArray nextFreePath(const QByteArray &path);

/// Short, and enough to tell the temporary files of two transfers apart.
[[nodiscard]] QByteArray keyOf(domain::TransferId id);

} // namespace learnlab::transfer
