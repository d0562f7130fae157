#pragma once

#include "folder_tree_model.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace learnlab::ui {

/// Asks into which folder things are to be moved: a tree of the folders, and a field that finds them by name. UI thread;
/// the mirror outlives it.
class MoveDialog final : public QDialog
{
    Q_OBJECT

public:
    MoveDialog(mirror::ReadPool &mirror, const QList<domain::ItemRef> &items, QWidget *parent);

Q_SIGNALS:
    void chosen(const learnlab::domain::FolderId &folder);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void choose();

    FolderTreeModel *m_model;
    QLineEdit *m_field;
    QTreeView *m_tree;
    QPushButton *m_move;
};

} // namespace learnlab::ui
