#pragma once

#include "fault_plan.h"

#include <QTcpSocket>

namespace learnlab::testsupport {

// One client's connection and the one to the server behind it. Reads the requests as far as their length, to know where
// one ends; answers pass unread. Deletes itself when either side closes. Lives on the proxy's thread.
class ProxiedConnection : public QObject
{
    Q_OBJECT

public:
    ProxiedConnection(QTcpSocket *client, std::shared_ptr<FaultProxy::Plan> plan, QObject *parent);

private:
    enum class Reading { Head, Body, Nothing };

    void readClient();
    bool readHead();
    bool readBody();
    void begin(const QByteArray &head);
    void readServer();
    void answerInsteadOfServer();
    void reset();
    [[nodiscard]] bool lieAboutLength(QByteArray &bytes);
    void forward(const QByteArray &bytes);
    void end();

    [[nodiscard]] bool has(Fault fault) const { return m_rule && m_rule->fault == fault; }

    std::shared_ptr<FaultProxy::Plan> m_plan;
    QTcpSocket *m_client;
    QTcpSocket m_server;
    Reading m_reading = Reading::Head;
    std::optional<FaultRule> m_rule;
    qsizetype m_request = 0;
    qint64 m_bodyLeft = 0;
    qint64 m_bodySent = 0;
    qint64 m_answered = 0;
    qint64 m_answerLeft = 0; // of an answer whose length was changed
    bool m_forObject = false;
    bool m_resting = false; // between two drops of a trickle
};

} // namespace learnlab::testsupport
