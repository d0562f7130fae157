#pragma once

#include "ui/models/settings_actions.h"

#include <QStringList>

#include <optional>

namespace learnlab::tests {

/// What the settings may ask for, answered at once from memory; remembers it as lines of text.
class FakeSettings final : public ui::SettingsActions
{
public:
    bool atLogin = false;
    bool metered = true;
    bool detailed = false;
    api::Network net;
    std::optional<Authority> authority; ///< what is in any file; none: no authority
    Place place{QStringLiteral("/home/maya/.local/share/learnlab/accounts/learnlab.example.edu-1/content"), 84'200'000'000};
    QString report = QStringLiteral("LearnLab 1.0\nserver: reachable\n");
    QStringList asked;
    std::optional<domain::Error> next; ///< the answer to the next request; none: it works

    [[nodiscard]] bool startsAtLogin() const override { return atLogin; }
    void setStartsAtLogin(bool wanted, QObject *, Reply<void> reply) override;
    [[nodiscard]] bool meteredAllowed() const override { return metered; }
    void setMeteredAllowed(bool allowed) override { metered = allowed; }
    [[nodiscard]] api::Network network() const override { return net; }
    void setNetwork(const api::Network &network, QObject *, Reply<void> reply) override;
    void readAuthority(const QString &path, QObject *, Reply<Authority> reply) override;
    void freeUp(QObject *, Reply<void> reply) override;
    void keptPlace(QObject *, Reply<Place> reply) override { reply(place); }
    [[nodiscard]] QString logFolder() const override { return QStringLiteral("/home/maya/.local/share/learnlab"); }
    void setDetailedLog(bool wanted) override { detailed = wanted; }
    void check(QObject *, Reply<QString> reply) override { reply(report); }
    void saveText(const QString &path, const QString &text, QObject *, Reply<void> reply) override;

private:
    [[nodiscard]] domain::Result<void> outcome();
};

} // namespace learnlab::tests
