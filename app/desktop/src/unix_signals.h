#pragma once

#include <QObject>

class QSocketNotifier;

namespace learnlab::desktop {

/// Turns SIGINT and SIGTERM into a call on the event loop, so that the program ends as by its own menu. One at a time.
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void terminationRequested();

private:
    int m_sockets[2] = {-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace learnlab::desktop
