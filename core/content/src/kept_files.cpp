#include "kept_files.h"

#include "domain/names.h"

#include <QDir>
#include <QFile>

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
    : m_account(accountFolder), m_content(QFile::encodeName(accountFolder) + "/content"),
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
    return m_content + '/' + sha256.toHex();
}

Result<QByteArray> KeptFiles::openPath(const domain::File &file) const
{
    if (auto made = makeFolders(); !made)
        return tl::make_unexpected(made.error());
    const QByteArray folder = m_open + '/' + domain::toText(file.id).toLatin1();
    if (auto made = makeFolder(folder); !made)
        return tl::make_unexpected(made.error());
    return folder + '/' + QFile::encodeName(domain::safeLocalName(file.filename));
}

Result<void> KeptFiles::roomFor(qint64 bytes) const
{
    struct statvfs disk = {};
    if (::statvfs(m_content.constData(), &disk) != 0)
        return {}; // not known: writing will tell
    const auto free = static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
    if (bytes > free - leftFree)
        return domain::fail(ErrorCode::LocalDiskFull, QStringLiteral("%1 bytes wanted, %2 free").arg(bytes).arg(free));
    return {};
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
