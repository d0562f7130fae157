#include "advanced_page.h"

#include "report_dialog.h"

#include "ui/common/buttons.h"
#include "ui/models/error_text.h"
#include "ui/settings/setting_keys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

namespace learnlab::ui {

AdvancedPage::AdvancedPage(support::Settings &settings, SettingsActions &actions, QWidget *parent)
    : SettingsPage(tr("Advanced", "@title page of the settings"), {}, parent), m_settings(settings), m_actions(actions)
{
    addProxy();
    addAuthority();
    addHelp();
}

void AdvancedPage::addHelp()
{
    auto *card = addCard(tr("When something is wrong", "@title:group of settings"));
    m_check = makeButton(tr("Check now", "@action:button looks whether everything is in order"), ButtonKind::Secondary, this);
    m_check->setObjectName(QStringLiteral("check"));
    card->addRow(tr("Self-check", "@label"),
                 tr("Looks at the server, the keychain, the list of files and the disk, and writes a report for whoever helps you. "
                    "It holds no names of files, no addresses and no secrets.",
                    "@info about the self-check"),
                 m_check);
    m_check->setAccessibleName(m_check->text());
    auto *folder = makeButton(tr("Open folder", "@action:button in the desktop's file manager"), ButtonKind::Secondary, this);
    card->addRow(tr("Log", "@label the file that says what happened"), tr("What the program did, in learnlab.log.", "@info"), folder);
    folder->setAccessibleName(tr("Open the folder of the log", "accessible name of a button"));
    connect(folder, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_actions.logFolder())); });
    QCheckBox *detailed = card->addCheck(tr("Detailed log", "@option:check"),
                                         tr("Writes every step down, without secrets. For hunting an error; the log grows quickly.", "@info"));
    detailed->setObjectName(QStringLiteral("detailed-log"));
    detailed->setChecked(m_settings.value(setting::detailedLog));
    connect(detailed, &QCheckBox::clicked, this, [this](bool on) {
        m_settings.set(setting::detailedLog, on);
        m_actions.setDetailedLog(on);
    });
    connect(m_check, &QPushButton::clicked, this, &AdvancedPage::runCheck);
    m_outcome = addOutcome();
}

void AdvancedPage::comeUp()
{
    m_network = m_actions.network();
    showNetwork();
    showAuthority();
}

void AdvancedPage::use(const api::Network &network)
{
    m_network = network;
    m_actions.setNetwork(network, this, [this](const domain::Result<void> &result) {
        say(m_outcome, result ? QString() : errorText(result.error()).sentence());
    });
}

void AdvancedPage::runCheck()
{
    m_check->setEnabled(false);
    say(m_outcome, tr("Checking…", "@info:status"));
    m_actions.check(this, [this](const domain::Result<QString> &report) {
        m_check->setEnabled(true);
        say(m_outcome, report ? QString() : errorText(report.error()).sentence());
        if (report)
            showReport(*report);
    });
}

void AdvancedPage::showReport(const QString &report)
{
    auto *dialog = new ReportDialog(m_actions, report, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace learnlab::ui
