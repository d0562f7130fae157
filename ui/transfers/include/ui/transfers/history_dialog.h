#pragma once

#include "ui/models/action_list_model.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;

namespace learnlab::ui {

/// What was done on this computer, newest first; each can be taken back, and made again, as far as nobody changed the same
/// things since. Asks by signals. UI thread; open it with show(): the window goes on beside it.
class HistoryDialog final : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(ActionListModel &model, QWidget *parent);

Q_SIGNALS:
    void undoRequested(const learnlab::mirror::Action &action);
    void redoRequested(const learnlab::mirror::Action &action);
    void showRequested(const learnlab::mirror::Action &action);

private:
    void build();
    void follow(); ///< the list and what is selected in it
    void takeBack();
    [[nodiscard]] std::optional<mirror::Action> selected() const;

    ActionListModel &m_model;
    QListView *m_list;
    QLabel *m_empty;
    QPushButton *m_undo;
    QPushButton *m_show;
};

} // namespace learnlab::ui
