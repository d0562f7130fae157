#include "ui/account/account_dialog.h"

#include "device_list.h"
#include "ui/common/form_field.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/models/error_text.h"
#include "ui/models/format.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

namespace learnlab::ui {

namespace {

constexpr int leastPassword = 8;

} // namespace

AccountDialog::AccountDialog(Backend &backend, const support::Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_clock(clock)
    , m_pages(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Account and devices"));
    resize(static_cast<int>(820 * textScale()), static_cast<int>(600 * textScale()));
    setMinimumSize(640, 480);
    build();
    connect(m_pages, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_saveName, &QPushButton::clicked, this, &AccountDialog::saveName);
    connect(m_savePassword, &QPushButton::clicked, this, &AccountDialog::savePassword);
    connect(m_endOthers, &QPushButton::clicked, this, &AccountDialog::endOthers);
    connect(m_devices, &DeviceList::endRequested, this, [this](const domain::SessionId &id) {
        m_devices->showEnding(id);
        m_backend.endSession(id, this, [this](domain::Result<void> result) {
            sayDone(m_deviceError, result ? QString() : errorText(result.error()).sentence());
            readDevices();
        });
    });
    showPage(Page::Account);
    readAccount();
    readDevices();
}

void AccountDialog::showPage(Page page)
{
    m_pages->setCurrentRow(static_cast<int>(page));
}

void AccountDialog::readAccount()
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
            const QString used = usageText(found.usage, QLocale()).text;
            m_storage->setText(used.isEmpty() ? tr("Not known yet") : used);
        });
}

void AccountDialog::readDevices()
{
    m_backend.sessions(this, [this](domain::Result<QList<domain::Session>> sessions) {
        if (!sessions) {
            sayDone(m_deviceError, errorText(sessions.error()).sentence());
            return;
        }
        std::stable_sort(sessions->begin(), sessions->end(), [](const domain::Session &a, const domain::Session &b) {
            return a.current != b.current ? a.current : a.createdAt > b.createdAt;
        });
        m_devices->setSessions(*sessions, m_clock.now());
        m_deviceCount->setText(tr("%n device(s) signed in", nullptr, static_cast<int>(sessions->size())));
        m_endOthers->setEnabled(sessions->size() > 1);
    });
}

void AccountDialog::sayDone(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void AccountDialog::saveName()
{
    m_fullName->clearError();
    m_userName->clearError();
    sayDone(m_nameSaved, {});
    if (m_userName->text().trimmed().isEmpty()) {
        m_userName->showError(tr("Choose a user name."));
        return;
    }
    m_saveName->setEnabled(false);
    m_backend.changeProfile({m_fullName->text().trimmed(), m_userName->text().trimmed()}, this, [this](domain::Result<void> result) {
        m_saveName->setEnabled(true);
        if (result)
            sayDone(m_nameSaved, tr("Saved"));
        else if (result.error().field == QLatin1String("username"))
            m_userName->showError(tr("This user name is taken or not allowed. Choose another one."));
        else
            m_fullName->showError(errorText(result.error()).sentence());
    });
}

void AccountDialog::savePassword()
{
    m_current->clearError();
    m_wanted->clearError();
    sayDone(m_passwordSaved, {});
    if (m_wanted->text().size() < leastPassword) {
        m_wanted->showError(tr("Use at least %1 characters.").arg(leastPassword));
        m_wanted->field()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_savePassword->setEnabled(false);
    m_backend.changePassword(m_current->text(), m_wanted->text(), this, [this](domain::Result<void> result) {
        m_savePassword->setEnabled(true);
        if (result) {
            m_current->field()->clear();
            m_wanted->field()->clear();
            sayDone(m_passwordSaved, tr("Your password was changed. Other devices have to sign in again."));
            readDevices();
        } else if (result.error().code == domain::ErrorCode::BadCredentials) {
            m_current->showError(tr("This is not your current password."));
            m_current->field()->selectAll();
        } else {
            m_wanted->showError(errorText(result.error()).sentence());
        }
    });
}

void AccountDialog::endOthers()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Sign out other devices"), tr("Sign out all other devices?"), QMessageBox::Cancel, this);
    box->setInformativeText(tr("Files on the server stay as they are. Each device has to sign in again."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *end = box->addButton(tr("Sign out"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(end, &QPushButton::clicked, this, [this] {
        for (const domain::Session &session : m_devices->sessions()) {
            if (session.current)
                continue;
            m_devices->showEnding(session.id);
            m_backend.endSession(session.id, this, [this](domain::Result<void>) { readDevices(); });
        }
    });
    box->open();
}

} // namespace learnlab::ui
