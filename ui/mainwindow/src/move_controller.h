#pragma once

#include "browse_controller.h"
#include "file_actions.h"

#include <QPointer>

namespace learnlab::ui {

class MoveDialog;

/// "Move to…": asks for the folder and moves the selection there. UI thread; a child of the window.
class MoveController final : public QObject
{
    Q_OBJECT

public:
    MoveController(BrowseController &browsing, FileActions &actions, QWidget *window);

    void setMirror(mirror::ReadPool *mirror);

private:
    void ask();

    BrowseController &m_browsing;
    QWidget *m_window;
    mirror::ReadPool *m_mirror = nullptr;
    QPointer<MoveDialog> m_dialog;
};

} // namespace learnlab::ui
