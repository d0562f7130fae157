#pragma once

#include "settings_page.h"

#include "mirror/kept.h"
#include "ui/models/backend.h"
#include "ui/models/settings_actions.h"

class QDoubleSpinBox;
class QPushButton;

namespace learnlab::ui {

class Gauge;

/// How much is kept on this computer, how much may be, and where it is. UI thread.
class OfflinePage final : public SettingsPage
{
    Q_OBJECT

public:
    OfflinePage(Backend &backend, SettingsActions *actions, QWidget *parent);

    void comeUp() override;

private:
    void addUse();
    void addLimit();
    void addPlace();
    void read();
    void showKept(const mirror::KeptSummary &kept);
    void setLimit();
    void freeUp();

    Backend &m_backend;
    SettingsActions *m_actions;
    QLabel *m_used = nullptr;
    Gauge *m_gauge = nullptr;
    QPushButton *m_free = nullptr;
    QDoubleSpinBox *m_limit = nullptr;
    QLabel *m_where = nullptr;
    QPushButton *m_open = nullptr;
    QLabel *m_outcome = nullptr;
    QString m_folder;
    qint64 m_shownLimit = 0;
};

} // namespace learnlab::ui
