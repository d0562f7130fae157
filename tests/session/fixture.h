#pragma once

#include "fake_api/manual_api.h"
#include "fakes/step_scheduler.h"

#include "mirror/store.h"
#include "secrets/keychain.h"
#include "session/session.h"

#include <QHash>
#include <QTemporaryDir>

namespace learnlab::tests {

/// A keychain that answers when the scheduler runs, with errors as the test says, and keeps its entries between
/// sessions.
class StepKeychain final : public secrets::Keychain
{
public:
    explicit StepKeychain(support::Scheduler &scheduler) : m_scheduler(scheduler) {}

    void read(const QString &account, std::function<void(domain::Result<QByteArray>)> reply) override;
    void write(const QString &account, const QByteArray &secret,
               std::function<void(domain::Result<void>)> reply) override;
    void remove(const QString &account, std::function<void(domain::Result<void>)> reply) override;

    QHash<QString, QByteArray> entries;
    std::optional<domain::Error> readError;
    std::optional<domain::Error> writeError;
    bool silent = false; ///< does not answer
    int writes = 0;

private:
    support::Scheduler &m_scheduler;
};

/// One account with its mirror on disk, a fake server and a keychain; the session can end and come again.
struct Account
{
    Account();

    void restart(); ///< as the end of the process and a new one
    void adopt(const QByteArray &refresh = "r1", const QByteArray &access = "a1");
    /// Asks for a token; the answer lands in `tokens`.
    void ask(const QByteArray &refused = {});
    [[nodiscard]] session::State state() const { return session->status().state; }
    [[nodiscard]] domain::ErrorCode errorCode() const
    {
        return session->status().error ? session->status().error->code : domain::ErrorCode::Internal;
    }
    [[nodiscard]] QByteArray kept() const { return keychain.entries.value(name); }

    const QString name = QStringLiteral("host-user");
    QTemporaryDir folder;
    fakes::FakeClock clock;
    fakes::StepScheduler scheduler{clock};
    fakes::ManualApi api;
    StepKeychain keychain{scheduler};
    std::unique_ptr<mirror::Store> store;
    std::unique_ptr<session::Session> session;
    QList<session::State> states;
    std::vector<domain::Result<QByteArray>> tokens;
};

[[nodiscard]] api::Tokens makeTokens(const QByteArray &refresh, const QByteArray &access,
                                     std::chrono::seconds lifetime = std::chrono::seconds(900));

} // namespace learnlab::tests
