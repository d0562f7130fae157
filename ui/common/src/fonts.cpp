#include <ui/common/fonts.h>

#include "style.h"
#include "type_cache.h"

#include <QtCore/QRect>
#include <QtCore/QRegularExpression>
#include <QtGui/QGlyphRun>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace learnlab::ui {

namespace {

constexpr double smallestBody = 9.75; // pt, 13 px at 96 dpi

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Scripts that shape or reorder cannot be drawn glyph by glyph; their digits keep their own widths.
bool isPlainRun(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x300 || (u >= 0x2010 && u <= 0x203A) || u == 0x202F;
    });
}

bool isBidiControl(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061C || u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

} // namespace

QFont applicationFont(const QFont &platform)
{
    QFont font = platform;
    font.setFamilies(QStringList{QStringLiteral("Inter")} + platform.families());
    const double points = platform.pointSizeF() > 0 ? platform.pointSizeF() : smallestBody;
    font.setPointSizeF(std::max(points, smallestBody));
    font.setWeight(QFont::Normal);
    return font;
}

QFont fontFor(Text role)
{
    if (auto *style = qobject_cast<Style *>(QApplication::style()))
        return style->type().font(role);
    return TypeCache::made(role, QApplication::font());
}

double textScale()
{
    const double body = QApplication::font().pointSizeF();
    return body > 0 ? std::max(1.0, body / smallestBody) : 1.0;
}

int heightFor(int designed, const QFont &font, int padding)
{
    return std::max(designed, QFontMetrics(font).height() + 2 * padding);
}

int listRowHeight()
{
    const auto *style = qobject_cast<const Style *>(QApplication::style());
    const bool compact = style && style->isCompact();
    return compact ? heightFor(32, fontFor(Text::Body), 7) : heightFor(40, fontFor(Text::Body), 11);
}

namespace {

// Calls USE(digits) with what the style keeps, or with what is measured now under a foreign style.
template <typename Use>
void withDigits(const QFont &font, Use use)
{
    if (auto *style = qobject_cast<Style *>(QApplication::style()))
        use(style->type().digits(font));
    else
        use(TypeCache::measured(font));
}

// The glyphs of TEXT with each digit in the middle of the widest one's room. Empty for what needs shaping or another
// font.
QGlyphRun tabularRun(const TypeCache::Digits &digits, const QString &text, double *width)
{
    const QList<quint32> glyphs = digits.raw.glyphIndexesForString(text);
    if (glyphs.size() != text.size() || glyphs.contains(0U) || !isPlainRun(text))
        return {};
    const QList<QPointF> advances = digits.raw.advancesForGlyphIndexes(glyphs);
    QList<QPointF> positions(glyphs.size());
    double x = 0;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const bool digit = isAsciiDigit(text[i]);
        const double room = digit ? digits.width : advances[i].x();
        positions[i] = QPointF(x + (room - advances[i].x()) / 2, 0);
        x += room;
    }
    *width = x;
    QGlyphRun run;
    run.setRawFont(digits.raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    return run;
}

} // namespace

int tabularWidth(const QFont &font, const QString &text)
{
    double width = 0;
    withDigits(font, [&](const TypeCache::Digits &digits) {
        if (tabularRun(digits, text, &width).isEmpty())
            width = QFontMetricsF(font).horizontalAdvance(text);
    });
    return int(std::ceil(width));
}

void drawTabular(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    withDigits(painter->font(), [&](const TypeCache::Digits &digits) {
        double width = 0;
        const QGlyphRun run = tabularRun(digits, text, &width);
        if (run.isEmpty()) {
            painter->drawText(rect, int(alignment | Qt::AlignVCenter), text);
            return;
        }
        double x = rect.left();
        if (alignment & Qt::AlignRight)
            x = rect.right() + 1 - width;
        else if (alignment & Qt::AlignHCenter)
            x = rect.left() + (rect.width() - width) / 2;
        const QFontMetricsF metrics(painter->font());
        const double y = std::round(rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent());
        painter->drawGlyphRun(QPointF(x, y), run);
    });
}

QString elidedName(const QString &name, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(name) <= width)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    // An "extension" longer than this is a sentence with a full stop in it.
    constexpr qsizetype longestExtension = 8;
    if (dot <= 0 || name.size() - dot > longestExtension)
        return metrics.elidedText(name, Qt::ElideMiddle, width);
    const QString extension = name.mid(dot);
    const int left = width - metrics.horizontalAdvance(extension);
    const QString stem = metrics.elidedText(name.left(dot), Qt::ElideMiddle, left);
    return stem.size() <= 1 ? metrics.elidedText(name, Qt::ElideMiddle, width) : stem + extension;
}

QString displayName(const QString &name, Qt::LayoutDirection direction)
{
    QString plain;
    plain.reserve(name.size());
    std::copy_if(name.cbegin(), name.cend(), std::back_inserter(plain), [](QChar c) { return !isBidiControl(c); });
    if (direction == Qt::LeftToRight && !plain.isRightToLeft())
        return plain;
    // A name of Latin letters is one run, spaces included.
    if (!plain.isRightToLeft())
        return QChar(0x2066) + plain + QChar(0x2069);
    static const QRegularExpression run(QStringLiteral("([A-Za-z0-9][A-Za-z0-9._-]*)"));
    plain.replace(run, QStringLiteral("\u2066\\1\u2069"));
    return plain;
}

} // namespace learnlab::ui
