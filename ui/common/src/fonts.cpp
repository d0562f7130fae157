#include <ui/common/fonts.h>

#include <QtCore/QRect>
#include <QtCore/QRegularExpression>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr double smallestBody = 9.75; // pt, 13 px at 96 dpi

struct Step
{
    double pixels;
    QFont::Weight weight;
};

Step stepOf(Text role)
{
    switch (role) {
    case Text::Caption: return {11, QFont::Normal};
    case Text::Small: return {12, QFont::Normal};
    case Text::SmallMedium: return {12, QFont::Medium};
    case Text::Body: return {13, QFont::Normal};
    case Text::Label: return {13, QFont::Medium};
    case Text::Strong: return {13, QFont::DemiBold};
    case Text::Crumb: return {14, QFont::Normal};
    case Text::CrumbStrong: return {14, QFont::DemiBold};
    case Text::Heading: return {15, QFont::DemiBold};
    case Text::Title: return {20, QFont::DemiBold};
    }
    return {13, QFont::Normal};
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

int widestDigit(const QFontMetrics &metrics)
{
    int widest = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(c)));
    return widest;
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
    const Step step = stepOf(role);
    QFont font = QApplication::font();
    const double body = font.pointSizeF() > 0 ? font.pointSizeF() : smallestBody;
    font.setPointSizeF(body * step.pixels / 13.0);
    font.setWeight(step.weight);
    return font;
}

int heightFor(int designed, const QFont &font, int padding)
{
    return std::max(designed, QFontMetrics(font).height() + 2 * padding);
}

int tabularWidth(const QFontMetrics &metrics, const QString &text)
{
    const int digit = widestDigit(metrics);
    int width = 0;
    for (const QChar c : text)
        width += isAsciiDigit(c) ? digit : metrics.horizontalAdvance(c);
    return width;
}

void drawTabular(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    // Scripts that shape or reorder cannot be drawn letter by letter; their digits keep their own widths.
    if (text.isRightToLeft() || std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() > 0x2FF && c != u'\u2026'
                                                                                             && c != u'\u2013' && c != u'\u202F'; })) {
        painter->drawText(rect, int(alignment | Qt::AlignVCenter), text);
        return;
    }
    const int digit = widestDigit(metrics);
    const int width = tabularWidth(metrics, text);
    int x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() + 1 - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.left() + (rect.width() - width) / 2;
    const int y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (qsizetype i = 0; i < text.size();) {
        if (isAsciiDigit(text[i])) {
            painter->drawText(x + (digit - metrics.horizontalAdvance(text[i])) / 2, y, text.mid(i, 1));
            x += digit;
            ++i;
            continue;
        }
        qsizetype end = i;
        int advance = 0;
        while (end < text.size() && !isAsciiDigit(text[end]))
            advance += metrics.horizontalAdvance(text[end++]);
        painter->drawText(x, y, text.mid(i, end - i));
        x += advance;
        i = end;
    }
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
    static const QRegularExpression run(QStringLiteral("([A-Za-z0-9][A-Za-z0-9._-]*)"));
    plain.replace(run, QStringLiteral("\u2066\\1\u2069"));
    return plain;
}

} // namespace learnlab::ui
