#pragma once

#include <QtCore/QList>
#include <QtCore/QMimeData>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

class QWidget;

namespace learnlab::ui {

// Items under way by drag and drop: ids for us, paths for other programs. The paths come while one drags: making them
// takes time, so nobody asks for them before the pointer has left the window. Who is asked for data must answer at once,
// and gets what is there by then.
class OutgoingItems final : public QMimeData
{
    Q_OBJECT
public:
    explicit OutgoingItems(const QList<QByteArray> &ids);

    [[nodiscard]] const QList<QByteArray> &ids() const { return m_ids; }
    void addPath(const QUrl &path);
    [[nodiscard]] QStringList formats() const override;

private:
    QList<QByteArray> m_ids;
};

// Tells once when the pointer leaves the window of a widget while something is dragged. UI thread; lives as long as the
// drag.
class DragWatch final : public QObject
{
    Q_OBJECT
public:
    explicit DragWatch(const QWidget &widget);

    [[nodiscard]] bool hasLeft() const { return m_left; }

Q_SIGNALS:
    void left();

private:
    void look();

    const QWidget &m_widget;
    QTimer m_look; // no event tells: over other programs a drag belongs to them
    bool m_left = false;
};

} // namespace learnlab::ui
