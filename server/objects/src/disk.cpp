#include "disk.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <initializer_list>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

Problem diskProblem(std::string_view what, int error)
{
    const bool full = error == ENOSPC || error == EDQUOT;
    auto said = full ? problem(503, "store_full", "The server's storage is full.").withRetryAfter(10)
                     : support::unavailable("The server's storage does not answer.", 5);
    return std::move(said).withCause(std::string(what) + ": " + std::strerror(error));
}

Result<http::FileHandle> openToRead(const std::filesystem::path &path)
{
    http::FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file)
        return file;
    if (errno == ENOENT || errno == ENOTDIR)
        return fail(problem(409, "object_missing", "The bytes are not here."));
    return fail(diskProblem("open", errno));
}

Result<http::FileHandle> createNew(const std::filesystem::path &path, unsigned mode)
{
    http::FileHandle file(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
    if (file)
        return file;
    if (errno == ENOENT)
        return fail(problem(409, "upload_state", "This upload takes no more bytes."));
    return fail(diskProblem("create", errno));
}

Result<void> writeAll(const http::FileHandle &file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return fail(diskProblem("write", errno));
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::int64_t> fileSize(const http::FileHandle &file)
{
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return fail(diskProblem("stat", errno));
    return status.st_size;
}

Result<void> renameFile(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (::rename(from.c_str(), to.c_str()) == 0)
        return {};
    if (errno == ENOENT)
        return fail(problem(409, "upload_state", "This upload takes no more bytes."));
    return fail(diskProblem("rename", errno));
}

Result<void> makeFolders(const std::filesystem::path &path)
{
    if (::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST)
        return {};
    if (errno != ENOENT || !path.has_parent_path() || path.parent_path() == path)
        return fail(diskProblem("mkdir", errno));
    if (auto parents = makeFolders(path.parent_path()); !parents)
        return parents;
    if (::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST)
        return {};
    return fail(diskProblem("mkdir", errno));
}

void startWriting(const http::FileHandle &file)
{
    ::sync_file_range(file.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
}

Result<void> syncData(const http::FileHandle &file)
{
    if (::fdatasync(file.get()) != 0)
        return fail(diskProblem("fdatasync", errno));
    return {};
}

namespace {

constexpr std::uint32_t ext = 0xEF53;
constexpr std::uint32_t xfs = 0x58465342;
constexpr std::uint32_t btrfs = 0x9123683E;
constexpr std::uint32_t tmpfs = 0x01021994;

bool isOn(const http::FileHandle &file, std::initializer_list<std::uint32_t> fileSystems)
{
    struct statfs status = {};
    return ::fstatfs(file.get(), &status) == 0 &&
           std::ranges::find(fileSystems, static_cast<std::uint32_t>(status.f_type)) != fileSystems.end();
}

// syncfs() of others may mean less: some of those that live in a process of their own do nothing.
bool syncsAsAWhole(const http::FileHandle &file)
{
    return isOn(file, {ext, xfs, btrfs, tmpfs});
}

} // namespace

bool keepsOrder(const http::FileHandle &file)
{
    return isOn(file, {ext, xfs});
}

Result<void> writeOut(const std::vector<const http::FileHandle *> &files)
{
    constexpr unsigned all = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    for (const auto *file : files)
        startWriting(*file);
    for (const auto *file : files) {
        if (::sync_file_range(file->get(), 0, 0, all) != 0)
            return fail(diskProblem("sync_file_range", errno));
    }
    return {};
}

Result<void> syncData(const std::vector<const http::FileHandle *> &files)
{
    constexpr std::size_t many = 16;
    if (files.size() >= many && syncsAsAWhole(*files.front())) {
        if (::syncfs(files.front()->get()) != 0)
            return fail(diskProblem("syncfs", errno));
        for (const auto *file : files) { // it tells what failed to whoever asked first, a file tells it to its own
            if (::sync_file_range(file->get(), 0, 0, SYNC_FILE_RANGE_WAIT_BEFORE) != 0)
                return fail(diskProblem("sync_file_range", errno));
        }
        return {};
    }
    for (const auto *file : files)
        startWriting(*file);
    for (const auto *file : files) {
        if (auto synced = syncData(*file); !synced)
            return synced;
    }
    return {};
}

bool isThere(const std::filesystem::path &path)
{
    return ::access(path.c_str(), F_OK) == 0;
}

Result<void> syncFolder(const std::filesystem::path &path)
{
    http::FileHandle folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder || ::fsync(folder.get()) != 0)
        return fail(diskProblem("fsync of a folder", errno));
    return {};
}

void removeQuietly(const std::filesystem::path &path)
{
    std::error_code ignored; // what stays is swept later
    std::filesystem::remove_all(path, ignored);
}

Result<std::string> readAt(const http::FileHandle &file, std::int64_t offset, std::size_t length)
{
    std::string bytes(length, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto count = ::pread(file.get(), bytes.data() + filled, bytes.size() - filled,
                                   offset + static_cast<std::int64_t>(filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(diskProblem("read", errno));
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

Result<void> readAll(const http::FileHandle &file, const std::function<Result<void>(std::string_view)> &take)
{
    std::string buffer(1 << 20, '\0');
    for (off_t at = 0;;) {
        const auto count = ::pread(file.get(), buffer.data(), buffer.size(), at);
        if (count < 0) {
            if (errno == EINTR)
                continue;
            return fail(diskProblem("read", errno));
        }
        if (count == 0)
            return {};
        at += count;
        if (auto taken = take(std::string_view(buffer).substr(0, static_cast<std::size_t>(count))); !taken)
            return taken;
    }
}

} // namespace learnlab::server::objects
