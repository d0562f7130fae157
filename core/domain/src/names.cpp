#include "domain/names.h"

#include "code_points.h"

#include <QStringDecoder>

#include <algorithm>

namespace learnlab::domain {

namespace {

constexpr qsizetype longestName = 255;

} // namespace

Result<QString> normalName(const QString &name)
{
    const QString normal = name.normalized(QString::NormalizationForm_C);
    if (normal.isEmpty())
        return fail(ErrorCode::NameInvalid, QStringLiteral("empty"));
    if (normal == QLatin1String(".") || normal == QLatin1String(".."))
        return fail(ErrorCode::NameInvalid, QStringLiteral("dots"));
    if (normal.contains(QLatin1Char('/')))
        return fail(ErrorCode::NameInvalid, QStringLiteral("slash"));
    if (normal.contains(QChar::Null))
        return fail(ErrorCode::NameInvalid, QStringLiteral("null character"));
    const QList<char32_t> points = codePoints(normal);
    if (std::any_of(points.begin(), points.end(), isSurrogate))
        return fail(ErrorCode::NameInvalid, QStringLiteral("half a character"));
    if (points.size() > longestName)
        return fail(ErrorCode::NameInvalid, QStringLiteral("longer than 255"));
    return normal;
}

Result<QString> nameFromLocal(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return fail(ErrorCode::LocalNameInvalid, QStringLiteral("not UTF-8"));
    Result<QString> name = normalName(text);
    if (!name)
        return fail(ErrorCode::LocalNameInvalid, name.error().detail);
    return name;
}

QString freeName(const QString &name, const std::function<bool(const QString &)> &taken)
{
    // Nobody has that many namesakes; a `taken` that always says yes must not keep us here.
    constexpr int lastNumber = 100'000;
    if (!taken(name))
        return name;
    const NameParts parts = splitName(name);
    QString candidate;
    for (int number = 2; number < lastNumber; ++number) {
        const QString tail = QStringLiteral(" (%1)").arg(number) + parts.extension;
        candidate = cutToCodePoints(parts.stem, longestName - codePoints(tail).size()) + tail;
        if (!taken(candidate))
            break;
    }
    return candidate;
}

QString displayName(const QString &name)
{
    QList<char32_t> points = codePoints(name);
    points.removeIf(isBidiControl);
    return fromCodePoints(points);
}

bool hasBidiControls(const QString &name)
{
    const QList<char32_t> points = codePoints(name);
    return std::any_of(points.begin(), points.end(), isBidiControl);
}

} // namespace learnlab::domain
