#pragma once

#include "settings_page.h"

#include "ui/models/settings_actions.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace learnlab::support {
class Settings;
}

namespace learnlab::ui {

class FormField;

/// By which way the server is reached, whom to trust, and what helps when something is wrong. UI thread.
class AdvancedPage final : public SettingsPage
{
    Q_OBJECT

public:
    AdvancedPage(support::Settings &settings, SettingsActions &actions, QWidget *parent);

    void comeUp() override;

private:
    void addProxy();
    void addAuthority();
    void addHelp();
    void showNetwork();
    void takeProxy();
    void chooseAuthority();
    void takeAuthority(const QString &path);
    void showAuthority();
    void use(const api::Network &network);
    void runCheck();
    void showReport(const QString &report);

    support::Settings &m_settings;
    SettingsActions &m_actions;
    api::Network m_network;
    QComboBox *m_proxy = nullptr;
    QWidget *m_manual = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLabel *m_proxyError = nullptr;
    QLabel *m_authority = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_authorityError = nullptr;
    QPushButton *m_check = nullptr;
    QLabel *m_outcome = nullptr;
};

} // namespace learnlab::ui
