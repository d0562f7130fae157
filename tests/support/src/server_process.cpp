#include <testsupport/server_process.h>

#include <testsupport/private_ceph.h>
#include <testsupport/private_postgres.h>

#include <QRegularExpression>

#include <csignal>

namespace learnlab::testsupport {

ServerProcess::ServerProcess(const PrivatePostgres &postgres)
    : m_postgres(postgres),
      m_settings{QStringLiteral("registration=open"), QStringLiteral("auth.bcrypt_cost=4"),
                 QStringLiteral("auth.key_file=%1/auth.key").arg(m_folder.path()),
                 QStringLiteral("objects.key_file=%1/objects.key").arg(m_folder.path()),
                 QStringLiteral("objects.directory=%1/objects").arg(m_folder.path())}
{}

ServerProcess::~ServerProcess() = default;

// The database's address holds a password: it goes by the environment, never into the process list.
QProcessEnvironment ServerProcess::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    const auto url = m_database.isEmpty() ? m_postgres.url() : m_database;
    environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromUtf8(url));
    return environment;
}

QStringList ServerProcess::arguments() const
{
    QStringList arguments{QStringLiteral("serve")};
    for (const auto &setting : m_settings) {
        arguments.append(QStringLiteral("--") + setting);
    }
    // After a restart the address stays, because clients know it.
    const auto port = m_url.isEmpty() ? QStringLiteral("0") : QString::number(m_url.port());
    arguments.append(QStringLiteral("--listen=127.0.0.1:") + port);
    return arguments;
}

// With LEARNLAB_TEST_STORE=s3 contents are on Ceph: the one that runs in LEARNLAB_TEST_CEPH, or one of this server's
// own.
bool ServerProcess::startStore()
{
    if (m_ceph || qEnvironmentVariable("LEARNLAB_TEST_STORE") != QLatin1String("s3")) {
        return true;
    }
    m_ceph = std::make_unique<PrivateCeph>();
    if (!m_ceph->start(qEnvironmentVariable("LEARNLAB_TEST_CEPH"))) {
        m_error = m_ceph->error();
        return false;
    }
    // Named like the paths of the directory store: a proxy tells contents by them.
    m_settings = m_ceph->serverSettings(QStringLiteral("objects")) + m_settings;
    m_settings.append(QStringLiteral("limits.part_size=5242880")); // S3 takes no smaller parts
    if (!m_contentsAddress.isEmpty()) {
        m_settings.append(QStringLiteral("s3.public_endpoint=") + m_contentsAddress.toString());
    }
    return true;
}

bool ServerProcess::start()
{
    if (!startStore()) {
        return false;
    }
    if (!m_process) {
        m_process = std::make_unique<ChildProcess>(programPath(QStringLiteral("learnlab-server")), QStringList(),
                                                   m_folder.filePath(QStringLiteral("server")));
    }
    m_process->setArguments(arguments());
    m_process->setEnvironment(environment());
    static const QRegularExpression listening(QStringLiteral("listening (https?://\\S+)"));
    QRegularExpressionMatch match;
    const auto ready = [&] {
        match = listening.match(QString::fromUtf8(m_process->out().mid(m_process->outAtStart())));
        return match.hasMatch() || !m_process->running();
    };
    if (!m_process->start() || !waitUntil(ready) || !match.hasMatch()) {
        m_error = QStringLiteral("learnlab-server did not start: ") + QString::fromUtf8(log());
        return false;
    }
    m_url = QUrl(match.captured(1));
    return true;
}

int ServerProcess::stop()
{
    return m_process ? m_process->stop(SIGTERM) : 0;
}

void ServerProcess::kill()
{
    if (m_process) {
        m_process->kill();
    }
}

bool ServerProcess::restart()
{
    stop();
    return start();
}

bool ServerProcess::addUser(const QString &email, const QString &username, const QByteArray &password)
{
    QStringList arguments{QStringLiteral("user"),
                          QStringLiteral("add"),
                          QStringLiteral("--email"),
                          email,
                          QStringLiteral("--username"),
                          username,
                          QStringLiteral("--password-stdin")};
    for (const auto &setting : m_settings) {
        arguments.append(QStringLiteral("--") + setting);
    }
    ChildProcess process(programPath(QStringLiteral("learnlab-server")), arguments,
                         m_folder.filePath(QStringLiteral("user-add")));
    process.setEnvironment(environment());
    process.setInput(password + '\n');
    if (!process.start() || !process.waitForExit(30000) || process.exitCode() != 0) {
        m_error = QString::fromUtf8(process.err());
        return false;
    }
    return true;
}

bool ServerProcess::running() const
{
    return m_process && m_process->running();
}

qint64 ServerProcess::pid() const
{
    return m_process ? m_process->pid() : 0;
}

quint16 ServerProcess::contentsPort() const
{
    return m_ceph ? static_cast<quint16>(QUrl(m_ceph->endpoint()).port()) : 0;
}

QString ServerProcess::objectsFolder() const
{
    return m_folder.filePath(QStringLiteral("objects"));
}

QByteArray ServerProcess::log() const
{
    return m_process ? m_process->out() + m_process->err() : QByteArray();
}

} // namespace learnlab::testsupport
