#include "answer.h"

#include "sentences.h"

#include <QJsonDocument>

#include <cstdio>

namespace learnlab::cli {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    // Nobody is left to tell when stdout is gone.
    static_cast<void>(std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream));
    std::fflush(stream);
}

} // namespace

void Answer::fail(const domain::Error &error, const QString &what, const QString &words)
{
    raise(exitCodeOf(error.code));
    const QString message = words.isEmpty() ? sentence(error) : words;
    m_errors.append(QJsonObject{
        {QStringLiteral("code"), QString(domain::codeName(error.code))},
        {QStringLiteral("message"), message},
        {QStringLiteral("detail"), error.detail},
        {QStringLiteral("path"), what.isEmpty() ? QJsonValue() : QJsonValue(what)},
    });
    remark(what.isEmpty() ? message : printable(what) + QStringLiteral(": ") + message);
}

void print(const Answer &answer, const QString &command, bool json)
{
    for (const QString &remark : answer.remarks())
        printError(remark);
    if (json) {
        QJsonObject document = answer.document;
        document.insert(QStringLiteral("command"), command);
        document.insert(QStringLiteral("exit_code"), static_cast<int>(answer.code()));
        document.insert(QStringLiteral("errors"), answer.errors());
        write(stdout, QJsonDocument(document).toJson(QJsonDocument::Indented));
        return;
    }
    for (const QString &line : answer.lines)
        write(stdout, line.toUtf8() + '\n');
}

void printError(const QString &line)
{
    write(stderr, line.toUtf8() + '\n');
}

} // namespace learnlab::cli
