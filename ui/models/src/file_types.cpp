#include "ui/models/format.h"

#include "domain/file_kind.h"

#include <QCoreApplication>
#include <QHash>

namespace learnlab::ui {

namespace {

/// The words for what students have, by suffix, without asking the MIME database for every row.
const QHash<QString, const char *> &wordsBySuffix()
{
    static const QHash<QString, const char *> table = [] {
        QHash<QString, const char *> map;
        const auto add = [&map](std::initializer_list<const char *> suffixes, const char *words) {
            for (const char *suffix : suffixes)
                map.insert(QString::fromLatin1(suffix), words);
        };
        add({"pdf"}, QT_TRANSLATE_NOOP("FileKind", "PDF document"));
        add({"doc", "docx"}, QT_TRANSLATE_NOOP("FileKind", "Word document"));
        add({"odt", "rtf", "pages"}, QT_TRANSLATE_NOOP("FileKind", "Text document"));
        add({"xls", "xlsx", "ods", "numbers"}, QT_TRANSLATE_NOOP("FileKind", "Spreadsheet"));
        add({"csv", "tsv"}, QT_TRANSLATE_NOOP("FileKind", "CSV table"));
        add({"ppt", "pptx", "odp", "key"}, QT_TRANSLATE_NOOP("FileKind", "Presentation"));
        add({"jpg", "jpeg"}, QT_TRANSLATE_NOOP("FileKind", "JPEG image"));
        add({"png"}, QT_TRANSLATE_NOOP("FileKind", "PNG image"));
        add({"gif", "svg", "webp", "heic", "bmp", "tif", "tiff"}, QT_TRANSLATE_NOOP("FileKind", "Image"));
        add({"mp4", "mkv", "mov", "webm", "avi", "m4v"}, QT_TRANSLATE_NOOP("FileKind", "Video"));
        add({"mp3", "m4a", "ogg", "opus", "flac", "wav", "aac"}, QT_TRANSLATE_NOOP("FileKind", "Audio"));
        add({"zip"}, QT_TRANSLATE_NOOP("FileKind", "ZIP archive"));
        add({"gz", "tgz", "xz", "bz2", "7z", "rar", "tar", "zst"}, QT_TRANSLATE_NOOP("FileKind", "Archive"));
        add({"py"}, QT_TRANSLATE_NOOP("FileKind", "Python script"));
        add({"ipynb"}, QT_TRANSLATE_NOOP("FileKind", "Notebook"));
        add({"c", "h", "cpp", "hpp", "cc", "java", "kt", "js", "ts", "rs", "go", "cs", "m", "r", "sql", "sh", "tex", "html", "css", "json", "xml", "yaml", "yml"},
            QT_TRANSLATE_NOOP("FileKind", "Source code"));
        add({"md", "markdown"}, QT_TRANSLATE_NOOP("FileKind", "Markdown"));
        add({"txt", "log"}, QT_TRANSLATE_NOOP("FileKind", "Plain text"));
        return map;
    }();
    return table;
}

const char *wordsOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return dot < 1 ? nullptr : wordsBySuffix().value(name.mid(dot + 1).toLower());
}

} // namespace

FileType fileTypeOf(const QString &name, const QString &mimeType)
{
    switch (domain::fileKindOf(name, mimeType)) {
    case domain::FileKind::Pdf:
        return FileType::Pdf;
    case domain::FileKind::Document:
        return FileType::Doc;
    case domain::FileKind::Sheet:
        return FileType::Sheet;
    case domain::FileKind::Slides:
        return FileType::Slides;
    case domain::FileKind::Image:
        return FileType::Image;
    case domain::FileKind::Video:
        return FileType::Video;
    case domain::FileKind::Audio:
        return FileType::Audio;
    case domain::FileKind::Code:
        return FileType::Code;
    case domain::FileKind::Archive:
        return FileType::Archive;
    case domain::FileKind::Text:
        return FileType::Text;
    case domain::FileKind::Unknown:
        break;
    }
    return FileType::Unknown;
}

QString typeName(const QString &name, const QString &mimeType)
{
    if (const char *words = wordsOf(name))
        return QCoreApplication::translate("FileKind", words);
    switch (fileTypeOf(name, mimeType)) {
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
