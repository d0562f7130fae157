#include "fault_plan.h"

namespace learnlab::testsupport {

void FaultProxy::Plan::setTarget(quint16 port)
{
    const QMutexLocker lock(&m_mutex);
    m_target = port;
}

void FaultProxy::Plan::setContentsTarget(quint16 port)
{
    const QMutexLocker lock(&m_mutex);
    m_contentsTarget = port;
}

quint16 FaultProxy::Plan::target(bool forContents) const
{
    const QMutexLocker lock(&m_mutex);
    return forContents && m_contentsTarget != 0 ? m_contentsTarget : m_target;
}

void FaultProxy::Plan::add(const FaultRule &rule)
{
    const QMutexLocker lock(&m_mutex);
    m_rules.append(rule);
}

void FaultProxy::Plan::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_rules.clear();
}

FaultProxy::Plan::Verdict FaultProxy::Plan::judge(const QByteArray &method, const QByteArray &target)
{
    const QMutexLocker lock(&m_mutex);
    m_requests.append({method, target});
    Verdict verdict{m_forgotten + m_requests.size() - 1, std::nullopt};
    for (auto &rule : m_rules) {
        const bool fits = (rule.method.isEmpty() || rule.method == method) && target.contains(rule.path);
        if (!fits || rule.times == 0) {
            continue;
        }
        if (rule.skip > 0) {
            --rule.skip;
            continue;
        }
        rule.times -= rule.times > 0 ? 1 : 0;
        m_requests.last().hit = true;
        verdict.rule = rule;
        break;
    }
    return verdict;
}

void FaultProxy::Plan::countBody(qsizetype request, qint64 bytes)
{
    const QMutexLocker lock(&m_mutex);
    const auto index = request - m_forgotten;
    if (index >= 0 && index < m_requests.size()) {
        m_requests[index].bodyBytes += bytes;
    }
}

QList<ProxiedRequest> FaultProxy::Plan::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

void FaultProxy::Plan::keepAnswer(const QByteArray &bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_answers += bytes;
}

QByteArray FaultProxy::Plan::answers() const
{
    const QMutexLocker lock(&m_mutex);
    return m_answers;
}

void FaultProxy::Plan::forget()
{
    const QMutexLocker lock(&m_mutex);
    m_answers.clear();
    m_forgotten += m_requests.size();
    m_requests.clear();
}

} // namespace learnlab::testsupport
