#pragma once

#include "name_delegate.h"

#include <QtCore/QPointer>
#include <QtCore/QSize>

namespace learnlab::ui {

class Thumbnails;
struct Theme;

// What the grid knows and the delegate paints: made by the view, read by the delegate.
struct TileState
{
    QPointer<Thumbnails> thumbnails;
    int below = 0; // height of a tile below its picture
    int hoverRow = -1;
    int dropRow = -1;
    bool dragOver = false;
    bool keys = false; // the last step was made by a key
};

// Paints a tile: picture or type icon, name in two lines, caption, badge. No pixmap is made while painting.
class TileDelegate final : public NameDelegate
{
    Q_OBJECT
public:
    // STATE outlives the delegate: the view owns both.
    TileDelegate(const TileState &state, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Theme &theme) const;
    void paintPicture(QPainter *painter, const QRect &frame, const QModelIndex &index, const Theme &theme) const;
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const Theme &theme) const;

    const TileState &m_state;
};

} // namespace learnlab::ui
