#include "domain/names.h"

#include "code_points.h"

#include <algorithm>
#include <array>

namespace learnlab::domain {

namespace {

constexpr qsizetype longestLocalBytes = 255;

/// Cannot be in a name of any system, or makes it look like another.
bool isImpossible(char32_t point)
{
    return point == U'/' || isControl(point) || isBidiControl(point) || isSurrogate(point) ||
           (point & 0xFFFE) == 0xFFFE;
}

bool isUnsafe(char32_t point)
{
    constexpr std::array<char32_t, 8> forbidden = {U'\\', U':', U'*', U'?', U'"', U'<', U'>', U'|'};
    return isImpossible(point) ||
           std::find(forbidden.begin(), forbidden.end(), point) != forbidden.end();
}

/// Devices of Windows: they stay devices with any extension, and with spaces before it.
bool isReserved(const QString &name)
{
    static constexpr std::array<const char *, 6> devices = {"con", "prn", "aux", "nul", "conin$", "conout$"};
    const QString base = name.section(QLatin1Char('.'), 0, 0).trimmed().toLower();
    if (std::any_of(devices.begin(), devices.end(),
                    [&base](const char *device) { return base == QLatin1String(device); }))
        return true;
    if (base.size() != 4 || !(base.startsWith(QLatin1String("com")) || base.startsWith(QLatin1String("lpt"))))
        return false;
    const char16_t digit = base.at(3).unicode();
    return (digit >= u'0' && digit <= u'9') || digit == 0xB9 || digit == 0xB2 || digit == 0xB3;
}

/// Windows drops dots and spaces at the end, so "a" and "a." would be one file; on every system they deceive.
void replaceTrailing(QString *name)
{
    for (qsizetype i = name->size() - 1; i >= 0 && (name->at(i) == QLatin1Char('.') || name->at(i).isSpace()); --i)
        (*name)[i] = QLatin1Char('_');
}

/// The stem cut so that the name fits what a disk takes; the extension stays.
QString cutToDisk(const QString &name)
{
    if (name.toUtf8().size() <= longestLocalBytes)
        return name;
    const NameParts parts = splitName(name);
    return cutToBytes(parts.stem, longestLocalBytes - parts.extension.toUtf8().size()) + parts.extension;
}

} // namespace

QString safeLocalName(const QString &name)
{
    QList<char32_t> points = codePoints(name.normalized(QString::NormalizationForm_C));
    std::replace_if(points.begin(), points.end(), isUnsafe, U'_');
    QString safe = fromCodePoints(points);
    if (safe.isEmpty())
        return QStringLiteral("_");
    if (isReserved(safe))
        safe.prepend(QLatin1Char('_'));
    replaceTrailing(&safe);
    safe = cutToDisk(safe);
    replaceTrailing(&safe);
    return safe;
}

QString exactLocalName(const QString &name)
{
#ifdef Q_OS_UNIX
    QList<char32_t> points = codePoints(name.normalized(QString::NormalizationForm_C));
    std::replace_if(points.begin(), points.end(), isImpossible, U'_');
    const QString exact = cutToDisk(fromCodePoints(points));
    const bool isNone = exact.isEmpty() || exact == QLatin1String(".") || exact == QLatin1String("..");
    return isNone ? safeLocalName(exact) : exact;
#else
    return safeLocalName(name);
#endif
}

} // namespace learnlab::domain
