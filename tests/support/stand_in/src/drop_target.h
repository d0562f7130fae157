#pragma once

#include <QLabel>

// A window into which files can be dropped, as into a file manager: says on its output what it was given, and whether the
// files are there.
class DropTarget : public QLabel
{
    Q_OBJECT

public:
    DropTarget();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};
