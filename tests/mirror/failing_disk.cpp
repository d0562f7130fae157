#include "failing_disk.h"

#include <sqlite3.h>

namespace learnlab::tests {

namespace {

struct DiskState
{
    int failFrom = 0; ///< 0: never
    int writes = 0;
    int mapToFail = 0; ///< 0: none
    int maps = 0;
    bool failed = false;
};

/// SQLite calls plain functions, which can only know of one disk.
DiskState &state()
{
    static DiskState only;
    return only;
}

/// Stands before SQLite's own file, which follows it in the same memory.
struct WatchedFile
{
    sqlite3_file base;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<WatchedFile *>(file)->real();
}

template <auto Method, class... Args>
int forward(sqlite3_file *file, Args... args)
{
    sqlite3_file *real = realOf(file);
    return (real->pMethods->*Method)(real, args...);
}

template <auto Method, class... Args>
void forwardOnly(sqlite3_file *file, Args... args)
{
    sqlite3_file *real = realOf(file);
    (real->pMethods->*Method)(real, args...);
}

int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    DiskState &now = state();
    ++now.writes;
    if (now.failFrom > 0 && now.writes >= now.failFrom) {
        now.failed = true;
        return SQLITE_FULL;
    }
    sqlite3_file *real = realOf(file);
    return real->pMethods->xWrite(real, data, size, at);
}

int map(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    DiskState &now = state();
    if (++now.maps == now.mapToFail) {
        now.failed = true;
        return SQLITE_IOERR_SHMSIZE;
    }
    sqlite3_file *real = realOf(file);
    return real->pMethods->xShmMap(real, page, size, extend, memory);
}

using Io = sqlite3_io_methods;
const sqlite3_io_methods methods = {
    3,
    forward<&Io::xClose>,
    forward<&Io::xRead, void *, int, sqlite3_int64>,
    write,
    forward<&Io::xTruncate, sqlite3_int64>,
    forward<&Io::xSync, int>,
    forward<&Io::xFileSize, sqlite3_int64 *>,
    forward<&Io::xLock, int>,
    forward<&Io::xUnlock, int>,
    forward<&Io::xCheckReservedLock, int *>,
    forward<&Io::xFileControl, int, void *>,
    forward<&Io::xSectorSize>,
    forward<&Io::xDeviceCharacteristics>,
    map,
    forward<&Io::xShmLock, int, int, int>,
    forwardOnly<&Io::xShmBarrier>,
    forward<&Io::xShmUnmap, int>,
    forward<&Io::xFetch, sqlite3_int64, int, void **>,
    forward<&Io::xUnfetch, sqlite3_int64, void *>,
};

sqlite3_vfs &shim()
{
    static sqlite3_vfs vfs{};
    return vfs;
}

int open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *before = static_cast<sqlite3_vfs *>(vfs->pAppData);
    file->pMethods = nullptr;
    const int code = before->xOpen(before, name, realOf(file), flags, outFlags);
    if (code == SQLITE_OK)
        file->pMethods = &methods;
    return code;
}

} // namespace

FailingDisk::FailingDisk() : m_before(sqlite3_vfs_find(nullptr))
{
    state() = DiskState();
    shim() = *m_before;
    shim().zName = "failing";
    shim().szOsFile = m_before->szOsFile + static_cast<int>(sizeof(WatchedFile));
    shim().pAppData = m_before;
    shim().pNext = nullptr;
    shim().xOpen = open;
    sqlite3_vfs_register(&shim(), 1);
}

FailingDisk::~FailingDisk()
{
    sqlite3_vfs_unregister(&shim());
    sqlite3_vfs_register(m_before, 1);
}

void FailingDisk::failFrom(int write)
{
    state() = DiskState();
    state().failFrom = write;
}

void FailingDisk::failToMap(int call)
{
    state() = DiskState();
    state().mapToFail = call;
}

void FailingDisk::haveRoom()
{
    state().failFrom = 0;
    state().mapToFail = 0;
}

bool FailingDisk::hasFailed() const
{
    return state().failed;
}

} // namespace learnlab::tests
