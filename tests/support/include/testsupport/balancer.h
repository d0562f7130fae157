#pragma once

#include <QList>
#include <QThread>

#include <memory>

namespace learnlab::testsupport {

// What stands in front of several servers: connections go to one after the other, past those that take none. On a
// thread of its own, loopback only.
class Balancer
{
public:
    Balancer();
    ~Balancer();
    Balancer(const Balancer &) = delete;
    Balancer &operator=(const Balancer &) = delete;

    void setTargets(const QList<quint16> &ports);
    [[nodiscard]] quint16 port() const;

    class Listener;

private:
    QThread m_thread;
    std::unique_ptr<Listener> m_listener; // lives on m_thread
};

} // namespace learnlab::testsupport
