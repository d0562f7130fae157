#pragma once

#include "engine/engine.h"

class QNetworkInformation;

namespace learnlab::engine {

class SleepBlock;

/// What the computer and the transfers of an engine have to tell each other: it stays awake while something is sent;
/// after sleep, and on another network, what waits tries at once; on a network that costs money transfers wait until
/// the user allows it; on one that wants its own sign-in first, what fails is called so. Thread: the engine's front. The engine outlives it.
class SystemWatch : public QObject
{
    Q_OBJECT

public:
    /// Watch the network, too: a command does what it was told on whichever, and asks only why it does not get through.
    enum class Network { Watched, Ignored };

    /// `why` is shown to a user who wants to know what keeps the computer awake.
    SystemWatch(Engine &engine, Network network, QString why);
    ~SystemWatch() override;

    /// The user's wish for networks that cost money (engine/network.h) is another one: tells the queue.
    static void wishChanged(Engine &engine, bool allowed);

private:
    void follow();
    [[nodiscard]] static const QNetworkInformation *knownNetwork();
    void watchNetwork();
    void watchPortal(const QNetworkInformation &network);
    void askWhy();
    void setMetered(bool metered);

    Engine &m_engine;
    QString m_why;
    bool m_asked = false; ///< why the server cannot be reached
    std::unique_ptr<SleepBlock> m_block; ///< made when something is sent first
};

} // namespace learnlab::engine
