#include "publish.h"

#include "digest_pass.h"
#include "give_name.h"
#include "local_io.h"
#include "paths.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <optional>
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
    return giveName(from, to);
}

/// Some file systems have no permissions to set.
bool isImpossibleHere(int number)
{
    return number == EPERM || number == ENOSYS || number == EOPNOTSUPP || number == EINVAL;
}

Result<void> syncFolder(const QByteArray &folder)
{
    const FileDescriptor directory(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory)
        return tl::make_unexpected(localError(errno, "open folder"));
    if (::fsync(directory.get()) != 0 && !isImpossibleHere(errno))
        return tl::make_unexpected(localError(errno, "fsync folder"));
    return {};
}

constexpr qsizetype many = 8; // from so many on one sync of everything is cheaper than one of each

/// Is it of this size?
bool holds(const FileDescriptor &file, qint64 size)
{
    struct stat status = {};
    return ::fstat(file.get(), &status) == 0 && status.st_size == size;
}

/// Opens what arrived, if it is what was announced.
Result<FileDescriptor> verified(const Publication &publication, const std::atomic<bool> &cancelled)
{
    FileDescriptor file(::open(publication.temporary.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file)
        return tl::make_unexpected(localError(errno, "open temporary"));
    const auto digest = publication.arrived.isEmpty() || !holds(file, publication.size)
                            ? digestOf(file.get(), cancelled)
                            : domain::Result<QByteArray>(publication.arrived);
    if (!digest)
        return tl::make_unexpected(digest.error());
    if (*digest != publication.sha256)
        return domain::fail(ErrorCode::DigestMismatch, QStringLiteral("what arrived has another digest"));
    if (::fchmod(file.get(), publication.mode) != 0 && !isImpossibleHere(errno))
        return tl::make_unexpected(localError(errno, "chmod"));
    return file;
}

/// What stands for the file system that a file is on.
std::optional<dev_t> deviceOf(const FileDescriptor &file)
{
    struct stat status = {};
    return ::fstat(file.get(), &status) == 0 ? std::optional(status.st_dev) : std::nullopt;
}

} // namespace

QList<Result<void>> publishFiles(const QList<Publication> &publications,
                                 const std::function<const std::atomic<bool> &(qsizetype)> &cancelled)
{
    QList<Result<void>> results(publications.size());
    const auto onEach = [&](auto &&step) {
        for (qsizetype i = 0; i < publications.size(); ++i) {
            if (results.at(i))
                results[i] = step(i, publications.at(i));
        }
    };
    const bool together = publications.size() >= many;
    std::map<dev_t, FileDescriptor> systems;
    onEach([&](qsizetype i, const Publication &publication) -> Result<void> {
        auto file = verified(publication, cancelled(i));
        if (!file)
            return tl::make_unexpected(file.error());
        if (!together)
            return ::fsync(file->get()) == 0 ? Result<void>() : tl::make_unexpected(localError(errno, "fsync"));
        if (const auto device = deviceOf(*file))
            systems.try_emplace(*device, *std::move(file));
        return {};
    });
    for (const auto &[device, file] : systems) {
        if (::syncfs(file.get()) == 0)
            continue;
        const domain::Error error = localError(errno, "syncfs");
        onEach([&error](qsizetype, const Publication &) -> Result<void> { return tl::make_unexpected(error); });
    }
    onEach([](qsizetype, const Publication &publication) {
        return renamed(publication.temporary, publication.finalPath, publication.replace);
    });
    std::map<QByteArray, Result<void>> folders;
    onEach([&folders](qsizetype, const Publication &publication) {
        const QByteArray folder = folderOf(publication.finalPath);
        const auto known = folders.find(folder);
        return known != folders.end() ? known->second : folders.emplace(folder, syncFolder(folder)).first->second;
    });
    return results;
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
