#include <testsupport/child_process.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>

namespace learnlab::testsupport {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool standsStill(const QString &task)
{
    const QByteArray stat = contentOf(task + QStringLiteral("/stat"));
    const QByteArray state = stat.mid(stat.lastIndexOf(')') + 2, 1);
    return stat.isEmpty() || QByteArray("TtZX").contains(state); // empty: it ended
}

} // namespace

void holdStill(qint64 pid)
{
    ::kill(static_cast<pid_t>(pid), SIGSTOP);
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(pid));
    const bool still = waitUntil([&tasks] {
        const QStringList threads = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return std::all_of(threads.begin(), threads.end(),
                           [&tasks](const QString &thread) { return standsStill(tasks.filePath(thread)); });
    });
    if (!still)
        qWarning("process %lld does not stop", static_cast<long long>(pid));
}

bool waitUntil(const std::function<bool()> &condition, int milliseconds)
{
    return QTest::qWaitFor(condition, milliseconds);
}

QString programPath(const QString &name)
{
    return QStringLiteral(LEARNLAB_BINARY_DIR "/bin/") + name;
}

QString sourcePath(const QString &relative)
{
    return QStringLiteral(LEARNLAB_SOURCE_DIR "/") + relative;
}

ChildProcess::ChildProcess(QString program, QStringList arguments, QString logPrefix)
    : m_program(std::move(program)), m_arguments(std::move(arguments)), m_logPrefix(std::move(logPrefix))
{
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

ChildProcess::~ChildProcess()
{
    kill();
}

void ChildProcess::setEnvironment(const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
}

bool ChildProcess::start()
{
    m_outAtStart = out().size();
    m_process.setStandardOutputFile(m_logPrefix + QStringLiteral(".out"), QIODevice::Append);
    m_process.setStandardErrorFile(m_logPrefix + QStringLiteral(".err"), QIODevice::Append);
    m_process.start(m_program, m_arguments);
    if (!m_process.waitForStarted()) {
        return false;
    }
    m_process.write(m_input);
    m_process.closeWriteChannel();
    return true;
}

bool ChildProcess::running() const
{
    return m_process.state() == QProcess::Running;
}

qint64 ChildProcess::pid() const
{
    return m_process.processId();
}

int ChildProcess::stop(int signal, int milliseconds)
{
    if (m_process.state() != QProcess::NotRunning) {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        if (!m_process.waitForFinished(milliseconds)) {
            return -1;
        }
    }
    return exitCode();
}

void ChildProcess::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool ChildProcess::waitForExit(int milliseconds)
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(milliseconds);
}

int ChildProcess::exitCode() const
{
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QByteArray ChildProcess::out() const
{
    return contentOf(m_logPrefix + QStringLiteral(".out"));
}

QByteArray ChildProcess::err() const
{
    return contentOf(m_logPrefix + QStringLiteral(".err"));
}

} // namespace learnlab::testsupport
