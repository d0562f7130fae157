#pragma once

#include "support/settings.h"
#include "ui/account/sign_in_page.h"
#include "ui/models/backend.h"

#include <QObject>

namespace learnlab::ui {

/// Signing in, registering and signing out: connects the page and the backend. UI thread; a child of the window.
class AccountController final : public QObject
{
    Q_OBJECT

public:
    AccountController(Backend &backend, SignInPage &page, support::Settings &settings, QObject *parent);

    void setServer(const QString &server);
    /// Again for the account that is open: server and e-mail are filled in.
    void prepareAgain();
    void prepareFirst();
    void signOut(bool forget);
    void askToForget(QWidget *window);
    void showMenu(const QPoint &position, QWidget *window);

Q_SIGNALS:
    void signedIn();
    void said(const QString &text);
    void settingsRequested();

private:
    void signIn(const QString &server, const QString &email, const QString &password);
    void registerUser(const QString &server, const QString &email, const QString &userName, const QString &fullName,
                      const QString &password, const QString &invitation);
    void finish(const QString &server, const QString &email, const domain::Result<void> &result);
    void askToForget(QWidget *window, const QStringList &edits);

    Backend &m_backend;
    SignInPage &m_page;
    support::Settings &m_settings;
};

} // namespace learnlab::ui
