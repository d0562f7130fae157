#pragma once

#include "support/settings.h"
#include "ui/models/backend.h"
#include "ui/settings/settings_dialog.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace learnlab::ui {

class AccountController;
class ActionController;
class BrowseController;
class BrowsePage;
class ChangeController;
class ChangeListModel;
class DetailsPane;
class FileActions;
class FileListModel;
class KeptController;
class LinksPage;
class MoveController;
class PathController;
class SideBar;
class StatusBar;
class Toast;
class TransferController;
class TransferTreeModel;
class TransfersPanel;
struct Notice;

/// The window: arranges the side bar, the list of files, the queue and the sign-in page, and hands what was asked for to
/// the controllers. It decides nothing itself. UI thread; the backend, the settings and the clock outlive it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Backend &backend, support::Settings &settings, const support::Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The address that the sign-in page offers; empty keeps the last one used.
    void setServerHint(const QString &server);

    /// Local files (the system's bytes) that the program was started with: they go into the folder that is shown, after
    /// the usual question. While nobody is signed in they wait.
    void uploadFiles(const QList<QByteArray> &localPaths);

    /// "learnlab://open?…": shows what it names, or says that it is not there. While nobody is signed in it waits.
    void openLink(const QByteArray &link);
    /// What a notification was about.
    void showNotice(const Notice &notice);
    /// To the front, from wherever it is.
    void comeForward();
    /// Closes for good, also where a closed window leaves the program running.
    void quit();
    /// Whether something brings a closed window back: only then may closing leave the program running.
    void setStays(std::function<bool()> stays) { m_stays = std::move(stays); }

    /// Nothing would bring a closed window back, though the person wants the program to stay.
    void sayTrayIsMissing();

    /// Those that the settings offer.
    void setLanguages(const QList<Language::Choice> &languages) { m_languages = languages; }
    void showSettings(SettingsDialog::Page page = SettingsDialog::Page::General);
    /// Puts into the settings how the window stands.
    void remember();
    /// Shows what the other one showed, in its place; the other one is hidden.
    void takeOver(MainWindow &former);

Q_SIGNALS:
    void closed(); ///< for good
    void lookChanged();   ///< in the settings: the application has to dress anew
    void renewalWanted(); ///< the words or the size of text changed: a window has to be made that takes over from this

public Q_SLOTS:
    /// The engine knows whether an account is open: until then the window is up but empty.
    void engineStarted();
    void showStartError(const learnlab::domain::Error &error);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void connectSideBar();
    void connectActions();
    void connectParts();
    void connectChanges();
    void say(const QString &text, bool undoable = false);
    void act(const QString &bannerAction);
    void showUser();
    [[nodiscard]] bool staysInTray() const;
    void askBeforeWiping();
    void askAboutUnsent(const QStringList &edits);
    void wipeAndClose();
    void goToArea(int step);
    void showAccount();
    void showSession();
    void showTransfers(bool shown);
    void setRail();
    void arrangeDetails();
    void connectDetails();
    void followSelection();
    void wantDetails(bool wanted);
    void showDetails();
    void saveDetails();
    void showLinks();
    void countLinks();
    void shareLink();
    void copyLink();
    void showProof(domain::FileId file);

    Backend &m_backend;
    support::Settings &m_settings;
    const support::Clock &m_clock;
    FileListModel *m_files;
    TransferTreeModel *m_transfers;
    ChangeListModel *m_changes;
    FileActions *m_actions;
    QStackedWidget *m_pages;
    QWidget *m_filesPage;
    SideBar *m_sideBar;
    QSplitter *m_splitter;
    QStackedWidget *m_views; ///< the list of files, or that of links
    BrowsePage *m_browse;
    LinksPage *m_links;
    DetailsPane *m_details;
    TransfersPanel *m_panel;
    StatusBar *m_status;
    Toast *m_toast;
    AccountController *m_account;
    BrowseController *m_browsing;
    TransferController *m_transferring;
    ChangeController *m_changing;
    KeptController *m_keeping;
    ActionController *m_acting;
    MoveController *m_moving;
    PathController *m_paths;
    QPointer<SettingsDialog> m_settingsDialog;
    QList<Language::Choice> m_languages;
    QString m_serverHint;
    QList<QByteArray> m_waitingFiles; ///< what to upload when somebody has signed in
    bool m_detailsWanted = false; ///< though there may be no room for them
    QByteArray m_waitingLink;         ///< what to show when somebody has signed in
    std::function<bool()> m_stays;
    bool m_quitting = false;
    bool m_started = false;
    bool m_wiped = false; ///< of a shared computer: what was here is gone, the window may close
};

} // namespace learnlab::ui
