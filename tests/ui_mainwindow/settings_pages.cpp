#include "settings_pages.h"

#include "ui/common/fonts.h"
#include "ui_fakes/fake_settings.h"

#include <QLabel>
#include <QTest>

namespace learnlab::tests {

void showSettingsPages(GalleryWorld &world, const std::function<void(ui::SettingsDialog &dialog, const char *name)> &look)
{
    using Page = ui::SettingsDialog::Page;
    const auto session = [&](int number, const char *device, std::chrono::hours age, bool current = false) {
        return domain::Session{.id = domain::SessionId({static_cast<quint8>(number)}), .deviceInfo = QString::fromUtf8(device),
                               .createdAt = world.clock().now() - age, .current = current};
    };
    world.backend().nextSessions = {session(1, "LearnLab on maya-thinkpad", std::chrono::hours(90), true), session(2, "LearnLab on lib-ws-114", std::chrono::hours(17)),
                                    session(3, "learnlab-cli on build-server", std::chrono::hours(260))};
    world.backend().kept = 5'000'000'000;
    world.backend().limits = {5'000'000, 0};
    FakeSettings actions;
    actions.authority = ui::SettingsActions::Authority{.certificates = 1, .name = QStringLiteral("Example University Root CA"),
                                                       .goodUntil = world.clock().now() + std::chrono::hours(24 * 900)};
    actions.net = {{api::Proxy::Kind::Manual, QStringLiteral("proxy.example.edu"), 3128}, "/home/maya/example-university-ca.pem"};
    world.backend().settings = &actions;
    support::Settings wishes(world.folder() + QStringLiteral("/wishes.ini"));
    const QList<ui::Language::Choice> languages{{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    ui::SettingsDialog dialog({world.backend(), wishes, world.clock(), languages}, &world.window());
    dialog.resize(QSize(880, 648) * std::min(ui::textScale(), 1.2)); // the test's screen is smaller than anybody's
    dialog.show();
    for (const auto &[page, name] : {std::pair(Page::General, "settings-general"), std::pair(Page::Account, "account"), std::pair(Page::Devices, "devices"),
                                     std::pair(Page::Transfers, "settings-transfers"), std::pair(Page::OfflineStorage, "settings-offline"),
                                     std::pair(Page::Appearance, "settings-appearance"), std::pair(Page::Advanced, "settings-advanced")}) {
        dialog.showPage(page);
        for (const QLabel *fact : dialog.findChildren<QLabel *>(QStringLiteral("fact")))
            QTRY_VERIFY(!fact->isVisible() || !fact->text().isEmpty());
        look(dialog, name);
    }
    world.backend().settings = nullptr;
}

} // namespace learnlab::tests
