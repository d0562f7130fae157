#include "http_script.h"

#include <QUrl>

#include <memory>

HttpScript::HttpScript()
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            const auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
                *buffer += socket->readAll();
                read(socket, buffer.get());
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QUrl HttpScript::url(const QString &target) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(target));
}

QByteArray HttpScript::ok(const QByteArray &body, const QByteArray &extraHeaders, const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + extraHeaders +
           "\r\n" + body;
}

void HttpScript::read(QTcpSocket *socket, QByteArray *buffer)
{
    for (;;) {
        const qsizetype end = buffer->indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        QList<QByteArray> lines = buffer->left(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype size = request.headers.value("content-length").toLongLong();
        if (buffer->size() < end + 4 + size)
            return;
        request.body = buffer->mid(end + 4, size);
        buffer->remove(0, end + 4 + size);
        seen.append(request);
        const Answer answer = m_handler ? m_handler(request) : Answer{ok({}), false};
        socket->write(answer.bytes);
        if (answer.closeAfter)
            socket->disconnectFromHost();
    }
}
