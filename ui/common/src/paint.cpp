#include <ui/common/paint.h>

#include <ui/common/theme.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int barHeight = 4;
constexpr double unknownShare = 0.3;

QColor barColor(ProgressState state, const Theme &theme)
{
    switch (state) {
    case ProgressState::Active:
        return theme.accent;
    case ProgressState::Paused:
        return theme.placeholder;
    case ProgressState::Failed:
        return theme.danger;
    case ProgressState::Done:
        return theme.success;
    }
    return theme.accent;
}

} // namespace

void paintProgress(QPainter *painter, const QRect &rect, double value, ProgressState state,
                   Qt::LayoutDirection direction, const QColor &track, const Theme &theme, double phase)
{
    const QRectF bar(rect.left(), rect.top() + (rect.height() - barHeight) / 2, rect.width(), barHeight);
    constexpr double radius = barHeight / 2.0;
    paintRounded(painter, bar, radius, track);
    double start = 0;
    double share = std::clamp(value, 0.0, 1.0);
    if (value < 0) {
        share = unknownShare;
        start = (1 - share) * phase;
    }
    if (share <= 0)
        return;
    const double length = std::max<double>(barHeight, bar.width() * share);
    double left = bar.left() + bar.width() * start;
    if (direction == Qt::RightToLeft)
        left = bar.right() - bar.width() * start - length;
    paintRounded(painter, QRectF(left, bar.top(), length, barHeight), radius, barColor(state, theme));
}

void paintRounded(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border,
                  double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
    painter->setPen(border.isValid() ? QPen(border, width) : Qt::NoPen);
    const double inset = border.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

void paintJoined(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, bool roundTop,
                 bool roundBottom)
{
    if (roundTop && roundBottom) {
        paintRounded(painter, rect, radius, fill);
        return;
    }
    if (!roundTop && !roundBottom) {
        painter->fillRect(rect, fill);
        return;
    }
    // The square end is pushed out of the clip.
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    paintRounded(painter, rect.adjusted(0, roundTop ? 0 : -2 * radius, 0, roundBottom ? 0 : 2 * radius), radius, fill);
    painter->restore();
}

void paintHairline(QPainter *painter, const QPoint &from, const QPoint &to, const QColor &color)
{
    // A filled rectangle one logical pixel thick falls on whole device pixels at every ratio.
    painter->fillRect(QRect(from, to).normalized(), color);
}

} // namespace learnlab::ui
