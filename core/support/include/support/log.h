#pragma once

#include <QLoggingCategory>
#include <QString>

#include <memory>

namespace learnlab::support {

/// Takes out of a text what must never be kept: bearer tokens, JWTs, the query and user part of URLs, values of
/// passwords and tokens in JSON, forms and headers. Any thread.
[[nodiscard]] QString redacted(const QString &text);

struct LogOptions
{
    QString path; ///< empty: no file
    bool toStderr = true;
    QtMsgType least = QtInfoMsg;       ///< what is less severe is dropped
    qint64 maxBytes = 4 * 1024 * 1024; ///< then the file becomes PATH.1 and a new one begins
};

/// While it lives, every Qt log message goes, redacted, as one line "time level category thread message" to the file
/// (mode 0600) and to stderr. Rooms log with Q_LOGGING_CATEGORY "learnlab.<room>". Owner: the composition root; one at
/// a time. Messages come from any thread.
class Log
{
public:
    explicit Log(const LogOptions &options);
    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

    /// From the next message on. Any thread.
    void setLeast(QtMsgType least);

    class Sink;

private:
    std::unique_ptr<Sink> m_sink;
    QtMessageHandler m_previous;
};

} // namespace learnlab::support
