#include "window_script.h"

#include <QTemporaryDir>

#include <cstdio>

namespace learnlab::testsupport {

ScriptResult runWindowScript(const Stage &stage, const QString &name, const QStringList &arguments)
{
    const QTemporaryDir data;
    QProcess script;
    script.setProcessChannelMode(QProcess::MergedChannels);
    // Debian's own interpreter: the modules that read the window are installed for it.
    script.start(QStringLiteral("/usr/bin/python3"),
                 QStringList{QStringLiteral("-B"), QStringLiteral("-W"), QStringLiteral("ignore"),
                             sourcePath(QStringLiteral("tests/e2e/")) + name, QStringLiteral("--bin"),
                             programPath(QString()), QStringLiteral("--data"), data.path(), QStringLiteral("--server"),
                             stage.address().toString(), QStringLiteral("--email"), Stage::email()} +
                     arguments);
    if (!script.waitForStarted())
        return {.said = script.errorString().toUtf8()};
    script.write(Stage::password() + '\n');
    script.closeWriteChannel();
    if (!script.waitForFinished(-1)) // CTest says how long is too long
        return {.said = script.errorString().toUtf8()};
    QByteArray said = script.readAll();
    QFile log(data.filePath(QStringLiteral("learnlab.log")));
    if (script.exitCode() != 0 && log.open(QIODevice::ReadOnly))
        said += log.readAll().right(8000);
    if (script.exitCode() != 0) // Qt Test would cut it short
        std::fwrite(said.constData(), 1, static_cast<size_t>(said.size()), stderr);
    return {script.exitStatus() == QProcess::NormalExit ? script.exitCode() : -1, said};
}

} // namespace learnlab::testsupport
