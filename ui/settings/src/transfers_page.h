#pragma once

#include "settings_page.h"

#include "ui/models/backend.h"
#include "ui/models/settings_actions.h"

class QCheckBox;

namespace learnlab::ui {

class SpeedChoice;

/// How fast, and over which networks. UI thread.
class TransfersPage final : public SettingsPage
{
    Q_OBJECT

public:
    TransfersPage(Backend &backend, SettingsActions *actions, QWidget *parent);

    void comeUp() override;

private:
    Backend &m_backend;
    SettingsActions *m_actions;
    SpeedChoice *m_up;
    SpeedChoice *m_down;
    QCheckBox *m_metered = nullptr;
};

} // namespace learnlab::ui
