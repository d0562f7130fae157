#pragma once

#include "name_delegate.h"

#include <ui/models/file_roles.h>

namespace learnlab::ui {

struct RowAction;
struct RowState;
struct Theme;

// Paints every column of the list. No pixmap is made while painting.
class FileRowDelegate final : public NameDelegate
{
    Q_OBJECT
public:
    // STATE outlives the delegate: the view owns both.
    FileRowDelegate(const RowState &state, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Theme &theme) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const Theme &theme) const;
    void paintBelow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &line,
                    const Theme &theme) const;
    void paintActions(QPainter *painter, const QStyleOptionViewItem &option, const QList<RowAction> &actions,
                      const Theme &theme) const;
    void paintStatus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Theme &theme) const;
    void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const Theme &theme) const;

    const RowState &m_state;
};

} // namespace learnlab::ui
