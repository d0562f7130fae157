#pragma once

#include <ui/models/file_roles.h>

#include <QtWidgets/QStyledItemDelegate>

namespace learnlab::ui {

struct RowAction;
struct RowState;
struct Theme;

// Paints every column of the list, and makes the editor that renames. No pixmap is made while painting.
class FileRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // STATE outlives the delegate: the view owns both.
    FileRowDelegate(const RowState &state, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

Q_SIGNALS:
    void renamed(const QByteArray &id, const QString &name) const;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Theme &theme) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
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
