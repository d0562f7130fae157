#include "command.h"

namespace learnlab::cli {

void Command::begin(const Given &given)
{
    m_given = given;
    run();
}

void Command::interrupt()
{
    finish({domain::ErrorCode::Cancelled, {}});
}

void Command::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    Q_EMIT finished();
}

void Command::finish(const domain::Error &error, const QString &what)
{
    if (m_finished)
        return;
    m_answer.fail(error, what);
    finish();
}

} // namespace learnlab::cli
