#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace learnlab::ui {

// What the delegates of the list and the grid share: the field that renames in place.
class NameDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

Q_SIGNALS:
    void renamed(const QByteArray &id, const QString &name) const;
};

} // namespace learnlab::ui
