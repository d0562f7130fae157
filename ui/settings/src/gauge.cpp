#include "gauge.h"

#include "ui/common/paint.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr double gaugeNearlyFull = 0.9;
constexpr double gaugeFull = 0.98;

} // namespace

Gauge::Gauge(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(4);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void Gauge::setShare(double share)
{
    m_share = std::min(share, 1.0);
    setVisible(share >= 0);
    update();
}

void Gauge::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(&painter, rect(), 2, theme.sunken);
    const QColor color = m_share >= gaugeFull ? theme.danger : m_share >= gaugeNearlyFull ? theme.warning : theme.accent;
    const int filled = m_share > 0 ? std::max(4, static_cast<int>(width() * m_share)) : 0;
    if (filled > 0)
        paintRounded(&painter, QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, filled, height())), 2, color);
}

} // namespace learnlab::ui
