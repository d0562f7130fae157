#pragma once

#include "ui/models/change_list_model.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;

namespace learnlab::ui {

class SideCard;

/// What the user changed and the server does not have: what, where, since when, how it stands; each can be withdrawn, and
/// what the server refused is shown with both sides and can be had in another way. Asks by signals. UI thread; open it with show(): the window goes
/// on beside it.
class ChangesDialog final : public QDialog
{
    Q_OBJECT

public:
    ChangesDialog(ChangeListModel &model, QWidget *parent);

Q_SIGNALS:
    void withdrawRequested(const QList<learnlab::ui::PendingChange> &changes);
    void wayOutRequested(const learnlab::ui::PendingChange &change);
    void showRequested(const learnlab::ui::PendingChange &change);

private:
    void build();
    void follow(); ///< the list and what is selected in it
    void showSides(const QList<PendingChange> &changes);
    [[nodiscard]] QList<PendingChange> selected() const;

    ChangeListModel &m_model;
    QWidget *m_sides;
    SideCard *m_ours;
    SideCard *m_theirs;
    QLabel *m_intro;
    QListView *m_list;
    QLabel *m_empty;
    QPushButton *m_show;
    QPushButton *m_wayOut;
    QPushButton *m_withdraw;
};

} // namespace learnlab::ui
