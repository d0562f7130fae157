#pragma once

#include "dispatcher.h"
#include "line_socket.h"
#include "protocol.h"

#include <QTimer>

namespace learnlab::engine {

/// One process that asks. It says hello first; then it is told the owner's status as it changes, and may ask anything.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// What it needs of its listener.
    struct Host
    {
        std::function<Dispatcher *()> dispatcher; ///< null: the engine is going
        std::function<const OwnerStatus &()> status;
        std::function<QJsonObject(const QList<QByteArray> &)> windowWanted;
    };

    Connection(Descriptor socket, Host host);

    void statusChanged();

Q_SIGNALS:
    void closed();

private:
    void take(const QJsonObject &message);
    void hello(const QJsonValue &id);
    void windowWanted(const QJsonValue &id, const QJsonObject &arguments);
    void ask(const QJsonValue &id, const QString &command, const QJsonObject &arguments);
    void answer(const QJsonValue &id, const domain::Result<QJsonValue> &result);

    const Host m_host;
    LineSocket m_socket;
    QTimer m_patience;                   ///< for the hello
    std::optional<QJsonValue> m_helloId; ///< not answered yet
    bool m_greeted = false;
    int m_underWay = 0;
};

} // namespace learnlab::engine
