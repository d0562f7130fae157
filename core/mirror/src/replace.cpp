#include "replace.h"

#include "connection.h"
#include "mirror/store.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace learnlab::mirror {

namespace {

using domain::ErrorCode;
using domain::Result;

QString draftOf(const QString &path)
{
    return path + QStringLiteral(".draft");
}

QString madeOf(const QString &path)
{
    return path + QStringLiteral(".made");
}

Result<void> systemFailure(const char *what)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return domain::fail(full ? ErrorCode::LocalDiskFull : ErrorCode::LocalIo,
                        QStringLiteral("%1: errno %2").arg(QLatin1String(what)).arg(errno));
}

/// Not QFile::rename(), which copies where it cannot rename.
Result<void> renameFile(const QString &from, const QString &to)
{
    const bool done = std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
    return done ? Result<void>() : systemFailure("cannot rename a mirror");
}

Result<void> removeFile(const QString &path)
{
    const bool gone = ::unlink(QFile::encodeName(path).constData()) == 0 || errno == ENOENT;
    return gone ? Result<void>() : systemFailure("cannot remove what is left of a mirror");
}

Result<void> removeFiles(const QString &path, std::initializer_list<QLatin1String> suffixes)
{
    Result<void> done;
    for (const QLatin1String suffix : suffixes) {
        if (done)
            done = removeFile(path + suffix);
    }
    return done;
}

Result<void> syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure("cannot open the folder of a mirror");
    // Some file systems know no such thing.
    const Result<void> done =
        ::fsync(descriptor) == 0 || errno == EINVAL ? Result<void>() : systemFailure("cannot sync the folder");
    ::close(descriptor);
    return done;
}

Result<QString> asideName(const QString &path)
{
    constexpr int mostKept = 1000;
    for (int number = 1; number <= mostKept; ++number) {
        const QString aside = QStringLiteral("%1.damaged-%2").arg(path).arg(number);
        if (!QFile::exists(aside))
            return aside;
    }
    return domain::fail(ErrorCode::LocalIo, QStringLiteral("too many damaged mirrors"));
}

/// The database last: until then its number stays free, so that an interrupted start goes on with the same. An empty
/// log is no part of it, but made since then by a reader of another process.
Result<void> setAside(const QString &path)
{
    if (!QFile::exists(path))
        return {};
    const Result<QString> aside = asideName(path);
    if (!aside)
        return tl::make_unexpected(aside.error());
    for (const QLatin1String log : {QLatin1String("-wal"), QLatin1String("-journal")}) {
        if (QFileInfo(path + log).size() == 0)
            continue;
        if (Result<void> moved = renameFile(path + log, *aside + log); !moved)
            return moved;
    }
    return renameFile(path, *aside);
}

} // namespace

Result<QString> cleanDraft(const QString &path)
{
    const QString draft = draftOf(path);
    Result<void> clean = removeFiles(
        draft, {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm"), QLatin1String("-journal")});
    if (clean)
        clean = removeFile(suspectMarker(draft));
    if (!clean)
        return tl::make_unexpected(clean.error());
    return draft;
}

Result<void> finishDraft(const QString &path)
{
    const QString draft = draftOf(path);
    if (QFileInfo(draft + QStringLiteral("-wal")).size() > 0)
        return domain::fail(ErrorCode::LocalIo, QStringLiteral("the log of a new mirror was not emptied"));
    return renameFile(draft, madeOf(path));
}

bool replacementIsMade(const QString &path)
{
    return QFile::exists(madeOf(path));
}

Result<void> putReplacement(const QString &path)
{
    // That it is made must be on disk before anything is taken out of its way, also where an earlier start made it.
    Result<void> done = syncFolderOf(path);
    if (done)
        done = removeFile(suspectMarker(path));
    if (done)
        done = setAside(path);
    // With no database at PATH nobody can open it, and so nobody makes these anew.
    if (done)
        done = removeFiles(path, {QLatin1String("-wal"), QLatin1String("-journal"), QLatin1String("-shm")});
    if (done)
        done = syncFolderOf(path);
    if (done)
        done = renameFile(madeOf(path), path);
    if (done)
        done = syncFolderOf(path);
    return done;
}

bool mirrorExists(const QString &path)
{
    // In this order: the one becomes the other.
    return replacementIsMade(path) || QFile::exists(path);
}

} // namespace learnlab::mirror
