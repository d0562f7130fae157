#include "line_socket.h"

#include <QJsonDocument>

namespace learnlab::engine {

namespace {

constexpr qint64 readAtOnce = 64 * 1024;

} // namespace

LineSocket::LineSocket(Descriptor socket, Limits limits) : m_limits(limits)
{
    m_socket.setReadBufferSize(readAtOnce);
    connect(&m_socket, &QLocalSocket::readyRead, this, &LineSocket::read);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        read();
        end();
    });
    if (!m_socket.setSocketDescriptor(socket.take()))
        QMetaObject::invokeMethod(this, &LineSocket::end, Qt::QueuedConnection);
}

LineSocket::~LineSocket()
{
    m_socket.disconnect(this);
}

void LineSocket::send(const QJsonObject &message)
{
    if (m_ended || m_socket.state() != QLocalSocket::ConnectedState)
        return;
    m_socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    // As far as it goes at once: who says its last word does not wait for the event loop.
    static_cast<void>(m_socket.flush());
    if (m_socket.bytesToWrite() <= m_limits.unsent)
        return;
    m_socket.abort();
    // Whoever sends does not expect to be gone when it has.
    QMetaObject::invokeMethod(this, &LineSocket::end, Qt::QueuedConnection);
}

void LineSocket::hold(bool held)
{
    m_held = held;
    if (!held)
        QMetaObject::invokeMethod(this, &LineSocket::read, Qt::QueuedConnection);
}

void LineSocket::finish()
{
    m_refused = true;
    m_socket.disconnectFromServer();
}

void LineSocket::read()
{
    while (!m_held && !m_refused && !m_ended) {
        if (takeLine())
            continue;
        if (m_buffer.size() > m_limits.line) {
            refuse();
            return;
        }
        const QByteArray more = m_socket.isOpen() ? m_socket.read(readAtOnce) : QByteArray();
        if (more.isEmpty())
            return;
        m_buffer += more;
    }
}

bool LineSocket::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n', m_searched);
    if (end < 0) {
        m_searched = m_buffer.size();
        return false;
    }
    const QJsonDocument document = end > m_limits.line ? QJsonDocument() : QJsonDocument::fromJson(m_buffer.left(end));
    m_buffer.remove(0, end + 1);
    m_searched = 0;
    if (document.isObject())
        Q_EMIT received(document.object());
    else
        refuse();
    return true;
}

void LineSocket::refuse()
{
    m_refused = true;
    m_buffer.clear();
    Q_EMIT malformed();
}

void LineSocket::end()
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT closed();
}

} // namespace learnlab::engine
