#pragma once

#include "ui/models/transfer_tree_model.h"
#include "ui/transfers/conflict_dialog.h"

#include <QObject>

namespace learnlab::ui {

class StatusBar;
class TransfersPanel;

/// Keeps the queue's views true and does what a transfer needs to go on. UI thread; a child of the window.
class TransferController final : public QObject
{
    Q_OBJECT

public:
    TransferController(Backend &backend, TransferTreeModel &model, TransfersPanel &panel, StatusBar &status,
                       const support::Clock &clock, QObject *parent);

    void setMirror(mirror::ReadPool *mirror);
    void resolve(domain::TransferId id);
    void togglePauseAll();
    void refresh();

Q_SIGNALS:
    void said(const QString &text);
    void signInRequested();
    /// This file of this computer is to go into the folder that is open, and the transfer then to be forgotten.
    void uploadHereRequested(const QByteArray &localPath);

private:
    void takeNextStep(const domain::Transfer &transfer);
    void chooseFile(const domain::Transfer &transfer);
    void uploadAgain(const domain::Transfer &transfer, const QString &path);
    void askLimit();
    void settle(domain::TransferId id, ConflictDialog::Choice choice);

    Backend &m_backend;
    TransferTreeModel &m_model;
    TransfersPanel &m_panel;
    StatusBar &m_status;
    const support::Clock &m_clock;
    mirror::ReadPool *m_mirror = nullptr;
};

} // namespace learnlab::ui
