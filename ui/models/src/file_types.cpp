#include "ui/models/format.h"

#include <QCoreApplication>
#include <QHash>

namespace learnlab::ui {

namespace {

struct Kind
{
    FileType type;
    const char *words;
};

/// What students have, by suffix: an icon and words without asking the MIME database for every row.
const QHash<QString, Kind> &kinds()
{
    static const QHash<QString, Kind> table = [] {
        QHash<QString, Kind> map;
        const auto add = [&map](std::initializer_list<const char *> suffixes, FileType type, const char *words) {
            for (const char *suffix : suffixes)
                map.insert(QString::fromLatin1(suffix), {type, words});
        };
        add({"pdf"}, FileType::Pdf, QT_TRANSLATE_NOOP("FileKind", "PDF document"));
        add({"doc", "docx"}, FileType::Doc, QT_TRANSLATE_NOOP("FileKind", "Word document"));
        add({"odt", "rtf", "pages"}, FileType::Doc, QT_TRANSLATE_NOOP("FileKind", "Text document"));
        add({"xls", "xlsx", "ods", "numbers"}, FileType::Sheet, QT_TRANSLATE_NOOP("FileKind", "Spreadsheet"));
        add({"csv", "tsv"}, FileType::Sheet, QT_TRANSLATE_NOOP("FileKind", "CSV table"));
        add({"ppt", "pptx", "odp", "key"}, FileType::Slides, QT_TRANSLATE_NOOP("FileKind", "Presentation"));
        add({"jpg", "jpeg"}, FileType::Image, QT_TRANSLATE_NOOP("FileKind", "JPEG image"));
        add({"png"}, FileType::Image, QT_TRANSLATE_NOOP("FileKind", "PNG image"));
        add({"gif", "svg", "webp", "heic", "bmp", "tif", "tiff"}, FileType::Image, QT_TRANSLATE_NOOP("FileKind", "Image"));
        add({"mp4", "mkv", "mov", "webm", "avi", "m4v"}, FileType::Video, QT_TRANSLATE_NOOP("FileKind", "Video"));
        add({"mp3", "m4a", "ogg", "opus", "flac", "wav", "aac"}, FileType::Audio, QT_TRANSLATE_NOOP("FileKind", "Audio"));
        add({"zip"}, FileType::Archive, QT_TRANSLATE_NOOP("FileKind", "ZIP archive"));
        add({"gz", "tgz", "xz", "bz2", "7z", "rar", "tar", "zst"}, FileType::Archive, QT_TRANSLATE_NOOP("FileKind", "Archive"));
        add({"py"}, FileType::Code, QT_TRANSLATE_NOOP("FileKind", "Python script"));
        add({"ipynb"}, FileType::Code, QT_TRANSLATE_NOOP("FileKind", "Notebook"));
        add({"c", "h", "cpp", "hpp", "cc", "java", "kt", "js", "ts", "rs", "go", "cs", "m", "r", "sql", "sh", "tex", "html", "css", "json", "xml", "yaml", "yml"},
            FileType::Code, QT_TRANSLATE_NOOP("FileKind", "Source code"));
        add({"md", "markdown"}, FileType::Text, QT_TRANSLATE_NOOP("FileKind", "Markdown"));
        add({"txt", "log"}, FileType::Text, QT_TRANSLATE_NOOP("FileKind", "Plain text"));
        return map;
    }();
    return table;
}

const Kind *kindOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    if (dot < 1)
        return nullptr;
    const auto found = kinds().constFind(name.mid(dot + 1).toLower());
    return found == kinds().cend() ? nullptr : &found.value();
}

FileType typeOfMime(const QString &mimeType)
{
    if (mimeType.startsWith(QLatin1String("image/")))
        return FileType::Image;
    if (mimeType.startsWith(QLatin1String("video/")))
        return FileType::Video;
    if (mimeType.startsWith(QLatin1String("audio/")))
        return FileType::Audio;
    if (mimeType.startsWith(QLatin1String("text/")))
        return FileType::Text;
    if (mimeType == QLatin1String("application/pdf"))
        return FileType::Pdf;
    return FileType::Unknown;
}

} // namespace

FileType fileTypeOf(const QString &name, const QString &mimeType)
{
    const Kind *kind = kindOf(name);
    return kind ? kind->type : typeOfMime(mimeType);
}

QString typeName(const QString &name, const QString &mimeType)
{
    if (const Kind *kind = kindOf(name))
        return QCoreApplication::translate("FileKind", kind->words);
    switch (typeOfMime(mimeType)) {
    case FileType::Image:
        return QCoreApplication::translate("FileKind", "Image");
    case FileType::Video:
        return QCoreApplication::translate("FileKind", "Video");
    case FileType::Audio:
        return QCoreApplication::translate("FileKind", "Audio");
    case FileType::Text:
        return QCoreApplication::translate("FileKind", "Plain text");
    case FileType::Pdf:
        return QCoreApplication::translate("FileKind", "PDF document");
    default:
        return QCoreApplication::translate("FileKind", "File");
    }
}

} // namespace learnlab::ui
