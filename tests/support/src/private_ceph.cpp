#include <testsupport/private_ceph.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUrl>

#include <csignal>

namespace learnlab::testsupport {

namespace {

QByteArray wordIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

PrivateCeph::PrivateCeph() = default;

PrivateCeph::~PrivateCeph()
{
    thaw();
    // Nobody will read these objects again, and an orderly end takes seconds: its children die with it.
    if (m_process)
        m_process->kill();
}

bool PrivateCeph::available()
{
    return !QStandardPaths::findExecutable(QStringLiteral("radosgw")).isEmpty();
}

bool PrivateCeph::makeCertificate()
{
    QDir().mkpath(m_ceph);
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
                                 "-subj /CN=private -addext subjectAltName=IP:127.0.0.1")
                          .split(QLatin1Char(' ')) +
                      QStringList{QStringLiteral("-keyout"), m_ceph + QStringLiteral("/tls.key"),
                                  QStringLiteral("-out"), certificateFile()});
    openssl.waitForFinished();
    QFile both(m_ceph + QStringLiteral("/tls.pem"));
    const auto certificate = wordIn(certificateFile());
    const auto key = wordIn(m_ceph + QStringLiteral("/tls.key"));
    return !certificate.isEmpty() && !key.isEmpty() && both.open(QIODevice::WriteOnly) &&
           both.write(certificate + '\n' + key + '\n') > 0;
}

bool PrivateCeph::launch()
{
    if (!makeCertificate()) {
        m_error = QStringLiteral("openssl makes no certificate");
        return false;
    }
    m_process = std::make_unique<ChildProcess>(sourcePath(QStringLiteral("scripts/private-ceph")),
                                               QStringList{QStringLiteral("run"), m_ceph},
                                               m_folder.filePath(QStringLiteral("run")));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PRIVATE_CEPH_MEMORY"), QStringLiteral("1"));
    m_process->setEnvironment(environment);
    const auto ended = [this] { return m_process->out().contains("ready") || !m_process->running(); };
    if (!m_process->start() || !waitUntil(ended, 90000) || !m_process->running()) {
        m_error = QStringLiteral("private-ceph: ") + QString::fromUtf8(m_process->out() + m_process->err());
        return false;
    }
    return true;
}

bool PrivateCeph::start(const QString &running)
{
    m_ceph = running.isEmpty() ? m_folder.filePath(QStringLiteral("ceph")) : running;
    if (running.isEmpty() && !launch())
        return false;
    const auto port = wordIn(m_ceph + QStringLiteral("/port"));
    m_accessKey = QString::fromLatin1(wordIn(m_ceph + QStringLiteral("/access-key")));
    if (port.isEmpty() || m_accessKey.isEmpty()) {
        m_error = m_ceph + QStringLiteral(" is no folder of scripts/private-ceph");
        return false;
    }
    m_endpoint = QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(port);
    return true;
}

QString PrivateCeph::tlsEndpoint() const
{
    return QStringLiteral("https://127.0.0.1:%1").arg(QUrl(m_endpoint).port() + 13);
}

QString PrivateCeph::certificateFile() const
{
    return m_ceph + QStringLiteral("/tls.crt");
}

QString PrivateCeph::secretKeyFile() const
{
    return m_ceph + QStringLiteral("/secret-key");
}

QByteArray PrivateCeph::secretKey() const
{
    return wordIn(secretKeyFile());
}

QStringList PrivateCeph::serverSettings(const QString &bucket) const
{
    return {QStringLiteral("store=s3"), QStringLiteral("s3.endpoint=") + m_endpoint,
            QStringLiteral("s3.bucket=") + bucket, QStringLiteral("s3.access_key=") + m_accessKey,
            QStringLiteral("s3.secret_key_file=") + secretKeyFile()};
}

int PrivateCeph::gateway() const
{
    const auto pid = wordIn(m_ceph + QStringLiteral("/radosgw.pid")).toInt();
    return m_process && m_process->running() && pid > 1 ? pid : 0;
}

void PrivateCeph::freeze()
{
    if (const int pid = gateway())
        holdStill(pid);
}

void PrivateCeph::thaw()
{
    if (const int pid = gateway())
        ::kill(pid, SIGCONT);
}

} // namespace learnlab::testsupport
