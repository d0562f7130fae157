#include "ui/mainwindow/resident.h"

#include "notice_controller.h"
#include "notifier.h"
#include "tray.h"

#include "ui/settings/setting_keys.h"

namespace learnlab::ui {

Resident::Resident(WindowKeeper &keeper, Backend &backend, support::Settings &settings, std::chrono::milliseconds patience)
    : m_keeper(keeper), m_backend(backend), m_settings(settings), m_tray(std::make_unique<Tray>(backend)), m_notifier(std::make_unique<Notifier>(sessionBus())),
      m_notices(std::make_unique<NoticeController>(backend, *m_notifier))
{
    m_notices->setWanted([this, &settings] { return settings.value(setting::showNotifications) && !m_keeper.window().isActiveWindow(); });
    connect(m_tray.get(), &Tray::openRequested, this, [this] { m_keeper.window().comeForward(); });
    connect(m_tray.get(), &Tray::quitRequested, this, [this] { m_keeper.window().quit(); });
    connect(m_notices.get(), &NoticeController::shown, this, [this](const Notice &notice) { m_keeper.window().showNotice(notice); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &Resident::missTray);
    connect(&m_backend, &Backend::accountChanged, &m_patience, qOverload<>(&QTimer::start));
    m_patience.start();
    connect(&m_keeper, &WindowKeeper::renewed, this, &Resident::attend);
    attend();
}

Resident::~Resident() = default;

void Resident::attend()
{
    m_keeper.window().setStays([this] { return m_tray->isThere(); });
    m_tray->retranslate(); // a window is made anew when the language is another one
}

void Resident::missTray()
{
    const bool concerns = m_backend.account() && !m_backend.isShared() && m_settings.value(setting::keepRunning);
    if (!concerns || m_tray->isThere() || m_settings.value(setting::trayMissed))
        return;
    m_settings.set(setting::trayMissed, true);
    m_keeper.window().sayTrayIsMissing();
}

} // namespace learnlab::ui
