// The queries of docs/database.md as they are written there, on tables of a size where it matters: each finds its rows
// by an index, and what it changes enters the feed.
#include "database.h"

#include <testsupport/private_postgres.h>

#include <QRegularExpression>
#include <QTest>

using learnlab::migrations::Database;
using learnlab::testsupport::PrivatePostgres;

class TestQueries : public QObject
{
    Q_OBJECT

private:
    PrivatePostgres m_postgres;
    std::unique_ptr<Database> m_database;

    // 2,000 users with a session or two each, of which few have expired, and 40 files, of which some are in the trash.
    // Loaded past the triggers: they are not what is measured here.
    [[nodiscard]] bool load() const
    {
        return m_database->run(
            "SET session_replication_role = replica; "
            "INSERT INTO users (id, email, username, password_hash) SELECT md5('u' || n)::uuid, 'user' || n || "
            "'@example.org', 'user' || n, 'x' FROM generate_series(1, 2000) AS n; "
            "INSERT INTO user_feed (user_id) SELECT id FROM users; "
            "INSERT INTO user_sessions (user_id, refresh_token, expires_at) SELECT md5('u' || 1 + n % 2000)::uuid, "
            "md5('t' || n), now() + (n - 20) * interval '1 minute' FROM generate_series(1, 5000) AS n; "
            "INSERT INTO files (id, user_id, filename, s3_key, file_size, created_at, is_deleted) "
            "SELECT md5('f' || n)::uuid, md5('u' || 1 + n % 2000)::uuid, 'file ' || n, 'users/' || md5('k' || n), n, "
            "now() - n * interval '1 second', n % 7 = 0 FROM generate_series(1, 80000) AS n; "
            "SET session_replication_role = origin; ANALYZE");
    }

    // The query's own parameters, by PREPARE, as a program would send them; planned for any values.
    [[nodiscard]] QString planOf(const QString &query, const QString &values) const
    {
        const QString text = QStringLiteral("SET plan_cache_mode = force_generic_plan; PREPARE documented AS ") + query;
        const QString execute =
            values.isEmpty() ? QStringLiteral("documented") : QStringLiteral("documented(%1)").arg(values);
        const auto rows = m_database->rows((text + QStringLiteral("; EXPLAIN EXECUTE ") + execute).toUtf8());
        return rows.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(m_postgres.error()));
        m_database = std::make_unique<Database>(m_postgres.url());
        QVERIFY(load());
    }

    void byIndex_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("index"); // one of these
        const QString user = QStringLiteral("md5('u77')::uuid");
        const QMap<QString, std::pair<QString, QString>> expected{
            {QStringLiteral("SELECT * FROM users"),
             {QStringLiteral("'user77@example.org'"), QStringLiteral("idx_users_email|users_email_key")}},
            {QStringLiteral("UPDATE users"), {user, QStringLiteral("users_pkey")}},
            {QStringLiteral("INSERT INTO user_sessions"), {user + QStringLiteral(", 'token', now()"), QString()}},
            {QStringLiteral("DELETE FROM user_sessions"), {QString(), QStringLiteral("idx_user_sessions_expires_at")}},
            {QStringLiteral("SELECT * FROM files"),
             {user + QStringLiteral(", 10, 0"),
              QStringLiteral("idx_files_user_id_deleted|idx_files_user_id|idx_files_user_id_newest")}},
            {QStringLiteral("UPDATE files"),
             {QStringLiteral("md5('f77')::uuid, ") + user, QStringLiteral("files_pkey")}}};
        int met = 0;
        for (const QString &query : learnlab::migrations::documentedQueries()) {
            const QString simple = query.simplified();
            for (auto each = expected.begin(); each != expected.end(); ++each) {
                if (!simple.startsWith(each.key()))
                    continue;
                ++met;
                QTest::newRow(qPrintable(each.key())) << query << each->first << each->second;
            }
        }
        QCOMPARE(met, learnlab::migrations::documentedQueries().size());
    }

    void byIndex()
    {
        QFETCH(const QString, query);
        QFETCH(const QString, values);
        QFETCH(const QString, index);
        const QString plan = planOf(query, values);
        QVERIFY2(!plan.startsWith(QStringLiteral("error")), qPrintable(plan));
        QVERIFY2(!plan.contains(QStringLiteral("Seq Scan")), qPrintable(plan));
        if (!index.isEmpty())
            QVERIFY2(QRegularExpression(QStringLiteral("\\b(%1)\\b").arg(index)).match(plan).hasMatch(),
                     qPrintable(plan));
    }

    // What maintenance asks, which has to be as quick on a system of any size.
    void maintenanceByIndex_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("expired sessions")
            << QStringLiteral("SELECT id FROM user_sessions WHERE expires_at < CURRENT_TIMESTAMP LIMIT 500");
        QTest::newRow("rows of a key") << QStringLiteral("SELECT 1 FROM files WHERE s3_key = 'users/x'");
        QTest::newRow("old trash") << QStringLiteral(
            "SELECT id FROM files WHERE is_deleted AND deleted_at < CURRENT_TIMESTAMP - 30 * INTERVAL '1 day'");
        QTest::newRow("keys in their order")
            << QStringLiteral("SELECT s3_key FROM files WHERE s3_key > 'users/5' ORDER BY s3_key LIMIT 500");
        QTest::newRow("what went with a folder") << QStringLiteral(
            "SELECT id FROM files WHERE user_id = md5('u1')::uuid AND trash_root = md5('x')::uuid LIMIT 500");
    }

    void maintenanceByIndex()
    {
        QFETCH(const QString, query);
        const QString plan = planOf(query, QString());
        QVERIFY2(!plan.startsWith(QStringLiteral("error")) && !plan.contains(QStringLiteral("Seq Scan")),
                 qPrintable(plan));
    }

    // An UPDATE from the document, by whatever program, is a change like any other.
    void aPlainUpdateEntersTheFeed()
    {
        const auto headOf = [this] {
            return m_database->rows("SELECT head FROM user_feed WHERE user_id = md5('u8')::uuid").first().toLongLong();
        };
        const auto before = headOf();
        QVERIFY(m_database->run("UPDATE files SET is_deleted = true WHERE id = md5('f2007')::uuid AND user_id = "
                                "md5('u8')::uuid"));
        QCOMPARE(headOf(), before + 1);
        QCOMPARE(m_database->rows("SELECT revision, is_deleted, deleted_at IS NOT NULL, user_id = md5('u8')::uuid, "
                                  "updated_at > created_at FROM files WHERE id = md5('f2007')::uuid"),
                 QStringList{QStringLiteral("%1 | t | t | t | t").arg(before + 1)});
        QVERIFY(m_database->run("UPDATE users SET last_login = CURRENT_TIMESTAMP WHERE id = md5('u8')::uuid"));
        QCOMPARE(headOf(), before + 1); // nobody has to hear of that
        QVERIFY(m_database->run("UPDATE users SET full_name = 'U' WHERE id = md5('u8')::uuid"));
        QCOMPARE(headOf(), before + 2);
        QCOMPARE(m_database->rows("SELECT updated_at > created_at FROM users WHERE id = md5('u8')::uuid"),
                 QStringList{QStringLiteral("t")});
    }

    void aUserTakesAlongWhatIsTheirs()
    {
        QVERIFY(m_database->run("DELETE FROM users WHERE id = md5('u9')::uuid"));
        for (const auto *table : {"user_sessions", "files", "user_feed", "tombstones"})
            QCOMPARE(m_database->rows(QByteArray("SELECT count(*) FROM ") + table + " WHERE user_id = md5('u9')::uuid"),
                     QStringList{QStringLiteral("0")});
        // The contents wait for their removal like all others.
        QCOMPARE(m_database->rows("SELECT count(*) FROM object_deletions"), QStringList{QStringLiteral("40")});
    }
};

QTEST_GUILESS_MAIN(TestQueries)
#include "tst_queries.moc"
