#pragma once

#include "settings_page.h"

namespace learnlab::support {
class Settings;
}

namespace learnlab::ui {

class ThemeChoice;

/// Theme, rows, size of text, motion. UI thread.
class AppearancePage final : public SettingsPage
{
    Q_OBJECT

public:
    AppearancePage(support::Settings &settings, QWidget *parent);

Q_SIGNALS:
    void lookChosen(); ///< what the application follows at once
    void textSizeChosen(); ///< what windows have to be made anew for

protected:
    void setStacked(bool stacked) override;

private:
    void addTheme();
    void addRows();
    void addText();
    void addMotion();

    support::Settings &m_settings;
    ThemeChoice *m_themes = nullptr;
    SettingsCard *m_more = nullptr;
};

} // namespace learnlab::ui
