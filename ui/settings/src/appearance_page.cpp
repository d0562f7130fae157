#include "appearance_page.h"

#include "theme_choice.h"

#include "ui/settings/look.h"
#include "ui/settings/setting_keys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>

namespace learnlab::ui {

namespace {

constexpr int offeredPercents[] = {100, 110, 125, 150, 175, 200};

QString percentText(int percent)
{
    return AppearancePage::tr("%1%", "@item:inlistbox the size of text").arg(QLocale().toString(percent));
}

} // namespace

AppearancePage::AppearancePage(support::Settings &settings, QWidget *parent)
    : SettingsPage(tr("Appearance", "@title page of the settings"), {}, parent), m_settings(settings)
{
    addTheme();
    addRows();
    addText();
    addMotion();
}

void AppearancePage::addTheme()
{
    m_themes = new ThemeChoice(m_settings.value(setting::theme), content());
    addCard(tr("Theme", "@title:group light or dark"))->addWide(m_themes);
    connect(m_themes, &ThemeChoice::chosen, this, [this](const QString &name) {
        m_settings.set(setting::theme, name);
        Q_EMIT lookChosen();
    });
}

void AppearancePage::setStacked(bool stacked)
{
    SettingsPage::setStacked(stacked);
    m_themes->setStacked(stacked);
}

void AppearancePage::addRows()
{
    m_more = addCard(tr("Lists and text", "@title:group of settings"));
    auto *choice = m_more->addChoice(tr("Rows", "@label:listbox how high the rows of lists are"),
                                     tr("How high the rows in the list of files are.", "@info below the choice"));
    choice->setObjectName(QStringLiteral("rows"));
    choice->addItem(tr("Comfortable", "@item:inlistbox high rows"), false);
    choice->addItem(tr("Compact", "@item:inlistbox low rows"), true);
    choice->setCurrentIndex(m_settings.value(setting::compact) ? 1 : 0);
    connect(choice, &QComboBox::activated, this, [this](int index) {
        m_settings.set(setting::compact, index == 1);
        Q_EMIT lookChosen();
    });
}

void AppearancePage::addText()
{
    auto *choice = m_more->addChoice(tr("Size of text", "@label:listbox"),
                                     tr("On top of what the desktop is set to.", "@info below the choice of the size of text"));
    choice->setObjectName(QStringLiteral("text-size"));
    const int now = m_settings.value(setting::textPercent);
    for (const int percent : offeredPercents)
        choice->addItem(percentText(percent), percent);
    // What was written by hand is shown as what it is.
    if (choice->findData(now) < 0)
        choice->addItem(percentText(now), now);
    choice->setCurrentIndex(choice->findData(now));
    connect(choice, &QComboBox::activated, this, [this, choice] {
        const int percent = choice->currentData().toInt();
        if (percent == m_settings.value(setting::textPercent))
            return;
        m_settings.set(setting::textPercent, percent);
        Q_EMIT textSizeChosen();
    });
}

void AppearancePage::addMotion()
{
    QCheckBox *box = m_more->addCheck(tr("Reduce motion", "@option:check"),
                                      tr("Nothing slides or fades. The desktop's own wish for less motion holds anyway.", "@info below a check box"));
    box->setObjectName(QStringLiteral("reduce-motion"));
    box->setChecked(m_settings.value(setting::reducedMotion));
    connect(box, &QCheckBox::clicked, this, [this](bool on) {
        m_settings.set(setting::reducedMotion, on);
        Q_EMIT lookChosen();
    });
}

} // namespace learnlab::ui
