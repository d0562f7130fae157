#include "change_controller.h"

#include "ui/models/error_text.h"
#include "ui/transfers/changes_dialog.h"

namespace learnlab::ui {

ChangeController::ChangeController(Backend &backend, ChangeListModel &model, QWidget *window)
    : QObject(window)
    , m_backend(backend)
    , m_model(model)
    , m_window(window)
{
    connect(&m_backend, &Backend::mirrorChanged, &m_model, &ChangeListModel::applyChange);
    connect(&m_backend, &Backend::sessionChanged, this,
            [this](const session::Status &status) { m_model.setOffline(status.state == session::State::Offline); });
}

void ChangeController::setMirror(mirror::ReadPool *mirror)
{
    m_model.setMirror(mirror);
    if (!mirror && m_dialog)
        m_dialog->close();
}

void ChangeController::show()
{
    if (!m_dialog) {
        m_dialog = new ChangesDialog(m_model, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &ChangesDialog::withdrawRequested, this, &ChangeController::withdraw);
        connect(m_dialog, &ChangesDialog::wayOutRequested, this, &ChangeController::takeWayOut);
        connect(m_dialog, &ChangesDialog::showRequested, this, [this](const PendingChange &change) {
            Q_EMIT showRequested(change.parent, change.pending.operation.target);
            m_dialog->close();
        });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ChangeController::withdraw(const QList<PendingChange> &changes)
{
    // The last first: what stands on another one goes before it.
    for (auto change = changes.crbegin(); change != changes.crend(); ++change)
        m_backend.withdraw(change->pending.operation.id);
}

void ChangeController::takeWayOut(const PendingChange &change)
{
    if (wayOutOf(change.pending) == WayOut::AnotherName)
        return useName(change);
    const auto again = [this, id = change.pending.operation.id] {
        m_backend.retryOperation(id, this, [this](domain::Result<void> result) {
            if (!result)
                Q_EMIT said(errorText(result.error()).sentence());
        });
    };
    const domain::Operation &operation = change.pending.operation;
    const bool inTrash = change.theirs && change.theirs->trashed &&
                         (operation.kind == domain::OperationKind::Rename || operation.kind == domain::OperationKind::Move);
    if (!inTrash)
        return again();
    // What somebody trashed meanwhile has to come back first.
    m_backend.restore({operation.target}, this, [this, again](domain::Result<void> restored) {
        if (!restored)
            return Q_EMIT said(errorText(restored.error()).sentence());
        again();
    });
}

void ChangeController::useName(const PendingChange &change)
{
    const domain::Operation &operation = change.pending.operation;
    const auto sayFailure = [this](const domain::Error &error) { Q_EMIT said(errorText(error).sentence()); };
    const auto done = [this, sayFailure, id = operation.id](domain::Result<void> result) {
        if (!result)
            return sayFailure(result.error());
        m_backend.withdraw(id); // the refused one, now that another has taken its place
    };
    switch (operation.kind) {
    case domain::OperationKind::CreateFolder:
        return m_backend.createFolder(operation.parentId, change.freeName, this, [done](domain::Result<domain::FolderId> folder) {
            done(folder ? domain::Result<void>() : domain::Result<void>(tl::make_unexpected(folder.error())));
        });
    case domain::OperationKind::Rename:
        return m_backend.rename(operation.target, change.freeName, this, done);
    case domain::OperationKind::Move:
    case domain::OperationKind::Restore:
    case domain::OperationKind::Trash:
        // Under its new name there is nothing in the way any more.
        return m_backend.rename(operation.target, change.freeName, this, [this, sayFailure, id = operation.id](domain::Result<void> result) {
            if (!result)
                return sayFailure(result.error());
            m_backend.retryOperation(id, this, [sayFailure](domain::Result<void> again) {
                if (!again)
                    sayFailure(again.error());
            });
        });
    }
}

} // namespace learnlab::ui
