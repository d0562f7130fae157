#include "invocation.h"
#include "sentences.h"
#include "signal_watch.h"

#include "support/log.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

namespace {

using namespace learnlab;

int refuse(const cli::Invocation &invocation)
{
    cli::Answer answer;
    answer.raise(cli::ExitCode::Usage);
    answer.remark(QStringLiteral("learnlab-cli: %1\nTry: learnlab-cli --help").arg(cli::printable(invocation.wrong)));
    cli::print(answer, invocation.name, invocation.given.common.json);
    return static_cast<int>(answer.code());
}

/// Runs the command to its end, lets the engine go, and only then tells: what is told is on disk.
int execute(cli::Invocation invocation)
{
    cli::SignalWatch signalWatch;
    cli::Command *const command = invocation.command.get();
    QObject::connect(command, &cli::Command::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(&signalWatch, &cli::SignalWatch::interrupted, command, &cli::Command::interrupt);
    QTimer::singleShot(0, command, [&] { command->begin(invocation.given); });
    QCoreApplication::exec();
    const cli::Answer answer = command->answer();
    invocation.command.reset();
    cli::print(answer, invocation.name, invocation.given.common.json);
    return static_cast<int>(answer.code());
}

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = cli::carried(argc, argv);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("learnlab-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LEARNLAB_VERSION));
    support::LogOptions logging;
    logging.least = qEnvironmentVariableIsSet("LEARNLAB_DEBUG") ? QtDebugMsg : QtCriticalMsg;
    const support::Log log(logging);

    cli::Invocation invocation = cli::parse(arguments);
    if (!invocation.print.isEmpty()) {
        std::fputs(invocation.print.toLocal8Bit().constData(), stdout);
        return 0;
    }
    if (!invocation.wrong.isEmpty())
        return refuse(invocation);
    return execute(std::move(invocation));
}
