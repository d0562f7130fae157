#pragma once

#include <testsupport/fault_proxy.h>

#include <QMutex>

#include <optional>

namespace learnlab::testsupport {

// What the test wants to happen and what has happened. Used from the test's thread and from the proxy's.
class FaultProxy::Plan
{
public:
    void setTarget(quint16 port);
    void setContentsTarget(quint16 port);
    [[nodiscard]] quint16 target(bool forContents) const;
    void add(const FaultRule &rule);
    void clear();

    struct Verdict
    {
        qsizetype request; // for countBody()
        std::optional<FaultRule> rule;
    };
    // A request has come: it is written down, and the first rule that fits is used up by one.
    [[nodiscard]] Verdict judge(const QByteArray &method, const QByteArray &target);
    void countBody(qsizetype request, qint64 bytes);

    void keepAnswer(const QByteArray &bytes);

    [[nodiscard]] QList<ProxiedRequest> requests() const;
    [[nodiscard]] QByteArray answers() const;
    void forget();

private:
    mutable QMutex m_mutex;
    quint16 m_target = 0;
    quint16 m_contentsTarget = 0; // 0: the same
    QList<FaultRule> m_rules;
    QList<ProxiedRequest> m_requests;
    QByteArray m_answers;
    qsizetype m_forgotten = 0; // requests of before the last forget()
};

} // namespace learnlab::testsupport
