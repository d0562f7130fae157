#include "grounds.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QUuid>

#include <libpq-fe.h>

#include <memory>

using learnlab::testsupport::programPath;

namespace {

QByteArray digestOfBytes(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

QByteArray newUuid()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QJsonObject Ended::json() const
{
    return QJsonDocument::fromJson(out.trimmed().split('\n').last()).object();
}

QJsonObject Ended::job(const QString &name) const
{
    for (const auto &line : out.split('\n')) {
        const auto object = QJsonDocument::fromJson(line).object();
        if (object[QLatin1String("job")].toString() == name)
            return object;
    }
    return {};
}

void Grounds::Close::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

Grounds::Grounds(QByteArray database) : m_database(std::move(database)) {}

QStringList Grounds::settings() const
{
    return {QStringLiteral("--objects.directory=") + path(QStringLiteral("objects")),
            QStringLiteral("--auth.key_file=") + path(QStringLiteral("auth.key")),
            QStringLiteral("--objects.key_file=") + path(QStringLiteral("objects.key")),
            QStringLiteral("--auth.bcrypt_cost=4")};
}

QProcessEnvironment Grounds::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromUtf8(m_database));
    return environment;
}

Ended Grounds::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(programPath(QStringLiteral("learnlab-server")), arguments + settings());
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ended Grounds::maintain(const QStringList &arguments) const
{
    return run(QStringList{QStringLiteral("maintain"), QStringLiteral("--json")} + arguments);
}

QByteArray Grounds::sql(const QByteArray &statement) const
{
    if (!m_connection)
        m_connection.reset(PQconnectdb(m_database.constData()));
    const std::unique_ptr<PGresult, void (*)(PGresult *)> result(PQexec(m_connection.get(), statement.constData()),
                                                                 PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        qFatal("%s: %s", statement.constData(), PQerrorMessage(m_connection.get()));
    return PQntuples(result.get()) > 0 ? QByteArray(PQgetvalue(result.get(), 0, 0)) : QByteArray();
}

QByteArray Grounds::rows() const
{
    return sql("SELECT coalesce(string_agg(line, E'\\n' ORDER BY line), '') FROM ("
               "SELECT 'user ' || users::text AS line FROM users UNION ALL "
               "SELECT 'session ' || user_sessions::text FROM user_sessions UNION ALL "
               "SELECT 'file ' || files::text FROM files UNION ALL SELECT 'folder ' || folders::text FROM folders "
               "UNION ALL SELECT 'tombstone ' || tombstones::text FROM tombstones "
               "UNION ALL SELECT 'object ' || key || size || sha256 FROM objects "
               "UNION ALL SELECT 'feed ' || user_id || bytes_used || file_count FROM user_feed) AS all_rows");
}

QMap<QString, QByteArray> Grounds::objects() const
{
    QMap<QString, QByteArray> digests;
    const QDir root(path(QStringLiteral("objects")));
    QDirIterator found(root.filePath(QStringLiteral("users")), QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (file.open(QIODevice::ReadOnly))
            digests.insert(root.relativeFilePath(file.fileName()), digestOfBytes(file.readAll()));
    }
    return digests;
}

QByteArray Grounds::addUser(const QByteArray &name) const
{
    return sql("INSERT INTO users (email, username, password_hash) VALUES ('" + name + "@example.org', '" + name +
               "', 'x') RETURNING id");
}

QString Grounds::objectPath(const QByteArray &key) const
{
    return path(QStringLiteral("objects/") + QString::fromUtf8(key));
}

bool Grounds::hasObject(const QByteArray &key) const
{
    return QFile::exists(objectPath(key));
}

QByteArray Grounds::addObject(const QByteArray &user, const QByteArray &content) const
{
    const QByteArray key = "users/" + user + '/' + newUuid() + '/' + newUuid();
    const auto where = objectPath(key);
    QDir().mkpath(QFileInfo(where).path());
    QFile file(where);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no object at %s", qPrintable(where));
    sql("INSERT INTO objects (key, user_id, size, sha256, verified_at) VALUES ('" + key + "', '" + user + "', " +
        QByteArray::number(content.size()) + ", '" + digestOfBytes(content) + "', now())");
    return key;
}

QByteArray Grounds::addFile(const QByteArray &user, const QByteArray &name, const QByteArray &content) const
{
    const auto key = addObject(user, content);
    return sql("INSERT INTO files (user_id, filename, s3_key, file_size, content_sha256) VALUES ('" + user + "', '" +
               name + "', '" + key + "', " + QByteArray::number(content.size()) + ", '" + digestOfBytes(content) +
               "') RETURNING id");
}

void Grounds::age(const QByteArray &update) const
{
    sql("SET session_replication_role = replica; " + update + "; RESET session_replication_role");
}
