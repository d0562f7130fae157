#pragma once

#include "domain/error.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace learnlab::secrets {

/// Where the refresh token lives. Asynchronous with a time limit of its own (KeychainUnavailable), because a sick bus
/// can hold a call for long. Engine thread.
///
/// Reading an absent entry gives an empty value. With the Secret Service a locked collection looks the same as absent:
/// an empty value never means "signed out".
class Keychain
{
public:
    virtual ~Keychain() = default;
    virtual void read(const QString &account, std::function<void(domain::Result<QByteArray>)> reply) = 0;
    virtual void write(const QString &account, const QByteArray &secret,
                       std::function<void(domain::Result<void>)> reply) = 0;
    virtual void remove(const QString &account, std::function<void(domain::Result<void>)> reply) = 0;
};

/// The desktop's keychain through QtKeychain, without its insecure fallback.
[[nodiscard]] std::unique_ptr<Keychain> makeOsKeychain(std::chrono::milliseconds timeLimit = std::chrono::seconds(10));
/// Keeps secrets in memory only: for signing in where there is no keychain, and for tests.
[[nodiscard]] std::unique_ptr<Keychain> makeMemoryKeychain();

} // namespace learnlab::secrets
