#include "compose.h"
#include "http_api.h"
#include "members.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace learnlab::api {
namespace {

QSslConfiguration tlsConfiguration(const QByteArray &caFile, const QByteArray &moreAuthorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    // A file that cannot be read leaves nothing to trust, so that every handshake fails: never less than what was
    // asked.
    if (!caFile.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromPath(QFile::decodeName(caFile)));
    if (!moreAuthorities.isEmpty())
        tls.addCaCertificates(QSslCertificate::fromPath(QFile::decodeName(moreAuthorities)));
    return tls;
}

QNetworkProxy proxyFor(const QUrl &server, const Proxy &proxy)
{
    if (isLoopback(server) || proxy.kind == Proxy::Kind::None)
        return QNetworkProxy::NoProxy;
    if (isManual(proxy))
        return {QNetworkProxy::HttpProxy, proxy.host, proxy.port};
    return QNetworkProxy::DefaultProxy;
}

/// Whoever answers, but not in our words, is another kind of server.
Error notOurs(Error error)
{
    const bool isOtherServer = error.code == ErrorCode::BadAnswer || error.code == ErrorCode::NotFound ||
                               error.code == ErrorCode::Malformed || error.code == ErrorCode::Forbidden ||
                               error.code == ErrorCode::ServerError;
    if (isOtherServer)
        error.code = ErrorCode::NotALearnLabServer;
    return error;
}

/// Of a refresh token every refusal by the server itself is final.
Error refreshError(Error error)
{
    if (error.code == ErrorCode::TokenExpired || error.code == ErrorCode::BadCredentials)
        error.code = ErrorCode::SessionEnded;
    return error;
}

template <class T>
Reply<T> withErrors(Reply<T> reply, Error (*change)(Error))
{
    return [reply = std::move(reply), change](Result<T> result) { reply(std::move(result).map_error(change)); };
}

} // namespace

std::unique_ptr<HttpApi> makeHttpApi(const QUrl &server, const HttpOptions &options)
{
    return std::make_unique<NetworkApi>(server, options);
}

NetworkApi::NetworkApi(const QUrl &server, const HttpOptions &options) : m_caFile(options.caFile)
{
    m_context.server = server;
    m_context.timeLimit = options.timeLimit;
    m_context.reading.setMaxThreadCount(1);
    setNetwork(options.network);
}

void NetworkApi::setNetwork(const Network &network)
{
    m_context.tls = tlsConfiguration(m_caFile, network.moreAuthorities);
    m_context.network.setProxy(proxyFor(m_context.server, network.proxy));
    m_context.network.clearConnectionCache();
}

void NetworkApi::setTokenSource(TokenSource *source)
{
    m_context.tokens = source;
}

CallHandle NetworkApi::call(CallPlan plan, HttpCall::Done done)
{
    return std::make_unique<HttpCall>(m_context, std::move(plan), std::move(done));
}

CallPlan getPlan(const QString &path)
{
    return {Verb::Get, path};
}

CallPlan postPlan(const QString &path, const QJsonObject &body)
{
    return {Verb::Post, path, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

HttpCall::Done emptyAnswer(Reply<void> reply)
{
    return [reply = std::move(reply)](const Result<QByteArray> &body) {
        if (body)
            reply({});
        else
            reply(tl::make_unexpected(body.error()));
    };
}

CallHandle NetworkApi::capabilities(Reply<Capabilities> reply)
{
    CallPlan plan = getPlan(QStringLiteral("/api/v2/capabilities"));
    plan.authorized = false;
    return call(std::move(plan), parsedBy(parseCapabilities, withErrors(std::move(reply), notOurs)));
}

CallHandle NetworkApi::registerUser(const Registration &registration, Reply<domain::User> reply)
{
    CallPlan plan = postPlan(QStringLiteral("/auth/register"), composeRegistration(registration));
    plan.authorized = false;
    return call(std::move(plan), parsedBy(parseUser, std::move(reply)));
}

CallHandle NetworkApi::login(const Credentials &credentials, Reply<Tokens> reply)
{
    CallPlan plan = postPlan(QStringLiteral("/auth/login"), composeLogin(credentials));
    plan.authorized = false;
    return call(std::move(plan), parsedBy(parseTokens, std::move(reply)));
}

CallHandle NetworkApi::refresh(const QByteArray &refreshToken, Reply<Tokens> reply)
{
    CallPlan plan = postPlan(QStringLiteral("/auth/refresh-token"),
                             {{QStringLiteral("refresh_token"), QString::fromLatin1(refreshToken)}});
    plan.authorized = false;
    return call(std::move(plan), parsedBy(parseTokens, withErrors(std::move(reply), refreshError)));
}

CallHandle NetworkApi::logout(const QByteArray &refreshToken, Reply<void> reply)
{
    QJsonObject body;
    if (!refreshToken.isEmpty())
        body.insert(QLatin1String("refresh_token"), QString::fromLatin1(refreshToken));
    return call(postPlan(QStringLiteral("/auth/logout"), body), emptyAnswer(std::move(reply)));
}

CallHandle NetworkApi::me(Reply<domain::User> reply)
{
    return call(getPlan(QStringLiteral("/auth/me")), parsedBy(parseUser, std::move(reply)));
}

CallHandle NetworkApi::changeProfile(const ProfileChange &change, Reply<domain::User> reply)
{
    CallPlan plan = postPlan(QStringLiteral("/auth/me"), composeProfile(change));
    plan.verb = Verb::Patch;
    return call(std::move(plan), parsedBy(parseUser, std::move(reply)));
}

CallHandle NetworkApi::changePassword(const PasswordChange &change, Reply<void> reply)
{
    return call(postPlan(QStringLiteral("/auth/password"), composePassword(change)), emptyAnswer(std::move(reply)));
}

CallHandle NetworkApi::sessions(Reply<QList<domain::Session>> reply)
{
    return call(getPlan(QStringLiteral("/api/v2/sessions")), parsedBy(parseSessions, std::move(reply)));
}

CallHandle NetworkApi::endSession(domain::SessionId id, Reply<void> reply)
{
    return call({Verb::Delete, QStringLiteral("/api/v2/sessions/") + domain::toText(id)},
                emptyAnswer(std::move(reply)));
}

CallHandle NetworkApi::usage(Reply<domain::Usage> reply)
{
    return call(getPlan(QStringLiteral("/api/v2/usage")), parsedBy(parseUsage, std::move(reply)));
}

} // namespace learnlab::api
