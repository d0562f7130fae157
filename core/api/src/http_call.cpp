#include "http_call.h"

#include "problem.h"

namespace learnlab::api {
namespace {

/// Whether the refusal is about the token: also a session that ended, so that the token's owner gets to know it.
bool isAboutToken(const Error &error)
{
    return error.code == domain::ErrorCode::TokenExpired || error.code == domain::ErrorCode::SessionEnded;
}

Result<QByteArray> bodyOf(const Result<HttpAnswer> &answer)
{
    if (!answer)
        return tl::make_unexpected(answer.error());
    if (answer->status >= 200 && answer->status < 300)
        return answer->body;
    if (answer->status >= 300 && answer->status < 400)
        return domain::fail(domain::ErrorCode::BadAnswer, QStringLiteral("a redirect, which is not followed"));
    return tl::make_unexpected(errorOfAnswer(answer->status, answer->body, answer->retryAfter, answer->date));
}

} // namespace

HttpCall::HttpCall(HttpContext &context, CallPlan plan, Done done)
    : m_context(context), m_plan(std::move(plan)), m_done(std::move(done))
{
    m_later.setSingleShot(true);
    if (m_plan.authorized)
        askToken({});
    else
        send({});
}

void HttpCall::askToken(const QByteArray &refused)
{
    if (!m_context.tokens)
        return finishLater({domain::ErrorCode::NotSignedIn, {}});
    m_context.tokens->accessToken(refused, [this, alive = std::weak_ptr(m_alive)](const Result<QByteArray> &token) {
        if (alive.expired())
            return;
        if (token)
            send(*token);
        else
            finishLater(token.error());
    });
}

void HttpCall::send(const QByteArray &token)
{
    HttpRequest request;
    request.verb = m_plan.verb;
    request.url = QUrl(m_context.server.toString(QUrl::FullyEncoded) + m_plan.path, QUrl::StrictMode);
    request.body = m_plan.body;
    request.token = token;
    request.timeLimit = m_context.timeLimit + m_plan.wait;
    m_exchange =
        std::make_unique<Exchange>(m_context.network, m_context.tls, request,
                                   [this, token](const Result<HttpAnswer> &answer) { answered(token, answer); });
}

void HttpCall::answered(const QByteArray &token, const Result<HttpAnswer> &answer)
{
    Result<QByteArray> body = bodyOf(answer);
    if (!body && m_plan.authorized && !m_renewed && isAboutToken(body.error())) {
        m_renewed = true;
        const QByteArray refused = token; // the exchange that holds it goes when the next is sent
        return askToken(refused);
    }
    finish(std::move(body));
}

void HttpCall::finishLater(const Error &error)
{
    QObject::connect(&m_later, &QTimer::timeout, &m_later, [this, error] { finish(tl::make_unexpected(error)); });
    m_later.start(0);
}

void HttpCall::finish(Result<QByteArray> result)
{
    const Done done = std::exchange(m_done, nullptr);
    if (done)
        done(std::move(result)); // may destroy this
}

} // namespace learnlab::api
