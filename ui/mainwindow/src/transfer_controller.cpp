#include "transfer_controller.h"

#include "ui/transfers/status_bar.h"
#include "ui/transfers/transfers_panel.h"

namespace learnlab::ui {

TransferController::TransferController(Backend &backend, TransferListModel &model, TransfersPanel &panel, StatusBar &status, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_model(model)
    , m_panel(panel)
    , m_status(status)
{
    connect(&m_backend, &Backend::mirrorChanged, &m_model, &TransferListModel::applyChange);
    connect(&m_backend, &Backend::transfersChanged, this, &TransferController::refresh);
    connect(&m_backend, &Backend::sessionChanged, this, &TransferController::refresh);
    connect(&m_backend, &Backend::syncChanged, this, &TransferController::refresh);
    connect(&m_panel, &TransfersPanel::conflictActivated, this, &TransferController::ask);
    connect(&m_panel, &TransfersPanel::pauseAllRequested, this, &TransferController::togglePauseAll);
}

void TransferController::setMirror(mirror::ReadPool *mirror)
{
    m_model.setMirror(mirror);
    refresh();
}

void TransferController::refresh()
{
    m_model.setLiveNumbers(m_backend.liveNumbers());
    m_panel.updateSummary();
    m_status.refresh();
}

void TransferController::togglePauseAll()
{
    const transfer::Summary summary = m_backend.transferSummary();
    if (summary.active + summary.waiting > 0)
        m_backend.pauseAll();
    else
        m_backend.resumeAll();
}

QList<domain::Transfer> TransferController::conflicts() const
{
    QList<domain::Transfer> found;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.index(row).data(TransferIsConflictRole).toBool())
            found.append(m_model.transferAt(row));
    }
    return found;
}

void TransferController::resolve(domain::TransferId id)
{
    const QList<domain::Transfer> all = conflicts();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const domain::Transfer &transfer) { return transfer.id == id; });
    if (found != all.cend())
        ask(*found);
}

void TransferController::ask(const domain::Transfer &transfer)
{
    auto *dialog = new ConflictDialog(transfer, static_cast<int>(conflicts().size()) - 1, m_panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictDialog::chosen, this, [this, id = transfer.id](ConflictDialog::Choice choice, bool forAll) {
        if (!forAll)
            return settle(id, choice);
        for (const domain::Transfer &other : conflicts())
            settle(other.id, choice);
    });
    dialog->open();
}

void TransferController::settle(domain::TransferId id, ConflictDialog::Choice choice)
{
    switch (choice) {
    case ConflictDialog::Choice::KeepBoth:
        return m_backend.retryWith(id, domain::OnConflict::KeepBoth);
    case ConflictDialog::Choice::Replace:
        return m_backend.retryWith(id, domain::OnConflict::Replace);
    case ConflictDialog::Choice::Skip:
        return m_backend.cancel(id);
    }
}

} // namespace learnlab::ui
