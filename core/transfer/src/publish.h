#pragma once

#include "transfer/wire.h"

#include <atomic>

namespace learnlab::transfer {

/// As LocalFiles::publish(), on the caller's thread. `mode`: of the published file.
[[nodiscard]] domain::Result<void> publishFile(const QByteArray &temporary, const QByteArray &finalPath,
                                               const QByteArray &sha256, bool replace, unsigned mode,
                                               const std::atomic<bool> &cancelled);
/// As LocalFiles::copy(), on the caller's thread.
[[nodiscard]] domain::Result<void> copyFile(const QByteArray &from, const QByteArray &temporary,
                                            const std::atomic<bool> &cancelled);
/// The permissions that a new file gets from this process: 0666 less its umask, read without changing it.
[[nodiscard]] unsigned newFileMode();

} // namespace learnlab::transfer
