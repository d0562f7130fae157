#include "action_controller.h"

#include "ui/models/error_text.h"
#include "ui/transfers/history_dialog.h"

#include "domain/names.h"

#include <QAction>

namespace learnlab::ui {

ActionController::ActionController(Backend &backend, ActionListModel &model, FileActions &actions, QWidget *window)
    : QObject(window)
    , m_backend(backend)
    , m_model(model)
    , m_actions(actions)
    , m_window(window)
{
    connect(&m_backend, &Backend::mirrorChanged, &m_model, &ActionListModel::applyChange);
    connect(&m_model, &ActionListModel::changed, this, &ActionController::follow);
    follow();
}

void ActionController::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    m_model.setMirror(mirror);
    if (!mirror && m_dialog)
        m_dialog->close();
}

void ActionController::follow()
{
    QAction *undo = m_actions.action(FileActions::Id::Undo);
    undo->setEnabled(m_model.undoable().has_value());
    undo->setText(m_model.undoable() ? undoText(*m_model.undoable()) : tr("Undo"));
    QAction *redo = m_actions.action(FileActions::Id::Redo);
    redo->setEnabled(m_model.redoable().has_value());
    redo->setText(m_model.redoable() ? redoText(*m_model.redoable()) : tr("Redo"));
}

void ActionController::undo(domain::ActionId action)
{
    m_backend.undo(action, this, [this](domain::Result<sync::Undone> undone) {
        tell(undone, undone ? tr("Undone: %1").arg(shortText(undone->action)) : QString());
    });
}

void ActionController::redo(domain::ActionId action)
{
    m_backend.redo(action, this, [this](domain::Result<sync::Undone> undone) {
        tell(undone, undone ? tr("Made again: %1").arg(shortText(undone->action)) : QString());
    });
}

void ActionController::tell(const domain::Result<sync::Undone> &undone, const QString &done)
{
    if (!undone) {
        Q_EMIT said(tr("This is not possible any more. %1").arg(errorText(undone.error()).sentence()));
    } else if (!undone->refused.isEmpty()) {
        const sync::Undone::Refused &first = undone->refused.constFirst();
        Q_EMIT said(tr("%n item(s) stay as they are, first “%1”: %2", nullptr, static_cast<int>(undone->refused.size()))
                        .arg(domain::displayName(first.name), errorText(first.error).sentence()));
    } else {
        Q_EMIT said(done);
    }
}

void ActionController::show()
{
    if (!m_dialog) {
        m_dialog = new HistoryDialog(m_model, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &HistoryDialog::undoRequested, this, [this](const mirror::Action &action) { undo(action.id); });
        connect(m_dialog, &HistoryDialog::redoRequested, this, [this](const mirror::Action &action) { redo(action.id); });
        connect(m_dialog, &HistoryDialog::showRequested, this, &ActionController::reveal);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ActionController::reveal(const mirror::Action &action)
{
    if (!m_mirror)
        return;
    m_mirror->ask<QList<mirror::ActionStep>>(
        this, [id = action.id](const mirror::Reader &reader) { return reader.steps(id); },
        [this, action](const QList<mirror::ActionStep> &steps) {
            if (!steps.isEmpty())
                Q_EMIT showRequested(action.folder, steps.constFirst().target);
            if (m_dialog)
                m_dialog->close();
        });
}

} // namespace learnlab::ui
