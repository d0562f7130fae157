#pragma once

#include "support/settings.h"
#include "ui/models/backend.h"
#include "ui/settings/language.h"

#include <QDialog>

class QStackedWidget;

namespace learnlab::ui {

class PageList;
class SettingsPage;

/// All settings, a page for each subject. Changes apply at once and are remembered; what the server says to them stands
/// beside them. UI thread; open it with show(). What it is given outlives it.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Page { General, Account, Devices, Transfers, OfflineStorage, Appearance, Advanced };

    struct With
    {
        Backend &backend;
        support::Settings &settings;
        const support::Clock &clock;
        QList<Language::Choice> languages = {};
    };

    SettingsDialog(const With &with, QWidget *parent);

    /// Account and devices are left out while nobody is signed in: the first page is shown then.
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    /// Stands where the other one stood, at its page and its control.
    void takeOver(const SettingsDialog &former);

Q_SIGNALS:
    void lookChanged();    ///< in the settings: the application has to dress anew
    void renewalWanted();  ///< the language or the size of text changed: windows have to be made anew
    void signOutRequested(bool forget);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makePages(const With &with);
    void addPage(Page page, const QString &icon, SettingsPage *widget);
    void arrange();
    void goTo(int row);

    PageList *m_list;
    QStackedWidget *m_stack;
};

} // namespace learnlab::ui
