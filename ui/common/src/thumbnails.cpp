#include <ui/common/thumbnails.h>

#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr double frameRadius = 6;
constexpr double sheetTop = 0.075; // of the frame's height

} // namespace

void paintThumbnail(QPainter *painter, const QRect &frame, const Thumbnail &thumbnail, const Theme &theme)
{
    const QPixmap &picture = thumbnail.picture;
    const QSizeF size = picture.deviceIndependentSize();
    paintRounded(painter, frame, frameRadius, theme.sunken);
    // One made for a frame of another size is brought to this one until its own is there; never beyond its size.
    const double x = frame.width() / size.width();
    const double y = frame.height() / size.height();
    const double factor = thumbnail.sheet ? std::min(1.0, x) : std::min(1.0, std::max(x, y));
    QRectF place({0, 0}, size * factor);
    place.moveLeft(frame.left() + (frame.width() - place.width()) / 2);
    place.moveTop(thumbnail.sheet ? frame.top() + frame.height() * sheetTop
                                  : frame.top() + (frame.height() - place.height()) / 2);
    painter->save();
    QPainterPath edge;
    edge.addRoundedRect(frame, frameRadius, frameRadius);
    painter->setClipPath(edge, Qt::IntersectClip);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, factor < 1);
    if (factor < 1)
        painter->drawPixmap(place, picture, picture.rect());
    else
        painter->drawPixmap(place.topLeft().toPoint(), picture);
    if (thumbnail.sheet)
        paintRounded(painter, place.toAlignedRect().adjusted(-1, -1, 1, 1), 0, {}, theme.line);
    painter->restore();
    paintRounded(painter, frame, frameRadius, {}, theme.line);
}

} // namespace learnlab::ui
