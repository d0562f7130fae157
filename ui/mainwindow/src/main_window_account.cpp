// What MainWindow shows of the account: who it is, how the session stands, and what a shared computer asks at the end.
#include "ui/mainwindow/main_window.h"

#include "banner_message.h"
#include "browse_controller.h"
#include "action_controller.h"
#include "change_controller.h"
#include "kept_controller.h"
#include "move_controller.h"
#include "path_controller.h"
#include "transfer_controller.h"

#include "ui/common/side_bar.h"
#include "ui/details/links_page.h"
#include "ui/models/format.h"

#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

namespace learnlab::ui {

void MainWindow::showAccount()
{
    const auto account = m_backend.account();
    m_browsing->setMirror(m_backend.mirror());
    m_transferring->setMirror(m_backend.mirror());
    m_changing->setMirror(m_backend.mirror());
    m_keeping->setMirror(m_backend.mirror());
    m_acting->setMirror(m_backend.mirror());
    m_moving->setMirror(m_backend.mirror());
    m_paths->setMirror(m_backend.mirror());
    m_links->setMirror(m_backend.mirror());
    if (account) {
        showUser();
        m_pages->setCurrentIndex(2);
        m_browse->list()->setFocus(Qt::OtherFocusReason);
    } else if (m_started) {
        m_pages->setCurrentIndex(1);
    }
    showSession();
    if (account && !m_waitingFiles.isEmpty())
        uploadFiles(std::exchange(m_waitingFiles, {}));
    if (account && !m_waitingLink.isEmpty())
        openLink(std::exchange(m_waitingLink, {}));
}

void MainWindow::uploadFiles(const QList<QByteArray> &localPaths)
{
    if (localPaths.isEmpty())
        return;
    if (m_backend.account())
        m_browsing->uploadHere(localPaths);
    else
        m_waitingFiles += localPaths;
}

void MainWindow::showSession()
{
    const session::Status session = m_backend.sessionStatus();
    const bool offline = session.state == session::State::Offline;
    const auto message = bannerFor(session, m_changes->waiting(), m_backend.isShared());
    if (message)
        m_browse->banner()->showMessage(*message);
    else
        m_browse->banner()->hideMessage();
    m_files->setOffline(offline);
}

void MainWindow::showUser()
{
    const auto account = m_backend.account();
    auto *mirror = m_backend.mirror();
    if (!account || !mirror)
        return;
    struct Found
    {
        std::optional<domain::User> user;
        std::optional<domain::Usage> usage;
    };
    const auto show = [this, server = account->server](const domain::User &user) {
        const QString name = user.fullName.value_or(QString()).isEmpty() ? user.username : *user.fullName;
        m_sideBar->setAccount(name.isEmpty() ? user.email : name, server);
    };
    show(account->user);
    mirror->ask<Found>(
        this, [](const mirror::Reader &reader) { return Found{reader.user(), reader.usage()}; },
        [this, show](Found found) {
            if (found.user)
                show(*found.user);
            const auto [share, words] = usageText(found.usage, QLocale());
            m_sideBar->setUsage(share, words);
        });
}

void MainWindow::askBeforeWiping()
{
    m_backend.unsentEdits(this, [this](const domain::Result<QStringList> &edits) {
        askAboutUnsent(edits.value_or(QStringList()));
    });
}

void MainWindow::askAboutUnsent(const QStringList &edits)
{
    const transfer::Summary summary = m_backend.transferSummary();
    // A version that was saved here may be in the queue already, or not yet.
    const int queued = summary.active + summary.waiting + summary.paused + summary.failed + m_changes->waiting();
    const int unsent = std::max(queued, static_cast<int>(edits.size()));
    if (unsent == 0)
        return wipeAndClose();
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Shared computer"), tr("%n item(s) are not on the server yet.", nullptr, unsent),
                                QMessageBox::NoButton, this);
    const QString removed = tr("Everything of your account is removed from this computer when you quit. Files that you uploaded from elsewhere on this computer stay where they are.");
    const QString lost = unsentText(edits);
    box->setInformativeText(lost.isEmpty() ? removed : lost + QLatin1Char(' ') + removed);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *stay = box->addButton(tr("Keep uploading"), QMessageBox::RejectRole);
    const QPushButton *quit = box->addButton(tr("Quit and remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(stay);
    connect(quit, &QPushButton::clicked, this, &MainWindow::wipeAndClose);
    box->open();
}

void MainWindow::wipeAndClose()
{
    setEnabled(false);
    say(tr("Removing your account from this computer…"));
    const auto finish = [this] {
        // Later: a window that is being asked to close cannot close. What could not be removed is swept by the next start.
        if (!std::exchange(m_wiped, true))
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    };
    // A server that cannot be reached keeps the session, but not what is here: that goes with the account.
    connect(&m_backend, &Backend::accountChanged, this, [this, finish] {
        if (!m_backend.account())
            finish();
    });
    m_backend.signOut(true, this, [finish](domain::Result<void> result) {
        if (result)
            finish();
    });
}

} // namespace learnlab::ui
