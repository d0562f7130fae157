#include "local_io.h"

#include "paths.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace learnlab::transfer {

using domain::Error;
using domain::ErrorCode;

FileDescriptor::~FileDescriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Error localError(int number, const char *what)
{
    ErrorCode code = ErrorCode::LocalIo;
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        code = ErrorCode::LocalVanished;
        break;
    // What a drive or a share says that was taken away while it was used. Where only the file is gone, the next look
    // says so.
    case ESTALE:
    case ENOTCONN:
    case ENODEV:
    case ENOMEDIUM:
    case ESHUTDOWN:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ETIMEDOUT:
        code = ErrorCode::LocalDriveGone;
        break;
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case EBUSY:
    case EAGAIN:
    case EINTR:
        code = ErrorCode::LocalBusy;
        break;
    case EROFS:
        code = ErrorCode::LocalReadOnly;
        break;
    case EFBIG:
        code = ErrorCode::LocalTooLarge;
        break;
    case ENAMETOOLONG:
    case EILSEQ:
        code = ErrorCode::LocalNameInvalid;
        break;
    case EACCES:
    case EPERM:
        code = ErrorCode::LocalUnreadable;
        break;
    case ELOOP:
    case EISDIR:
    case ENXIO:
        code = ErrorCode::LocalNotAFile;
        break;
    case ENOSPC:
    case EDQUOT:
        code = ErrorCode::LocalDiskFull;
        break;
    case EEXIST:
    case ENOTEMPTY:
        code = ErrorCode::LocalExists;
        break;
    default:
        break;
    }
    return {code, QStringLiteral("%1: error %2").arg(QLatin1String(what)).arg(number)};
}

domain::LocalStamp stampOf(const struct stat &status)
{
    return {.size = status.st_size,
            .mtimeNs = static_cast<qint64>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
            .inode = status.st_ino,
            .device = status.st_dev};
}

domain::Result<domain::LocalStamp> stampAt(const QByteArray &path)
{
    struct stat status = {};
    if (::stat(path.constData(), &status) != 0) {
        const int number = errno;
        struct stat link = {};
        const bool broken = number == ENOENT && ::lstat(path.constData(), &link) == 0;
        if (broken)
            return domain::fail(ErrorCode::LocalNotAFile, QStringLiteral("the link leads nowhere"));
        return tl::make_unexpected(localError(number, "stat"));
    }
    if (!S_ISREG(status.st_mode))
        return domain::fail(ErrorCode::LocalNotAFile, QStringLiteral("not a regular file"));
    return stampOf(status);
}

bool isOnAnotherDevice(const QByteArray &path, quint64 device)
{
    if (device == 0)
        return false;
    struct stat status = {};
    for (QByteArray above = path; !above.isEmpty() && above != "/"; above = folderOf(above)) {
        if (::lstat(above.constData(), &status) == 0)
            return status.st_dev != device;
        if (errno != ENOENT && errno != ENOTDIR)
            return true; // the mount point is there, and what was behind it does not answer
    }
    return ::lstat("/", &status) == 0 && status.st_dev != device;
}

bool isBareMountPoint(const QByteArray &folder, quint64 device)
{
    struct stat here = {};
    struct stat root = {};
    struct stat home = {};
    if (device == 0 || ::stat(folder.constData(), &here) != 0 || here.st_dev == device)
        return false;
    // A drive that came back may have another number, but not that of the system's own drives.
    const char *homePath = std::getenv("HOME");
    const bool ofSystem = (::stat("/", &root) == 0 && root.st_dev == here.st_dev) ||
                          (homePath && ::stat(homePath, &home) == 0 && home.st_dev == here.st_dev);
    if (!ofSystem)
        return false;
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::opendir(folder.constData()), ::closedir);
    while (const dirent *entry = entries ? ::readdir(entries.get()) : nullptr) {
        const QByteArrayView name(entry->d_name);
        if (name != "." && name != "..")
            return false;
    }
    return entries != nullptr;
}

domain::Result<FileDescriptor> openSource(const QByteArray &path, domain::LocalStamp *stamp)
{
    // O_NONBLOCK: a pipe must not hold the thread until somebody writes to it.
    FileDescriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file)
        return tl::make_unexpected(localError(errno, "open"));
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return tl::make_unexpected(localError(errno, "fstat"));
    if (!S_ISREG(status.st_mode))
        return domain::fail(ErrorCode::LocalNotAFile, QStringLiteral("not a regular file"));
    if (stamp)
        *stamp = stampOf(status);
    return file;
}

} // namespace learnlab::transfer
