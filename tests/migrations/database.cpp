#include "database.h"

#include <libpq-fe.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <memory>

namespace learnlab::migrations {
namespace {

QStringList blocksOfDocument()
{
    QFile file(QStringLiteral(LEARNLAB_SOURCE_DIR "/docs/database.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression block(QStringLiteral("```sql\\n(.*?)```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    QStringList blocks;
    for (auto found = block.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();)
        blocks.append(found.next().captured(1));
    return blocks;
}

} // namespace

QStringList Database::rows(const QByteArray &sql) const
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(m_url.constData()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.constData()), PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        return {QStringLiteral("error: ") + QString::fromUtf8(PQerrorMessage(connection.get()))};
    QStringList all;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        QStringList fields;
        for (int column = 0; column < PQnfields(result.get()); ++column)
            fields.append(QString::fromUtf8(
                PQgetisnull(result.get(), row, column) != 0 ? "(null)" : PQgetvalue(result.get(), row, column)));
        all.append(fields.join(QStringLiteral(" | ")));
    }
    return all;
}

bool Database::run(const QByteArray &sql) const
{
    const QStringList answer = rows(sql);
    if (answer.isEmpty() || !answer.first().startsWith(QStringLiteral("error")))
        return true;
    qWarning("%s", qPrintable(answer.first()));
    return false;
}

QString Database::alembic(const QStringList &arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromUtf8(m_url));
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral("alembic"),
        QStringList{QStringLiteral("-c"), QStringLiteral(LEARNLAB_SOURCE_DIR "/server/migrations/alembic.ini")} +
            arguments);
    const bool well =
        process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return well ? QString() : QStringLiteral("alembic: ") + QString::fromUtf8(process.readAll());
}

QStringList Database::columns() const
{
    return rows(
        "SELECT c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), "
        "CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END, coalesce(pg_get_expr(d.adbin, d.adrelid), '-') "
        "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND "
        "d.adnum = a.attnum WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND "
        "NOT a.attisdropped AND c.relname <> 'alembic_version' ORDER BY 1, 2");
}

QStringList Database::constraints() const
{
    return rows(
        "SELECT conrelid::regclass, conname, contype, pg_get_constraintdef(oid), convalidated, condeferrable FROM "
        "pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND "
        "conrelid::regclass::text <> 'alembic_version' ORDER BY 1, 2");
}

QStringList Database::indexes() const
{
    return rows("SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND "
                "tablename <> 'alembic_version' ORDER BY 1, 2");
}

QStringList Database::everything() const
{
    return rows(
        "SELECT 'relation', relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'i' "
        "AND relname <> 'alembic_version' "
        "UNION ALL SELECT 'function', p.oid::regprocedure::text FROM pg_proc p WHERE pronamespace = "
        "'public'::regnamespace "
        "AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') "
        "UNION ALL SELECT 'type', typname::text FROM pg_type WHERE typnamespace = 'public'::regnamespace AND "
        "typtype IN ('e', 'd') "
        "UNION ALL SELECT 'trigger', tgname::text FROM pg_trigger WHERE NOT tgisinternal "
        "UNION ALL SELECT 'extension', extname::text FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1, 2");
}

QByteArray documentedSchema()
{
    QString all = QStringLiteral("CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\";\n");
    for (const QString &block : blocksOfDocument()) {
        if (block.contains(QStringLiteral("CREATE TABLE")))
            all += block;
    }
    return all.toUtf8();
}

QStringList documentedQueries()
{
    QStringList queries;
    for (QString block : blocksOfDocument()) {
        if (block.contains(QStringLiteral("CREATE TABLE")))
            continue;
        static const QRegularExpression comment(QStringLiteral("--[^\\n]*"));
        for (const QString &query : block.remove(comment).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            if (!query.trimmed().isEmpty())
                queries.append(query.trimmed());
        }
    }
    return queries;
}

} // namespace learnlab::migrations
