#include "looks.h"

#include <QFont>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace learnlab::render {

namespace {

constexpr int columns = 48; // that a sheet is wide
constexpr int longestLine = 200;
constexpr int letter = 12; // px of the page that is drawn, and then made small

struct Ink
{
    QColor ground, word, keyword, string, comment;
};

const Ink paper{Qt::white, QColor(0x3A444A), QColor(0x3A444A), QColor(0x3A444A), QColor(0x3A444A)};
const Ink screen{QColor(0x1E2529), QColor(0xD5DCE0), QColor(0x6CC3DC), QColor(0x8FCB9B), QColor(0x7D8B93)};

QColor inkOf(const QString &part, const Ink &ink)
{
    static const QRegularExpression keyword(
        QStringLiteral("^(and|as|auto|bool|break|case|catch|char|class|const|continue|def|default|do|double|elif|else|"
                       "end|enum|except|export|"
                       "extends|false|final|float|fn|for|from|function|if|import|in|include|int|interface|is|lambda|"
                       "let|long|namespace|new|None|"
                       "not|null|or|package|private|protected|public|raise|return|static|struct|super|switch|template|"
                       "this|throw|True|False|true|"
                       "try|type|using|var|virtual|void|while|with|yield)$"));
    if (part.startsWith(u'"') || part.startsWith(u'\''))
        return ink.string;
    if (part.startsWith(u'#') || part.startsWith(QLatin1String("//")))
        return ink.comment;
    return keyword.match(part).hasMatch() ? ink.keyword : ink.word;
}

void drawLine(QPainter &painter, const QString &line, QPointF at, const Ink &ink, bool code)
{
    if (!code) {
        painter.setPen(ink.word);
        painter.drawText(at, line);
        return;
    }
    static const QRegularExpression parts(QStringLiteral(R"(#.*|//.*|"[^"]*"?|'[^']*'?|\w+|\s+|.)"));
    const QFontMetricsF metrics(painter.font());
    for (auto found = parts.globalMatch(line); found.hasNext();) {
        const QString part = found.next().captured();
        painter.setPen(inkOf(part, ink));
        painter.drawText(at, part);
        at.rx() += metrics.horizontalAdvance(part);
    }
}

} // namespace

QImage drawnText(const QString &text, const QSize &box, bool code)
{
    const Ink &ink = code ? screen : paper;
    QImage image(box, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(ink.ground);
    QFont font(QStringLiteral("monospace"));
    font.setStyleHint(QFont::TypeWriter);
    font.setPixelSize(letter);
    const QFontMetricsF metrics(font);
    const double wide = metrics.averageCharWidth() * columns;
    const double factor = box.width() / wide;
    const double margin = metrics.averageCharWidth() * 4;
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(factor, factor);
    painter.setFont(font);
    double y = margin + metrics.ascent();
    const double bottom = box.height() / factor;
    for (const QString &line : text.split(u'\n')) {
        if (y - metrics.ascent() > bottom)
            break;
        QString shown = line.left(longestLine);
        shown.replace(u'\t', QLatin1String("    "));
        drawLine(painter, shown, {margin, y}, ink, code);
        y += metrics.lineSpacing() * 1.15;
    }
    return image;
}

} // namespace learnlab::render
