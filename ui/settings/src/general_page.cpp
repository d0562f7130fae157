#include "general_page.h"

#include "ui/models/error_text.h"
#include "ui/settings/setting_keys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSystemTrayIcon>

namespace learnlab::ui {

GeneralPage::GeneralPage(support::Settings &settings, SettingsActions *actions, const QList<Language::Choice> &languages,
                         QWidget *parent)
    : SettingsPage(tr("General", "@title page of the settings"), {}, parent), m_settings(settings), m_actions(actions)
{
    addLanguage(languages);
    addStart();
    addBackground();
    m_outcome = addOutcome();
}

void GeneralPage::addLanguage(const QList<Language::Choice> &languages)
{
    auto *choice = addCard()->addChoice(tr("Language", "@label:listbox"),
                                        tr("Words, dates and numbers. Everything changes at once.", "@info below the choice of the language"));
    choice->setObjectName(QStringLiteral("language"));
    choice->addItem(tr("As the desktop", "@item:inlistbox a choice of language, theme or proxy"), QString());
    for (const Language::Choice &language : languages)
        choice->addItem(language.name, language.code);
    choice->setCurrentIndex(std::max(0, choice->findData(m_settings.value(setting::language))));
    connect(choice, &QComboBox::activated, this, [this, choice] {
        const QString code = choice->currentData().toString();
        if (code == m_settings.value(setting::language))
            return;
        m_settings.set(setting::language, code);
        Q_EMIT languageChosen();
    });
}

void GeneralPage::addStart()
{
    if (!m_actions)
        return;
    m_start = addCard(tr("Start", "@title:group of settings about starting the program"))
                  ->addCheck(tr("Start LearnLab when you sign in to this computer", "@option:check"),
                             tr("Files you keep offline are brought up to date, and uploads go on where they stopped.",
                                "@info below the check box for starting with the desktop"));
    m_start->setObjectName(QStringLiteral("start"));
    connect(m_start, &QCheckBox::clicked, this, [this](bool wanted) {
        m_actions->setStartsAtLogin(wanted, this, [this](const domain::Result<void> &result) {
            say(m_outcome, result ? QString() : errorText(result.error()).sentence());
            comeUp();
        });
    });
}

void GeneralPage::addBackground()
{
    auto *card = addCard(tr("In the background", "@title:group of settings"));
    const auto add = [this, card](const char *name, const support::Setting<bool> &key, const QString &title, const QString &hint) {
        QCheckBox *box = card->addCheck(title, hint);
        box->setObjectName(QLatin1String(name));
        box->setChecked(m_settings.value(key));
        connect(box, &QCheckBox::clicked, this, [this, &key](bool on) { m_settings.set(key, on); });
    };
    if (QSystemTrayIcon::isSystemTrayAvailable())
        add("keep-running", setting::keepRunning, tr("Keep running in the background when the window is closed", "@option:check"),
            tr("Transfers go on. The window comes back from the icon in the system tray.", "@info below a check box"));
    add("notifications", setting::showNotifications, tr("Show notifications", "@option:check"),
        tr("When transfers are through, and when one of them needs you.", "@info below a check box"));
}

void GeneralPage::comeUp()
{
    if (m_start)
        m_start->setChecked(m_actions->startsAtLogin());
}

} // namespace learnlab::ui
