#pragma once

#include "ui/browse/browse_page.h"
#include "ui/models/backend.h"

namespace learnlab::ui {

class BrowseController;

/// Gives other programs the files that are dragged out of the window. Those on this computer get a path at once; the rest
/// is fetched from the moment when the drag leaves the window, and goes along if it is here when it is dropped: a program
/// that drops cannot be made to wait without stopping this one. What was left out is said. UI thread; a child of the
/// window.
class DragController final : public QObject
{
    Q_OBJECT

public:
    DragController(Backend &backend, BrowsePage &page, const BrowseController &browsing, QObject *parent);

Q_SIGNALS:
    void said(const QString &text);

private:
    void offer();
    void end(bool takenElsewhere);

    Backend &m_backend;
    BrowsePage &m_page;
    const BrowseController &m_browsing;
    quint64 m_drag = 0;  ///< counts them
    int m_awaited = 0;   ///< files of this drag that have no path yet
    int m_leftOut = 0;   ///< folders, and what is too large to be fetched in passing
};

} // namespace learnlab::ui
