#include "code_points.h"

#include <QTextBoundaryFinder>

#include <functional>

namespace learnlab::domain {

QList<char32_t> codePoints(QStringView text)
{
    QList<char32_t> points;
    points.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            points.append(QChar::surrogateToUcs4(c, text.at(i + 1)));
            ++i;
        } else {
            points.append(c.unicode());
        }
    }
    return points;
}

QString fromCodePoints(const QList<char32_t> &points)
{
    return QString::fromUcs4(points.constData(), points.size());
}

bool isBidiControl(char32_t point)
{
    return point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

bool isControl(char32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029;
}

bool isSurrogate(char32_t point)
{
    return point >= 0xD800 && point <= 0xDFFF;
}

NameParts splitName(const QString &name)
{
    constexpr qsizetype longestExtension = 16;
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    const qsizetype length = name.size() - dot;
    if (dot <= 0 || length < 2 || length > longestExtension || name.indexOf(QLatin1Char(' '), dot) >= 0)
        return {name, QString()};
    return {name.left(dot), name.mid(dot)};
}

namespace {

QString cutWhere(const QString &text, const std::function<bool(QStringView)> &fits)
{
    if (fits(text))
        return text;
    // By what the eye takes for one character, so that no accent or flag is torn off its base.
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        if (!fits(QStringView(text).left(next)))
            break;
        end = next;
    }
    if (end > 0)
        return text.left(end);
    // One character longer than everything allowed: then between its code points.
    const QList<char32_t> points = codePoints(text);
    qsizetype count = points.size();
    while (count > 0 && !fits(fromCodePoints(points.first(count))))
        --count;
    return fromCodePoints(points.first(count));
}

} // namespace

QString cutToCodePoints(const QString &text, qsizetype most)
{
    return cutWhere(text, [most](QStringView part) { return codePoints(part).size() <= most; });
}

QString cutToBytes(const QString &text, qsizetype most)
{
    return cutWhere(text, [most](QStringView part) { return part.toUtf8().size() <= most; });
}

} // namespace learnlab::domain
