#include "owner_link.h"

namespace learnlab::engine {

namespace {

/// The id of the greeting; calls count from 1.
constexpr int greeting = 0;
/// An owner that only just starts opens its account first.
constexpr std::chrono::seconds untilGreeted{20};
// The owner is the same user's program: what it says of a million transfers is let through.
constexpr LineSocket::Limits clientLimits{.line = 128 * 1024 * 1024, .unsent = 128 * 1024 * 1024};

} // namespace

OwnerLink::OwnerLink(Descriptor socket, Heard heard)
    : m_heard(std::move(heard)), m_socket(std::move(socket), clientLimits)
{
    connect(&m_socket, &LineSocket::received, this, &OwnerLink::take);
    connect(&m_socket, &LineSocket::malformed, this, &OwnerLink::close, Qt::QueuedConnection);
    connect(&m_socket, &LineSocket::closed, this, &OwnerLink::close, Qt::QueuedConnection);
    connect(&m_patience, &QTimer::timeout, this, &OwnerLink::close);
    m_patience.setSingleShot(true);
    m_patience.start(untilGreeted);
    ask(greeting, QStringLiteral("hello"), {});
}

void OwnerLink::ask(quint64 id, const QString &command, const QJsonObject &arguments)
{
    m_socket.send({{QStringLiteral("id"), qint64(id)},
                   {QStringLiteral("command"), command},
                   {QStringLiteral("arguments"), arguments}});
}

void OwnerLink::take(const QJsonObject &message)
{
    if (m_closed)
        return;
    const QJsonValue result = message.value(QStringLiteral("result"));
    if (message.value(QStringLiteral("event")) == QStringLiteral("status")) {
        m_heard.status(statusFrom(message.value(QStringLiteral("value"))));
        return;
    }
    const qint64 id = message.value(QStringLiteral("id")).toInteger(-1);
    if (id == greeting && !m_greeted && result.isObject()) {
        m_greeted = true;
        m_patience.stop();
        m_heard.status(statusFrom(result[QStringLiteral("status")]));
        m_heard.greeted();
    } else if (id > greeting && m_greeted) {
        const QJsonValue error = message.value(QStringLiteral("error"));
        m_heard.answer(quint64(id),
                       error.isObject() ? domain::Result<QJsonValue>(tl::make_unexpected(errorFrom(error))) : result);
    } else {
        QMetaObject::invokeMethod(this, &OwnerLink::close, Qt::QueuedConnection);
    }
}

void OwnerLink::close()
{
    if (!std::exchange(m_closed, true))
        m_heard.closed();
}

} // namespace learnlab::engine
