#include "drag_controller.h"

#include "browse_controller.h"

namespace learnlab::ui {

namespace {

constexpr qsizetype mostDraggedOut = 200;
/// A drag that only passes over the edge of the window must not fetch a lecture's recordings.
constexpr qint64 mostFetchedInPassing = 200'000'000;

} // namespace

DragController::DragController(Backend &backend, BrowsePage &page, const BrowseController &browsing, QObject *parent)
    : QObject(parent), m_backend(backend), m_page(page), m_browsing(browsing)
{
    connect(m_page.list(), &FileListView::draggedOutside, this, &DragController::offer);
    connect(m_page.list(), &FileListView::dragEnded, this, &DragController::end);
}

void DragController::offer()
{
    const QList<mirror::ItemRow> rows = m_browsing.selectedRows();
    ++m_drag;
    m_awaited = m_leftOut = 0;
    int fetched = 0;
    qint64 toFetch = 0;
    for (const mirror::ItemRow &row : rows) {
        const bool file = row.ref.kind == domain::ItemKind::File;
        toFetch += row.available ? 0 : row.size;
        if (!file || m_awaited >= mostDraggedOut || (!row.available && toFetch > mostFetchedInPassing)) {
            ++m_leftOut;
            continue;
        }
        ++m_awaited;
        fetched += row.available ? 0 : 1;
        m_backend.open(row.ref.fileId(), this, [this, drag = m_drag](const domain::Result<QString> &path) {
            if (drag != m_drag || !path)
                return;
            --m_awaited;
            m_page.list()->offerPath(QUrl::fromLocalFile(*path));
        });
    }
    if (fetched > 0)
        Q_EMIT said(tr("Fetching %n file(s) from the server…", "@info while files are dragged out of the window", fetched));
}

void DragController::end(bool takenElsewhere)
{
    ++m_drag;
    if (!takenElsewhere)
        return;
    if (m_awaited > 0)
        Q_EMIT said(tr("%n file(s) were not here yet and were left out. Drag them again in a moment.", nullptr, m_awaited));
    else if (m_leftOut > 0)
        Q_EMIT said(tr("%n item(s) were left out. Folders and large files come with “Download a copy”.", nullptr, m_leftOut));
}

} // namespace learnlab::ui
