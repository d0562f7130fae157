#include "small_api.h"

#include "api/trash.h"

#include <QObject>
#include <QTimer>

namespace learnlab::test {

namespace {

using namespace api;

domain::User someone()
{
    domain::User user;
    user.id = *domain::fromText<domain::UserId>(u"0190c0de-0000-7000-8000-000000000001");
    user.email = QStringLiteral("ada@example.edu");
    user.username = QStringLiteral("ada");
    return user;
}

Tokens someTokens()
{
    Tokens tokens;
    tokens.access = "access";
    tokens.refresh = "refresh";
    tokens.accessLifetime = std::chrono::minutes(15);
    tokens.sessionId = *domain::fromText<domain::SessionId>(u"0190c0de-0000-7000-8000-000000000002");
    tokens.user = someone();
    return tokens;
}

class Waiting final : public Call
{
public:
    QObject context;
};

template <class T>
CallHandle later(Reply<T> reply, Result<T> result)
{
    auto call = std::make_unique<Waiting>();
    QTimer::singleShot(0, &call->context, [reply = std::move(reply), result = std::move(result)] { reply(result); });
    return call;
}

class SmallTrash final : public TrashApi
{
public:
    explicit SmallTrash(SmallServer &server) : m_server(server) {}

    Handle purge(const QList<Purge> &items, Reply<QList<Purged>> reply) override
    {
        if (++m_server.purges > m_server.purgesAnswered)
            return later<QList<Purged>>(std::move(reply), domain::fail(domain::ErrorCode::Offline));
        QList<Purged> answers;
        for (const Purge &asked : items) {
            Purged answer{asked.id, {}};
            if (asked.item == domain::ItemRef::of(domain::FileId({goneId})))
                answer.error = domain::Error{domain::ErrorCode::NotFound};
            else if (asked.item == domain::ItemRef::of(domain::FileId({backId})))
                answer.error = domain::Error{domain::ErrorCode::RevisionConflict};
            answers.append(answer);
        }
        return later<QList<Purged>>(std::move(reply), answers);
    }

private:
    SmallServer &m_server;
};

class SmallApi final : public HttpApi
{
public:
    explicit SmallApi(std::shared_ptr<SmallServer> server) : m_server(std::move(server)) {}

    TrashApi *trashCalls() override { return &m_trash; }

    void setTokenSource(TokenSource *) override {}
    CallHandle capabilities(Reply<Capabilities> reply) override { return answer(std::move(reply), Capabilities()); }
    CallHandle registerUser(const Registration &, Reply<domain::User> reply) override
    {
        return answer(std::move(reply), someone());
    }
    CallHandle login(const Credentials &, Reply<Tokens> reply) override
    {
        ++m_server->logins;
        if (!m_server->answersLogin)
            return std::make_unique<Waiting>();
        return answer(std::move(reply), someTokens());
    }
    CallHandle refresh(const QByteArray &, Reply<Tokens> reply) override { return answer(std::move(reply), someTokens()); }
    CallHandle logout(const QByteArray &, Reply<void> reply) override
    {
        ++m_server->logouts;
        return later<void>(std::move(reply), {});
    }
    CallHandle me(Reply<domain::User> reply) override { return refuse(std::move(reply)); }
    CallHandle changeProfile(const ProfileChange &, Reply<domain::User> reply) override { return refuse(std::move(reply)); }
    CallHandle changePassword(const PasswordChange &, Reply<void> reply) override { return refuse(std::move(reply)); }
    CallHandle sessions(Reply<QList<domain::Session>> reply) override { return refuse(std::move(reply)); }
    CallHandle endSession(domain::SessionId, Reply<void> reply) override { return refuse(std::move(reply)); }
    CallHandle usage(Reply<domain::Usage> reply) override { return refuse(std::move(reply)); }
    CallHandle changes(const QByteArray &, int, std::chrono::seconds, Reply<Changes> reply) override
    {
        return refuse(std::move(reply));
    }
    CallHandle operations(const QList<domain::Operation> &, Reply<QList<domain::OperationResult>> reply) override
    {
        return refuse(std::move(reply));
    }
    CallHandle createUploads(const QList<UploadRequest> &, Reply<QList<UploadAnswer>> reply) override
    {
        return refuse(std::move(reply));
    }
    CallHandle uploadState(domain::UploadId, Reply<UploadState> reply) override { return refuse(std::move(reply)); }
    CallHandle partUrls(domain::UploadId, const QList<PartRequest> &, Reply<QList<PartUrl>> reply) override
    {
        return refuse(std::move(reply));
    }
    CallHandle abandonUpload(domain::UploadId, Reply<void> reply) override { return refuse(std::move(reply)); }
    CallHandle completeUploads(const QList<Completion> &, Reply<QList<UploadAnswer>> reply) override
    {
        return refuse(std::move(reply));
    }
    CallHandle downloads(const QList<domain::FileId> &, Reply<QList<DownloadUrl>> reply) override
    {
        return refuse(std::move(reply));
    }

private:
    template <class T>
    CallHandle answer(Reply<T> reply, T value)
    {
        if (m_server->reachable)
            return later<T>(std::move(reply), std::move(value));
        return later<T>(std::move(reply), domain::fail(domain::ErrorCode::Offline));
    }
    template <class T>
    CallHandle refuse(Reply<T> reply)
    {
        ++m_server->otherCalls;
        return later<T>(std::move(reply), domain::fail(domain::ErrorCode::Offline));
    }

    std::shared_ptr<SmallServer> m_server;
    SmallTrash m_trash{*m_server};
};

} // namespace

std::unique_ptr<HttpApi> makeSmallApi(std::shared_ptr<SmallServer> server)
{
    return std::make_unique<SmallApi>(std::move(server));
}

} // namespace learnlab::test
