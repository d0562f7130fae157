#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QTimer>

namespace learnlab::engine {

/// Keeps the computer from going to sleep by itself or by its user's order, by systemd-logind, or where there is none
/// by the desktop's portal. Where neither answers nothing happens. Thread: its own, with an event loop.
class SleepBlock : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        QDBusConnection system;
        QDBusConnection session;
        QString who; ///< the program's name
        QString why; ///< for the user
        /// So long it is held on: what is sent comes in waves.
        std::chrono::milliseconds linger = std::chrono::seconds(3);
    };
    explicit SleepBlock(Setup setup, QObject *parent = nullptr);
    ~SleepBlock() override;

    void setWanted(bool wanted);

Q_SIGNALS:
    /// The computer slept, and is awake again.
    void awake();

private Q_SLOTS:
    void prepareForSleep(bool begins);

private:
    void take();
    void takeFromPortal();
    void release();
    [[nodiscard]] bool isHeld() const { return m_lock.isValid() || !m_portalRequest.isEmpty(); }

    Setup m_setup;
    bool m_wanted = false;
    bool m_asking = false;
    QTimer m_linger;
    QDBusUnixFileDescriptor m_lock; ///< held for as long as it is open
    QString m_portalRequest;        ///< held until it is closed
};

} // namespace learnlab::engine
