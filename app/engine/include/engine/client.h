#pragma once

#include "engine/requests.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <map>
#include <memory>

namespace learnlab::engine {

class Dispatcher;
class OwnerLink;
struct OwnerStatus;

/// A profile for a program without a window, whoever owns it: if nobody does this process does, with an engine of its
/// own; else the owner is asked over its socket. Goes on when that changes: an owner that ends is followed by this
/// process or by another owner, and a window that starts gets the profile handed over. What was asked and not answered
/// is asked again of the new owner. Made, used and destroyed on one thread with an event loop; signals and answers come
/// there.
class Client : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        QString profile;
        QString program;    ///< for others to read who owns the profile
        Options options;    ///< of the engine, if there is to be one here
        bool alone = false; ///< another owner will not do
    };

    explicit Client(Setup setup);
    ~Client() override;

    /// Ends with started() or failed().
    void start();

    /// Null: another process owns the profile, or nobody yet.
    [[nodiscard]] Engine *engine() const;
    [[nodiscard]] const Requests &requests() const { return m_requests; }

    // As the owner last told; they change just before their signals.
    [[nodiscard]] const std::optional<AccountPlace> &account() const { return m_account; }
    [[nodiscard]] const session::Status &sessionStatus() const { return m_session; }
    [[nodiscard]] const transfer::Summary &transferSummary() const { return m_transfers; }

Q_SIGNALS:
    void started(); ///< once
    /// There is no owner to ask: ProfileInUse, LocalIo. Nothing is answered any more.
    void failed(const learnlab::domain::Error &error);
    void accountFailed(const learnlab::domain::Error &error); ///< the last account could not be opened here
    void sessionChanged();
    void transfersChanged();

private:
    struct Here;
    struct Call
    {
        QString command;
        QJsonObject arguments;
        QPointer<QObject> context;
        bool hasContext = false;
        Requests::Reply reply;
        bool underWay = false;
    };

    void look();
    void lookFor(std::chrono::milliseconds time);
    [[nodiscard]] bool tryOwn();
    [[nodiscard]] bool tryJoin();
    void giveUp(const domain::Error &error);
    void takeFromEngine();
    void takeStatus(const OwnerStatus &status);
    void begun();

    void send(const QString &command, const QJsonObject &arguments, QObject *context, Requests::Reply reply);
    void pass(quint64 number, Call &call);
    void answered(quint64 number, const domain::Result<QJsonValue> &result);

    void handOver();
    void handOverWhenIdle();
    void yield();
    void ownerLost();
    void takeBackCalls();

    const Setup m_setup;
    const Requests m_requests;
    std::unique_ptr<Here> m_here;
    std::unique_ptr<OwnerLink> m_there;
    bool m_connected = false; ///< somebody may be asked
    bool m_begun = false;
    bool m_handingOver = false;
    QTimer m_again;
    QTimer m_patience;
    QDeadlineTimer m_until;
    QDeadlineTimer m_yieldUntil;
    std::map<quint64, Call> m_calls;
    quint64 m_lastCall = 0;
    std::optional<AccountPlace> m_account;
    session::Status m_session;
    transfer::Summary m_transfers;
};

} // namespace learnlab::engine
