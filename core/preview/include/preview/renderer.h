#pragma once

#include "preview/protocol.h"

#include <QHash>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace learnlab::preview {

/// Lets `learnlab-render` look at files: starts it when there is something to do, lets it go when there has been
/// nothing for a while, starts it again when it dies, kills it when it takes too long, and gives up on a file that it
/// died of twice. One job at a time, in the order asked. Thread: its owner's, which has an event loop and is not the
/// window's.
class Renderer : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString program;                            ///< empty: where it is installed
        std::chrono::milliseconds patience{12'000}; ///< with one file
        std::chrono::milliseconds idle{30'000};     ///< then the process ends
    };
    using Reply = std::function<void(const Answer &)>;

    explicit Renderer(Options options, QObject *parent = nullptr);
    ~Renderer() override;

    /// The reply comes later, never from within this call; not at all once it is cancelled or this is gone.
    quint64 ask(const Request &request, Reply reply);
    /// A job that waits is dropped; one that runs goes on and nobody hears of it.
    void cancel(quint64 job);
    /// Everything, at once: a job that runs is ended with its process.
    void drop();

    [[nodiscard]] int starts() const { return m_starts; } ///< of the process so far

    /// Beside this program, or in the libexec folder that belongs to it.
    [[nodiscard]] static QString installedProgram();

private:
    struct Job
    {
        quint64 id = 0;
        Request request;
        Reply reply; ///< empty: cancelled
    };

    void goOn();
    void start();
    void send();
    void read();
    void takeAnswer(const QByteArray &frame);
    void died();
    void tooSlow();
    void finish(const Answer &answer);
    void letGo();
    [[nodiscard]] bool hasGivenUpOn(const QByteArray &path) const;

    Options m_options;
    std::unique_ptr<QProcess> m_process;
    Frames m_frames{longestAnswer};
    std::deque<Job> m_waiting;
    std::optional<Job> m_running;
    QHash<QByteArray, int> m_deaths; ///< by path
    // Children, so that they go to another thread with this.
    QTimer m_next{this};
    QTimer m_patience{this};
    QTimer m_idle{this};
    quint64 m_lastJob = 0;
    int m_starts = 0;
    int m_answers = 0;      ///< of this process
    int m_barren = 0;       ///< processes in a row that answered nothing
    bool m_useless = false; ///< it cannot be started
};

} // namespace learnlab::preview
