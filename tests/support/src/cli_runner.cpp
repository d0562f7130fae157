#include <testsupport/cli_runner.h>

#include <testsupport/keyring_session.h>

#include <QJsonDocument>
#include <QUrl>

namespace learnlab::testsupport {

QJsonObject CliResult::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QByteArray CliResult::text() const
{
    return "exit code " + QByteArray::number(exitCode) + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
}

CliRunner::CliRunner(const KeyringSession &keyring) : m_environment(keyring.environment()) {}

QStringList CliRunner::withProfile(const QStringList &arguments) const
{
    return QStringList{QStringLiteral("--profile"), profile()} + arguments;
}

CliResult CliRunner::run(const QStringList &arguments, const QByteArray &input, int milliseconds) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(programPath(QStringLiteral("learnlab-cli")), withProfile(arguments));
    if (!process.waitForStarted()) {
        return {-1, {}, "learnlab-cli could not be started"};
    }
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + "\n(it did not end)"};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

CliResult CliRunner::json(const QStringList &arguments) const
{
    return run(QStringList{QStringLiteral("--json")} + arguments);
}

std::unique_ptr<ChildProcess> CliRunner::start(const QStringList &arguments)
{
    auto process = std::make_unique<ChildProcess>(programPath(QStringLiteral("learnlab-cli")), withProfile(arguments),
                                                  m_folder.filePath(QStringLiteral("run-%1").arg(++m_started)));
    process->setEnvironment(m_environment);
    if (!process->start()) {
        process.reset();
    }
    return process;
}

CliResult CliRunner::login(const QUrl &server, const QString &email, const QByteArray &password) const
{
    return run({QStringLiteral("login"), QStringLiteral("--server"), server.toString(), QStringLiteral("--email"),
                email, QStringLiteral("--password-stdin")},
               password + '\n');
}

} // namespace learnlab::testsupport
