#pragma once

#include "api/network.h"
#include "support/settings.h"

#include <QFile>

namespace learnlab::engine {

// What settings.ini holds of how servers are reached.
inline const support::Setting<QString> proxyKind{QLatin1String("network/proxy"), {}}; ///< "none", "manual"; else the system's
inline const support::Setting<QString> proxyHost{QLatin1String("network/proxy_host"), {}};
inline const support::Setting<int> proxyPort{QLatin1String("network/proxy_port"), 0, 0, 65535};
inline const support::Setting<QString> moreAuthorities{QLatin1String("network/ca_file"), {}};
/// Transfers go on over a network that costs money.
inline const support::Setting<bool> meteredAllowed{QLatin1String("transfers/metered"), false};

[[nodiscard]] inline api::Network networkIn(const support::Settings &settings)
{
    using Kind = api::Proxy::Kind;
    const QString kind = settings.value(proxyKind);
    return {{kind == QLatin1String("none") ? Kind::None : kind == QLatin1String("manual") ? Kind::Manual : Kind::System,
             settings.value(proxyHost), static_cast<quint16>(settings.value(proxyPort))},
            QFile::encodeName(settings.value(moreAuthorities))};
}

inline void setNetworkIn(support::Settings &settings, const api::Network &network)
{
    using Kind = api::Proxy::Kind;
    settings.set(proxyKind, network.proxy.kind == Kind::None     ? QStringLiteral("none")
                            : network.proxy.kind == Kind::Manual ? QStringLiteral("manual")
                                                                 : QString());
    settings.set(proxyHost, network.proxy.host);
    settings.set(proxyPort, network.proxy.port);
    settings.set(moreAuthorities, QFile::decodeName(network.moreAuthorities));
}

} // namespace learnlab::engine
