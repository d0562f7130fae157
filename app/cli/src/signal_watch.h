#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace learnlab::cli {

/// Turns SIGINT and SIGTERM into a signal of the event loop. One at a time; main thread. Once it lives, the system's
/// own handling is off.
class SignalWatch : public QObject
{
    Q_OBJECT

public:
    SignalWatch();
    ~SignalWatch() override;

Q_SIGNALS:
    void interrupted();

private:
    int m_file = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace learnlab::cli
