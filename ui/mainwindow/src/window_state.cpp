#include "window_state.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>

namespace learnlab::ui {

namespace {

const support::Setting<QByteArray> geometry{QLatin1String("window/geometry")};
/// How it stood on just these screens: at the desk and on the way the window is in different places.
QByteArray screensKey()
{
    QStringList screens;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect place = screen->geometry();
        screens.append(QStringLiteral("%1 %2x%3+%4+%5").arg(screen->name()).arg(place.width()).arg(place.height()).arg(place.x()).arg(place.y()));
    }
    screens.sort();
    const QByteArray digest = QCryptographicHash::hash(screens.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return "window/geometry_on_" + digest.toHex().first(16);
}

const support::Setting<QByteArray> splitterState{QLatin1String("window/splitter")};

} // namespace

void restoreWindow(QMainWindow &window, QSplitter &splitter, const support::Settings &settings)
{
    // restoreGeometry() itself moves a window back that would lie on a screen that is gone.
    const QByteArray here = screensKey();
    if (!window.restoreGeometry(settings.value(support::Setting<QByteArray>{QLatin1String(here)})) && !window.restoreGeometry(settings.value(geometry)))
        window.resize(1280, 800);
    splitter.restoreState(settings.value(splitterState));
}

void saveWindow(const QMainWindow &window, const QSplitter &splitter, support::Settings &settings)
{
    const QByteArray here = screensKey();
    settings.set(support::Setting<QByteArray>{QLatin1String(here)}, window.saveGeometry());
    settings.set(geometry, window.saveGeometry()); // for screens that it has not been on
    settings.set(splitterState, splitter.saveState());
}

} // namespace learnlab::ui
