#include "signal_watch.h"

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace learnlab::cli {

SignalWatch::SignalWatch()
{
    // Blocked before any thread begins, so that all of them inherit it and only the descriptor sees these.
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_file = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_file < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_file, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info{};
        while (::read(m_file, &info, sizeof info) == ssize_t(sizeof info))
            Q_EMIT interrupted();
    });
}

SignalWatch::~SignalWatch()
{
    m_notifier.reset();
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace learnlab::cli
