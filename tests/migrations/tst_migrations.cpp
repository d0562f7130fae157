// Revision 0001 is docs/database.md exactly; everything after it only adds; every step can be taken back.
#include "database.h"

#include <testsupport/private_postgres.h>

#include <QTest>
#include <QThread>

#include <array>

using learnlab::migrations::Database;
using learnlab::testsupport::PrivatePostgres;

class TestMigrations : public QObject
{
    Q_OBJECT

private:
    PrivatePostgres m_postgres;
    int m_databases = 0;

    Database freshDatabase()
    {
        const QByteArray url = m_postgres.createDatabase("fresh" + QByteArray::number(++m_databases));
        if (url.isEmpty())
            qFatal("no database: %s", qPrintable(m_postgres.error()));
        return Database(url);
    }

    static QStringList upgradeTo(const char *revision)
    {
        return {QStringLiteral("upgrade"), QString::fromLatin1(revision)};
    }

    static QStringList downgradeTo(const char *revision)
    {
        return {QStringLiteral("downgrade"), QString::fromLatin1(revision)};
    }

    // Two users with files and sessions, as the documented program would write them.
    static bool fill(const Database &database)
    {
        return database.run("INSERT INTO users (id, email, username, password_hash) VALUES "
                            "('00000000-0000-4000-8000-000000000001', 'a@example.org', 'a', 'x'), "
                            "('00000000-0000-4000-8000-000000000002', 'B@Example.org', 'b', 'x'); "
                            "INSERT INTO user_sessions (user_id, refresh_token, expires_at) VALUES "
                            "('00000000-0000-4000-8000-000000000001', 't1', now() + interval '1 day'); "
                            "INSERT INTO files (user_id, filename, s3_key, file_size) VALUES "
                            "('00000000-0000-4000-8000-000000000001', 'one.pdf', 'k1', 1), "
                            "('00000000-0000-4000-8000-000000000001', 'one.pdf', 'k2', 2), "
                            "('00000000-0000-4000-8000-000000000002', 'two.pdf', 'k3', 3)");
    }

    static QStringList documentedRows(const Database &database)
    {
        return database.rows("SELECT id, email, username, password_hash, full_name, is_active FROM users ORDER BY 1") +
               database.rows(
                   "SELECT id, user_id, refresh_token, expires_at, device_info FROM user_sessions ORDER BY 1") +
               database.rows(
                   "SELECT id, user_id, filename, s3_key, file_size, mime_type, created_at, is_deleted FROM files "
                   "ORDER BY s3_key");
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_postgres.start(), qPrintable(m_postgres.error())); }

    void theBaseIsTheDocumentedSchema()
    {
        const Database documented = freshDatabase();
        QVERIFY(documented.run(learnlab::migrations::documentedSchema()));
        QCOMPARE(documented.columns().size(), 24);
        QCOMPARE(documented.indexes().size(), 12);
        const Database migrated = freshDatabase();
        QCOMPARE(migrated.alembic(upgradeTo("0001")), QString());
        QCOMPARE(migrated.columns(), documented.columns());
        QCOMPARE(migrated.constraints(), documented.constraints());
        QCOMPARE(migrated.indexes(), documented.indexes());
        // Nothing else but what keeps updated_at.
        QStringList more = migrated.everything();
        for (const QString &thing : documented.everything())
            QVERIFY2(more.removeOne(thing), qPrintable(thing));
        QCOMPARE(more, (QStringList{QStringLiteral("function | set_updated_at()"),
                                    QStringLiteral("trigger | files_set_updated_at"),
                                    QStringLiteral("trigger | users_set_updated_at")}));
    }

    void updatedAtKeepsItself_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::newRow("base") << QStringLiteral("0001");
        QTest::newRow("head") << QStringLiteral("head");
    }

    void updatedAtKeepsItself()
    {
        QFETCH(const QString, revision);
        const Database database = freshDatabase();
        QCOMPARE(database.alembic({QStringLiteral("upgrade"), revision}), QString());
        QVERIFY(fill(database));
        QVERIFY(database.run("UPDATE users SET full_name = 'A' WHERE username = 'a'; UPDATE files SET filename = 'x' "
                             "WHERE s3_key = 'k1'"));
        QCOMPARE(database.rows("SELECT username FROM users WHERE updated_at > created_at"),
                 QStringList{QStringLiteral("a")});
        QVERIFY(database.rows("SELECT s3_key FROM files WHERE updated_at > created_at").contains(QStringLiteral("k1")));
    }

    void laterRevisionsOnlyAdd()
    {
        const Database base = freshDatabase();
        QCOMPARE(base.alembic(upgradeTo("0001")), QString());
        const Database head = freshDatabase();
        QCOMPARE(head.alembic(upgradeTo("head")), QString());
        for (const auto &part :
             {&Database::columns, &Database::constraints, &Database::indexes, &Database::everything}) {
            const QStringList now = (head.*part)();
            for (const QString &before : (base.*part)())
                QVERIFY2(now.contains(before), qPrintable(before));
        }
    }

    void documentedQueriesWork_data()
    {
        QTest::addColumn<QString>("query");
        const QStringList queries = learnlab::migrations::documentedQueries();
        QCOMPARE(queries.size(), 6);
        for (const QString &query : queries)
            QTest::newRow(qPrintable(query.section(QLatin1Char('\n'), 0, 0).trimmed())) << query;
    }

    void documentedQueriesWork()
    {
        QFETCH(const QString, query);
        static const Database database = [this] {
            const Database made = freshDatabase();
            if (!made.alembic(upgradeTo("head")).isEmpty() || !fill(made))
                qFatal("no migrated database");
            return made;
        }();
        static const QList<std::pair<QString, QString>> values{
            {QStringLiteral("email = $1"), QStringLiteral("email = 'a@example.org'")},
            {QStringLiteral("id = $1 AND user_id = $2"),
             QStringLiteral("id = (SELECT id FROM files WHERE s3_key = 'k1') AND user_id = "
                            "'00000000-0000-4000-8000-000000000001'")},
            {QStringLiteral("id = $1"), QStringLiteral("id = '00000000-0000-4000-8000-000000000001'")},
            {QStringLiteral("($1, $2, $3)"),
             QStringLiteral("('00000000-0000-4000-8000-000000000001', 'token', now())")},
            {QStringLiteral("LIMIT $2 OFFSET $3"), QStringLiteral("LIMIT 10 OFFSET 0")}};
        QString filled = query;
        for (const auto &[placeholder, value] : values)
            filled.replace(placeholder, value);
        QVERIFY2(!filled.contains(QLatin1Char('$')), qPrintable(filled));
        QVERIFY(database.run(filled.toUtf8()));
    }

    void goesUpAndDownAndUpWithData()
    {
        const Database database = freshDatabase();
        QCOMPARE(database.alembic(upgradeTo("0001")), QString());
        QVERIFY(fill(database));
        const QStringList before = documentedRows(database);
        const QStringList schema =
            database.columns() + database.constraints() + database.indexes() + database.everything();
        QCOMPARE(database.alembic(upgradeTo("head")), QString());
        QCOMPARE(documentedRows(database), before);
        const QStringList headSchema =
            database.columns() + database.constraints() + database.indexes() + database.everything();
        QCOMPARE(database.alembic(downgradeTo("0001")), QString());
        QCOMPARE(documentedRows(database), before);
        QCOMPARE(database.columns() + database.constraints() + database.indexes() + database.everything(), schema);
        QCOMPARE(database.alembic(upgradeTo("head")), QString());
        QCOMPARE(documentedRows(database), before);
        QCOMPARE(database.columns().size() + database.constraints().size() + database.indexes().size() +
                     database.everything().size(),
                 headSchema.size());
    }

    void leavesNothingBehind()
    {
        const Database database = freshDatabase();
        const QStringList before = database.everything();
        QCOMPARE(database.alembic(upgradeTo("head")), QString());
        QCOMPARE(database.alembic(downgradeTo("base")), QString());
        QCOMPARE(database.columns(), QStringList());
        QCOMPARE(database.everything(), before);
    }

    void eachStepGoesDownAndUpAgain()
    {
        const Database database = freshDatabase();
        QCOMPARE(database.alembic(upgradeTo("head")), QString());
        for (int steps = 0;
             database.rows("SELECT version_num FROM alembic_version") != QStringList{QStringLiteral("0001")}; ++steps) {
            QVERIFY(steps < 50);
            QCOMPARE(database.alembic({QStringLiteral("downgrade"), QStringLiteral("-1")}), QString());
            QCOMPARE(database.alembic({QStringLiteral("upgrade"), QStringLiteral("+1")}), QString());
            QCOMPARE(database.alembic({QStringLiteral("downgrade"), QStringLiteral("-1")}), QString());
        }
    }

    void twoAtOnceTakeTurns()
    {
        const Database database = freshDatabase();
        QList<QThread *> threads;
        QObject owner;
        std::array<QString, 2> answers;
        for (QString &answer : answers)
            threads.append(QThread::create([&database, &answer] { answer = database.alembic(upgradeTo("head")); }));
        for (QThread *thread : threads) {
            thread->setParent(&owner);
            thread->start();
        }
        for (QThread *thread : threads)
            QVERIFY(thread->wait(60000));
        QCOMPARE(answers[0] + answers[1], QString());
    }

    void refusesToGuessTheDatabase()
    {
        const Database nowhere{QByteArray()};
        QVERIFY(nowhere.alembic(upgradeTo("head")).contains(QStringLiteral("LEARNLAB_DATABASE_URL")));
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
