#include "ui/mainwindow/resident.h"

#include "notice_controller.h"
#include "notifier.h"
#include "tray.h"

#include "ui/settings/setting_keys.h"

namespace learnlab::ui {

Resident::Resident(WindowKeeper &keeper, Backend &backend, support::Settings &settings)
    : m_keeper(keeper), m_tray(std::make_unique<Tray>(backend)), m_notifier(std::make_unique<Notifier>(sessionBus())),
      m_notices(std::make_unique<NoticeController>(backend, *m_notifier))
{
    m_notices->setWanted([this, &settings] { return settings.value(setting::showNotifications) && !m_keeper.window().isActiveWindow(); });
    connect(m_tray.get(), &Tray::openRequested, this, [this] { m_keeper.window().comeForward(); });
    connect(m_tray.get(), &Tray::quitRequested, this, [this] { m_keeper.window().quit(); });
    connect(m_notices.get(), &NoticeController::shown, this, [this](const Notice &notice) { m_keeper.window().showNotice(notice); });
    connect(&m_keeper, &WindowKeeper::renewed, this, &Resident::attend);
    attend();
}

Resident::~Resident() = default;

void Resident::attend()
{
    m_keeper.window().setStays([this] { return m_tray->isThere(); });
    m_tray->retranslate(); // a window is made anew when the language is another one
}

} // namespace learnlab::ui
