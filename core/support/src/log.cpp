#include "support/log.h"

#include <QDateTime>
#include <QFile>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <mutex>

namespace learnlab::support {

/// Where the lines go. Guarded by a mutex because messages come from every thread.
class Log::Sink
{
public:
    explicit Sink(const LogOptions &options) : m_options(options), m_least(severity(options.least)) { open(); }

    void setLeast(QtMsgType least) { m_least = severity(least); }

    void write(QtMsgType type, const char *category, const QString &message)
    {
        if (severity(type) < m_least)
            return;
        const QByteArray line = format(type, category, message);
        const std::lock_guard lock(m_mutex);
        if (m_options.toStderr)
            std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        if (!m_file.isOpen())
            return;
        m_file.write(line);
        m_file.flush();
        if (m_file.size() > m_options.maxBytes)
            rotate();
    }

private:
    static int severity(QtMsgType type)
    {
        switch (type) {
        case QtDebugMsg:
            return 0;
        case QtInfoMsg:
            return 1;
        case QtWarningMsg:
            return 2;
        default:
            return 3;
        }
    }

    static QByteArray format(QtMsgType type, const char *category, const QString &message)
    {
        static constexpr const char *levels[] = {"debug", "info", "warning", "error"};
        QString text = redacted(message);
        // One message is one line, whatever a name from outside contains.
        text.replace(QLatin1Char('\n'), QLatin1String("\\n")).replace(QLatin1Char('\r'), QLatin1String("\\r"));
        const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        return QStringLiteral("%1 %2 %3 %4 %5\n")
            .arg(time, QLatin1String(levels[severity(type)]), QLatin1String(category ? category : "default"),
                 QString::number(reinterpret_cast<quintptr>(QThread::currentThreadId()), 16), text)
            .toUtf8();
    }

    void open()
    {
        if (m_options.path.isEmpty())
            return;
        m_file.setFileName(m_options.path);
        if (m_file.open(QIODevice::WriteOnly | QIODevice::Append))
            m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void rotate()
    {
        m_file.close();
        const QString old = m_options.path + QStringLiteral(".1");
        QFile::remove(old);
        QFile::rename(m_options.path, old);
        open();
    }

    LogOptions m_options;
    std::atomic<int> m_least;
    std::mutex m_mutex;
    QFile m_file;
};

namespace {

// Qt's message handler is a plain function: it finds the sink of the one living Log here.
std::mutex sinkMutex;
Log::Sink *currentSink = nullptr;

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const std::lock_guard lock(sinkMutex);
    if (currentSink)
        currentSink->write(type, context.category, message);
}

} // namespace

Log::Log(const LogOptions &options) : m_sink(std::make_unique<Sink>(options))
{
    {
        const std::lock_guard lock(sinkMutex);
        currentSink = m_sink.get();
    }
    m_previous = qInstallMessageHandler(handleMessage);
}

void Log::setLeast(QtMsgType least)
{
    m_sink->setLeast(least);
}

Log::~Log()
{
    qInstallMessageHandler(m_previous);
    const std::lock_guard lock(sinkMutex);
    currentSink = nullptr;
}

} // namespace learnlab::support
