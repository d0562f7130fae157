#pragma once

#include <QSslServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

namespace learnlab::tests {

/// An HTTP server on loopback that answers each request with exactly the bytes that a test says, right or wrong. In the
/// test's own event loop.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray head;
        QByteArray body;
        [[nodiscard]] QByteArray firstLine() const { return head.left(head.indexOf("\r\n")); }
    };
    struct Script
    {
        QByteArray bytes;
        bool close = false; ///< after the bytes; else the connection stays, and the client waits if they are not all
    };
    using Answer = std::function<Script(const Request &)>;

    /// With a certificate and key (PEM files) it speaks TLS.
    explicit ScriptedServer(Answer answer, const QString &certificate = {}, const QString &key = {});

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] int open() const { return m_open; } ///< connections that the client has not closed

private:
    void accept();
    void read(QTcpSocket *socket);

    Answer m_answer;
    bool m_tls;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QList<Request> m_requests;
    int m_open = 0;
    std::unique_ptr<QTcpServer> m_server; ///< last: its sockets speak to the others while it ends
};

/// A whole answer with its length.
[[nodiscard]] QByteArray httpAnswer(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {});

} // namespace learnlab::tests
