#pragma once

#include <ui/browse/drop_target.h>

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

class QAbstractItemView;
class QDragEnterEvent;
class QDragMoveEvent;
class QDropEvent;
class QMimeData;

namespace learnlab::ui {

// What is dragged over a view of files: which place would take it, and what is dropped. The view hands its events over,
// and paints row() and isOver(). UI thread; a child of its view.
class FileDrops final : public QObject
{
    Q_OBJECT
public:
    explicit FileDrops(QAbstractItemView *view);

    // What the shown folder takes: files of other programs, items of the list.
    void setTaken(bool files, bool items);
    [[nodiscard]] int row() const { return m_row; }      // of the folder that would take it; -1: none
    [[nodiscard]] bool isOver() const { return m_over; } // what could be dropped is above the view

    void enter(QDragEnterEvent *event) const;
    void move(QDragMoveEvent *event);
    void leave();
    void drop(QDropEvent *event);

Q_SIGNALS:
    void changed(); // row() or isOver()
    void targetChanged(const learnlab::ui::DropTarget &target);
    void urlsDropped(const QList<QUrl> &urls, const QByteArray &target);
    void itemsMoved(const QList<QByteArray> &ids, const QByteArray &target);
    void folderSprung(const QByteArray &id); // the pointer rested on it

private:
    [[nodiscard]] bool takes(const QMimeData *mime) const;
    [[nodiscard]] DropTarget targetAt(const QPoint &point, const QMimeData *mime, int *row) const;
    void set(const DropTarget &target, int row, bool over);

    QAbstractItemView *m_view;
    QTimer m_spring;
    DropTarget m_target;
    int m_row = -1;
    bool m_over = false;
    bool m_takesFiles = true;
    bool m_takesItems = true;
};

} // namespace learnlab::ui
