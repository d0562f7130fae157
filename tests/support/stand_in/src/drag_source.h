#pragma once

#include <QLabel>
#include <QList>
#include <QPoint>
#include <QUrl>

// A window out of which its files can be dragged, as out of a file manager.
class DragSource : public QLabel
{
    Q_OBJECT

public:
    explicit DragSource(const QStringList &paths);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QList<QUrl> m_urls;
    QPoint m_pressed;
};
