#pragma once

#include "transfer/wire.h"

#include <atomic>
#include <functional>

namespace learnlab::transfer {

struct Publication
{
    QByteArray temporary;
    QByteArray finalPath;
    QByteArray sha256;
    bool replace = false;
    unsigned mode = 0600;    ///< of the published file
    QByteArray arrived = {}; ///< LocalFiles::Publishing
    qint64 size = -1;
};
/// As LocalFiles::publish() for each, on the caller's thread. Many small files share what makes them durable: one sync
/// of their file system before the first gets its name, one of each folder after the last. `cancelled(i)`: that one
/// need not be published any more.
[[nodiscard]] QList<domain::Result<void>>
publishFiles(const QList<Publication> &publications,
             const std::function<const std::atomic<bool> &(qsizetype)> &cancelled);
/// As LocalFiles::copy(), on the caller's thread.
[[nodiscard]] domain::Result<void> copyFile(const QByteArray &from, const QByteArray &temporary,
                                            const std::atomic<bool> &cancelled);
/// The permissions that a new file gets from this process: 0666 less its umask, read without changing it.
[[nodiscard]] unsigned newFileMode();

} // namespace learnlab::transfer
