#include "crash_recorder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <utility>

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

namespace learnlab::tests {

namespace {

/// The calls are plain functions, which can only know of one.
CrashRecorder *&listening()
{
    static CrashRecorder *only = nullptr;
    return only;
}

int &withoutSync()
{
    static int living = 0;
    return living;
}

/// Who listens, for as long as it is told something: what it does itself is nothing to tell.
class Told
{
public:
    Told() : m_listener(std::exchange(listening(), nullptr)) {}
    ~Told() { listening() = m_listener; }
    Told(const Told &) = delete;
    Told &operator=(const Told &) = delete;
    explicit operator bool() const { return m_listener != nullptr; }
    CrashRecorder *operator->() const { return m_listener; }

private:
    CrashRecorder *m_listener;
};

template <class Function>
Function *realOne(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

ino_t inodeOf(const QByteArray &path)
{
    struct stat status
    {};
    return ::stat(path.constData(), &status) == 0 ? status.st_ino : 0;
}

} // namespace

WithoutSync::WithoutSync()
{
    ++withoutSync();
}

WithoutSync::~WithoutSync()
{
    --withoutSync();
}

CrashRecorder::CrashRecorder(const QString &folder) : m_folder(folder), m_syncedNames(names())
{
    for (auto it = m_syncedNames.cbegin(); it != m_syncedNames.cend(); ++it)
        m_syncedContents.insert(it.value(), contentOf(it.key(), it.value()));
    listening() = this;
}

CrashRecorder::~CrashRecorder()
{
    listening() = nullptr;
}

QList<CrashRecorder::Moment> CrashRecorder::moments()
{
    const Told told;
    note("the end");
    return m_moments;
}

CrashRecorder::Disk CrashRecorder::read(const QString &folder)
{
    Disk disk;
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            disk.insert(name, file.readAll());
    }
    return disk;
}

bool CrashRecorder::write(const Disk &disk, const QString &folder)
{
    for (auto it = disk.cbegin(); it != disk.cend(); ++it) {
        QFile file(QDir(folder).filePath(it.key()));
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) != it.value().size())
            return false;
    }
    return true;
}

void CrashRecorder::note(const char *call)
{
    Moment moment{call, {}, {}, {}};
    const QMap<QString, ino_t> now = names();
    for (auto it = now.cbegin(); it != now.cend(); ++it)
        moment.killed.insert(it.key(), contentOf(it.key(), it.value()));
    for (auto it = m_syncedNames.cbegin(); it != m_syncedNames.cend(); ++it)
        moment.powerless.insert(it.key(), m_syncedContents.value(it.value()));
    moment.disordered = moment.powerless;
    moment.disordered.remove(m_lastChange.from);
    if (!m_lastChange.to.isEmpty())
        moment.disordered.insert(m_lastChange.to, m_syncedContents.value(m_lastChange.inode));
    m_moments.append(moment);
}

void CrashRecorder::changes(int descriptor)
{
    struct stat status
    {};
    if (::fstat(descriptor, &status) == 0)
        m_contents.remove(status.st_ino);
}

void CrashRecorder::syncs(int descriptor)
{
    struct stat status
    {};
    if (::fstat(descriptor, &status) != 0)
        return;
    const QMap<QString, ino_t> now = names();
    if (S_ISDIR(status.st_mode)) {
        m_syncedNames = now;
        m_lastChange = {};
    } else if (const QString name = now.key(status.st_ino); !name.isEmpty()) {
        m_syncedContents.insert(status.st_ino, contentOf(name, status.st_ino));
    }
}

void CrashRecorder::removes(const char *path)
{
    const ino_t inode = inodeOf(path);
    if (inode == 0)
        return;
    note("unlink");
    losesInode(inode);
    m_lastChange = {QFileInfo(QFile::decodeName(path)).fileName(), {}, 0};
}

void CrashRecorder::renames(const char *from, const char *to)
{
    note("rename");
    losesInode(inodeOf(to));
    m_lastChange = {QFileInfo(QFile::decodeName(from)).fileName(), QFileInfo(QFile::decodeName(to)).fileName(),
                    inodeOf(from)};
}

/// Its number may be given to another file at once.
void CrashRecorder::losesInode(ino_t inode)
{
    const QString name = m_syncedNames.key(inode);
    m_contents.remove(inode);
    const QByteArray synced = m_syncedContents.take(inode);
    if (inode == 0 || name.isEmpty())
        return;
    m_syncedNames[name] = --m_lost;
    m_syncedContents.insert(m_lost, synced);
}

QMap<QString, ino_t> CrashRecorder::names() const
{
    QMap<QString, ino_t> names;
    for (const QString &name : QDir(m_folder).entryList(QDir::Files))
        names.insert(name, inodeOf(QFile::encodeName(QDir(m_folder).filePath(name))));
    return names;
}

QByteArray CrashRecorder::contentOf(const QString &name, ino_t inode)
{
    if (const auto known = m_contents.constFind(inode); known != m_contents.constEnd())
        return *known;
    QFile file(QDir(m_folder).filePath(name));
    const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    // Shared memory changes without a call.
    if (!name.endsWith(QStringLiteral("-shm")))
        m_contents.insert(inode, content);
    return content;
}

} // namespace learnlab::tests

// These stand before those of the C library, for Qt and SQLite too.

using learnlab::tests::realOne;
using learnlab::tests::Told;
using learnlab::tests::withoutSync;

extern "C" {

__attribute__((visibility("default"))) int rename(const char *from, const char *to) noexcept
{
    static const auto real = realOne<int(const char *, const char *)>("rename");
    if (const Told told; told)
        told->renames(from, to);
    return real(from, to);
}

__attribute__((visibility("default"))) int unlink(const char *path) noexcept
{
    static const auto real = realOne<int(const char *)>("unlink");
    if (const Told told; told)
        told->removes(path);
    return real(path);
}

__attribute__((visibility("default"))) int fsync(int descriptor)
{
    static const auto real = realOne<int(int)>("fsync");
    if (const Told told; told) {
        told->note("fsync");
        told->syncs(descriptor);
    }
    return withoutSync() > 0 ? 0 : real(descriptor);
}

__attribute__((visibility("default"))) int fdatasync(int descriptor)
{
    static const auto real = realOne<int(int)>("fdatasync");
    if (const Told told; told) {
        told->note("fdatasync");
        told->syncs(descriptor);
    }
    return withoutSync() > 0 ? 0 : real(descriptor);
}

__attribute__((visibility("default"))) int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto real = realOne<int(int, off64_t)>("ftruncate64");
    if (const Told told; told) {
        told->note("truncate");
        told->changes(descriptor);
    }
    return real(descriptor, size);
}

__attribute__((visibility("default"))) ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t at)
{
    static const auto real = realOne<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    if (const Told told; told) {
        told->note("write");
        told->changes(descriptor);
    }
    return real(descriptor, data, size, at);
}
}
