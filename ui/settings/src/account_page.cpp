#include "account_page.h"

#include "gauge.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/form_field.h"
#include "ui/common/password_field.h"
#include "ui/models/error_text.h"
#include "ui/models/format.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace learnlab::ui {

namespace {

constexpr int leastPassword = 8;
constexpr int formWidth = 372;

} // namespace

AccountPage::AccountPage(Backend &backend, QWidget *parent)
    : SettingsPage(tr("Account", "@title page of the settings"), {}, parent), m_backend(backend)
{
    addFacts();
    addName();
    addPassword();
    addSignOut();
    connect(&m_backend, &Backend::mirrorChanged, this, [this](const mirror::Change &change) {
        // What is being typed stays.
        if (isVisible() && (change.account || change.everything) && !m_fullName->field()->isModified() && !m_userName->field()->isModified())
            read();
    });
}

void AccountPage::addFacts()
{
    auto *card = addCard();
    m_email = card->addFact(tr("Email"));
    m_storage = card->addFact(tr("Storage on the server", "@label how much of it is used"));
    m_gauge = new Gauge(m_storage->parentWidget());
    card->addBelow(m_storage, m_gauge);
}

QVBoxLayout *AccountPage::addForm(const QString &heading)
{
    auto *form = new QWidget(content());
    form->setMaximumWidth(static_cast<int>(formWidth * textScale()));
    auto *lines = new QVBoxLayout(form);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    addCard(heading)->addWide(form);
    return lines;
}

QLabel *AccountPage::addButton(QVBoxLayout *form, QPushButton *button)
{
    auto *row = new QHBoxLayout;
    auto *said = quietLabel({}, form->parentWidget());
    said->hide();
    row->setSpacing(12);
    row->addWidget(button);
    row->addWidget(said, 1);
    row->addStretch();
    form->addLayout(row);
    return said;
}

void AccountPage::addName()
{
    QVBoxLayout *form = addForm(tr("Name", "@title:group of fields"));
    QWidget *parent = form->parentWidget();
    m_fullName = new FormField(tr("Full name"), new QLineEdit, parent);
    m_userName = new FormField(tr("User name"), new QLineEdit, parent);
    m_saveName = makeButton(tr("Save name"), ButtonKind::Secondary, parent);
    form->addWidget(m_fullName);
    form->addWidget(m_userName);
    m_nameSaved = addButton(form, m_saveName);
    connect(m_saveName, &QPushButton::clicked, this, &AccountPage::saveName);
    for (const FormField *field : {m_fullName, m_userName})
        connect(field->field(), &QLineEdit::returnPressed, this, &AccountPage::saveName);
}

void AccountPage::addPassword()
{
    QVBoxLayout *form = addForm(tr("Password"));
    QWidget *parent = form->parentWidget();
    m_current = new FormField(tr("Current password"), new PasswordField(nullptr), parent);
    m_wanted = new FormField(tr("New password"), new PasswordField(nullptr), parent);
    m_savePassword = makeButton(tr("Change password"), ButtonKind::Secondary, parent);
    form->addWidget(m_current);
    form->addWidget(m_wanted);
    m_passwordSaved = addButton(form, m_savePassword);
    connect(m_savePassword, &QPushButton::clicked, this, &AccountPage::savePassword);
    for (const FormField *field : {m_current, m_wanted})
        connect(field->field(), &QLineEdit::returnPressed, this, &AccountPage::savePassword);
}

void AccountPage::addSignOut()
{
    auto *card = addCard(tr("Sign out"));
    auto *leave = makeButton(tr("Sign out"), ButtonKind::Secondary, this);
    leave->setObjectName(QStringLiteral("sign-out"));
    card->addRow(tr("On this computer", "@label signing out"),
                 tr("Your files stay on this computer and on the server. To go on you sign in again.", "@info"), leave);
    leave->setAccessibleName(tr("Sign out"));
    auto *forget = makeButton(tr("Sign out and remove…", "@action:button"), ButtonKind::Danger, this);
    forget->setObjectName(QStringLiteral("sign-out-forget"));
    card->addRow(tr("And remove everything", "@label signing out"),
                 tr("What this computer knows of your account goes too. Files on the server stay.", "@info"), forget);
    forget->setAccessibleName(tr("Sign out and remove everything from this computer"));
    connect(leave, &QPushButton::clicked, this, [this] { Q_EMIT signOutRequested(false); });
    connect(forget, &QPushButton::clicked, this, [this] { Q_EMIT signOutRequested(true); });
}

void AccountPage::comeUp()
{
    read();
}

void AccountPage::read()
{
    struct Found
    {
        std::optional<domain::User> user;
        std::optional<domain::Usage> usage;
    };
    if (!m_backend.mirror())
        return;
    m_backend.mirror()->ask<Found>(
        this, [](const mirror::Reader &reader) { return Found{reader.user(), reader.usage()}; },
        [this](Found found) {
            if (found.user) {
                m_fullName->field()->setText(found.user->fullName.value_or(QString()));
                m_userName->field()->setText(found.user->username);
                m_email->setText(found.user->email);
            }
            const UsageText used = usageText(found.usage, QLocale());
            m_storage->setText(used.text.isEmpty() ? tr("Not known yet") : used.text);
            m_gauge->setShare(used.share);
        });
}

void AccountPage::saveName()
{
    m_fullName->clearError();
    m_userName->clearError();
    say(m_nameSaved, {});
    if (m_userName->text().trimmed().isEmpty()) {
        m_userName->showError(tr("Choose a user name."));
        m_userName->field()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_saveName->setEnabled(false);
    m_backend.changeProfile({m_fullName->text().trimmed(), m_userName->text().trimmed()}, this, [this](const domain::Result<void> &result) {
        m_saveName->setEnabled(true);
        m_fullName->field()->setModified(false);
        m_userName->field()->setModified(false);
        if (result)
            say(m_nameSaved, tr("Saved"));
        else if (result.error().field == QLatin1String("username"))
            m_userName->showError(tr("This user name is taken or not allowed. Choose another one."));
        else
            m_fullName->showError(errorText(result.error()).sentence());
    });
}

void AccountPage::savePassword()
{
    m_current->clearError();
    m_wanted->clearError();
    say(m_passwordSaved, {});
    if (m_wanted->text().size() < leastPassword) {
        m_wanted->showError(tr("Use at least %1 characters.").arg(leastPassword));
        m_wanted->field()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_savePassword->setEnabled(false);
    m_backend.changePassword(m_current->text(), m_wanted->text(), this, [this](const domain::Result<void> &result) {
        m_savePassword->setEnabled(true);
        if (result) {
            m_current->field()->clear();
            m_wanted->field()->clear();
            say(m_passwordSaved, tr("Your password was changed. Other devices have to sign in again."));
        } else if (result.error().code == domain::ErrorCode::BadCredentials) {
            m_current->showError(tr("This is not your current password."));
            m_current->field()->selectAll();
        } else {
            m_wanted->showError(errorText(result.error()).sentence());
        }
    });
}

} // namespace learnlab::ui
