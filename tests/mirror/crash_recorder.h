#pragma once

#include <QHash>
#include <QMap>
#include <QString>

#include <sys/types.h>

namespace learnlab::tests {

/// While it lives, nothing that this process writes is synced: for tests that care for no power cut, or make their own.
class WithoutSync
{
public:
    WithoutSync();
    ~WithoutSync();
    WithoutSync(const WithoutSync &) = delete;
    WithoutSync &operator=(const WithoutSync &) = delete;
};

/// While it lives, keeps what a folder would hold if the program were killed, or the power failed, before each step by
/// which something in it changes. Of a power cut is left: of each file what its last sync wrote, and the names that the
/// last sync of the folder wrote; but a disk may also have written the last change of a name, and none of those before
/// it. One at a time, of one thread.
class CrashRecorder
{
public:
    using Disk = QMap<QString, QByteArray>; ///< contents by name

    struct Moment
    {
        QByteArray before; ///< which call
        Disk killed;
        Disk powerless;
        Disk disordered; ///< the power failed, and the last change of a name is there without the others
    };

    explicit CrashRecorder(const QString &folder);
    ~CrashRecorder();
    CrashRecorder(const CrashRecorder &) = delete;
    CrashRecorder &operator=(const CrashRecorder &) = delete;

    /// So far, the last of them now.
    [[nodiscard]] QList<Moment> moments();

    [[nodiscard]] static Disk read(const QString &folder);
    [[nodiscard]] static bool write(const Disk &disk, const QString &folder);

    // What the calls of this process tell, each before it is carried out.
    void note(const char *call);
    void changes(int descriptor);
    void syncs(int descriptor);
    void removes(const char *path);
    void renames(const char *from, const char *to);

private:
    struct NameChange
    {
        QString from;
        QString to; ///< empty: removed
        ino_t inode = 0;
    };

    void losesInode(ino_t inode);
    [[nodiscard]] QMap<QString, ino_t> names() const;
    [[nodiscard]] QByteArray contentOf(const QString &name, ino_t inode);

    QString m_folder;
    QList<Moment> m_moments;
    QHash<ino_t, QByteArray> m_contents; ///< as they are now, of those that have not changed since they were read
    QMap<QString, ino_t> m_syncedNames;
    QHash<ino_t, QByteArray> m_syncedContents;
    NameChange m_lastChange; ///< since the folder was synced
    ino_t m_lost = 0;        ///< counts names for what no longer has an inode
};

} // namespace learnlab::tests
