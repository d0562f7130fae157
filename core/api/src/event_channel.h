#pragma once

#include "http_call.h"

#include <QWebSocket>

namespace learnlab::api {

/// One WebSocket to /api/v2/events, from its token to its end; see Api::events. It never reconnects: whoever wants
/// another channel asks for one. Handlers are called from the event loop alone, so that they may destroy it.
class EventChannel final : public QObject, public Call
{
public:
    EventChannel(HttpContext &context, EventHandlers handlers);
    ~EventChannel() override;

private:
    void askToken(bool first);
    void tokenCame(bool first, const Result<QByteArray> &token);
    void open();
    void renewLater();
    void heard(const QString &message);
    void alive();
    void silent();
    void ended();
    void end(const Error &error);
    void later(std::function<void()> task);

    HttpContext &m_context;
    EventHandlers m_handlers;
    QWebSocket m_socket;
    QByteArray m_token; ///< the one that the server knows; a secret
    QTimer m_silence;
    QTimer m_ping;
    QTimer m_renewal;
    bool m_open = false; ///< the greeting came
    bool m_ended = false;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< token sources may answer when this is gone
};

} // namespace learnlab::api
