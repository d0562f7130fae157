#include "icon_engine.h"

#include <ui/common/icons.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>

#include <algorithm>
#include <utility>

namespace learnlab::ui {

namespace {

QColor colorOf(QIcon::Mode mode)
{
    const Theme &theme = themeOf(nullptr);
    switch (mode) {
    case QIcon::Disabled:
        return theme.disabled;
    case QIcon::Active:
    case QIcon::Selected:
        return theme.text;
    case QIcon::Normal:
        break;
    }
    return theme.text2;
}

} // namespace

UiIconEngine::UiIconEngine(QString name) : m_name(std::move(name)) {}

void UiIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    paintUiIcon(painter, rect, m_name, std::min(rect.width(), rect.height()), colorOf(mode));
}

QPixmap UiIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap UiIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal)
{
    // SIZE is in device pixels already.
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
}

QIconEngine *UiIconEngine::clone() const
{
    return new UiIconEngine(m_name);
}

void BrandIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State)
{
    painter->drawPixmap(rect, brandMark(std::min(rect.width(), rect.height()), painter->device()->devicePixelRatioF()));
}

QPixmap BrandIconEngine::pixmap(const QSize &size, QIcon::Mode, QIcon::State)
{
    return brandMark(std::min(size.width(), size.height()), 1);
}

QList<QSize> BrandIconEngine::availableSizes(QIcon::Mode, QIcon::State)
{
    return {{16, 16}, {24, 24}, {32, 32}, {48, 48}, {64, 64}, {128, 128}};
}

QIconEngine *BrandIconEngine::clone() const
{
    return new BrandIconEngine;
}

} // namespace learnlab::ui
