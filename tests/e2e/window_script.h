#pragma once

#include <testsupport/stage.h>

namespace learnlab::testsupport {

struct ScriptResult
{
    int exitCode = -1;
    QByteArray said; ///< what it printed, and the end of the window's log
};

// Runs a script of this folder that uses the real window of this build as the stage's user, on a desktop of its own.
[[nodiscard]] ScriptResult runWindowScript(const Stage &stage, const QString &name, const QStringList &arguments = {});

} // namespace learnlab::testsupport
