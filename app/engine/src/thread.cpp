#include "thread.h"

#include <openssl/crypto.h>

namespace learnlab::engine {

namespace {

/// OpenSSL cleans up when the process exits, and what belongs to each thread when that thread ends. QThread::wait()
/// returns a moment before the latter, so that both freed the same memory in a program that ends with its engine.
void keepOpenSslUntilTheEnd()
{
    static_cast<void>(OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr));
}

} // namespace

Engine::Thread::Thread(Engine &front, Profile profile, Options options)
{
    keepOpenSslUntilTheEnd();
    m_thread.setObjectName(QStringLiteral("engine"));
    m_anchor.moveToThread(&m_thread);
    m_thread.start();
    auto owned = std::make_shared<Profile>(std::move(profile));
    QMetaObject::invokeMethod(&m_anchor, [this, &front, owned, options = std::move(options)] {
        m_core = std::make_unique<Core>(front, std::move(*owned), options);
    });
}

Engine::Thread::~Thread()
{
    QMetaObject::invokeMethod(&m_anchor, [this] {
        m_core.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void Engine::Thread::post(std::function<void(Core &)> job)
{
    QMetaObject::invokeMethod(&m_anchor, [this, job = std::move(job)] {
        if (m_core)
            job(*m_core);
    });
}

} // namespace learnlab::engine
