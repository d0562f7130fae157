#pragma once

#include "ui/models/backend.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace learnlab::ui {

/// What the tray says of the transfers. Pure.
enum class TrayMark { None, Moving, Paused, Problem };
[[nodiscard]] TrayMark trayMark(const transfer::Summary &summary);
/// "Uploading 3 · 45 %".
[[nodiscard]] QString trayText(const transfer::Summary &summary, session::State session);

/// The icon in the system tray: how the transfers stand, and a menu. Where the desktop has no tray it is not there, and
/// comes when a tray comes. UI thread.
class Tray final : public QObject
{
    Q_OBJECT

public:
    explicit Tray(Backend &backend);

    [[nodiscard]] bool isThere() const { return QSystemTrayIcon::isSystemTrayAvailable() && m_icon.isVisible(); }
    void retranslate();

Q_SIGNALS:
    void openRequested();
    void quitRequested();

private:
    void follow();
    void paintIcon(TrayMark mark, int percent);

    Backend &m_backend;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_open;
    QAction *m_pause;
    QAction *m_quit;
    TrayMark m_mark = TrayMark::None;
    int m_percent = -1;
};

} // namespace learnlab::ui
