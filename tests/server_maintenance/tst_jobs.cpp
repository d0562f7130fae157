// What maintenance takes away, and above all what it leaves alone.
#include "grounds.h"

#include <testsupport/child_process.h>

#include <libpq-fe.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace learnlab::testsupport;

class TestJobs : public QObject
{
    Q_OBJECT

private:
    PrivatePostgres m_postgres;
    std::unique_ptr<Grounds> m_grounds;
    QByteArray m_user;

    [[nodiscard]] QByteArray count(const QByteArray &from) const
    {
        return m_grounds->sql("SELECT count(*) FROM " + from);
    }

    [[nodiscard]] QByteArray keyOf(const QByteArray &file) const
    {
        return m_grounds->sql("SELECT s3_key FROM files WHERE id = '" + file + "'");
    }

    [[nodiscard]] QJsonObject job(const char *name, const QStringList &more = {}) const
    {
        const auto ended = m_grounds->maintain(QStringList{QString::fromLatin1(name)} + more);
        if (ended.code != 0)
            qWarning("%s", ended.text().constData());
        return ended.job(QString::fromLatin1(name));
    }

    [[nodiscard]] static int number(const QJsonObject &job, const char *what)
    {
        return job[QLatin1String(what)].toInt(-1);
    }

    [[nodiscard]] QByteArray addUpload(const QByteArray &state, const QByteArray &age, const QByteArray &more = "NULL")
    {
        const auto id = newUuid();
        const auto batch = newUuid();
        m_grounds->age("INSERT INTO uploads (user_id, id, request_hash, batch_id, object_key, file_id, filename, "
                       "file_size, if_exists, method, part_size, state, lease_until, updated_at) VALUES ('" +
                       m_user + "', '" + id + "', repeat('0', 64), '" + batch + "', 'users/" + m_user + '/' + batch +
                       '/' + id + "', '" + newUuid() + "', 'f', 5, 'fail', 'single', 8388608, '" + state + "', " +
                       more + ", now() - interval '" + age + "')");
        return id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(m_postgres.error()));
        m_grounds = std::make_unique<Grounds>(m_postgres.url());
    }

    void init()
    {
        m_grounds->sql("TRUNCATE users, user_sessions, files, folders, uploads, objects, object_deletions, backups, "
                       "tombstones, operation_results, user_feed CASCADE");
        QVERIFY(QDir(m_grounds->path(QStringLiteral("objects"))).removeRecursively());
        m_user = m_grounds->addUser("anna");
    }

    void sessionsPastTheirTime()
    {
        m_grounds->sql("INSERT INTO user_sessions (user_id, refresh_token, expires_at) VALUES ('" + m_user +
                       "', 'old', now() - interval '1 second'), ('" + m_user + "', 'new', now() + interval '1 hour')");
        QCOMPARE(number(job("sessions", {QStringLiteral("--dry-run")}), "removed"), 1);
        QCOMPARE(count("user_sessions"), QByteArray("2"));
        QCOMPARE(number(job("sessions"), "removed"), 1);
        QCOMPARE(m_grounds->sql("SELECT string_agg(refresh_token, ',') FROM user_sessions"), QByteArray("new"));
    }

    void uploadsThatNobodyFinishes()
    {
        const auto open = addUpload("open", "8 days");
        const auto orphaned = addUpload("completing", "8 days", "now() - interval '7 days'");
        const auto working = addUpload("completing", "8 days", "now() + interval '1 minute'");
        const auto young = addUpload("open", "6 days");
        QCOMPARE(number(job("uploads", {QStringLiteral("--dry-run")}), "given_up"), 2);
        QCOMPARE(number(job("uploads"), "given_up"), 2);
        const auto stateOf = [&](const QByteArray &id) {
            return m_grounds->sql("SELECT state FROM uploads WHERE id = '" + id + "'");
        };
        QCOMPARE(stateOf(open), QByteArray("abandoned"));
        QCOMPARE(stateOf(orphaned), QByteArray("abandoned"));
        QCOMPARE(stateOf(working), QByteArray("completing"));
        QCOMPARE(stateOf(young), QByteArray("open"));
        // Their addresses still took bytes for a while.
        QCOMPARE(count("object_deletions WHERE never_committed"), QByteArray("2"));
    }

    void trashPastItsRetention()
    {
        const auto live = m_grounds->addFile(m_user, "live", "1");
        const auto young = m_grounds->addFile(m_user, "young", "2");
        const auto old = m_grounds->addFile(m_user, "old", "3");
        m_grounds->sql("UPDATE files SET is_deleted = true WHERE id IN ('" + young + "', '" + old + "')");
        m_grounds->age("UPDATE files SET deleted_at = now() - interval '29 days' WHERE id = '" + young +
                       "'; UPDATE files SET deleted_at = now() - interval '31 days' WHERE id = '" + old + "'");
        const auto folder =
            m_grounds->sql("INSERT INTO folders (user_id, name) VALUES ('" + m_user + "', 'gone') RETURNING id");
        m_grounds->sql("INSERT INTO files (user_id, filename, s3_key, file_size, folder_id) SELECT '" + m_user +
                       "', 'f' || n, 'users/none/' || n, 1, '" + folder + "' FROM generate_series(1, 2100) AS n");
        m_grounds->sql("UPDATE folders SET trashed = true WHERE id = '" + folder +
                       "'; UPDATE files SET is_deleted = true, trash_root = '" + folder + "' WHERE folder_id = '" +
                       folder + "'");
        m_grounds->age("UPDATE folders SET deleted_at = now() - interval '31 days'");
        QCOMPARE(number(job("trash"), "removed"), 2); // the folder in two steps, and the file
        QCOMPARE(count("folders"), QByteArray("0"));
        QCOMPARE(m_grounds->sql("SELECT string_agg(filename, ',' ORDER BY filename) FROM files"),
                 QByteArray("live,young"));
        QCOMPARE(count("tombstones"), QByteArray("2102"));
        QCOMPARE(m_grounds->sql("SELECT file_count FROM user_feed"), QByteArray("2"));
        QVERIFY(m_grounds->hasObject(keyOf(live)));
    }

    void usersWhoseGraceHasPassed()
    {
        const auto key = keyOf(m_grounds->addFile(m_user, "theirs", "bytes"));
        const auto back = m_grounds->addUser("bert");
        const auto thinking = m_grounds->addUser("carla");
        m_grounds->sql("UPDATE users SET is_active = false, deletion_requested_at = now() - interval '31 days' "
                       "WHERE id IN ('" +
                       m_user + "', '" + back +
                       "'); "
                       "UPDATE users SET is_active = false, deletion_requested_at = now() - interval '29 days' "
                       "WHERE id = '" +
                       thinking + "'");
        QCOMPARE(m_grounds->run({QStringLiteral("user"), QStringLiteral("enable"), QStringLiteral("bert")}).code, 0);
        QCOMPARE(number(job("users"), "removed"), 1);
        QCOMPARE(m_grounds->sql("SELECT string_agg(username, ',' ORDER BY username) FROM users"),
                 QByteArray("bert,carla"));
        QCOMPARE(count("files"), QByteArray("0"));
        // The bytes go by the queue, like all bytes.
        QVERIFY(m_grounds->hasObject(key));
        QCOMPARE(m_grounds->sql("SELECT key FROM object_deletions"), key);
        m_grounds->age("UPDATE object_deletions SET due_at = now() - interval '1 hour'");
        QCOMPARE(number(job("objects"), "removed"), 1);
        QVERIFY(!m_grounds->hasObject(key));
        QCOMPARE(count("objects"), QByteArray("0"));
    }

    void recordsOfLongAgo()
    {
        m_grounds->sql("INSERT INTO operation_results (user_id, id, request_hash, result, created_at) VALUES ('" +
                       m_user + "', '" + newUuid() + "', repeat('0', 64), '{}', now() - interval '181 days'), ('" +
                       m_user + "', '" + newUuid() + "', repeat('0', 64), '{}', now() - interval '179 days')");
        m_grounds->sql(
            "INSERT INTO tombstones (user_id, revision, kind, id, removed_at) SELECT '" + m_user +
            "'::uuid, n, 'file', uuid_generate_v4(), now() - interval '181 days' FROM generate_series(1, 1200) AS n "
            "UNION ALL SELECT '" +
            m_user + "'::uuid, 2000, 'file', uuid_generate_v4(), now()");
        const auto done = job("records");
        QCOMPARE(number(done, "operation_results"), 1);
        QCOMPARE(number(done, "tombstones"), 1200);
        QCOMPARE(count("operation_results"), QByteArray("1"));
        QCOMPARE(m_grounds->sql("SELECT revision FROM tombstones"), QByteArray("2000"));
        // Whoever read no further than that has missed removals for good, and must be told so.
        QCOMPARE(m_grounds->sql("SELECT oldest FROM user_feed"), QByteArray("1200"));
    }

    void objectsInTheQueue_data()
    {
        QTest::addColumn<QByteArray>("change"); // after the purge; $key is the object's
        QTest::addColumn<bool>("goes");
        QTest::newRow("due") << QByteArray() << true;
        QTest::newRow("not due yet") << QByteArray("UPDATE object_deletions SET due_at = now() + interval '1 hour'")
                                     << false;
        QTest::newRow("a file refers to it again") << QByteArray("INSERT INTO files (user_id, filename, s3_key, "
                                                                 "file_size) SELECT id, 'again', '$key', 5 FROM users")
                                                   << false;
        QTest::newRow("an upload builds on it")
            << QByteArray(
                   "INSERT INTO uploads (user_id, id, request_hash, "
                   "batch_id, object_key, file_id, filename, file_size, if_exists, method, part_size) SELECT id, "
                   "id, repeat('0', 64), id, '$key', id, 'f', 5, 'fail', 'present', 1 FROM users")
            << false;
        const QByteArray kept =
            "INSERT INTO backups (id, repository, started_at, dumped_at) SELECT uuid_generate_v4(), "
            "uuid_generate_v4(), queued_at ";
        QTest::newRow("a kept backup names it")
            << QByteArray(kept + "- interval '1 day', queued_at - interval '1 day' FROM object_deletions; "
                                 "UPDATE objects SET created_at = now() - interval '40 days'")
            << false;
        QTest::newRow("a backup is being taken")
            << QByteArray(kept + "- interval '1 day', NULL FROM object_deletions") << false;
        QTest::newRow("a backup that was taken before it was made")
            << QByteArray(kept + "- interval '9 days', queued_at - interval '9 days' FROM object_deletions; "
                                 "UPDATE objects SET created_at = now() - interval '8 days'; "
                                 "UPDATE object_deletions SET queued_at = now() - interval '1 hour'")
            << true;
        QTest::newRow("a backup that was taken after it was purged")
            << QByteArray(kept + "+ interval '2 hours', queued_at + interval '2 hours' FROM object_deletions") << true;
    }

    void objectsInTheQueue()
    {
        QFETCH(QByteArray, change);
        QFETCH(const bool, goes);
        const auto file = m_grounds->addFile(m_user, "short-lived", "bytes");
        const auto other = keyOf(m_grounds->addFile(m_user, "other", "others"));
        const auto key = keyOf(file);
        m_grounds->sql("DELETE FROM files WHERE id = '" + file + "'");
        QCOMPARE(m_grounds->sql("SELECT key FROM object_deletions WHERE due_at > now() + interval '6 days 23 hours'"),
                 key);
        m_grounds->age("UPDATE object_deletions SET queued_at = now() - interval '8 days', "
                       "due_at = now() - interval '1 day'");
        if (!change.isEmpty())
            m_grounds->age(change.replace("$key", key));
        QCOMPARE(m_grounds->maintain({QStringLiteral("objects"), QStringLiteral("--dry-run")}).code, 0);
        QVERIFY(m_grounds->hasObject(key));
        QCOMPARE(number(job("objects"), "removed"), goes ? 1 : 0);
        QCOMPARE(m_grounds->hasObject(key), !goes);
        QCOMPARE(count("objects WHERE key = '" + key + "' AND verified_at IS NOT NULL"), QByteArray(goes ? "0" : "1"));
        QVERIFY(m_grounds->hasObject(other));
    }

    // Killed after it was decided and before the bytes were gone: the next pass goes on.
    void aRemovalThatWasCutShort()
    {
        const auto file = m_grounds->addFile(m_user, "f", "bytes");
        const auto key = keyOf(file);
        m_grounds->sql("DELETE FROM files");
        m_grounds->age("UPDATE object_deletions SET due_at = now() - interval '1 day'; "
                       "UPDATE objects SET verified_at = NULL");
        QVERIFY(QFile::remove(m_grounds->objectPath(key)));
        QCOMPARE(number(job("objects"), "removed"), 1);
        QCOMPARE(count("object_deletions"), QByteArray("0"));
        QCOMPARE(count("objects"), QByteArray("0"));
    }

    void rowsAndObjectsThatDoNotMeet()
    {
        const auto lost = keyOf(m_grounds->addFile(m_user, "lost", "lost bytes"));
        const auto good = keyOf(m_grounds->addFile(m_user, "good", "good bytes"));
        QVERIFY(QFile::remove(m_grounds->objectPath(lost)));
        const auto orphan = m_grounds->addObject(m_user, "nobody's");
        m_grounds->sql("DELETE FROM objects WHERE key = '" + orphan + "'");
        const auto told = m_grounds->maintain({QStringLiteral("reconcile")});
        QCOMPARE(told.code, 1); // content is lost: somebody shall look
        const auto report = told.job(QStringLiteral("reconcile"));
        QCOMPARE(number(report, "objects_without_rows"), 1);
        QCOMPARE(number(report, "rows_without_objects"), 1);
        QCOMPARE(number(report, "files_without_content"), 1);
        QVERIFY2(told.out.contains(lost) && told.out.contains(orphan) && !told.out.contains(good), told.text());
        QCOMPARE(count("object_deletions"), QByteArray("0"));
        QCOMPARE(count("objects WHERE verified_at IS NULL"), QByteArray("0"));

        QCOMPARE(number(m_grounds->maintain({QStringLiteral("reconcile"), QStringLiteral("--mend")})
                            .job(QStringLiteral("reconcile")),
                        "queued"),
                 1);
        QVERIFY(m_grounds->hasObject(orphan)); // a week to find out what it was
        QCOMPARE(m_grounds->sql("SELECT key FROM object_deletions"), orphan);
        QCOMPARE(m_grounds->sql("SELECT key FROM objects WHERE verified_at IS NULL"), lost);
        QCOMPARE(count("files"), QByteArray("2"));
    }

    void oneAtATime()
    {
        m_grounds->sql("INSERT INTO user_sessions (user_id, refresh_token, expires_at) VALUES ('" + m_user +
                       "', 'old', now() - interval '1 second')");
        const std::unique_ptr<PGconn, void (*)(PGconn *)> other(PQconnectdb(m_grounds->database().constData()),
                                                                PQfinish);
        PQclear(PQexec(other.get(), "SELECT pg_advisory_lock(hashtext('learnlab maintain'))"));
        const auto busy = m_grounds->maintain();
        QCOMPARE(busy.code, 0);
        QVERIFY2(busy.err.contains("at work"), busy.text());
        QCOMPARE(count("user_sessions"), QByteArray("1"));
        PQclear(PQexec(other.get(), "SELECT pg_advisory_unlock_all()"));
        QCOMPARE(m_grounds->maintain().code, 0);
        QCOMPARE(count("user_sessions"), QByteArray("0"));
    }

    void usersByCommand()
    {
        const auto user = [&](const QStringList &words, const QByteArray &input = {}) {
            return m_grounds->run(QStringList{QStringLiteral("user")} + words + QStringList{QStringLiteral("--json")},
                                  input);
        };
        m_grounds->sql("INSERT INTO user_sessions (user_id, refresh_token, expires_at) VALUES ('" + m_user +
                       "', 't', now() + interval '1 hour')");
        QCOMPARE(user({QStringLiteral("list")}).json()[QLatin1String("username")].toString(), QStringLiteral("anna"));
        QCOMPARE(user({QStringLiteral("quota"), QStringLiteral("ANNA@example.org"), QStringLiteral("4096")})
                     .json()[QLatin1String("quota")]
                     .toInt(),
                 4096);
        QVERIFY(user({QStringLiteral("quota"), QStringLiteral("anna"), QStringLiteral("default")})
                    .json()[QLatin1String("quota")]
                    .isNull());
        QCOMPARE(user({QStringLiteral("quota"), QStringLiteral("anna"), QStringLiteral("much")}).code, 2);
        QCOMPARE(user({QStringLiteral("disable"), QStringLiteral("nobody")}).code, 1);
        QCOMPARE(user({QStringLiteral("reset-password"), QStringLiteral("anna")}, "a new one\n").code, 2);
        QCOMPARE(count("user_sessions"), QByteArray("1"));
        const QStringList reset{QStringLiteral("reset-password"), QStringLiteral("anna"),
                                QStringLiteral("--password-stdin")};
        QCOMPARE(user(reset, "short\n").code, 1);
        QCOMPARE(user(reset, "a new one\n").code, 0);
        QVERIFY(m_grounds->sql("SELECT password_hash FROM users").startsWith("$2b$04$"));
        QCOMPARE(count("user_sessions"), QByteArray("0"));
        QCOMPARE(
            user({QStringLiteral("disable"), QString::fromUtf8(m_user)}).json()[QLatin1String("is_active")].toBool(),
            false);
        QCOMPARE(user({QStringLiteral("delete"), QStringLiteral("anna")}).code, 0);
        QCOMPARE(number(job("users"), "removed"), 0);
        QCOMPARE(user({QStringLiteral("delete"), QStringLiteral("anna"), QStringLiteral("--without-grace")}).code, 0);
        QCOMPARE(number(job("users"), "removed"), 1);
    }

    void checkLooksAtAll()
    {
        const auto before = m_grounds->run({QStringLiteral("check")});
        QCOMPARE(before.code, 1); // no keys yet
        QVERIFY2(before.out.contains("database       ok") && before.out.contains("schema         ok") &&
                     before.out.contains("objects        ok") && before.out.contains("keys           WRONG"),
                 before.text());
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
