#include "exchange.h"

namespace learnlab::api {
namespace {

/// A full page of the feed is about 3 MiB; more than this is no answer of ours, however well it was compressed.
constexpr qint64 maxBody = 32 * 1024 * 1024;
/// Whoever sends one byte now and then must not hold a call for ever.
constexpr int wholeFactor = 10;

QNetworkRequest networkRequest(const HttpRequest &request, const QSslConfiguration &tls)
{
    QNetworkRequest result(request.url);
    result.setSslConfiguration(tls);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Measured: many small bodies are far slower over Qt's HTTP/2.
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("LearnLab-Desktop"));
    result.setRawHeader("Accept", "application/json");
    if (!request.body.isEmpty())
        result.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!request.token.isEmpty())
        result.setRawHeader("Authorization", "Bearer " + request.token);
    return result;
}

QNetworkReply *send(QNetworkAccessManager &network, const QNetworkRequest &request, Verb verb, const QByteArray &body)
{
    switch (verb) {
    case Verb::Get:
        return network.get(request);
    case Verb::Post:
        return network.post(request, body);
    case Verb::Patch:
        return network.sendCustomRequest(request, "PATCH", body);
    case Verb::Delete:
        return network.deleteResource(request);
    }
    return network.get(request);
}

/// For what is not an HTTP answer. Qt's numbers: below 200 the connection or a proxy, from 200 on what was received.
domain::ErrorCode codeOfNetworkError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return domain::ErrorCode::TlsFailed;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return domain::ErrorCode::Timeout;
    case QNetworkReply::OperationCanceledError:
        return domain::ErrorCode::Timeout;
    default:
        break;
    }
    return error < QNetworkReply::ContentAccessDenied ? domain::ErrorCode::Offline : domain::ErrorCode::BadAnswer;
}

} // namespace

void Exchange::Release::operator()(QNetworkReply *reply) const
{
    reply->abort();
    reply->deleteLater();
}

Exchange::Exchange(QNetworkAccessManager &network, const QSslConfiguration &tls, const HttpRequest &request, Done done)
    : m_done(std::move(done))
{
    m_reply.reset(send(network, networkRequest(request, tls), request.verb, request.body));
    m_idle.setSingleShot(true);
    m_idle.setInterval(request.timeLimit);
    m_whole.setSingleShot(true);
    m_whole.setInterval(request.timeLimit * wholeFactor);
    const auto moved = [this] { m_idle.start(); };
    connect(m_reply.get(), &QNetworkReply::uploadProgress, this, moved);
    connect(m_reply.get(), &QNetworkReply::downloadProgress, this, moved);
    connect(m_reply.get(), &QIODevice::readyRead, this, &Exchange::read);
    connect(m_reply.get(), &QNetworkReply::finished, this, &Exchange::finished);
    const auto tooLate = [this] { giveUp(domain::ErrorCode::Timeout, QStringLiteral("no answer in time")); };
    connect(&m_idle, &QTimer::timeout, this, tooLate);
    connect(&m_whole, &QTimer::timeout, this, tooLate);
    m_idle.start();
    m_whole.start();
}

Exchange::~Exchange()
{
    release();
}

/// Only our own connections go: Qt needs its own to end the request.
void Exchange::release()
{
    if (m_reply)
        m_reply->disconnect(this);
    m_reply.reset();
}

void Exchange::read()
{
    m_idle.start();
    m_body += m_reply->read(maxBody + 1 - m_body.size());
    if (m_body.size() > maxBody)
        giveUp(domain::ErrorCode::BadAnswer, QStringLiteral("an answer that is too large"));
}

void Exchange::giveUp(domain::ErrorCode code, const QString &detail)
{
    end(domain::fail(code, detail));
}

void Exchange::finished()
{
    m_body += m_reply->read(maxBody + 1 - m_body.size());
    if (m_body.size() > maxBody)
        return giveUp(domain::ErrorCode::BadAnswer, QStringLiteral("an answer that is too large"));
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    // Qt makes errors of the statuses from 400 on; those are answers to us.
    const bool isWhole = status > 0 && (error == QNetworkReply::NoError ||
                                        (error >= QNetworkReply::ContentAccessDenied && status >= 400));
    if (!isWhole)
        return giveUp(codeOfNetworkError(error), QStringLiteral("network error %1").arg(static_cast<int>(error)));
    end(HttpAnswer{status, m_body, m_reply->rawHeader("Retry-After"), m_reply->rawHeader("Date")});
}

void Exchange::end(Result<HttpAnswer> result)
{
    m_idle.stop();
    m_whole.stop();
    release();
    const Done done = std::exchange(m_done, nullptr);
    if (done)
        done(std::move(result)); // may destroy this
}

} // namespace learnlab::api
