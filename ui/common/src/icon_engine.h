#pragma once

#include <QtGui/QIconEngine>

namespace learnlab::ui {

// An icon of icons/ui in the colours of the theme that is in use when it is painted, not when it is made.
class UiIconEngine final : public QIconEngine
{
public:
    explicit UiIconEngine(QString name);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QString iconName() override { return m_name; }
    QString key() const override { return QStringLiteral("learnlab-ui"); }
    QIconEngine *clone() const override;

private:
    QString m_name;
};

// The program's icon: one drawing for small sizes, one for large.
class BrandIconEngine final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    QString key() const override { return QStringLiteral("learnlab-brand"); }
    QIconEngine *clone() const override;
};

} // namespace learnlab::ui
