#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace learnlab::ui {

// Where a drop would go. No target: the drag has left, or the place takes nothing.
struct DropTarget
{
    bool active = false;
    bool refused = false; // over the list, which takes nothing of the kind
    bool moves = false;   // a drag of our own items; else files from another program
    QByteArray folder;    // empty: the folder that is shown
    QString name;         // the folder's name; empty: the folder that is shown

    friend bool operator==(const DropTarget &, const DropTarget &) = default;
};

} // namespace learnlab::ui

Q_DECLARE_METATYPE(learnlab::ui::DropTarget)
