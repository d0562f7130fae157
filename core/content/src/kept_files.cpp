#include "kept_files.h"

#include "content/places.h"
#include "transfer/wire.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace learnlab::content {

using domain::ErrorCode;
using domain::Result;

namespace {

constexpr qint64 leftFree = 64LL * 1024 * 1024; // a disk filled to its last byte breaks other programs

Result<void> makeFolder(const QByteArray &path)
{
    if (::mkdir(path.constData(), 0700) == 0 || errno == EEXIST)
        return {};
    const int number = errno;
    return domain::fail(number == ENOSPC || number == EDQUOT ? ErrorCode::LocalDiskFull : ErrorCode::LocalIo,
                        QStringLiteral("mkdir: error %1").arg(number));
}

} // namespace

KeptFiles::KeptFiles(const QString &accountFolder)
    : m_account(accountFolder),
      m_content(QFile::encodeName(accountFolder) + "/content"),
      m_open(QFile::encodeName(accountFolder) + "/open")
{}

Result<void> KeptFiles::makeFolders() const
{
    for (const QByteArray &path : {m_content, m_open}) {
        if (auto made = makeFolder(path); !made)
            return made;
    }
    return {};
}

QByteArray KeptFiles::pathOf(const QByteArray &sha256) const
{
    return keptPath(m_account, sha256);
}

QByteArray KeptFiles::gatheringPath(quint64 number) const
{
    return transfer::temporaryPath(m_content + "/version", QByteArray::number(number));
}

QString KeptFiles::freePlace(domain::FileId file, const QByteArray &sha256) const
{
    constexpr qsizetype letters = 8;
    const QString place = domain::toText(file) + QLatin1Char('/') + QString::fromLatin1(sha256.toHex().left(letters));
    const QString open = QFile::decodeName(m_open) + QLatin1Char('/');
    QString candidate = place;
    for (int number = 2; QFile::exists(open + candidate); ++number)
        candidate = QStringLiteral("%1-%2").arg(place).arg(number);
    return candidate;
}

Result<void> KeptFiles::makePlace(const QString &place) const
{
    if (auto made = makeFolders(); !made)
        return made;
    const QByteArray path = m_open + '/' + QFile::encodeName(place);
    if (auto made = makeFolder(path.left(path.lastIndexOf('/'))); !made)
        return made;
    return makeFolder(path);
}

void KeptFiles::removePlace(const QString &place) const
{
    const QByteArray path = m_open + '/' + QFile::encodeName(place);
    ::rmdir(path.constData());
    ::rmdir(path.left(path.lastIndexOf('/')).constData());
}

QByteArray KeptFiles::copyPath(const QString &place, const QByteArray &name) const
{
    return m_open + '/' + QFile::encodeName(place) + '/' + name;
}

QString KeptFiles::placeOf(const QByteArray &folder) const
{
    return folder.startsWith(m_open + '/') ? QFile::decodeName(folder.mid(m_open.size() + 1)) : QString();
}

QStringList KeptFiles::strangers(const QSet<QByteArray> &known) const
{
    QStringList found;
    QDirIterator files(QFile::decodeName(m_open), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!known.contains(QFile::encodeName(path)) && !files.fileName().endsWith(QLatin1Char('~')))
            found.append(files.fileName());
    }
    return found;
}

qint64 KeptFiles::free() const
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(m_account).constData(), &disk) != 0)
        return -1;
    const auto free = static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
    return std::max<qint64>(0, free - leftFree);
}

void KeptFiles::remove(const QByteArray &sha256) const
{
    if (sha256.size() == 32)
        ::unlink(pathOf(sha256).constData());
}

void KeptFiles::sweep(const QSet<QByteArray> &wanted, bool downloading) const
{
    constexpr qsizetype digestLetters = 64;
    const QStringList names =
        QDir(QFile::decodeName(m_content)).entryList(QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &text : names) {
        const QByteArray name = QFile::encodeName(text);
        const bool kept = name.size() == digestLetters && wanted.contains(QByteArray::fromHex(name));
        const bool gathering = downloading && name.endsWith(".learnlab-part");
        if (!kept && !gathering)
            ::unlink((m_content + '/' + name).constData());
    }
}

Result<void> KeptFiles::wipe() const
{
    bool gone = true;
    for (const char *name : {"/content", "/thumbs", "/open"})
        gone = QDir(m_account + QLatin1String(name)).removeRecursively() && gone; // removes links, does not follow them
    if (!gone)
        return domain::fail(ErrorCode::LocalIo, QStringLiteral("something could not be removed"));
    return {};
}

} // namespace learnlab::content
