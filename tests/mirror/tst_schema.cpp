#include "fixture.h"
#include "query.h"
#include "schema.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;
using mirror::Connection;
using mirror::Query;

namespace {

std::unique_ptr<Connection> openRaw(const QString &path)
{
    auto connection = Connection::open(path, Connection::Mode::Write);
    return connection ? std::move(*connection) : nullptr;
}

QStringList columnsOf(Connection &connection, const QString &table)
{
    QStringList columns;
    Query query(connection, "SELECT name FROM pragma_table_info(?)", table);
    while (query.next())
        columns.append(query.text(0));
    return columns;
}

/// The columns that the documentation of the server's tables gives, in its order.
QStringList documentedColumns(const QString &table)
{
    QFile file(QStringLiteral(LEARNLAB_SOURCE_DIR "/docs/database.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype begin = text.indexOf(QStringLiteral("CREATE TABLE %1 (").arg(table));
    const QString body = text.mid(begin, text.indexOf(QStringLiteral(");\n"), begin) - begin);
    QStringList columns;
    QRegularExpressionMatchIterator lines = QRegularExpression(QStringLiteral("\n    ([a-z_0-9]+) ")).globalMatch(body);
    while (lines.hasNext())
        columns.append(lines.next().captured(1));
    return columns;
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMigrationLeadsToTheNewest()
    {
        for (int number = 0; number <= mirror::newestSchema(); ++number) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("m.db"));
            {
                const auto connection = openRaw(path);
                QVERIFY(mirror::migrate(*connection, number));
                QCOMPARE(mirror::schemaOf(*connection), number);
                if (number == 1) {
                    connection->execute(
                        "INSERT INTO files(id, filename, file_size, created_at, updated_at, folder_id, seen, "
                        "sort_key, search_key) VALUES (randomblob(16), 'Report', 1, 1, 1, zeroblob(16), 1, "
                        "x'72', 'report')");
                    QVERIFY(connection->takeFailure());
                }
            }
            auto writer = mirror::openWriter(path);
            QVERIFY(writer);
            QCOMPARE((*writer)->read().fileCount(), qint64(number == 1 ? 1 : 0));
            QCOMPARE((*writer)->read().searchIds(QStringLiteral("epor"), 10).size(), qsizetype(number == 1 ? 1 : 0));
            QCOMPARE((*writer)->read().childByName({}, QStringLiteral("Report")).has_value(), number == 1);
            QVERIFY(*(*writer)->settleOrder());
        }
    }

    /// As programs that were released left them.
    void storedOnesAreCarriedOn_data()
    {
        QTest::addColumn<QString>("name");
        const QDir data(QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/mirror/data"));
        for (const QString &name : data.entryList({QStringLiteral("v*.db")}))
            QTest::addRow("%s", qPrintable(name)) << data.filePath(name);
    }
    void storedOnesAreCarriedOn()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mirror.db"));
        QVERIFY(QFile::copy(name, path));
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        mirror::Opened opened;
        const auto writer = mirror::openWriter(path, &opened);
        QVERIFY2(writer, qPrintable(writer ? QString() : writer.error().detail));
        QVERIFY(!opened.rebuilt);
        const mirror::Reader &reader = (*writer)->read();
        QCOMPARE(reader.cursor(), QByteArray("c4"));
        QVERIFY(reader.firstSyncDone() && reader.currentSession() && reader.user());
        QCOMPARE(reader.fileCount(), qint64(3));
        QCOMPARE(reader.trashIds().size(), 1);
        const auto folderRef = reader.resolve(QString::fromUtf8("/\xC3\x9C"
                                                                "bungen"));
        QVERIFY(folderRef);
        QVERIFY(*(*writer)->settleOrder()); // what an earlier program had in another order
        const auto children = reader.childFiles(folderRef->folderId());
        QCOMPARE(children.size(), 2);
        QCOMPARE(reader.searchIds(QStringLiteral("s"), 10).size(), 1); // notes.txt is in trash
        QCOMPARE(reader.searchIds(QStringLiteral("pdf ubung"), 10).size(), 2);
        QCOMPARE(reader.transfers().size(), 1);
        QCOMPARE(reader.transferTotals().queued, qint64(1));
        QCOMPARE(reader.pendingOperations().size(), 1);
        // Withdrawn, the server's name is there again.
        QVERIFY((*writer)->forgetOperation(reader.pendingOperations().constFirst().operation.id));
        QVERIFY(reader.childByName(folderRef->folderId(), QStringLiteral("sheet 9.pdf")));
        QCOMPARE(reader.searchIds(QStringLiteral("renamed"), 10).size(), 0);
        QCOMPARE(reader.searchIds(QStringLiteral("sheet"), 10).size(), 2);
    }

    void openingAgainChangesNothing()
    {
        Fixture fixture;
        fixture.pull({fixture.folder("A")});
        fixture.close();
        mirror::Opened opened;
        QVERIFY(fixture.open(&opened));
        QVERIFY(!opened.created && !opened.rebuilt);
        QCOMPARE(fixture.names(), list("A"));
    }

    void refusesANewerOne()
    {
        Fixture fixture;
        fixture.close();
        {
            const auto connection = openRaw(fixture.path());
            connection->execute("PRAGMA user_version=999");
        }
        QCOMPARE(codeOf(fixture.open()), ErrorCode::MirrorTooNew);
        const auto reader = mirror::openReader(fixture.path());
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, ErrorCode::MirrorTooNew);
        QVERIFY(QFile::exists(fixture.path()));
    }

    void carriesTheServersColumnsLessTheSecrets_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("secret");
        QTest::newRow("users") << QStringLiteral("users") << QStringLiteral("password_hash");
        QTest::newRow("user_sessions") << QStringLiteral("user_sessions") << QStringLiteral("refresh_token");
        QTest::newRow("files") << QStringLiteral("files") << QString();
    }
    void carriesTheServersColumnsLessTheSecrets()
    {
        QFETCH(QString, table);
        QFETCH(QString, secret);
        Fixture fixture;
        const auto connection = openRaw(fixture.path());
        QStringList documented = documentedColumns(table);
        QVERIFY(documented.size() >= 6);
        documented.removeAll(secret);
        const QStringList columns = columnsOf(*connection, table);
        QVERIFY(!columns.contains(secret));
        for (const QString &column : std::as_const(documented))
            QVERIFY2(columns.contains(column), qPrintable(column));
    }

    void noTableHasAColumnForSecrets()
    {
        Fixture fixture;
        const auto connection = openRaw(fixture.path());
        Query query(*connection,
                    "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'");
        // Made to be given away, and shown in the window; and whether there is one.
        const QStringList known{QStringLiteral("links.url"), QStringLiteral("links.has_password")};
        int seen = 0;
        while (query.next()) {
            ++seen;
            const QString column = query.text(1);
            const QString name = query.text(0) + QLatin1Char('.') + column;
            QVERIFY2(known.contains(name) ||
                         (!column.contains(QLatin1String("token")) && !column.contains(QLatin1String("password")) &&
                          !column.contains(QLatin1String("url"))),
                     qPrintable(name));
        }
        QVERIFY(seen > 50);
    }

    void isPrivateAndDurable()
    {
        Fixture fixture;
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(fixture.path()) & others, QFileDevice::Permissions());
        QCOMPARE(QFile::permissions(fixture.path() + QStringLiteral("-wal")) & others, QFileDevice::Permissions());
        const auto connection = openRaw(fixture.path());
        Query mode(*connection, "PRAGMA journal_mode");
        QVERIFY(mode.next());
        QCOMPARE(mode.text(0), QStringLiteral("wal"));
        QCOMPARE(mirror::numberFrom(*connection, "PRAGMA synchronous"), qint64(2));
    }

    void aReaderCannotWrite()
    {
        Fixture fixture;
        auto connection = Connection::open(fixture.path(), Connection::Mode::Read);
        QVERIFY(connection);
        QVERIFY(!(*connection)->execute("DELETE FROM files"));
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
