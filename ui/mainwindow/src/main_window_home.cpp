// MainWindow as a part of the desktop: closing into the tray and coming back, what notifications and links lead to.
#include "ui/mainwindow/main_window.h"

#include "browse_controller.h"
#include "transfer_controller.h"

#include "ui/browse/browse_page.h"
#include "ui/mainwindow/notice.h"
#include "ui/mainwindow/open_link.h"
#include "ui/settings/setting_keys.h"
#include "ui/transfers/transfers_panel.h"

#include <utility>

namespace learnlab::ui {

void MainWindow::comeForward()
{
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::quit()
{
    m_quitting = true;
    close();
}

bool MainWindow::staysInTray() const
{
    // Nobody is to find a shared computer with an account still open behind a closed window.
    return !m_quitting && m_backend.account() && !m_backend.isShared() && m_settings.value(setting::keepRunning) && m_stays && m_stays();
}

void MainWindow::sayTrayIsMissing()
{
    say(tr("This desktop has no system tray: closing the window ends LearnLab."));
}

void MainWindow::showNotice(const Notice &notice)
{
    comeForward();
    switch (notice.kind) {
    case Notice::Kind::Uploaded:
        m_browsing->visit({.folder = notice.folder});
        return;
    case Notice::Kind::Problem:
        showTransfers(true);
        m_panel->showTab(TransferTab::Failed);
        return;
    case Notice::Kind::Conflict:
        m_transferring->resolve(notice.transfer);
        return;
    }
}

void MainWindow::openLink(const QByteArray &link)
{
    const auto wanted = parseOpenLink(link);
    if (!wanted)
        return say(tr("This link leads nowhere in LearnLab."));
    if (!m_backend.mirror()) {
        m_waitingLink = link; // until somebody has signed in
        return;
    }
    struct Found
    {
        std::optional<domain::ItemRef> item;
        domain::FolderId parent;
    };
    m_backend.mirror()->ask<Found>(
        this,
        [path = wanted->path](const mirror::Reader &reader) {
            Found found{reader.resolve(path), {}};
            if (found.item && !reader.isLive(*found.item))
                found.item.reset();
            if (const auto file = found.item ? reader.file(found.item->fileId()) : std::nullopt)
                found.parent = file->folderId;
            return found;
        },
        [this](const Found &found) {
            if (!found.item)
                say(tr("What this link leads to is not among your files."));
            else if (found.item->kind == domain::ItemKind::Folder)
                m_browsing->visit({.folder = found.item->folderId()});
            else
                m_browsing->reveal(found.parent, *found.item);
        });
}

} // namespace learnlab::ui
