#pragma once

#include "api/api.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

namespace learnlab::api {

enum class Verb { Get, Post, Patch, Delete };

struct HttpRequest
{
    Verb verb = Verb::Get;
    QUrl url;
    QByteArray body;                        ///< JSON; may be empty
    QByteArray token;                       ///< a secret; empty: none
    std::chrono::milliseconds timeLimit{0}; ///< without any byte moving
};

struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QByteArray retryAfter;
    QByteArray date = {}; ///< the sender's clock
};

/// One HTTP request and its answer, whatever the status. Always ends, with Offline, Timeout, TlsFailed or BadAnswer
/// when there is no whole answer. Redirects are not followed. Destroying it cancels; `done` may destroy it.
class Exchange final : public QObject
{
public:
    using Done = std::function<void(Result<HttpAnswer>)>;

    Exchange(QNetworkAccessManager &network, const QSslConfiguration &tls, const HttpRequest &request, Done done);
    ~Exchange() override;

private:
    struct Release
    {
        void operator()(QNetworkReply *reply) const;
    };

    void release();
    void read();
    void giveUp(domain::ErrorCode code, const QString &detail);
    void finished();
    void end(Result<HttpAnswer> result);

    std::unique_ptr<QNetworkReply, Release> m_reply;
    Done m_done;
    QByteArray m_body;
    QTimer m_idle;
    QTimer m_whole;
};

} // namespace learnlab::api
