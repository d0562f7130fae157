#pragma once

#include "exchange.h"

#include <QThreadPool>

namespace learnlab::api {

/// What all calls of one HttpApi share.
struct HttpContext
{
    QNetworkAccessManager network;
    QSslConfiguration tls;
    QUrl server;
    std::chrono::milliseconds timeLimit{0};
    TokenSource *tokens = nullptr;
    QObject home;        ///< on the engine's thread: where what was read elsewhere comes back to
    QThreadPool reading; ///< one thread, for large answers; ends before its home does
};

struct CallPlan
{
    Verb verb = Verb::Get;
    QString path; ///< below the server's address, with its query, encoded
    QByteArray body = {};
    std::chrono::seconds wait{0}; ///< how long the server may think it over
    bool authorized = true;       ///< with a token, and once more with a new one when it was refused
};

/// One call: its token, its exchange, the one repetition with a renewed token. `done` is never called from inside the
/// constructor and may destroy the call.
class HttpCall final : public Call
{
public:
    using Done = std::function<void(Result<QByteArray>)>;

    HttpCall(HttpContext &context, CallPlan plan, Done done);

private:
    void askToken(const QByteArray &refused);
    void send(const QByteArray &token);
    void answered(const QByteArray &token, const Result<HttpAnswer> &answer);
    void finish(Result<QByteArray> result);
    void finishLater(const Error &error);

    HttpContext &m_context;
    CallPlan m_plan;
    Done m_done;
    bool m_renewed = false;
    std::unique_ptr<Exchange> m_exchange;
    QTimer m_later;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< token sources may answer when the call is gone
};

} // namespace learnlab::api
