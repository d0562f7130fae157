#pragma once

#include "domain/error.h"

#include <QByteArray>

namespace learnlab::transfer {

/// How a file gets a name that nobody else has: the first way that its file system knows.
enum class NameWay {
    ByFlag,        ///< a renaming that refuses to replace
    ByLink,        ///< a hard link, which does not replace either: NFS
    ByPlaceholder, ///< a mark under that name, made only where there was nothing, then renamed over: FAT, exFAT, FUSE
};

/// Renames the file; LocalExists where the name is taken. `way`: the first to be tried. The caller's thread.
[[nodiscard]] domain::Result<void> giveName(const QByteArray &from, const QByteArray &to,
                                            NameWay way = NameWay::ByFlag);
/// Is this nothing but the mark of a file that was about to get this name when its process ended?
[[nodiscard]] bool isPlaceholder(const QByteArray &path);

} // namespace learnlab::transfer
