#pragma once

#include "core.h"

#include <QThread>

namespace learnlab::engine {

/// The engine's thread with its event loop and the Core that lives there. Owner: the Engine, on the front's thread.
class Engine::Thread
{
public:
    Thread(Engine &front, Profile profile, Options options);
    /// Destroys the core on its own thread and waits for the thread's end.
    ~Thread();

    void post(std::function<void(Core &)> job);

private:
    QThread m_thread;
    QObject m_anchor; ///< lives on m_thread; what is posted goes through its queue
    std::unique_ptr<Core> m_core;
};

} // namespace learnlab::engine
