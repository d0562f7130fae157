#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QThread>
#include <QUrl>

#include <memory>

namespace learnlab::testsupport {

// What happens to a request that a rule fits.
enum class Fault {
    Refuse,       // answered by `status` and `body`, never reaches the server
    Hang,         // taken and never answered
    CutRequest,   // the connection closes after `bytes` of the request's body went on to the server
    LoseAnswer,   // the server gets it and does it; the connection closes before its answer
    CutAnswer,    // the connection closes after `bytes` of the answer, head included
    Delay,        // goes on after `milliseconds`
    StallRequest, // after `bytes` of the body nothing more goes on, the connection stays open
    StallAnswer,  // the same with the answer, head included
    Trickle,      // the answer goes on `bytes` at a time, `milliseconds` apart
    Reset,        // the connection is reset when the request has come, with its first bytes of body if it has one
    WrongLength,  // the answer says to be `bytes` longer (shorter if negative) than it is, and the connection closes
};

struct FaultRule
{
    QByteArray method = {}; // empty: any
    QByteArray path = {};   // what the target has to contain; empty: any
    Fault fault = Fault::Hang;
    int skip = 0;  // so many fitting requests go through first
    int times = 1; // so many are hit then; -1: all
    qint64 bytes = 0;
    int milliseconds = 0;
    int status = 500;
    QByteArray contentType = "application/problem+json";
    QByteArray body = {};    // empty: a problem of that status
    QByteArray headers = {}; // more lines of the answer's head, each with its \r\n
};

struct ProxiedRequest
{
    QByteArray method = {};
    QByteArray target = {}; // with its query
    qint64 bodyBytes = 0;   // that came from the client
    bool hit = false;       // by a rule
};

// A plain HTTP proxy on loopback between a client and its server, on a thread of its own: the test may block. Give the
// server its address as public_url, so that the bodies of transfers pass it too.
class FaultProxy
{
public:
    FaultProxy();
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    // Where to send what comes in. May change while it runs.
    void setTarget(quint16 port);
    // Connections that begin with a request for /objects/… go there instead: contents are in a service of their own.
    void setContentsTarget(quint16 port);
    [[nodiscard]] QUrl url() const;

    void add(const FaultRule &rule);
    void clearRules();
    // Down: nobody listens and every connection is closed, like a pulled cable. Up again on the same port.
    void setDown(bool down);

    // Since the start or the last forget().
    [[nodiscard]] QList<ProxiedRequest> requests() const;
    [[nodiscard]] int hits() const;
    // What the server answered to everything but requests for objects, heads and bodies, one after the other.
    [[nodiscard]] QByteArray answers() const;
    void forget();

    class Plan;
    class Listener;

private:
    std::shared_ptr<Plan> m_plan;
    QThread m_thread;
    std::unique_ptr<Listener> m_listener; // lives on m_thread
};

} // namespace learnlab::testsupport

Q_DECLARE_METATYPE(learnlab::testsupport::FaultRule)
