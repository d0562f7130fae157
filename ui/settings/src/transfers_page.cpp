#include "transfers_page.h"

#include "speed_choice.h"

#include <QCheckBox>

namespace learnlab::ui {

TransfersPage::TransfersPage(Backend &backend, SettingsActions *actions, QWidget *parent)
    : SettingsPage(tr("Transfers", "@title page of the settings"), {}, parent), m_backend(backend), m_actions(actions)
{
    const QString up = tr("Upload at most", "@label of a limit of speed");
    const QString down = tr("Download at most", "@label of a limit of speed");
    m_up = new SpeedChoice(up, this);
    m_down = new SpeedChoice(down, this);
    m_up->setObjectName(QStringLiteral("limit-up"));
    m_down->setObjectName(QStringLiteral("limit-down"));
    auto *speed = addCard(tr("Speed", "@title:group of settings"));
    speed->addRow(up, tr("All uploads together. What is under way follows at once.", "@info below a limit of speed"), m_up);
    speed->addRow(down, tr("All downloads together.", "@info below a limit of speed"), m_down);
    connect(m_up, &SpeedChoice::limitChosen, this, [this](qint64 limit) {
        transfer::RateLimits limits = m_backend.rateLimits();
        limits.up = limit;
        m_backend.setRateLimits(limits);
    });
    connect(m_down, &SpeedChoice::limitChosen, this, [this](qint64 limit) {
        transfer::RateLimits limits = m_backend.rateLimits();
        limits.down = limit;
        m_backend.setRateLimits(limits);
    });
    if (!m_actions)
        return;
    m_metered = addCard(tr("Network", "@title:group of settings"))
                    ->addCheck(tr("Transfer over metered networks", "@option:check"),
                               tr("A phone's hotspot, for example. Otherwise transfers wait there until you let them go on.",
                                  "@info below the check box about metered networks"));
    m_metered->setObjectName(QStringLiteral("metered"));
    connect(m_metered, &QCheckBox::clicked, this, [this](bool on) { m_actions->setMeteredAllowed(on); });
}

void TransfersPage::comeUp()
{
    m_up->setLimit(m_backend.rateLimits().up);
    m_down->setLimit(m_backend.rateLimits().down);
    if (m_metered)
        m_metered->setChecked(m_actions->meteredAllowed());
}

} // namespace learnlab::ui
