#include <ui/account/sign_in_page.h>

#include "error_card.h"
#include "ui/common/form_field.h"

#include <ui/common/theme.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

namespace learnlab::ui {

namespace {

// The shortest password that the server takes.
constexpr int shortestPassword = 8;

} // namespace

void SignInPage::connectParts()
{
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_change, &QPushButton::clicked, this, [this] {
        openServer(true);
        m_server->field()->setFocus(Qt::OtherFocusReason);
        m_server->field()->selectAll();
    });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        setRegistering(!m_registering);
        focusFirst();
    });
    for (const FormField *part : {m_server, m_email, m_userName, m_fullName, m_invitation, m_password}) {
        connect(part->field(), &QLineEdit::returnPressed, this, &SignInPage::submit);
        connect(part->field(), &QLineEdit::textEdited, this, [this] {
            m_failed = false;
            showMode();
        });
    }
}

void SignInPage::setServer(const QString &server)
{
    m_server->field()->setText(server);
    m_serverName->setText(server);
    openServer(server.isEmpty());
}

void SignInPage::setEmail(const QString &email)
{
    m_email->field()->setText(email);
}

void SignInPage::setRegistering(bool registering)
{
    m_registering = registering;
    m_failed = false;
    clearErrors();
    showMode();
}

bool SignInPage::isShared() const
{
    return m_shared->isChecked();
}

void SignInPage::focusFirst()
{
    for (const FormField *part : {m_server, m_email, m_userName, m_fullName, m_invitation, m_password}) {
        if (!part->isHidden() && part->text().isEmpty()) {
            part->field()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_password->field()->setFocus(Qt::OtherFocusReason);
}

void SignInPage::openServer(bool open)
{
    m_server->setVisible(open);
    m_serverLine->setVisible(!open);
}

void SignInPage::showMode()
{
    m_title->setText(m_registering ? tr("Create your account", "@title") : tr("Sign in to LearnLab", "@title"));
    m_userName->setVisible(m_registering);
    m_fullName->setVisible(m_registering);
    m_invitation->setVisible(m_registering && m_byInvitation);
    m_password->setHint(m_registering
                            ? tr("At least %1 characters.", "@info under the password field").arg(shortestPassword)
                            : QString());
    m_switchText->setText(m_registering ? tr("You have an account?", "@info in front of a link")
                                        : tr("New to LearnLab?", "@info in front of a link"));
    m_switch->setText(m_registering ? tr("Sign in", "@action:button") : tr("Create account", "@action:button"));
    if (m_busy)
        m_submit->setText(m_registering ? tr("Creating account…", "@action:button while it works")
                                        : tr("Signing in…", "@action:button while it works"));
    else if (m_failed)
        m_submit->setText(tr("Try again", "@action:button"));
    else
        m_submit->setText(m_registering ? tr("Create account", "@action:button") : tr("Sign in", "@action:button"));
}

void SignInPage::showBusy(bool busy)
{
    m_busy = busy;
    for (const FormField *part : {m_server, m_email, m_userName, m_fullName, m_invitation, m_password})
        part->field()->setReadOnly(busy);
    m_change->setEnabled(!busy);
    m_own->setEnabled(!busy);
    m_shared->setEnabled(!busy);
    m_switch->setEnabled(!busy);
    if (busy)
        clearErrors();
    showMode();
}

FormField *SignInPage::fieldOf(Field field) const
{
    switch (field) {
    case Field::Server:
        return m_server;
    case Field::Email:
        return m_email;
    case Field::UserName:
        return m_userName;
    case Field::FullName:
        return m_fullName;
    case Field::Invitation:
        return m_invitation;
    case Field::Password:
        break;
    }
    return m_password;
}

void SignInPage::showFieldError(Field field, const QString &text)
{
    FormField *part = fieldOf(field);
    if (field == Field::Server)
        openServer(true);
    part->showError(text);
    part->field()->setFocus(Qt::OtherFocusReason);
    if (field == Field::Password)
        part->field()->selectAll();
}

void SignInPage::askForInvitation()
{
    m_byInvitation = true;
    showMode();
    showFieldError(
        Field::Invitation,
        m_invitation->text().trimmed().isEmpty()
            ? tr("New accounts are by invitation here. Enter the code that you were given.", "@info under a field")
            : tr("This invitation code is not valid.", "@info under a field"));
}

void SignInPage::showServerError(const QString &title, const QString &text)
{
    m_failed = true;
    openServer(true);
    m_card->showText(title, text);
    m_server->field()->setFocus(Qt::OtherFocusReason);
    showMode();
}

void SignInPage::clearErrors()
{
    m_card->hide();
    for (FormField *part : {m_server, m_email, m_userName, m_fullName, m_invitation, m_password})
        part->clearError();
}

bool SignInPage::complete()
{
    if (m_server->text().trimmed().isEmpty()) {
        showFieldError(Field::Server, tr("Enter the address of your LearnLab server.", "@info under a field"));
        return false;
    }
    if (!m_email->text().contains(u'@')) {
        showFieldError(Field::Email, tr("Enter your email address.", "@info under a field"));
        return false;
    }
    if (m_registering && m_userName->text().trimmed().isEmpty()) {
        showFieldError(Field::UserName, tr("Choose a user name.", "@info under a field"));
        return false;
    }
    if (m_password->text().isEmpty() || (m_registering && m_password->text().size() < shortestPassword)) {
        showFieldError(Field::Password,
                       m_registering ? tr("Use at least %1 characters.", "@info under a field").arg(shortestPassword)
                                     : tr("Enter your password.", "@info under a field"));
        return false;
    }
    return true;
}

void SignInPage::submit()
{
    if (m_busy)
        return;
    clearErrors();
    if (!complete())
        return;
    const QString server = m_server->text().trimmed();
    const QString email = m_email->text().trimmed();
    if (m_registering)
        Q_EMIT registerRequested(server, email, m_userName->text().trimmed(), m_fullName->text().trimmed(),
                                 m_password->text(), m_byInvitation ? m_invitation->text().trimmed() : QString());
    else
        Q_EMIT signInRequested(server, email, m_password->text());
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_busy) {
        Q_EMIT cancelRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).window);
}

} // namespace learnlab::ui
