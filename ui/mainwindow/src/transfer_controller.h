#pragma once

#include "ui/models/transfer_list_model.h"
#include "ui/transfers/conflict_dialog.h"

#include <QObject>

namespace learnlab::ui {

class StatusBar;
class TransfersPanel;

/// Keeps the queue's views true and asks what to do with names that are taken. UI thread; a child of the window.
class TransferController final : public QObject
{
    Q_OBJECT

public:
    TransferController(Backend &backend, TransferListModel &model, TransfersPanel &panel, StatusBar &status, QObject *parent);

    void setMirror(mirror::ReadPool *mirror);
    void resolve(domain::TransferId id);
    void togglePauseAll();
    void refresh();

private:
    void ask(const domain::Transfer &transfer);
    void settle(domain::TransferId id, ConflictDialog::Choice choice);
    [[nodiscard]] QList<domain::Transfer> conflicts() const;

    Backend &m_backend;
    TransferListModel &m_model;
    TransfersPanel &m_panel;
    StatusBar &m_status;
};

} // namespace learnlab::ui
