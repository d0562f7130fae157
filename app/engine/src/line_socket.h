#pragma once

#include "socket_file.h"

#include <QJsonObject>
#include <QLocalSocket>

namespace learnlab::engine {

/// JSON objects over a local socket, one a line. What the other side may make this one keep is bounded: a line, and
/// what is sent and not taken. Thread: the one that made it.
class LineSocket : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        qint64 line = 0;   ///< bytes
        qint64 unsent = 0; ///< bytes; who reads more slowly is let go
    };

    LineSocket(Descriptor socket, Limits limits);
    ~LineSocket() override;

    void send(const QJsonObject &message);
    [[nodiscard]] qint64 unsent() const { return m_socket.bytesToWrite(); }
    /// While held nothing is read: the other side waits.
    void hold(bool held);
    /// What was sent still goes out; closed() comes when it has.
    void finish();

Q_SIGNALS:
    void received(const QJsonObject &message);
    /// What came is no JSON object of the allowed length; nothing else is read.
    void malformed();
    /// Once; also when the other side does not take what is sent.
    void closed();

private:
    void read();
    /// The next whole line, if there is one.
    [[nodiscard]] bool takeLine();
    void refuse();
    void end();

    const Limits m_limits;
    QLocalSocket m_socket;
    QByteArray m_buffer;
    qsizetype m_searched = 0;
    bool m_held = false;
    bool m_refused = false;
    bool m_ended = false;
};

} // namespace learnlab::engine
