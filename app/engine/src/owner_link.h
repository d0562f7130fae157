#pragma once

#include "line_socket.h"
#include "protocol.h"

#include <QTimer>

namespace learnlab::engine {

/// The way to the process that owns the profile. Thread: the one that made it.
class OwnerLink : public QObject
{
    Q_OBJECT

public:
    struct Heard
    {
        std::function<void()> greeted; ///< after the first status
        std::function<void(const OwnerStatus &)> status;
        std::function<void(quint64 id, const domain::Result<QJsonValue> &)> answer;
        std::function<void()> closed; ///< also when it does not answer the greeting, or not in words that make sense
    };

    /// `heard` is called from the event loop, never from here.
    OwnerLink(Descriptor socket, Heard heard);

    void ask(quint64 id, const QString &command, const QJsonObject &arguments);

private:
    void take(const QJsonObject &message);
    void close();

    const Heard m_heard;
    LineSocket m_socket;
    QTimer m_patience;
    bool m_greeted = false;
    bool m_closed = false;
};

} // namespace learnlab::engine
