#include <testsupport/private_postgres.h>

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLockFile>

#include <csignal>

namespace learnlab::testsupport {

namespace {

QString script()
{
    return sourcePath(QStringLiteral("scripts/private-postgres"));
}

QProcessEnvironment fastEnvironment(const QString &templateFolder = {})
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PRIVATE_POSTGRES_FAST"), QStringLiteral("1"));
    if (!templateFolder.isEmpty()) {
        environment.insert(QStringLiteral("PRIVATE_POSTGRES_TEMPLATE"), templateFolder);
    }
    return environment;
}

// Runs a short program to its end. Answers what went wrong, empty if nothing did.
QString failureOf(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    // A daemon that it leaves behind would hold the pipe open: what it prints is read, not waited for.
    process.start(program, arguments);
    if (!process.waitForFinished(120000)) {
        return QStringLiteral("%1 did not end").arg(program);
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return QStringLiteral("%1 %2: %3")
            .arg(program, arguments.join(QLatin1Char(' ')), QString::fromUtf8(process.readAll()));
    }
    return {};
}

// Changes when a migration does, so that a template made from older ones is not used.
QString migrationsDigest()
{
    QStringList files;
    QDirIterator found(sourcePath(QStringLiteral("server/migrations")),
                       {QStringLiteral("*.py"), QStringLiteral("*.sql")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        files.append(found.next());
    }
    files.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            hash.addData(path.toUtf8());
            hash.addData(file.readAll());
        }
    }
    return QString::fromLatin1(hash.result().toHex().left(12));
}

// Makes `folder` a cluster with an empty database.
QString makeEmptyTemplate(const QString &folder)
{
    return failureOf(script(), {QStringLiteral("create"), folder}, fastEnvironment());
}

// Makes `folder` a copy of `empty`, migrated.
QString makeMigratedTemplate(const QString &folder, const QString &empty)
{
    ChildProcess postgres(script(), {QStringLiteral("run"), folder}, folder + QStringLiteral("-log"));
    postgres.setEnvironment(fastEnvironment(empty));
    if (!postgres.start() ||
        !waitUntil([&] { return postgres.err().contains("ready to accept connections") || !postgres.running(); }) ||
        !postgres.running()) {
        return QString::fromUtf8(postgres.err());
    }
    QProcess url;
    url.start(script(), {QStringLiteral("url"), folder});
    url.waitForFinished();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromUtf8(url.readAll().trimmed()));
    auto failure = failureOf(programPath(QStringLiteral("learnlab-server")), {QStringLiteral("migrate")}, environment);
    postgres.stop(SIGINT);
    return failure;
}

// The template cluster in the build folder, made by whichever test needs it first. `failure` is set on error.
QString templateFolder(PrivatePostgres::Schema schema, QString *failure)
{
    const auto root = QStringLiteral(LEARNLAB_BINARY_DIR "/pg-template");
    QDir().mkpath(root);
    QLockFile lock(root + QStringLiteral("/lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(120000)) {
        *failure = QStringLiteral("somebody holds %1/lock").arg(root);
        return {};
    }
    const auto make = [&](const QString &name, const auto &maker) {
        const auto ready = root + QLatin1Char('/') + name;
        if (!QDir(ready).exists() && failure->isEmpty()) {
            const auto unfinished = ready + QStringLiteral(".new");
            QDir(unfinished).removeRecursively();
            *failure = maker(unfinished);
            if (failure->isEmpty()) {
                QDir().rename(unfinished, ready);
            }
        }
        return ready;
    };
    const auto empty = make(QStringLiteral("empty"), makeEmptyTemplate);
    if (schema == PrivatePostgres::Schema::Empty) {
        return empty;
    }
    return make(QStringLiteral("migrated-") + migrationsDigest(),
                [&](const QString &folder) { return makeMigratedTemplate(folder, empty); });
}

} // namespace

PrivatePostgres::PrivatePostgres() = default;

PrivatePostgres::~PrivatePostgres()
{
    // Nobody will read these data again. What is frozen hears nothing but its end.
    if (m_frozen) {
        crash();
    } else if (m_process) {
        m_process->stop(SIGQUIT);
    }
}

QString PrivatePostgres::folder() const
{
    return m_folder.path() + QStringLiteral("/postgres");
}

bool PrivatePostgres::start(Schema schema)
{
    if (m_process) {
        return restart();
    }
    return create(schema) && launch();
}

bool PrivatePostgres::create(Schema schema)
{
    const auto from = templateFolder(schema, &m_error);
    if (m_error.isEmpty()) {
        m_error = failureOf(script(), {QStringLiteral("create"), folder()}, fastEnvironment(from));
    }
    return m_error.isEmpty();
}

bool PrivatePostgres::launch()
{
    m_process = std::make_unique<ChildProcess>(script(), QStringList{QStringLiteral("run"), folder()},
                                               m_folder.filePath(QStringLiteral("log")));
    m_process->setEnvironment(fastEnvironment());
    const auto before = m_process->err().size();
    // "ready to accept connections", or "read-only connections" of a standby.
    const auto ready = [&] { return m_process->err().indexOf("ready to accept ", before) >= 0; };
    if (m_process->start() && waitUntil([&] { return ready() || !m_process->running(); }) && m_process->running()) {
        return true;
    }
    m_error = QString::fromUtf8(m_process->err());
    return false;
}

void PrivatePostgres::stop()
{
    if (m_process) {
        m_process->stop(SIGINT);
    }
}

void PrivatePostgres::kill()
{
    if (m_process) {
        m_process->stop(SIGQUIT);
    }
}

// The postmaster is stopped first: it would tell the others that one was lost.
void PrivatePostgres::signalAll(int signal)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(m_process->pid()));
    holdStill(m_process->pid());
    const auto children = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
    for (const auto &child : children) {
        if (child.toInt() <= 1)
            continue;
        if (signal == SIGSTOP)
            holdStill(child.toInt());
        else
            ::kill(child.toInt(), signal);
    }
}

void PrivatePostgres::crash()
{
    if (!m_process || !m_process->running()) {
        return;
    }
    signalAll(SIGKILL);
    m_process->kill();
    m_frozen = false;
}

void PrivatePostgres::freeze()
{
    signalAll(SIGSTOP);
    m_frozen = true;
}

bool PrivatePostgres::tell(const QByteArray &url, const QStringList &statements)
{
    QStringList words{QStringLiteral("-XqtA"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1")};
    for (const auto &statement : statements) {
        words << QStringLiteral("-c") << statement;
    }
    words << QString::fromUtf8(url);
    m_error = failureOf(QStringLiteral("psql"), words, QProcessEnvironment::systemEnvironment());
    return m_error.isEmpty();
}

bool PrivatePostgres::follow(const PrivatePostgres &primary)
{
    m_error = failureOf(script(), {QStringLiteral("standby"), folder(), primary.folder()}, fastEnvironment());
    if (!m_error.isEmpty() || !launch()) {
        return false;
    }
    // Named only once it follows: the copy would wait for a standby of its own.
    return tell(primary.url(), {QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = '*'"),
                                QStringLiteral("SELECT pg_reload_conf()")});
}

bool PrivatePostgres::promote()
{
    return tell(url(), {QStringLiteral("SELECT pg_promote(true, 60)")});
}

bool PrivatePostgres::restart()
{
    stop();
    return launch();
}

QByteArray PrivatePostgres::url() const
{
    const auto read = [&](const char *name) {
        QFile file(folder() + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    };
    return "postgresql://learnlab:" + read("password") + "@127.0.0.1:" + read("port") + "/learnlab";
}

QByteArray PrivatePostgres::createDatabase(const QByteArray &name)
{
    const auto own = url();
    const auto server = own.left(own.lastIndexOf('/') + 1);
    m_error = failureOf(QStringLiteral("psql"),
                        {QStringLiteral("--no-psqlrc"), QStringLiteral("--quiet"), QStringLiteral("--command"),
                         QStringLiteral("CREATE DATABASE \"%1\" TEMPLATE learnlab").arg(QString::fromUtf8(name)),
                         QString::fromUtf8(server + "postgres")},
                        QProcessEnvironment::systemEnvironment());
    return m_error.isEmpty() ? server + name : QByteArray();
}

} // namespace learnlab::testsupport
