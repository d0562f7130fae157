#include "proxied_connection.h"

#include <QHostAddress>
#include <QTimer>

#include <sys/socket.h>

namespace learnlab::testsupport {

namespace {

constexpr qint64 chunk = 64 * 1024;
constexpr qint64 buffered = 1 << 20;

qint64 contentLength(const QByteArray &head)
{
    for (const auto &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == "content-length") {
            return line.mid(colon + 1).trimmed().toLongLong();
        }
    }
    return 0;
}

} // namespace

ProxiedConnection::ProxiedConnection(QTcpSocket *client, std::shared_ptr<FaultProxy::Plan> plan, QObject *parent)
    : QObject(parent), m_plan(std::move(plan)), m_client(client)
{
    client->setParent(this);
    client->setReadBufferSize(buffered);
    m_server.setReadBufferSize(buffered);
    connect(client, &QTcpSocket::readyRead, this, &ProxiedConnection::readClient);
    connect(client, &QTcpSocket::disconnected, this, &ProxiedConnection::end);
    connect(client, &QTcpSocket::bytesWritten, this, &ProxiedConnection::readServer);
    connect(&m_server, &QTcpSocket::readyRead, this, &ProxiedConnection::readServer);
    connect(&m_server, &QTcpSocket::bytesWritten, this, &ProxiedConnection::readClient);
    connect(&m_server, &QTcpSocket::errorOccurred, this, [this] {
        readServer();
        end();
    });
}

void ProxiedConnection::end()
{
    m_reading = Reading::Nothing;
    // What the server still said goes out; an abort on purpose has happened before.
    m_client->disconnectFromHost();
    m_server.abort();
    deleteLater();
}

void ProxiedConnection::readClient()
{
    while (m_server.bytesToWrite() < buffered) {
        const bool more = m_reading == Reading::Head ? readHead() : m_reading == Reading::Body && readBody();
        if (!more) {
            return;
        }
    }
}

bool ProxiedConnection::readHead()
{
    const auto waiting = m_client->peek(chunk);
    const auto headEnd = waiting.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return false;
    }
    begin(m_client->read(headEnd + 4));
    return true;
}

void ProxiedConnection::begin(const QByteArray &head)
{
    const auto words = head.left(head.indexOf('\r')).split(' ');
    const auto verdict = m_plan->judge(words.value(0), words.value(1));
    m_rule = verdict.rule;
    m_request = verdict.request;
    m_forObject = words.value(1).startsWith("/objects/");
    if (m_server.state() == QAbstractSocket::UnconnectedState) {
        m_server.connectToHost(QHostAddress(QHostAddress::LocalHost), m_plan->target(m_forObject));
    }
    m_bodyLeft = contentLength(head);
    m_bodySent = 0;
    m_answered = 0;
    m_reading = m_bodyLeft > 0 ? Reading::Body : Reading::Head;
    if (has(Fault::Hang)) {
        m_reading = Reading::Nothing;
    } else if (has(Fault::Reset) && m_bodyLeft == 0) {
        reset();
    } else if (has(Fault::Refuse)) {
        if (m_bodyLeft == 0) {
            answerInsteadOfServer();
        }
    } else if (has(Fault::Delay)) {
        m_reading = Reading::Nothing;
        QTimer::singleShot(m_rule->milliseconds, this, [this, head] {
            m_reading = m_bodyLeft > 0 ? Reading::Body : Reading::Head;
            forward(head);
            readClient();
        });
    } else {
        forward(head);
    }
}

bool ProxiedConnection::readBody()
{
    auto want = qMin(m_bodyLeft, chunk);
    const bool breaks = has(Fault::CutRequest) || has(Fault::StallRequest);
    if (breaks) {
        want = qMin(want, m_rule->bytes - m_bodySent);
    }
    const auto bytes = m_client->read(want);
    m_bodyLeft -= bytes.size();
    m_bodySent += bytes.size();
    m_plan->countBody(m_request, bytes.size());
    if (!has(Fault::Refuse)) {
        forward(bytes);
    }
    if (has(Fault::Reset)) {
        reset();
        return false;
    }
    if (breaks && m_bodySent >= m_rule->bytes) {
        m_reading = Reading::Nothing;
        if (has(Fault::CutRequest)) {
            m_client->abort();
        }
        return false;
    }
    if (m_bodyLeft == 0) {
        m_reading = Reading::Head;
        if (has(Fault::Refuse)) {
            answerInsteadOfServer();
        }
    }
    return !bytes.isEmpty();
}

void ProxiedConnection::forward(const QByteArray &bytes)
{
    m_server.write(bytes);
}

void ProxiedConnection::answerInsteadOfServer()
{
    m_reading = Reading::Nothing;
    const auto status = QByteArray::number(m_rule->status);
    auto body = m_rule->body;
    if (body.isEmpty()) {
        body = "{\"type\":\"about:blank\",\"title\":\"Made by a test\",\"status\":" + status +
               ",\"detail\":\"Made by a test\",\"code\":\"" +
               (m_rule->status == 503 ? QByteArrayLiteral("unavailable") : QByteArrayLiteral("internal")) + "\"}";
    }
    m_client->write("HTTP/1.1 " + status + " Fault\r\nConnection: close\r\nContent-Type: " + m_rule->contentType +
                    "\r\n" + m_rule->headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                    body);
    m_client->disconnectFromHost();
}

// Closing without a goodbye: the other side sees ECONNRESET.
void ProxiedConnection::reset()
{
    m_reading = Reading::Nothing;
    const linger nothing{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<int>(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &nothing, sizeof nothing);
    m_client->abort();
}

// True when the whole of such an answer has passed.
bool ProxiedConnection::lieAboutLength(QByteArray &bytes)
{
    if (m_answered == 0) {
        const auto headEnd = bytes.indexOf("\r\n\r\n");
        const auto truth = contentLength(bytes.left(headEnd));
        const auto line = bytes.toLower().indexOf("\r\ncontent-length:");
        if (line >= 0 && line < headEnd) {
            const auto lineEnd = bytes.indexOf("\r\n", line + 2);
            const auto said = qMax<qint64>(0, truth + m_rule->bytes);
            bytes.replace(line + 2, lineEnd - line - 2, "Content-Length: " + QByteArray::number(said));
        }
        m_answerLeft = truth - (bytes.size() - bytes.indexOf("\r\n\r\n") - 4);
    } else {
        m_answerLeft -= bytes.size();
    }
    return m_answerLeft <= 0;
}

void ProxiedConnection::readServer()
{
    while (m_server.bytesAvailable() > 0 && m_client->bytesToWrite() < buffered && !m_resting) {
        auto bytes = m_server.read(has(Fault::Trickle) ? m_rule->bytes : chunk);
        const bool stall = has(Fault::StallAnswer) && m_answered + bytes.size() >= m_rule->bytes;
        bool cut = has(Fault::CutAnswer) && m_answered + bytes.size() >= m_rule->bytes;
        if (cut || stall) {
            bytes.truncate(qMax<qint64>(0, m_rule->bytes - m_answered));
        }
        if (has(Fault::LoseAnswer)) {
            m_client->abort();
            return;
        }
        if (has(Fault::WrongLength)) {
            cut = lieAboutLength(bytes);
        }
        if (has(Fault::Trickle)) {
            m_resting = true;
            QTimer::singleShot(m_rule->milliseconds, this, [this] {
                m_resting = false;
                readServer();
            });
        }
        m_answered += bytes.size();
        if (!m_forObject) {
            m_plan->keepAnswer(bytes);
        }
        m_client->write(bytes);
        if (cut) {
            m_client->disconnectFromHost();
            return;
        }
    }
}

} // namespace learnlab::testsupport
