#pragma once

#include <QtWidgets/QWidget>

class QAction;

namespace learnlab::ui {

/// The strip above the trash: what becomes of what is in it, and what can be done. UI thread; owned by its parent.
class TrashBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TrashBar(QWidget *parent = nullptr);

    /// A button that does what ACTION does, and can be pressed while it can be done.
    void addButton(QAction *action, bool danger);
};

} // namespace learnlab::ui
