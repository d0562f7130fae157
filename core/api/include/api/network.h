#pragma once

#include <QByteArray>
#include <QString>

namespace learnlab::api {

/// By which way servers are reached, but for those on this computer itself. A value.
struct Proxy
{
    enum class Kind { System, None, Manual };
    Kind kind = Kind::System;
    QString host = {};
    quint16 port = 0;
    friend bool operator==(const Proxy &, const Proxy &) = default;
};

/// How the network is to be used, as the user wishes.
struct Network
{
    Proxy proxy = {};
    QByteArray moreAuthorities = {}; ///< a PEM file trusted beside the system's certificates; empty: none
    friend bool operator==(const Network &, const Network &) = default;
};

/// It names a proxy to go through.
[[nodiscard]] inline bool isManual(const Proxy &proxy)
{
    return proxy.kind == Proxy::Kind::Manual && !proxy.host.isEmpty() && proxy.port > 0;
}

} // namespace learnlab::api
