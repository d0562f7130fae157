// What MainWindow does about settings: shows them, and hands itself over to a window in another language.
#include "ui/mainwindow/main_window.h"

#include "account_controller.h"
#include "browse_controller.h"
#include "window_state.h"

#include "ui/common/side_bar.h"
#include "ui/details/links_page.h"
#include "ui/transfers/transfers_panel.h"

#include <QStackedWidget>

#include <utility>

namespace learnlab::ui {

void MainWindow::showSettings(SettingsDialog::Page page)
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog({m_backend, m_settings, m_clock, m_languages}, this);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settingsDialog, &SettingsDialog::lookChanged, this, &MainWindow::lookChanged);
        connect(m_settingsDialog, &SettingsDialog::renewalWanted, this, &MainWindow::renewalWanted);
        connect(m_settingsDialog, &SettingsDialog::signOutRequested, this, [this](bool forget) {
            if (forget)
                return m_account->askToForget(m_settingsDialog);
            m_account->signOut(false);
        });
        // Its pages belong to the account that is open.
        connect(&m_backend, &Backend::accountChanged, m_settingsDialog, &QDialog::close);
    }
    m_settingsDialog->showPage(page);
    m_settingsDialog->show();
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
}

void MainWindow::remember()
{
    saveWindow(*this, *m_splitter, m_settings);
    saveDetails();
    if (!m_settings.save())
        qWarning("The window's place could not be saved");
}

void MainWindow::takeOver(MainWindow &former)
{
    setServerHint(former.m_serverHint);
    m_waitingFiles = std::exchange(former.m_waitingFiles, {});
    m_wiped = former.m_wiped;
    if (former.m_started)
        engineStarted();
    if (m_backend.account()) {
        m_browsing->visit(former.m_browsing->place());
        if (former.m_views->currentWidget() == former.m_links)
            showLinks();
        showTransfers(former.m_panel->isVisibleTo(&former));
        m_sideBar->setVisible(former.m_sideBar->isVisibleTo(&former));
    }
    const bool settingsShown = former.m_settingsDialog && former.m_settingsDialog->isVisible();
    if (former.isVisible())
        show();
    former.hide();
    if (settingsShown) {
        showSettings(former.m_settingsDialog->page());
        m_settingsDialog->takeOver(*former.m_settingsDialog);
        former.m_settingsDialog->hide();
    }
}

} // namespace learnlab::ui
