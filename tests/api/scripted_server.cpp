#include "scripted_server.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace learnlab::tests {

namespace {

std::unique_ptr<QTcpServer> makeServer(const QString &certificate, const QString &key)
{
    if (certificate.isEmpty())
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QFile keyFile(key);
    if (keyFile.open(QIODevice::ReadOnly))
        tls.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
    server->setSslConfiguration(tls);
    return server;
}

} // namespace

ScriptedServer::ScriptedServer(Answer answer, const QString &certificate, const QString &key)
    : m_answer(std::move(answer)), m_tls(!certificate.isEmpty()), m_server(makeServer(certificate, key))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

QUrl ScriptedServer::url() const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2")
                    .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(m_server->serverPort()));
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_open;
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_open;
            m_pending.remove(socket);
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    QByteArray &pending = m_pending[socket];
    pending += socket->readAll();
    const qsizetype headEnd = pending.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const QByteArray head = pending.left(headEnd + 2);
    qsizetype length = 0;
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    if (pending.size() < headEnd + 4 + length)
        return;
    m_requests.append({head, pending.mid(headEnd + 4, length)});
    pending.remove(0, headEnd + 4 + length);
    const Script script = m_answer(m_requests.last());
    socket->write(script.bytes);
    if (script.close)
        socket->disconnectFromHost();
}

QByteArray httpAnswer(const QByteArray &status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" +
           body;
}

} // namespace learnlab::tests
