#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace learnlab::domain {

/// What a file is to its owner. Stored by the mirror: new ones go to the end.
enum class FileKind { Unknown, Pdf, Document, Sheet, Slides, Image, Video, Audio, Code, Archive, Text };
inline constexpr int fileKindCount = 11;

/// By the suffix of the name first and by the MIME type then. Pure; any thread.
[[nodiscard]] FileKind fileKindOf(const QString &name, const QString &mimeType);

/// "pdf", "image": how a kind is written in a search and on the command line.
[[nodiscard]] QString wordOf(FileKind kind);
[[nodiscard]] std::optional<FileKind> fileKindFromWord(QStringView word);

} // namespace learnlab::domain
