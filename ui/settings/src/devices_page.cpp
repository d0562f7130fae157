#include "devices_page.h"

#include "device_list.h"

#include "ui/common/buttons.h"
#include "ui/models/error_text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace learnlab::ui {

DevicesPage::DevicesPage(Backend &backend, const support::Clock &clock, QWidget *parent)
    : SettingsPage(tr("Devices", "@title page of the settings"),
                   tr("Computers and phones signed in to your account. Sign out any you do not recognise, then change your password."), parent),
      m_backend(backend), m_clock(clock), m_devices(new DeviceList(content()))
{
    m_outcome = addOutcome();
    column()->insertWidget(column()->count() - 1, m_devices);
    column()->insertSpacing(column()->count() - 1, 12);
    addNote(tr("A device that is signed out cannot read or change your files any more. Files on the server stay as they are.", "@info"));
    QHBoxLayout *foot = addFoot();
    m_count = quietLabel({}, this);
    m_endOthers = makeButton(tr("Sign out all other devices…"), ButtonKind::Danger, this);
    m_endOthers->setEnabled(false);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_endOthers);
    connect(m_devices, &DeviceList::endRequested, this, &DevicesPage::end);
    connect(m_endOthers, &QPushButton::clicked, this, &DevicesPage::endOthers);
}

void DevicesPage::read()
{
    m_backend.sessions(this, [this](domain::Result<QList<domain::Session>> sessions) {
        if (!sessions)
            return say(m_outcome, errorText(sessions.error()).sentence());
        std::stable_sort(sessions->begin(), sessions->end(), [](const domain::Session &a, const domain::Session &b) {
            return a.current != b.current ? a.current : a.createdAt > b.createdAt;
        });
        m_devices->setSessions(*sessions, m_clock.now());
        m_count->setText(tr("%n device(s) signed in", nullptr, static_cast<int>(sessions->size())));
        m_endOthers->setEnabled(sessions->size() > 1);
    });
}

void DevicesPage::end(const domain::SessionId &id)
{
    m_devices->showEnding(id);
    m_backend.endSession(id, this, [this](const domain::Result<void> &result) {
        say(m_outcome, result ? QString() : errorText(result.error()).sentence());
        read();
    });
}

void DevicesPage::endOthers()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Sign out other devices"), tr("Sign out all other devices?"), QMessageBox::Cancel, this);
    box->setInformativeText(tr("Files on the server stay as they are. Each device has to sign in again."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *button = box->addButton(tr("Sign out"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(button, &QPushButton::clicked, this, [this] {
        for (const domain::Session &session : m_devices->sessions()) {
            if (!session.current)
                end(session.id);
        }
    });
    box->open();
}

} // namespace learnlab::ui
