#pragma once

#include "autostart.h"

#include "engine/commands.h"
#include "engine/engine.h"
#include "support/log.h"
#include "ui/models/settings_actions.h"

#include <QThreadPool>

namespace learnlab::desktop {

/// The settings' wishes, handed to the engine and to this computer; what reads or writes the disk does so on a thread of
/// its own. UI thread; owned by the composition root, before the backend that gives it to the window.
class DesktopSettings final : public QObject, public ui::SettingsActions
{
    Q_OBJECT

public:
    DesktopSettings(engine::Engine &engine, support::Log &log);
    ~DesktopSettings() override;

    [[nodiscard]] bool startsAtLogin() const override { return m_atLogin; }
    void setStartsAtLogin(bool wanted, QObject *context, Reply<void> reply) override;
    [[nodiscard]] bool meteredAllowed() const override { return m_metered; }
    void setMeteredAllowed(bool allowed) override;
    [[nodiscard]] api::Network network() const override { return m_network; }
    void setNetwork(const api::Network &network, QObject *context, Reply<void> reply) override;
    void readAuthority(const QString &path, QObject *context, Reply<Authority> reply) override;
    void freeUp(QObject *context, Reply<void> reply) override;
    void keptPlace(QObject *context, Reply<Place> reply) override;
    [[nodiscard]] QString logFolder() const override { return m_engine.profile().path(); }
    void setDetailedLog(bool detailed) override;
    void check(QObject *context, Reply<QString> reply) override;
    void saveText(const QString &path, const QString &text, QObject *context, Reply<void> reply) override;

private:
    template <class T>
    void onDisk(std::function<domain::Result<T>()> job, QObject *context, Reply<T> reply);

    engine::Engine &m_engine;
    support::Log &m_log;
    engine::Commands m_commands;
    Autostart m_autostart;
    bool m_atLogin = false;
    bool m_metered = false;
    api::Network m_network;
    QThreadPool m_disk; ///< one thread
};

} // namespace learnlab::desktop
