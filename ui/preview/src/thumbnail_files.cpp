#include "thumbnail_files.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QImageReader>
#include <QSaveFile>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int photoQuality = 88;
constexpr int secondsUntilUsedAgain = 24 * 3600; // a file's time is not written more often

struct Kind
{
    const char *suffix;
    const char *format;
    bool sheet;
};
constexpr Kind kinds[] = {{"-photo.jpg", "JPEG", false}, {"-sheet.png", "PNG", true}, {"-photo.png", "PNG", false}};

QString nameOf(const QByteArray &digest, const QSize &pixels, const Kind &kind)
{
    return QStringLiteral("%1-%2x%3%4")
        .arg(QLatin1String(digest.toHex()))
        .arg(pixels.width())
        .arg(pixels.height())
        .arg(QLatin1String(kind.suffix));
}

} // namespace

std::optional<ThumbnailFiles::Found> ThumbnailFiles::load(const QByteArray &digest, const QSize &pixels) const
{
    if (m_folder.isEmpty() || digest.isEmpty())
        return std::nullopt;
    for (const Kind &kind : kinds) {
        QFile file(m_folder + QLatin1Char('/') + nameOf(digest, pixels, kind));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        // Only in the format that was written, and no larger than it was.
        QImageReader reader(&file, kind.format);
        const QSize size = reader.size();
        if (size.width() > pixels.width() || size.height() > pixels.height())
            continue;
        QImage image = reader.read();
        if (image.isNull())
            continue;
        if (file.fileTime(QFileDevice::FileModificationTime).secsTo(QDateTime::currentDateTime()) >
            secondsUntilUsedAgain)
            file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
        return Found{std::move(image), kind.sheet};
    }
    return std::nullopt;
}

void ThumbnailFiles::save(const QByteArray &digest, const QSize &pixels, const Found &found)
{
    if (m_folder.isEmpty() || digest.isEmpty() || found.image.isNull())
        return;
    // Not QDir::mkpath: an account that has been removed is not begun again.
    if (!QDir().exists(m_folder) && !QDir().mkdir(m_folder))
        return;
    const Kind &kind = found.sheet ? kinds[1] : found.image.hasAlphaChannel() ? kinds[2] : kinds[0];
    QSaveFile file(m_folder + QLatin1Char('/') + nameOf(digest, pixels, kind));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!found.image.save(&file, kind.format, photoQuality))
        return;
    const qint64 written = file.size();
    if (file.commit() && m_bytes >= 0)
        m_bytes += written;
    if (m_bytes < 0 || m_bytes > m_most)
        makeRoom();
}

void ThumbnailFiles::makeRoom()
{
    QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    m_bytes = 0;
    for (const QFileInfo &file : files)
        m_bytes += file.size();
    if (m_bytes <= m_most)
        return;
    std::sort(files.begin(), files.end(),
              [](const QFileInfo &a, const QFileInfo &b) { return a.lastModified() < b.lastModified(); });
    for (const QFileInfo &file : files) {
        if (m_bytes <= m_most * 4 / 5)
            return;
        if (QFile::remove(file.filePath()))
            m_bytes -= file.size();
    }
}

} // namespace learnlab::ui
