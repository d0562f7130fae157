#pragma once

#include "settings_page.h"

#include "ui/models/backend.h"

class QPushButton;

namespace learnlab::ui {

class DeviceList;

/// The devices that are signed in, and how to sign them out. UI thread.
class DevicesPage final : public SettingsPage
{
    Q_OBJECT

public:
    DevicesPage(Backend &backend, const support::Clock &clock, QWidget *parent);

    void comeUp() override { read(); }

private:
    void read();
    void end(const domain::SessionId &id);
    void endOthers();

    Backend &m_backend;
    const support::Clock &m_clock;
    DeviceList *m_devices;
    QLabel *m_outcome;
    QLabel *m_count;
    QPushButton *m_endOthers;
};

} // namespace learnlab::ui
