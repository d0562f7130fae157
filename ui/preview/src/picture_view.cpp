#include "picture_view.h"

#include <ui/common/theme.h>

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace learnlab::ui {

namespace {

constexpr int deskMargin = 20;
constexpr double zoomStep = 1.25;
constexpr double mostZoom = 16;
constexpr int usualPaper = 480; // logical pixels that a page is wide
constexpr int lineHeight = 40;
constexpr int wheelNotch = 120;

} // namespace

PictureView::PictureView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
}

void PictureView::setPicture(const QImage &picture, const QSize &original, bool paper)
{
    m_picture = QPixmap::fromImage(picture);
    m_original = original;
    m_paper = paper;
    setBars();
    viewport()->update();
}

double PictureView::fitted() const
{
    if (m_original.isEmpty())
        return 1;
    const double x = double(viewport()->width() - 2 * deskMargin) / m_original.width();
    const double y = double(viewport()->height() - 2 * deskMargin) / m_original.height();
    // A page is read from its top; a slide is seen whole, as a photo, which is never made larger.
    if (m_paper && m_original.height() > m_original.width())
        return std::max(0.05,
                        std::min(x, double(std::max(usualPaper, viewport()->width() * 3 / 5)) / m_original.width()));
    return std::max(0.01, m_paper ? std::min(x, y) : std::min({1.0, x, y}));
}

QSize PictureView::shown() const
{
    return (QSizeF(m_original) * factor()).toSize();
}

QSize PictureView::wanted() const
{
    // No more than can be sent and shown.
    constexpr double most = 4000;
    const QSizeF size = QSizeF(shown()) * devicePixelRatioF();
    const double larger = std::max(size.width(), size.height());
    return (larger > most ? size * (most / larger) : size).toSize();
}

int PictureView::percent() const
{
    return int(std::lround(factor() * 100));
}

void PictureView::zoomBy(int steps)
{
    const QPointF centre((horizontalScrollBar()->value() + viewport()->width() / 2.0) / std::max(1, shown().width()),
                         (verticalScrollBar()->value() + viewport()->height() / 2.0) / std::max(1, shown().height()));
    m_zoom = steps == 0 ? 1 : std::clamp(m_zoom * std::pow(zoomStep, steps), 0.1, mostZoom);
    setBars();
    horizontalScrollBar()->setValue(int(centre.x() * shown().width() - viewport()->width() / 2.0));
    verticalScrollBar()->setValue(int(centre.y() * shown().height() - viewport()->height() / 2.0));
    viewport()->update();
    Q_EMIT zoomed();
}

void PictureView::setBars()
{
    const QSize room = viewport()->size();
    const QSize whole = shown() + QSize(2 * deskMargin, 2 * deskMargin);
    horizontalScrollBar()->setRange(0, std::max(0, whole.width() - room.width()));
    verticalScrollBar()->setRange(0, std::max(0, whole.height() - room.height()));
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    horizontalScrollBar()->setSingleStep(lineHeight);
    verticalScrollBar()->setSingleStep(lineHeight);
}

void PictureView::scrollToTop()
{
    m_zoom = 1;
    setBars();
    verticalScrollBar()->setValue(0);
}

bool PictureView::scrollBy(int lines)
{
    QScrollBar *bar = verticalScrollBar();
    const int before = bar->value();
    bar->setValue(before + lines * lineHeight);
    return bar->value() != before;
}

void PictureView::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.sunken);
    if (m_picture.isNull())
        return;
    const QSize size = shown();
    const int x = std::max(deskMargin, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    const int y = std::max(deskMargin, m_paper ? deskMargin : (viewport()->height() - size.height()) / 2) -
                  verticalScrollBar()->value();
    const QRect place(QPoint(x, y), size);
    if (m_paper)
        painter.fillRect(place.adjusted(-1, -1, 1, 1), theme.lineStrong);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(place, m_picture, m_picture.rect());
}

void PictureView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    setBars();
    Q_EMIT zoomed();
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    m_hand = event->position().toPoint();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void PictureView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint moved = event->position().toPoint() - m_hand;
    m_hand = event->position().toPoint();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

void PictureView::mouseReleaseEvent(QMouseEvent *)
{
    viewport()->unsetCursor();
}

void PictureView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    if (const int steps = event->angleDelta().y() / wheelNotch; steps != 0)
        zoomBy(steps);
    event->accept();
}

} // namespace learnlab::ui
