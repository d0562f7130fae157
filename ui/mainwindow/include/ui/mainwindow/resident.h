#pragma once

#include "ui/mainwindow/window_keeper.h"

#include <memory>

namespace learnlab::ui {

class NoticeController;
class Notifier;
class Tray;

/// What the desktop shows of the program beside its window: the icon in the tray, which also holds the program while its
/// window is closed, and notifications while nobody looks at the window. Where the desktop has no tray or no
/// notifications the program does without. UI thread; what it is given outlives it.
class Resident final : public QObject
{
    Q_OBJECT

public:
    Resident(WindowKeeper &keeper, Backend &backend, support::Settings &settings);
    ~Resident() override;

private:
    void attend();

    WindowKeeper &m_keeper;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<NoticeController> m_notices;
};

} // namespace learnlab::ui
