#pragma once

#include <QtCore/QRect>
#include <QtGui/QColor>

class QPainter;

// Shapes that the style and the delegates share. All coordinates are logical pixels; RECTs are visual (already
// mirrored).
namespace learnlab::ui {

struct Theme;

enum class ProgressState { Active, Paused, Failed, Done };

// A 4 px bar, vertically centred in RECT. VALUE is 0..1; below 0 the length is unknown and PHASE (0..1) places the
// travelling segment (0.5: centred, for reduced motion).
void paintProgress(QPainter *painter, const QRect &rect, double value, ProgressState state,
                   Qt::LayoutDirection direction, const QColor &track, const Theme &theme, double phase = 0.5);

// A rounded rectangle, filled, and stroked inside its edge when BORDER is valid.
void paintRounded(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border = {},
                  double width = 1);

// A fill whose outer corners only are round: touching rows join.
void paintJoined(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, bool roundTop,
                 bool roundBottom);

// A hairline of whole device pixels.
void paintHairline(QPainter *painter, const QPoint &from, const QPoint &to, const QColor &color);

} // namespace learnlab::ui
