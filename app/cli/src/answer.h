#pragma once

#include "exit_code.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace learnlab::cli {

/// What a command has to say at its end: one document for --json, lines for people, what went wrong, and the exit code
/// that follows. A value.
class Answer
{
public:
    QJsonObject document; ///< the command's own fields
    QStringList lines;    ///< for stdout when a person reads

    /// `what` names the item it is about, if any; `words` say it where the error's own are too general.
    void fail(const domain::Error &error, const QString &what = {}, const QString &words = {});
    /// Says an exit code without an error of its own: what is queued, for one.
    void raise(ExitCode code) { m_code = worse(m_code, code); }
    /// For people only, on stderr.
    void remark(const QString &text) { m_remarks.append(text); }

    [[nodiscard]] ExitCode code() const { return m_code; }
    [[nodiscard]] const QJsonArray &errors() const { return m_errors; }
    [[nodiscard]] const QStringList &remarks() const { return m_remarks; }

private:
    ExitCode m_code = ExitCode::Done;
    QJsonArray m_errors;
    QStringList m_remarks;
};

/// Prints it: with `json` one document on stdout, else its lines there; remarks and errors on stderr in either case.
void print(const Answer &answer, const QString &command, bool json);
/// One line on stderr.
void printError(const QString &line);

} // namespace learnlab::cli
