#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <functional>

namespace learnlab::testsupport {

// Waits until `condition` holds, by default two minutes, while events are handled. Says whether it did.
[[nodiscard]] bool waitUntil(const std::function<bool()> &condition, int milliseconds = 120000);

// SIGSTOP, and back once every thread stands still: on a busy machine one would still give an answer.
void holdStill(qint64 pid);

// The folder of the programs of this build, and of the sources.
[[nodiscard]] QString programPath(const QString &name);
[[nodiscard]] QString sourcePath(const QString &relative);

// A program that runs beside the test and dies with it, even when the test is killed. What it prints goes to files, so
// that a full pipe never stops it. Thread: the one that made it, which has to outlive it.
class ChildProcess
{
public:
    // `logPrefix`: files logPrefix.out and logPrefix.err are written (appended to on a second start).
    ChildProcess(QString program, QStringList arguments, QString logPrefix);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    void setEnvironment(const QProcessEnvironment &environment);
    void setArguments(const QStringList &arguments) { m_arguments = arguments; }
    // Given to the program's standard input, then closed.
    void setInput(const QByteArray &input) { m_input = input; }

    [[nodiscard]] bool start();
    [[nodiscard]] bool running() const;
    [[nodiscard]] qint64 pid() const;
    // SIGTERM (or `signal`) and wait. Answers the exit code, -1 after a crash or when it did not end in time.
    int stop(int signal = 15, int milliseconds = 120000);
    // SIGKILL and wait.
    void kill();
    [[nodiscard]] bool waitForExit(int milliseconds);
    [[nodiscard]] int exitCode() const;

    [[nodiscard]] QByteArray out() const;
    [[nodiscard]] QByteArray err() const;
    // Length of out() when it was last started.
    [[nodiscard]] qsizetype outAtStart() const { return m_outAtStart; }

private:
    QString m_program;
    QStringList m_arguments;
    QString m_logPrefix;
    QByteArray m_input;
    QProcess m_process;
    qsizetype m_outAtStart = 0;
};

} // namespace learnlab::testsupport
