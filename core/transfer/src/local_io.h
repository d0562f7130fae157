#pragma once

#include "domain/transfer.h"

#include <sys/stat.h>

#include <utility>

namespace learnlab::transfer {

/// An open file, closed with its owner.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd) : m_fd(fd) {}
    FileDescriptor(FileDescriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;
    ~FileDescriptor();

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

/// What the system's error number means for a transfer.
[[nodiscard]] domain::Error localError(int number, const char *what);
[[nodiscard]] domain::LocalStamp stampOf(const struct stat &status);
/// As LocalFiles::stamp().
[[nodiscard]] domain::Result<domain::LocalStamp> stampAt(const QByteArray &path);
/// Is what is left of this path, the nearest folder above it, on another drive than that?
[[nodiscard]] bool isOnAnotherDevice(const QByteArray &path, quint64 device);
/// As LocalFiles::isBareMountPoint().
[[nodiscard]] bool isBareMountPoint(const QByteArray &folder, quint64 device);
/// Opens a regular file for reading; links are followed, anything that is no regular file is refused without blocking.
[[nodiscard]] domain::Result<FileDescriptor> openSource(const QByteArray &path, domain::LocalStamp *stamp = nullptr);

} // namespace learnlab::transfer
