#include <testsupport/stage.h>

#include <QRandomGenerator>
#include <QtDebug>

namespace learnlab::testsupport {

namespace {

// Paths of all living files and folders of the one user, folders first below their parents.
const auto livingTree = QStringLiteral(R"(
WITH RECURSIVE tree(id, path) AS (
    SELECT id, name::text FROM folders WHERE parent_id IS NULL AND NOT trashed
    UNION ALL
    SELECT f.id, tree.path || '/' || f.name FROM folders f JOIN tree ON f.parent_id = tree.id WHERE NOT f.trashed
)
SELECT encode(convert_to(path, 'UTF8'), 'hex'), '/' FROM tree
UNION ALL
SELECT encode(convert_to(coalesce(tree.path || '/', '') || f.filename, 'UTF8'), 'hex'), coalesce(f.content_sha256, 'none')
FROM files f LEFT JOIN tree ON f.folder_id = tree.id
WHERE NOT f.is_deleted AND (f.folder_id IS NULL OR tree.id IS NOT NULL)
)");

const auto unfinishedUploads = QStringLiteral(R"(
SELECT coalesce(folders.name || '/', '') || filename, method, state
FROM uploads LEFT JOIN folders ON folders.id = folder_id WHERE state NOT IN ('done', 'abandoned')
)");

} // namespace

bool Stage::start()
{
    server.set(QStringLiteral("public_url=") + proxy.url().toString());
    server.setContentsAddress(proxy.url());
    if (!postgres.start(PrivatePostgres::Schema::Migrated)) {
        m_error = postgres.error();
        return false;
    }
    if (!server.start() || !server.addUser(email(), QStringLiteral("student"), password())) {
        m_error = server.error();
        return false;
    }
    proxy.setTarget(server.port());
    proxy.setContentsTarget(server.contentsPort());
    if (!keyring.start()) {
        m_error = keyring.error();
        return false;
    }
    return true;
}

CliResult Stage::signIn(const CliRunner &cli) const
{
    return cli.login(address(), email(), password());
}

bool Stage::restartServer()
{
    if (!server.restart()) {
        m_error = server.error();
        return false;
    }
    return true;
}

QByteArray Stage::sql(const QString &query) const
{
    return sqlOf(postgres, query);
}

TreeDigests Stage::tree() const
{
    return treeOf(postgres);
}

QByteArray Stage::faultsOfTheServersState() const
{
    return faultsOf(postgres);
}

QByteArray sqlOf(const PrivatePostgres &postgres, const QString &query)
{
    QProcess psql;
    psql.start(QStringLiteral("psql"),
               {QStringLiteral("-XqtA"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-c"),
                query, QString::fromUtf8(postgres.url())});
    psql.waitForFinished();
    return psql.exitCode() == 0 ? psql.readAllStandardOutput().trimmed() : psql.readAllStandardError();
}

TreeDigests treeOf(const PrivatePostgres &postgres)
{
    TreeDigests found;
    for (const auto &line : sqlOf(postgres, livingTree).split('\n')) {
        const auto columns = line.split('|');
        if (columns.size() == 2) {
            auto &value = found[QByteArray::fromHex(columns.at(0))];
            value = value.isEmpty() ? columns.at(1) : QByteArrayLiteral("twice");
        }
    }
    return found;
}

QByteArray faultsOf(const PrivatePostgres &postgres)
{
    QByteArray faults;
    const auto found = treeOf(postgres);
    for (auto it = found.begin(); it != found.end(); ++it) {
        if (it.value() == "twice") {
            faults += "twice: " + it.key() + '\n';
        }
    }
    for (const auto &upload : sqlOf(postgres, unfinishedUploads).split('\n')) {
        faults += upload.isEmpty() ? upload : "left unfinished: " + upload + '\n';
    }
    return faults;
}

quint32 chanceSeed()
{
    bool given = false;
    const auto seed = qEnvironmentVariable("LEARNLAB_SEED").toUInt(&given);
    const auto chosen = given ? seed : QRandomGenerator::global()->generate();
    qInfo("LEARNLAB_SEED=%u", chosen);
    return chosen;
}

bool isDeep()
{
    return qEnvironmentVariableIsSet("LEARNLAB_DEEP");
}

} // namespace learnlab::testsupport
