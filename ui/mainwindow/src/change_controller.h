#pragma once

#include "ui/models/backend.h"
#include "ui/models/change_list_model.h"

#include <QPointer>

namespace learnlab::ui {

class ChangesDialog;

/// The changes that wait for the server: keeps their list true, shows it, and does what was asked for there. UI thread; a
/// child of the window.
class ChangeController final : public QObject
{
    Q_OBJECT

public:
    ChangeController(Backend &backend, ChangeListModel &model, QWidget *window);

    void setMirror(mirror::ReadPool *mirror);
    void show();

Q_SIGNALS:
    void said(const QString &text);
    void showRequested(const learnlab::domain::FolderId &folder, const learnlab::domain::ItemRef &item);

private:
    void withdraw(const QList<PendingChange> &changes);
    void takeWayOut(const PendingChange &change);
    void useName(const PendingChange &change);

    Backend &m_backend;
    ChangeListModel &m_model;
    QWidget *m_window;
    QPointer<ChangesDialog> m_dialog;
};

} // namespace learnlab::ui
