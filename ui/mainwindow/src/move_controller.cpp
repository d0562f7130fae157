#include "move_controller.h"

#include "move_dialog.h"

namespace learnlab::ui {

MoveController::MoveController(BrowseController &browsing, FileActions &actions, QWidget *window)
    : QObject(window), m_browsing(browsing), m_window(window)
{
    connect(&actions, &FileActions::triggered, this, [this](FileActions::Id id) {
        if (id == FileActions::Id::MoveTo)
            ask();
    });
}

void MoveController::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    if (m_dialog)
        m_dialog->reject(); // it asks the mirror of another account
}

void MoveController::ask()
{
    const QList<domain::ItemRef> items = m_browsing.selectedRefs();
    if (!m_mirror || items.isEmpty())
        return;
    m_dialog = new MoveDialog(*m_mirror, items, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &MoveDialog::chosen, this, [this, items](const domain::FolderId &folder) { m_browsing.move(items, folder); });
    m_dialog->open();
}

} // namespace learnlab::ui
