#pragma once

#include "ui/mainwindow/main_window.h"

#include "ui/common/appearance.h"
#include "ui/settings/language.h"

#include <memory>

namespace learnlab::ui {

/// Keeps the window, and makes it anew when the words or the size of text change: widgets keep what they were made with.
/// The new one takes over what the old one showed. Whoever needs the window asks for it each time, and looks again when
/// it was renewed. UI thread; what it is given outlives it.
class WindowKeeper final : public QObject
{
    Q_OBJECT

public:
    WindowKeeper(Backend &backend, support::Settings &settings, const support::Clock &clock, Appearance &appearance,
                 Language &language);
    ~WindowKeeper() override;

    [[nodiscard]] MainWindow &window() const { return *m_window; }

Q_SIGNALS:
    void closed(); ///< the window, for good
    void renewed(); ///< window() is another one; the former goes when this returns

private:
    void make();
    void renew();

    Backend &m_backend;
    support::Settings &m_settings;
    const support::Clock &m_clock;
    Appearance &m_appearance;
    Language &m_language;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<MainWindow> m_former; ///< it is what asked to be renewed, so it goes a little later
};

} // namespace learnlab::ui
