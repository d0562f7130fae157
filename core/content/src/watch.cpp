#include "watch.h"

#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace learnlab::content {

namespace {

QByteArray folderOf(const QByteArray &path)
{
    return path.left(path.lastIndexOf('/'));
}

class SystemWatch final : public Watch
{
public:
    SystemWatch()
    {
        QObject::connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_watcher,
                         [this](const QString &folder) { tell(QFile::encodeName(folder)); });
        QObject::connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_watcher,
                         [this](const QString &file) { tell(folderOf(QFile::encodeName(file))); });
    }

    bool add(const QByteArray &path) override
    {
        return addOne(QFile::decodeName(folderOf(path)), m_watcher.directories()) &&
               addOne(QFile::decodeName(path), m_watcher.files());
    }
    void remove(const QByteArray &path) override
    {
        m_watcher.removePaths({QFile::decodeName(path), QFile::decodeName(folderOf(path))});
    }
    void listen(std::function<void(const QByteArray &)> listener) override { m_listener = std::move(listener); }

private:
    bool addOne(const QString &path, const QStringList &known)
    {
        return known.contains(path) || !QFileInfo::exists(path) || m_watcher.addPath(path);
    }
    void tell(const QByteArray &folder)
    {
        if (m_listener)
            m_listener(folder);
    }

    QFileSystemWatcher m_watcher;
    std::function<void(const QByteArray &)> m_listener;
};

} // namespace

std::unique_ptr<Watch> makeWatch()
{
    return std::make_unique<SystemWatch>();
}

bool isInUse(const QByteArray &path, Use use)
{
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return false;
    // A lease is refused while somebody else has the file open so. Should somebody open it before the lease is given
    // back, a signal says so: one that does nothing, instead of the one that would end the program.
    ::fcntl(file, F_SETSIG, SIGURG);
    const bool refused =
        ::fcntl(file, F_SETLEASE, use == Use::Writing ? F_RDLCK : F_WRLCK) != 0 && (errno == EAGAIN || errno == EBUSY);
    ::fcntl(file, F_SETLEASE, F_UNLCK);
    ::close(file);
    return refused;
}

} // namespace learnlab::content
