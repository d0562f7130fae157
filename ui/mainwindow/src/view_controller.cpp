#include "view_controller.h"

#include "file_actions.h"

#include "ui/browse/browse_page.h"
#include "ui/browse/file_grid_view.h"

#include <QAction>

namespace learnlab::ui {

namespace {

const support::Setting<bool> gridShown{QLatin1String("files/grid")};
const support::Setting<int> tileSize{QLatin1String("files/tiles"), FileGridView::usualZoom, 0, FileGridView::mostZoom};

} // namespace

ViewController::ViewController(BrowsePage &page, FileActions &actions, support::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_actions(actions)
    , m_settings(settings)
{
    m_page.grid()->setZoom(settings.value(tileSize));
    connect(&m_page, &BrowsePage::viewModeChosen, this, &ViewController::choose);
    connect(&m_page, &BrowsePage::zoomChanged, this, [this](int zoom) { m_settings.set(tileSize, zoom); });
    connect(&m_actions, &FileActions::triggered, this, [this](FileActions::Id id) {
        using enum FileActions::Id;
        switch (id) {
        case AsList:
            return choose(ViewMode::List);
        case AsGrid:
            return choose(ViewMode::Grid);
        case Larger:
            return m_page.zoomBy(1);
        case Smaller:
            return m_page.zoomBy(-1);
        case UsualSize:
            return m_page.zoomBy(0);
        default:
            return; // somebody else's
        }
    });
    choose(settings.value(gridShown) ? ViewMode::Grid : ViewMode::List);
}

void ViewController::choose(ViewMode mode)
{
    const bool grid = mode == ViewMode::Grid;
    m_page.setViewMode(mode);
    m_settings.set(gridShown, grid);
    for (const FileActions::Id id : {FileActions::Id::Larger, FileActions::Id::Smaller, FileActions::Id::UsualSize})
        m_actions.action(id)->setEnabled(grid);
}

} // namespace learnlab::ui
