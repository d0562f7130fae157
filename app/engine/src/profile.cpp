#include "engine/profile.h"

#include "account_settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace learnlab::engine {

namespace {

domain::ErrorCode codeOf(int error)
{
    return error == ENOSPC || error == EDQUOT ? domain::ErrorCode::LocalDiskFull : domain::ErrorCode::LocalIo;
}

/// Makes the folder with its parents; itself for its owner's eyes only.
domain::Result<void> makePrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST))
        return domain::fail(codeOf(errno), path);
    if (::chmod(name.constData(), 0700) != 0)
        return domain::fail(domain::ErrorCode::LocalIo, path);
    return {};
}

void writeOwner(int lock, const QString &program, const QString &socketPath)
{
    const QByteArray text = QByteArray::number(qint64(::getpid())) + '\n' + program.toUtf8().left(64) + '\n' +
                            QFile::encodeName(socketPath) + '\n';
    // Who holds the lock does not depend on what is in it.
    if (::ftruncate(lock, 0) == 0)
        static_cast<void>(::pwrite(lock, text.constData(), static_cast<size_t>(text.size()), 0) == text.size());
}

} // namespace

domain::Result<Profile> Profile::own(const QString &path, const QString &program)
{
    const ProfileFolder folder(path);
    if (auto made = makePrivateFolder(folder.path()); !made)
        return tl::make_unexpected(made.error());
    const QByteArray name = QFile::encodeName(folder.path() + QStringLiteral("/lock"));
    const int lock = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0)
        return domain::fail(codeOf(errno), QString::fromLocal8Bit(std::strerror(errno)));
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const auto error = errno == EWOULDBLOCK ? domain::fail(domain::ErrorCode::ProfileInUse, folder.owner().name)
                                                : domain::fail(codeOf(errno), folder.path());
        ::close(lock);
        return error;
    }
    writeOwner(lock, program, folder.socketPath());
    return Profile(folder, lock);
}

Profile::Profile(Profile &&other) noexcept
    : m_folder(std::move(other.m_folder)), m_lock(std::exchange(other.m_lock, -1))
{}

Profile &Profile::operator=(Profile &&other) noexcept
{
    std::swap(m_folder, other.m_folder);
    std::swap(m_lock, other.m_lock);
    return *this;
}

Profile::~Profile()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

domain::Result<void> Profile::makeAccount(const AccountPlace &place) const
{
    if (auto made = makePrivateFolder(QFileInfo(place.folder).path()); !made)
        return made;
    return makePrivateFolder(place.folder);
}

domain::Result<void> Profile::removeAccount(const AccountPlace &place) const
{
    forgetAccount(place);
    if (!QDir(place.folder).removeRecursively())
        return domain::fail(domain::ErrorCode::LocalIo, place.folder);
    return {};
}

domain::Result<void> Profile::rememberAccount(const AccountPlace &place) const
{
    support::Settings settings(m_folder.settingsPath());
    settings.set(lastKey, place.key);
    settings.set(lastServer, place.server.toString(QUrl::FullyEncoded));
    if (!settings.save())
        return domain::fail(domain::ErrorCode::LocalIo, m_folder.settingsPath());
    return {};
}

void Profile::forgetAccount(const AccountPlace &place) const
{
    support::Settings settings(m_folder.settingsPath());
    if (settings.value(lastKey) != place.key)
        return;
    settings.remove(lastKey);
    settings.remove(lastServer);
    // An entry that stays behind leads to a mirror that is gone: lastAccount() sees that.
    static_cast<void>(settings.save());
}

} // namespace learnlab::engine
