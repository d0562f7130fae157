#pragma once

struct sqlite3_vfs;

namespace learnlab::tests {

/// While it lives, SQLite writes through it, and its disk is full from one write on until it has room again. One at a
/// time, of one thread.
class FailingDisk
{
public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    void failFrom(int write); ///< counted from now on, 1 is the next
    void failToMap(int call); ///< that one of the shared memory of a log, counted from now on, and nothing else
    void haveRoom();
    [[nodiscard]] bool hasFailed() const;

private:
    sqlite3_vfs *m_before;
};

} // namespace learnlab::tests
