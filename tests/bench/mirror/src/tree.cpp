#include "tree.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <array>

namespace learnlab::bench {

namespace {

constexpr std::array words = {
    "Lecture",   "Übung",      "Notes",      "Algorithms", "Analysis", "Lösung", "Exam",    "Протокол",
    "лекция",    "課題",       "ノート",     "Résumé",     "été",      "Thesis", "Chapter", "Seminar",
    "Statistik", "Hausarbeit", "Experiment", "Messreihe",  "Draft",    "Final",  "Scan",    "IMG",
    "Photo",     "مقدمة",      "Blatt",      "Klausur",    "Physics",  "Chemie", "Δοκιμή",  "Paper",
    "Review",    "Meeting",    "Agenda",     "Budget",     "Plan",     "Skript", "Vorlage", "Tutorial",
};
constexpr qint64 filesAFolder = 40;

struct Suffix
{
    const char *suffix;
    const char *mimeType;
};
constexpr std::array<Suffix, 9> suffixes = {{
    {"pdf", "application/pdf"},
    {"jpg", "image/jpeg"},
    {"txt", "text/plain"},
    {"png", "image/png"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"py", "text/x-python"},
    {"mp4", "video/mp4"},
    {"zip", "application/zip"},
    {"md", "text/markdown"},
}};

/// As good as by chance, and the same each time.
quint64 mixed(qint64 number, quint64 salt)
{
    return support::SeededRandom(static_cast<quint64>(number) * 1000 + salt).next();
}

template <class T>
const T &pick(const T *from, size_t count, qint64 number, quint64 salt)
{
    return from[mixed(number, salt) % count];
}

QString word(qint64 number, quint64 salt)
{
    return QString::fromUtf8(pick(words.data(), words.size(), number, salt));
}

/// As programs make them: in the order of time.
std::array<quint8, 16> idOf(qint64 number, quint8 kind)
{
    std::array<quint8, 16> id{};
    const quint64 time = 0x019a00000000 + static_cast<quint64>(number);
    for (size_t i = 0; i < 6; ++i)
        id[i] = static_cast<quint8>(time >> (40 - 8 * i));
    const quint64 rest = mixed(number, 7);
    for (size_t i = 0; i < 8; ++i)
        id[8 + i] = static_cast<quint8>(rest >> (8 * i));
    id[6] = 0x70;
    id[7] = kind;
    id[8] = static_cast<quint8>((id[8] & 0x3F) | 0x80);
    return id;
}

domain::Timestamp timeOf(qint64 number)
{
    constexpr qint64 begin = 1'600'000'000;
    return domain::Timestamp(std::chrono::seconds(begin + qint64(mixed(number, 3) % 190'000'000)));
}

QString text(domain::Timestamp time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc())
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.000000Z"));
}

} // namespace

Tree::Tree(qint64 files) : m_files(files), m_folders(std::max<qint64>(2, files / filesAFolder)) {}

domain::FolderId Tree::folderId(qint64 number) const
{
    return number <= 0 ? domain::rootFolder : domain::FolderId(idOf(number, 1));
}

domain::Folder Tree::folder(qint64 number) const
{
    domain::Folder folder;
    folder.id = folderId(number);
    folder.parentId = number <= 12 ? domain::rootFolder : folderId(number / 8);
    folder.name = QStringLiteral("%1 %2 %3").arg(word(number, 1), word(number, 2)).arg(number);
    folder.createdAt = folder.updatedAt = timeOf(number);
    folder.revision = number;
    return folder;
}

domain::File Tree::file(qint64 number) const
{
    domain::File file;
    file.id = domain::FileId(idOf(number, 0));
    // What is uploaded together lies together.
    file.folderId = number % 10 == 0 ? largest() : folderId(2 + number / filesAFolder % (m_folders - 1));
    const Suffix &suffix = pick(suffixes.data(), suffixes.size(), number, 4);
    file.filename = QStringLiteral("%1 %2 %3.%4")
                        .arg(word(number, 5), word(number, 6))
                        .arg(number)
                        .arg(QLatin1String(suffix.suffix));
    file.fileSize = qint64(mixed(number, 8) % 40'000'000);
    file.mimeType = QLatin1String(suffix.mimeType);
    file.createdAt = file.updatedAt = timeOf(number);
    file.contentModifiedAt = timeOf(number + 1);
    file.contentSha256 = QByteArray(32, static_cast<char>(number));
    for (int i = 0; i < 8; ++i)
        file.contentSha256[i] = static_cast<char>(mixed(number, 9) >> (8 * i));
    file.revision = m_folders + 1 + number;
    return file;
}

QByteArray Tree::page(qint64 first, qint64 count) const
{
    QJsonArray files;
    QJsonArray folders;
    const qint64 lastFolder = first + count >= m_files ? m_folders : (first + count) / filesAFolder;
    for (qint64 n = first / filesAFolder + 1; n <= lastFolder; ++n) {
        const domain::Folder row = folder(n);
        folders.append(
            QJsonObject{{QStringLiteral("id"), toText(row.id)},
                        {QStringLiteral("parent_id"), row.parentId.isNull() ? QJsonValue() : toText(row.parentId)},
                        {QStringLiteral("name"), row.name},
                        {QStringLiteral("created_at"), text(row.createdAt)},
                        {QStringLiteral("updated_at"), text(row.updatedAt)},
                        {QStringLiteral("revision"), row.revision},
                        {QStringLiteral("trashed"), false},
                        {QStringLiteral("deleted_at"), QJsonValue()}});
    }
    for (qint64 n = first; n < std::min(first + count, m_files); ++n) {
        const domain::File row = file(n);
        files.append(QJsonObject{{QStringLiteral("id"), toText(row.id)},
                                 {QStringLiteral("folder_id"), toText(row.folderId)},
                                 {QStringLiteral("filename"), row.filename},
                                 {QStringLiteral("file_size"), row.fileSize},
                                 {QStringLiteral("mime_type"), row.mimeType},
                                 {QStringLiteral("created_at"), text(row.createdAt)},
                                 {QStringLiteral("updated_at"), text(row.updatedAt)},
                                 {QStringLiteral("content_modified_at"), text(*row.contentModifiedAt)},
                                 {QStringLiteral("content_sha256"), QString::fromLatin1(row.contentSha256.toHex())},
                                 {QStringLiteral("revision"), row.revision},
                                 {QStringLiteral("is_deleted"), false},
                                 {QStringLiteral("deleted_at"), QJsonValue()},
                                 {QStringLiteral("trash_root"), QJsonValue()}});
    }
    const bool more = first + count < m_files;
    return QJsonDocument(QJsonObject{{QStringLiteral("cursor"), QStringLiteral("c%1").arg(first + count)},
                                     {QStringLiteral("more"), more},
                                     {QStringLiteral("folders"), folders},
                                     {QStringLiteral("files"), files},
                                     {QStringLiteral("removed"), QJsonArray()}})
        .toJson(QJsonDocument::Compact);
}

} // namespace learnlab::bench
