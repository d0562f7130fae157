#include "publish.h"

#include "digest_pass.h"
#include "local_io.h"
#include "paths.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace learnlab::transfer {

using domain::ErrorCode;
using domain::Result;

namespace {

Result<void> renamed(const QByteArray &from, const QByteArray &to, bool replace)
{
    if (replace) {
        if (::rename(from.constData(), to.constData()) == 0)
            return {};
        return tl::make_unexpected(errno == EISDIR ? domain::Error{ErrorCode::LocalExists, {}}
                                                   : localError(errno, "rename"));
    }
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno != EINVAL && errno != ENOSYS)
        return tl::make_unexpected(localError(errno, "rename"));
    // A file system that does not know the flag: a hard link does not replace either.
    if (::link(from.constData(), to.constData()) != 0)
        return tl::make_unexpected(localError(errno, "link"));
    ::unlink(from.constData());
    return {};
}

Result<void> syncFolder(const QByteArray &folder)
{
    const FileDescriptor directory(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory)
        return tl::make_unexpected(localError(errno, "open folder"));
    if (::fsync(directory.get()) != 0 && errno != EINVAL)
        return tl::make_unexpected(localError(errno, "fsync folder"));
    return {};
}

} // namespace

Result<void> publishFile(const QByteArray &temporary, const QByteArray &finalPath, const QByteArray &sha256,
                         bool replace, unsigned mode, const std::atomic<bool> &cancelled)
{
    {
        const FileDescriptor file(::open(temporary.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (!file)
            return tl::make_unexpected(localError(errno, "open temporary"));
        const auto digest = digestOf(file.get(), cancelled);
        if (!digest)
            return tl::make_unexpected(digest.error());
        if (*digest != sha256)
            return domain::fail(ErrorCode::DigestMismatch, QStringLiteral("what arrived has another digest"));
        if (::fchmod(file.get(), mode) != 0 && errno != EPERM)
            return tl::make_unexpected(localError(errno, "chmod"));
        if (::fsync(file.get()) != 0)
            return tl::make_unexpected(localError(errno, "fsync"));
    }
    if (auto done = renamed(temporary, finalPath, replace); !done)
        return done;
    return syncFolder(folderOf(finalPath));
}

Result<void> copyFile(const QByteArray &from, const QByteArray &temporary, const std::atomic<bool> &cancelled)
{
    auto source = openSource(from);
    if (!source)
        return tl::make_unexpected(source.error());
    ::unlink(temporary.constData());
    const FileDescriptor target(
        ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!target)
        return tl::make_unexpected(localError(errno, "create"));
    QByteArray buffer(1024 * 1024, Qt::Uninitialized);
    for (qint64 position = 0;;) {
        if (cancelled)
            return domain::fail(ErrorCode::Cancelled);
        const ssize_t got = ::pread(source->get(), buffer.data(), static_cast<size_t>(buffer.size()), position);
        if (got == 0)
            return {};
        if (got < 0)
            return tl::make_unexpected(localError(errno, "read"));
        for (ssize_t written = 0; written < got;) {
            const ssize_t step = ::pwrite(target.get(), buffer.constData() + written,
                                          static_cast<size_t>(got - written), position + written);
            if (step < 0 && errno != EINTR)
                return tl::make_unexpected(localError(errno, "write"));
            written += std::max<ssize_t>(step, 0);
        }
        position += got;
    }
}

unsigned newFileMode()
{
    QFile status(QStringLiteral("/proc/self/status"));
    unsigned mask = 0077;
    if (status.open(QIODevice::ReadOnly)) {
        for (QByteArray line = status.readLine(); !line.isEmpty(); line = status.readLine()) {
            bool ok = false;
            const unsigned found = line.startsWith("Umask:") ? line.mid(6).trimmed().toUInt(&ok, 8) : 0;
            if (ok)
                mask = found;
        }
    }
    return 0666U & ~mask;
}

} // namespace learnlab::transfer
