#pragma once

#include "settings_page.h"

#include "ui/models/settings_actions.h"
#include "ui/settings/language.h"

class QCheckBox;
class QComboBox;

namespace learnlab::support {
class Settings;
}

namespace learnlab::ui {

/// Language, start and background. UI thread.
class GeneralPage final : public SettingsPage
{
    Q_OBJECT

public:
    GeneralPage(support::Settings &settings, SettingsActions *actions, const QList<Language::Choice> &languages, QWidget *parent);

    void comeUp() override;

Q_SIGNALS:
    void languageChosen();

private:
    void addLanguage(const QList<Language::Choice> &languages);
    void addStart();
    void addBackground();

    support::Settings &m_settings;
    SettingsActions *m_actions;
    QCheckBox *m_start = nullptr;
    QLabel *m_outcome = nullptr;
};

} // namespace learnlab::ui
