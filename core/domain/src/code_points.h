#pragma once

#include <QList>
#include <QString>

namespace learnlab::domain {

/// The code points of a text; a surrogate without its half stays as it is, so that it can be found.
[[nodiscard]] QList<char32_t> codePoints(QStringView text);
[[nodiscard]] QString fromCodePoints(const QList<char32_t> &points);

[[nodiscard]] bool isBidiControl(char32_t point);
/// C0, DEL, C1 and what breaks a line.
[[nodiscard]] bool isControl(char32_t point);
[[nodiscard]] bool isSurrogate(char32_t point);

/// "name.ext" as {"name", ".ext"}. What looks like no extension (too long, with spaces, nothing before it) stays in the
/// name.
struct NameParts
{
    QString stem;
    QString extension;
};
[[nodiscard]] NameParts splitName(const QString &name);

/// The longest beginning with at most that many code points or bytes that does not cut a character in two.
[[nodiscard]] QString cutToCodePoints(const QString &text, qsizetype most);
[[nodiscard]] QString cutToBytes(const QString &text, qsizetype most);

} // namespace learnlab::domain
