#pragma once

#include <testsupport/child_process.h>

#include <QTemporaryDir>

#include <memory>

namespace learnlab::testsupport {

// A session of a student's desktop, as far as the keychain sees it: a HOME, a runtime folder and a message bus of its
// own, with a real gnome-keyring on it. Nothing of the machine's own session is touched.
class KeyringSession
{
public:
    enum class State {
        Unlocked,
        Locked,  // the keyring exists and wants its password
        Missing, // a bus on which nobody offers the Secret Service
        NoBus
    };

    KeyringSession();
    ~KeyringSession();
    KeyringSession(const KeyringSession &) = delete;
    KeyringSession &operator=(const KeyringSession &) = delete;

    // False: error() says why.
    [[nodiscard]] bool start(State state = State::Unlocked);
    // Of a session that runs.
    [[nodiscard]] bool lock();
    [[nodiscard]] bool unlock();
    // Everything ends; the HOME stays, so that start() finds the same keyring.
    void stop();

    // For the programs under test.
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString home() const;
    [[nodiscard]] QString error() const { return m_error; }

private:
    [[nodiscard]] bool startBus();
    [[nodiscard]] bool startDaemon(bool unlocked);

    QTemporaryDir m_folder;
    std::unique_ptr<ChildProcess> m_bus;
    std::unique_ptr<ChildProcess> m_daemon;
    QString m_address;
    QString m_error;
};

} // namespace learnlab::testsupport
