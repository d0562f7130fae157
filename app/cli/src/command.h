#pragma once

#include "answer.h"
#include "arguments.h"

#include <QObject>

namespace learnlab::cli {

/// One command of the program: a small state driven by the event loop, which ends with finished(). Main thread.
class Command : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] virtual Usage usage() const = 0;
    /// What is wrong with what was given, as one line; empty: nothing.
    [[nodiscard]] virtual QString check(const Given &given) const
    {
        Q_UNUSED(given)
        return {};
    }
    /// Begins. Ends by finished(), now or later, once.
    void begin(const Given &given);
    /// The user wants to stop: what is queued stays queued.
    void interrupt();
    /// Taken after finished().
    [[nodiscard]] const Answer &answer() const { return m_answer; }

Q_SIGNALS:
    void finished();

protected:
    virtual void run() = 0;
    [[nodiscard]] const Given &given() const { return m_given; }
    [[nodiscard]] Answer &result() { return m_answer; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    void finish();
    /// Ends with this error.
    void finish(const domain::Error &error, const QString &what = {});

private:
    Given m_given;
    Answer m_answer;
    bool m_finished = false;
};

} // namespace learnlab::cli
