#include <ui/common/fonts.h>

#include <QtCore/QRect>
#include <QtCore/QRegularExpression>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

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

double widestDigit(const QFontMetricsF &metrics)
{
    double widest = 0;
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
    if (role == Text::Title)
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.2);
    return font;
}

int heightFor(int designed, const QFont &font, int padding)
{
    return std::max(designed, QFontMetrics(font).height() + 2 * padding);
}

namespace {

// Calls PIECE(text, width, isDigit) for each digit and for each run between digits.
template <typename Piece>
void forEachPiece(const QFontMetricsF &metrics, const QString &text, Piece piece)
{
    const double digit = widestDigit(metrics);
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        const bool isDigit = isAsciiDigit(text[i]);
        while (!isDigit && end < text.size() && !isAsciiDigit(text[end]))
            ++end;
        const QString run = text.mid(i, end - i);
        piece(run, isDigit ? digit : metrics.horizontalAdvance(run), isDigit);
        i = end;
    }
}

// Scripts that shape or reorder cannot be drawn piece by piece; their digits keep their own widths.
bool isPlainRun(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x300 || (u >= 0x2010 && u <= 0x203A) || u == 0x202F;
    });
}

} // namespace

int tabularWidth(const QFontMetrics &metrics, const QString &text)
{
    double width = 0;
    forEachPiece(QFontMetricsF(metrics), text, [&width](const QString &, double piece, bool) { width += piece; });
    return int(std::ceil(width));
}

void drawTabular(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    if (!isPlainRun(text)) {
        painter->drawText(rect, int(alignment | Qt::AlignVCenter), text);
        return;
    }
    const QFontMetricsF metrics(painter->font(), painter->device());
    double width = 0;
    forEachPiece(metrics, text, [&width](const QString &, double piece, bool) { width += piece; });
    double x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() + 1 - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.left() + (rect.width() - width) / 2;
    const double y = std::round(rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent());
    // A right-to-left painter would move the space at the end of a run to its start.
    const Qt::LayoutDirection before = painter->layoutDirection();
    painter->setLayoutDirection(Qt::LeftToRight);
    forEachPiece(metrics, text, [&](const QString &run, double piece, bool isDigit) {
        const double inset = isDigit ? (piece - metrics.horizontalAdvance(run)) / 2 : 0;
        painter->drawText(QPointF(x + inset, y), run);
        x += piece;
    });
    painter->setLayoutDirection(before);
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
