#include "small_disk.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <cerrno>
#include <cstring>
#include <sys/mount.h>

namespace {

QByteArray sizeOption(int megabytes)
{
    return "mode=0777,size=" + QByteArray::number(megabytes) + "m";
}

} // namespace

SmallDisk::~SmallDisk()
{
    if (!m_folder.isEmpty()) {
        umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
    }
}

bool SmallDisk::mount(const QString &folder, int megabytes)
{
    QDir().mkpath(folder);
    const auto path = QFile::encodeName(folder);
    if (::mount("learnlab-test", path.constData(), "tmpfs", 0, sizeOption(megabytes).constData()) != 0) {
        m_error = QStringLiteral("a disk of its own takes root: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
        return false;
    }
    m_folder = folder;
    return true;
}

void SmallDisk::fill(qint64 leave) const
{
    QFile filler(m_folder + QStringLiteral("/filler"));
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return;
    }
    const QByteArray bytes(4096, 'f');
    while (QStorageInfo(m_folder).bytesAvailable() >= leave + bytes.size() && filler.write(bytes) == bytes.size()) {
    }
}

void SmallDisk::free() const
{
    QFile::remove(m_folder + QStringLiteral("/filler"));
}

bool SmallDisk::grow(int megabytes) const
{
    return ::mount("learnlab-test", QFile::encodeName(m_folder).constData(), "tmpfs", MS_REMOUNT,
                   sizeOption(megabytes).constData()) == 0;
}
