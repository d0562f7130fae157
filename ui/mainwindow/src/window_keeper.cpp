#include "ui/mainwindow/window_keeper.h"

#include "ui/settings/look.h"
#include "ui/settings/setting_keys.h"

#include <QLocale>

namespace learnlab::ui {

WindowKeeper::WindowKeeper(Backend &backend, support::Settings &settings, const support::Clock &clock, Appearance &appearance,
                           Language &language)
    : m_backend(backend), m_settings(settings), m_clock(clock), m_appearance(appearance), m_language(language)
{
    m_language.speak(m_settings.value(setting::language));
    applyLook(m_appearance, m_settings);
    make();
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::make()
{
    m_backend.orderNames(QLocale().bcp47Name());
    m_window = std::make_unique<MainWindow>(m_backend, m_settings, m_clock);
    m_window->setLanguages(m_language.choices());
    connect(m_window.get(), &MainWindow::closed, this, &WindowKeeper::closed);
    connect(m_window.get(), &MainWindow::lookChanged, this, [this] { applyLook(m_appearance, m_settings); });
    connect(m_window.get(), &MainWindow::renewalWanted, this, &WindowKeeper::renew);
}

void WindowKeeper::renew()
{
    if (m_former) { // it goes first
        QMetaObject::invokeMethod(this, &WindowKeeper::renew, Qt::QueuedConnection);
        return;
    }
    m_window->remember();
    m_window->disconnect(this);
    m_former = std::move(m_window);
    m_language.speak(m_settings.value(setting::language));
    applyLook(m_appearance, m_settings);
    make();
    m_window->takeOver(*m_former);
    Q_EMIT renewed();
    QMetaObject::invokeMethod(this, [this] { m_former.reset(); }, Qt::QueuedConnection);
}

} // namespace learnlab::ui
