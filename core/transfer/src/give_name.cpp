#include "give_name.h"

#include "local_io.h"
#include "paths.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace learnlab::transfer {

using domain::ErrorCode;
using domain::Result;

namespace {

constexpr char markBegins[] = "LearnLab is about to put a file here: ";

QByteArray markFor(const QByteArray &temporary)
{
    return markBegins + nameOf(temporary) + '\n';
}

/// What is in a file that is short enough to be a mark; nothing of all others.
QByteArray shortContent(const QByteArray &path)
{
    std::array<char, 512> bytes{};
    const FileDescriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    struct stat status = {};
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > 500)
        return {};
    const ssize_t got = ::read(file.get(), bytes.data(), bytes.size());
    return got > 0 ? QByteArray(bytes.data(), got) : QByteArray();
}

/// A file system that does not know how says so in one of these ways.
bool isUnknown(int number)
{
    return number == EINVAL || number == ENOSYS || number == EOPNOTSUPP || number == ENOTTY;
}

bool linkIsImpossible(int number)
{
    return isUnknown(number) || number == EPERM || number == EMLINK;
}

/// A network file system repeats a request whose answer was lost: then the name is taken by the very file.
bool isSameFile(const QByteArray &a, const QByteArray &b)
{
    struct stat one = {};
    struct stat other = {};
    return ::lstat(a.constData(), &one) == 0 && ::lstat(b.constData(), &other) == 0 && one.st_ino == other.st_ino &&
           one.st_dev == other.st_dev;
}

Result<void> placeMark(const QByteArray &path, const QByteArray &mark)
{
    const FileDescriptor place(::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!place) {
        const int number = errno;
        if (number == EEXIST && shortContent(path) == mark)
            return {}; // from before this process began
        return tl::make_unexpected(localError(number, "create"));
    }
    if (::write(place.get(), mark.constData(), static_cast<size_t>(mark.size())) == mark.size())
        return {};
    const int number = errno;
    ::unlink(path.constData());
    return tl::make_unexpected(localError(number, "write"));
}

Result<void> byPlaceholder(const QByteArray &from, const QByteArray &to)
{
    const QByteArray mark = markFor(from);
    if (auto placed = placeMark(to, mark); !placed)
        return placed;
    // Whoever put something in its place meanwhile keeps it.
    if (shortContent(to) != mark)
        return domain::fail(ErrorCode::LocalExists);
    if (::rename(from.constData(), to.constData()) == 0)
        return {};
    const int number = errno;
    if (shortContent(to) == mark)
        ::unlink(to.constData());
    return tl::make_unexpected(localError(number, "rename"));
}

} // namespace

Result<void> giveName(const QByteArray &from, const QByteArray &to, NameWay way)
{
    if (way == NameWay::ByFlag) {
        if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
            return {};
        if (!isUnknown(errno))
            return tl::make_unexpected(localError(errno, "rename"));
    }
    if (way != NameWay::ByPlaceholder) {
        if (::link(from.constData(), to.constData()) == 0 || (errno == EEXIST && isSameFile(from, to))) {
            ::unlink(from.constData());
            return {};
        }
        if (!linkIsImpossible(errno))
            return tl::make_unexpected(localError(errno, "link"));
    }
    return byPlaceholder(from, to);
}

bool isPlaceholder(const QByteArray &path)
{
    return shortContent(path).startsWith(markBegins);
}

} // namespace learnlab::transfer
