#pragma once

#include "ui/mainwindow/window_keeper.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace learnlab::ui {

class NoticeController;
class Notifier;
class Tray;

/// What the desktop shows of the program beside its window: the icon in the tray, which also holds the program while its
/// window is closed, and notifications while nobody looks at the window. Where the desktop has no tray or no
/// notifications the program does without, and says once what that means. UI thread; what it is given outlives it.
class Resident final : public QObject
{
    Q_OBJECT

public:
    /// `patience`: how long a tray may take to come, at the start of a desktop.
    Resident(WindowKeeper &keeper, Backend &backend, support::Settings &settings,
             std::chrono::milliseconds patience = std::chrono::seconds(15));
    ~Resident() override;

private:
    void attend();
    void missTray();

    WindowKeeper &m_keeper;
    Backend &m_backend;
    support::Settings &m_settings;
    QTimer m_patience;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<NoticeController> m_notices;
};

} // namespace learnlab::ui
