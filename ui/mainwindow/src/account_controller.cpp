#include "account_controller.h"

#include "kept_controller.h"

#include "ui/models/error_text.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace learnlab::ui {

namespace {

const support::Setting<QString> lastServer{QLatin1String("signin/server")};
const support::Setting<QString> lastEmail{QLatin1String("signin/email")};

std::optional<SignInPage::Field> fieldOf(const domain::Error &error)
{
    if (error.code == domain::ErrorCode::BadCredentials)
        return SignInPage::Field::Password;
    if (error.field == QLatin1String("username"))
        return SignInPage::Field::UserName;
    if (error.field == QLatin1String("email"))
        return SignInPage::Field::Email;
    if (error.field == QLatin1String("password"))
        return SignInPage::Field::Password;
    return std::nullopt;
}

} // namespace

AccountController::AccountController(Backend &backend, SignInPage &page, support::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_page(page)
    , m_settings(settings)
{
    connect(&m_page, &SignInPage::signInRequested, this, &AccountController::signIn);
    connect(&m_page, &SignInPage::registerRequested, this, &AccountController::registerUser);
    connect(&m_page, &SignInPage::cancelRequested, this, [this] {
        m_backend.cancelSignIn();
        m_page.showBusy(false);
    });
}

void AccountController::setServer(const QString &server)
{
    m_page.setServer(server);
}

void AccountController::prepareFirst()
{
    const QString server = m_settings.value(lastServer);
    if (!server.isEmpty())
        m_page.setServer(server);
    m_page.setEmail(m_settings.value(lastEmail));
    m_page.focusFirst();
}

void AccountController::prepareAgain()
{
    if (const auto account = m_backend.account())
        m_page.setEmail(account->user.email);
    const QString server = m_settings.value(lastServer);
    if (!server.isEmpty())
        m_page.setServer(server);
    m_page.setRegistering(false);
    m_page.focusFirst();
}

void AccountController::signIn(const QString &server, const QString &email, const QString &password)
{
    m_page.clearErrors();
    m_page.showBusy(true);
    m_backend.signIn(server, {.email = email, .password = password}, m_page.isShared(), this,
                     [this, server, email](domain::Result<void> result) { finish(server, email, result); });
}

void AccountController::registerUser(const QString &server, const QString &email, const QString &userName,
                                     const QString &fullName, const QString &password, const QString &invitation)
{
    m_page.clearErrors();
    m_page.showBusy(true);
    m_backend.registerUser(server, {.email = email, .username = userName, .password = password, .fullName = fullName,
                                    .invitationCode = invitation}, m_page.isShared(), this,
                           [this, server, email](domain::Result<void> result) { finish(server, email, result); });
}

void AccountController::finish(const QString &server, const QString &email, const domain::Result<void> &result)
{
    m_page.showBusy(false);
    if (result) {
        m_settings.set(lastServer, server);
        if (!m_page.isShared())
            m_settings.set(lastEmail, email);
        Q_EMIT signedIn();
        return;
    }
    if (result.error().code == domain::ErrorCode::Cancelled)
        return;
    const ErrorText words = errorText(result.error());
    if (result.error().field == QLatin1String("invitation_code"))
        m_page.askForInvitation();
    else if (const auto field = fieldOf(result.error()))
        m_page.showFieldError(*field, words.sentence());
    else
        m_page.showServerError(words.title, words.text);
}

void AccountController::showMenu(const QPoint &position, QWidget *window)
{
    auto *menu = new QMenu(window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Settings…")), &QAction::triggered, this, &AccountController::settingsRequested);
    menu->addSeparator();
    connect(menu->addAction(tr("Sign out")), &QAction::triggered, this, [this] { signOut(false); });
    connect(menu->addAction(tr("Sign out and remove everything from this computer…")), &QAction::triggered, this,
            [this, window] { askToForget(window); });
    menu->popup(position);
}

void AccountController::askToForget(QWidget *window)
{
    m_backend.unsentEdits(window, [this, window](const domain::Result<QStringList> &edits) {
        askToForget(window, edits.value_or(QStringList()));
    });
}

void AccountController::askToForget(QWidget *window, const QStringList &edits)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Sign out"), tr("Remove everything of this account from this computer?"),
                                QMessageBox::Cancel, window);
    const QString stays = tr("What is on the server stays there. Uploads and changes that were not sent yet are lost.");
    const QString lost = unsentText(edits);
    box->setInformativeText(lost.isEmpty() ? stays : stays + QLatin1Char(' ') + lost);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *remove = box->addButton(tr("Sign out and remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this] { signOut(true); });
    box->open();
}

void AccountController::signOut(bool forget)
{
    m_backend.signOut(forget, this, [this](domain::Result<void> result) {
        if (!result)
            Q_EMIT said(errorText(result.error()).sentence());
    });
}

} // namespace learnlab::ui
