#include "ui_fakes/fake_settings.h"

#include <utility>

namespace learnlab::tests {

domain::Result<void> FakeSettings::outcome()
{
    if (const auto error = std::exchange(next, std::nullopt))
        return tl::make_unexpected(*error);
    return {};
}

void FakeSettings::setStartsAtLogin(bool wanted, QObject *, Reply<void> reply)
{
    const auto result = outcome();
    if (result)
        atLogin = wanted;
    reply(result);
}

void FakeSettings::setNetwork(const api::Network &network, QObject *, Reply<void> reply)
{
    net = network;
    asked << QStringLiteral("network %1 %2:%3").arg(int(network.proxy.kind)).arg(network.proxy.host).arg(network.proxy.port);
    reply(outcome());
}

void FakeSettings::readAuthority(const QString &, QObject *, Reply<Authority> reply)
{
    if (authority)
        reply(*authority);
    else
        reply(domain::fail(domain::ErrorCode::Malformed));
}

void FakeSettings::freeUp(QObject *, Reply<void> reply)
{
    asked << QStringLiteral("free up");
    reply(outcome());
}

void FakeSettings::saveText(const QString &path, const QString &text, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("save %1 to %2").arg(text, path);
    reply(outcome());
}

} // namespace learnlab::tests
