#include "domain/file_kind.h"

#include <QHash>

#include <array>

namespace learnlab::domain {

namespace {

constexpr std::array<const char *, fileKindCount> kindWords = {
    "other", "pdf", "document", "sheet", "slides", "image", "video", "audio", "code", "archive", "text",
};

/// What students have.
const QHash<QStringView, FileKind> &kindsBySuffix()
{
    static const QHash<QStringView, FileKind> table = [] {
        QHash<QStringView, FileKind> map;
        const auto add = [&map](std::initializer_list<QStringView> suffixes, FileKind kind) {
            for (const QStringView suffix : suffixes)
                map.insert(suffix, kind);
        };
        add({u"pdf"}, FileKind::Pdf);
        add({u"doc", u"docx", u"odt", u"rtf", u"pages"}, FileKind::Document);
        add({u"xls", u"xlsx", u"ods", u"numbers", u"csv", u"tsv"}, FileKind::Sheet);
        add({u"ppt", u"pptx", u"odp", u"key"}, FileKind::Slides);
        add({u"jpg", u"jpeg", u"png", u"gif", u"svg", u"webp", u"heic", u"bmp", u"tif", u"tiff"}, FileKind::Image);
        add({u"mp4", u"mkv", u"mov", u"webm", u"avi", u"m4v"}, FileKind::Video);
        add({u"mp3", u"m4a", u"ogg", u"opus", u"flac", u"wav", u"aac"}, FileKind::Audio);
        add({u"zip", u"gz", u"tgz", u"xz", u"bz2", u"7z", u"rar", u"tar", u"zst"}, FileKind::Archive);
        add({u"py", u"ipynb", u"c", u"h",   u"cpp", u"hpp", u"cc",   u"java", u"kt",   u"js",  u"ts",   u"rs", u"go",
             u"cs", u"m",     u"r", u"sql", u"sh",  u"tex", u"html", u"css",  u"json", u"xml", u"yaml", u"yml"},
            FileKind::Code);
        add({u"md", u"markdown", u"txt", u"log"}, FileKind::Text);
        return map;
    }();
    return table;
}

FileKind kindOfMime(const QString &mimeType)
{
    if (mimeType.startsWith(QLatin1String("image/")))
        return FileKind::Image;
    if (mimeType.startsWith(QLatin1String("video/")))
        return FileKind::Video;
    if (mimeType.startsWith(QLatin1String("audio/")))
        return FileKind::Audio;
    if (mimeType.startsWith(QLatin1String("text/")))
        return FileKind::Text;
    return mimeType == QLatin1String("application/pdf") ? FileKind::Pdf : FileKind::Unknown;
}

} // namespace

FileKind fileKindOf(const QString &name, const QString &mimeType)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    constexpr qsizetype longestSuffix = 8;
    if (dot >= 1 && name.size() - dot - 1 <= longestSuffix) {
        const QString suffix = name.mid(dot + 1).toLower();
        const auto found = kindsBySuffix().constFind(QStringView(suffix));
        if (found != kindsBySuffix().cend())
            return found.value();
    }
    return kindOfMime(mimeType);
}

QString wordOf(FileKind kind)
{
    return QString::fromLatin1(kindWords.at(static_cast<size_t>(kind)));
}

std::optional<FileKind> fileKindFromWord(QStringView word)
{
    for (size_t i = 0; i < kindWords.size(); ++i) {
        if (word.compare(QLatin1String(kindWords.at(i)), Qt::CaseInsensitive) == 0)
            return static_cast<FileKind>(i);
    }
    return std::nullopt;
}

} // namespace learnlab::domain
