#include "fixture.h"

namespace learnlab::tests {

void StepKeychain::read(const QString &account, std::function<void(domain::Result<QByteArray>)> reply)
{
    if (silent)
        return;
    const domain::Result<QByteArray> result =
        readError ? domain::Result<QByteArray>(tl::make_unexpected(*readError)) : entries.value(account);
    m_scheduler.post([reply = std::move(reply), result] { reply(result); });
}

void StepKeychain::write(const QString &account, const QByteArray &secret,
                         std::function<void(domain::Result<void>)> reply)
{
    ++writes;
    if (silent)
        return;
    if (!writeError)
        entries.insert(account, secret);
    const domain::Result<void> result =
        writeError ? domain::Result<void>(tl::make_unexpected(*writeError)) : domain::Result<void>();
    m_scheduler.post([reply = std::move(reply), result] { reply(result); });
}

void StepKeychain::remove(const QString &account, std::function<void(domain::Result<void>)> reply)
{
    if (silent)
        return;
    if (!writeError)
        entries.remove(account);
    const domain::Result<void> result =
        writeError ? domain::Result<void>(tl::make_unexpected(*writeError)) : domain::Result<void>();
    m_scheduler.post([reply = std::move(reply), result] { reply(result); });
}

api::Tokens makeTokens(const QByteArray &refresh, const QByteArray &access, std::chrono::seconds lifetime)
{
    support::SeededRandom random(11);
    const fakes::FakeClock clock;
    api::Tokens tokens;
    tokens.refresh = refresh;
    tokens.access = access;
    tokens.accessLifetime = lifetime;
    tokens.sessionId = domain::makeId<domain::SessionId>(clock, random);
    tokens.user.id = domain::makeId<domain::UserId>(clock, random);
    tokens.user.email = QStringLiteral("ada@example.org");
    tokens.user.username = QStringLiteral("ada");
    return tokens;
}

Account::Account()
{
    restart();
}

void Account::restart()
{
    session.reset();
    store.reset();
    scheduler.clear();
    tokens.clear();
    states.clear();
    auto opened = mirror::openStepStore(folder.filePath(QStringLiteral("mirror.db")), scheduler);
    store = opened ? std::move(*opened) : nullptr;
    session = session::makeSession(name, api, *store, keychain, scheduler, clock);
    session->listen([this](const session::Status &status) { states.append(status.state); });
}

void Account::adopt(const QByteArray &refresh, const QByteArray &access)
{
    session->adopt(makeTokens(refresh, access), [](const domain::Result<void> &) {});
    scheduler.runUntilIdle();
}

void Account::ask(const QByteArray &refused)
{
    session->accessToken(refused, [this](domain::Result<QByteArray> token) { tokens.push_back(std::move(token)); });
    scheduler.runUntilIdle();
}

} // namespace learnlab::tests
