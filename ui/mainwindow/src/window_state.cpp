#include "window_state.h"

#include <QMainWindow>
#include <QSplitter>

namespace learnlab::ui {

namespace {

const support::Setting<QByteArray> geometry{QLatin1String("window/geometry")};
const support::Setting<QByteArray> splitterState{QLatin1String("window/splitter")};

} // namespace

void restoreWindow(QMainWindow &window, QSplitter &splitter, const support::Settings &settings)
{
    // restoreGeometry() itself moves a window back that would lie on a screen that is gone.
    if (!window.restoreGeometry(settings.value(geometry)))
        window.resize(1280, 800);
    splitter.restoreState(settings.value(splitterState));
}

void saveWindow(const QMainWindow &window, const QSplitter &splitter, support::Settings &settings)
{
    settings.set(geometry, window.saveGeometry());
    settings.set(splitterState, splitter.saveState());
}

} // namespace learnlab::ui
