#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

/// A small HTTP server in the test's own event loop that answers what the test says, byte for byte.
class HttpScript : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    struct Answer
    {
        QByteArray bytes;        ///< the whole answer; nothing: none is given
        bool closeAfter = false; ///< also when more was announced
    };
    using Handler = std::function<Answer(const Request &)>;

    HttpScript();
    void handle(Handler handler) { m_handler = std::move(handler); }
    [[nodiscard]] QUrl url(const QString &target) const;
    [[nodiscard]] int connections() const { return m_connections; }

    static QByteArray ok(const QByteArray &body, const QByteArray &extraHeaders = {}, const QByteArray &status = "200 OK");

    QList<Request> seen;

private:
    void read(QTcpSocket *socket, QByteArray *buffer);
    QTcpServer m_server;
    Handler m_handler;
    int m_connections = 0;
};
