#pragma once

#include "engine/profile.h"

#include <QList>

#include <chrono>

namespace learnlab::engine {

/// How a program with a window comes to its profile. A command that owns it is asked to hand it over, and goes on with
/// what it does over the socket. If another window owns it that one is shown, with these local files (the system's
/// bytes), and there is no profile to have: none. Waits at most `patience`; for the main thread before there is a
/// window. ProfileInUse: the owner did neither; LocalIo, LocalDiskFull.
[[nodiscard]] domain::Result<std::optional<Profile>>
enter(const QString &path, const QString &program, const QList<QByteArray> &localPaths,
      std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace learnlab::engine
