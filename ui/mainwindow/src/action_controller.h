#pragma once

#include "file_actions.h"

#include "ui/models/action_list_model.h"
#include "ui/models/backend.h"

#include <QPointer>

namespace learnlab::ui {

class HistoryDialog;

/// Undo, redo and the list of what was done: keeps the list true, says in the menus what Undo would take back, and takes
/// it back. UI thread; a child of the window.
class ActionController final : public QObject
{
    Q_OBJECT

public:
    ActionController(Backend &backend, ActionListModel &model, FileActions &actions, QWidget *window);

    void setMirror(mirror::ReadPool *mirror);
    void undoLast() { undo({}); }
    void redoLast() { redo({}); }
    void show();

Q_SIGNALS:
    void said(const QString &text);
    void showRequested(const learnlab::domain::FolderId &folder, const learnlab::domain::ItemRef &item);

private:
    void follow();
    void undo(domain::ActionId action);
    void redo(domain::ActionId action);
    void tell(const domain::Result<sync::Undone> &undone, const QString &done);
    void reveal(const mirror::Action &action);

    Backend &m_backend;
    ActionListModel &m_model;
    FileActions &m_actions;
    QWidget *m_window;
    mirror::ReadPool *m_mirror = nullptr;
    QPointer<HistoryDialog> m_dialog;
};

} // namespace learnlab::ui
