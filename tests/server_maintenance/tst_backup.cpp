// Backups and the way back: everything returns, damage is told, nothing is half done, and what is killed goes on.
#include "grounds.h"

#include "retention.h"

#include <testsupport/child_process.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace learnlab::testsupport;
using learnlab::server::maintenance::namesToRemove;
using learnlab::server::maintenance::TakenBackup;

class TestBackup : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    PrivatePostgres m_empty;    // where databases without tables come from
    PrivatePostgres m_migrated; // and such with
    int m_databases = 0;

    [[nodiscard]] static QByteArray secretOf(const QByteArray &name)
    {
        return "k1 " + name.toHex().leftJustified(43, 'A', true) + '\n';
    }

    [[nodiscard]] std::unique_ptr<Grounds> living()
    {
        const auto url = m_migrated.createDatabase("living" + QByteArray::number(++m_databases));
        auto grounds = std::make_unique<Grounds>(url);
        const auto user = grounds->addUser("anna");
        for (int i = 0; i < 12; ++i)
            (void)grounds->addFile(user, "file " + QByteArray::number(i), QByteArray(i * 1000, char('a' + i)));
        grounds->sql("INSERT INTO folders (user_id, name) VALUES ('" + user + "', 'folder')");
        grounds->sql("INSERT INTO user_sessions (user_id, refresh_token, expires_at) VALUES ('" + user +
                     "', 't', now() + interval '1 hour')");
        for (const auto *name : {"auth.key", "objects.key"}) {
            QFile key(grounds->path(QString::fromLatin1(name)));
            if (key.open(QIODevice::WriteOnly))
                key.write(secretOf(name));
            key.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        }
        return grounds;
    }

    [[nodiscard]] std::unique_ptr<Grounds> nothing()
    {
        return std::make_unique<Grounds>(m_empty.createDatabase("empty" + QByteArray::number(++m_databases)));
    }

    [[nodiscard]] QString repository() const { return m_folder.filePath(QString::number(m_databases)); }
    [[nodiscard]] QString pem(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    [[nodiscard]] QStringList backupArguments(const QString &to) const
    {
        return {QStringLiteral("backup"),
                QStringLiteral("--to"),
                to,
                QStringLiteral("--json"),
                QStringLiteral("--certificate"),
                pem("backup.pem"),
                QStringLiteral("--spool"),
                m_folder.path()};
    }
    [[nodiscard]] Ended backUp(const Grounds &grounds, const QString &to, const QStringList &more = {}) const
    {
        return grounds.run(backupArguments(to) + more);
    }
    [[nodiscard]] Ended verify(const QString &where) const
    {
        return Grounds(QByteArray("postgresql://nowhere/none"))
            .run({QStringLiteral("verify-backup"), where, QStringLiteral("--json"), QStringLiteral("--spool"),
                  m_folder.path()});
    }
    [[nodiscard]] QStringList restoreArguments(const QString &from) const
    {
        return {QStringLiteral("restore"),
                QStringLiteral("--from"),
                from,
                QStringLiteral("--json"),
                QStringLiteral("--keys-key"),
                pem("backup.key"),
                QStringLiteral("--spool"),
                m_folder.path()};
    }
    [[nodiscard]] Ended restore(const Grounds &grounds, const QString &from, const QStringList &more = {}) const
    {
        return grounds.run(restoreArguments(from) + more);
    }

    [[nodiscard]] static QStringList namesIn(const QString &folder)
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    [[nodiscard]] static int filesBelow(const QString &folder)
    {
        int files = 0;
        QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            found.next();
            ++files;
        }
        return files;
    }

    // Starts the program, and kills it once so many contents are where it copies them to.
    [[nodiscard]] bool killAmid(const Grounds &grounds, const QStringList &arguments, const QString &where, int files)
    {
        ChildProcess running(programPath(QStringLiteral("learnlab-server")), arguments + grounds.settings(),
                             m_folder.filePath(QStringLiteral("killed")));
        running.setEnvironment(grounds.environment());
        const bool amid = running.start() && waitUntil([&] { return filesBelow(where) >= files; });
        running.kill();
        return amid;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_empty.start(), qPrintable(m_empty.error()));
        QVERIFY2(m_migrated.start(PrivatePostgres::Schema::Migrated), qPrintable(m_migrated.error()));
        QCOMPARE(
            QProcess::execute(QStringLiteral("openssl"),
                              {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                               QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                               pem("backup.key"), QStringLiteral("-out"), pem("backup.pem"), QStringLiteral("-days"),
                               QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=backups")}),
            0);
    }

    void whatIsKept()
    {
        using namespace std::chrono;
        const auto at = [](int day, int hour) { return sys_days(2026y / 11 / day) + hours(hour); };
        std::vector<TakenBackup> all{{"mon", at(2, 3)},   {"tue", at(3, 3)},   {"sun", at(8, 3)},  {"mon2", at(9, 3)},
                                     {"mon2b", at(9, 5)}, {"tue2", at(10, 3)}, {"wed2", at(11, 3)}};
        using Names = std::vector<std::string>;
        // The newest two days; the newest of each of two weeks.
        QCOMPARE(namesToRemove(all, 2, 2), (Names{"mon2b", "mon2", "tue", "mon"}));
        QCOMPARE(namesToRemove(all, 100, 0), (Names{"mon2"}));
        QCOMPARE(namesToRemove(all, 0, 0), (Names{"tue2", "mon2b", "mon2", "sun", "tue", "mon"}));
        QCOMPARE(namesToRemove({}, 1, 1), Names());
    }

    void everythingComesBack()
    {
        const auto system = living();
        const auto to = repository();
        // What a restored server must not believe: an upload under way, a content that waits for its removal.
        system->sql("DELETE FROM files WHERE filename = 'file 11'");
        system->sql(
            "INSERT INTO uploads (user_id, id, request_hash, batch_id, object_key, file_id, filename, file_size, "
            "if_exists, method, part_size) SELECT id, uuid_generate_v4(), repeat('0', 64), id, "
            "'users/x/y/z', uuid_generate_v4(), 'f', 1, 'fail', 'single', 1 FROM users");
        const auto taken = backUp(*system, to);
        QVERIFY2(taken.code == 0, taken.text());
        QCOMPARE(taken.json()[QLatin1String("objects")].toInt(), 11);
        QVERIFY2(verify(to).code == 0, verify(to).text());
        system->sql("DELETE FROM objects WHERE NOT EXISTS (SELECT 1 FROM files WHERE s3_key = key)");
        const auto rows = system->rows();
        auto objects = system->objects();
        objects.remove(QString::fromUtf8(system->sql("SELECT key FROM object_deletions")));

        const auto again = nothing();
        const auto restored = restore(*again, to);
        QVERIFY2(restored.code == 0, restored.text());
        QCOMPARE(again->rows(), rows);
        QCOMPARE(again->objects(), objects);
        QCOMPARE(restored.json()[QLatin1String("files")].toInt(), 11);
        QVERIFY(again->sql("SELECT epoch FROM user_feed") != system->sql("SELECT epoch FROM user_feed"));
        QCOMPARE(again->sql("SELECT state FROM uploads"), QByteArray("abandoned"));
        QCOMPARE(again->sql("SELECT count(*) FROM object_deletions"), QByteArray("0"));
        QCOMPARE(again->sql("SELECT count(*) FROM backups WHERE dumped_at IS NOT NULL"), QByteArray("1"));
        for (const auto *name : {"auth.key", "objects.key"}) {
            QFile key(again->path(QString::fromLatin1(name)));
            QVERIFY(key.open(QIODevice::ReadOnly));
            QCOMPARE(key.readAll(), secretOf(name));
            QCOMPARE(key.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
        QCOMPARE(again->maintain().code, 0);
    }

    void sessionsEndWhenAsked()
    {
        const auto system = living();
        const auto to = repository();
        QCOMPARE(backUp(*system, to).code, 0);
        const auto again = nothing();
        QCOMPARE(
            restore(*again, to, {QStringLiteral("--end-sessions")}).json()[QLatin1String("sessions_ended")].toInt(), 1);
        QCOMPARE(again->sql("SELECT count(*) FROM user_sessions"), QByteArray("0"));
    }

    void onlyWhatIsNewIsCopied()
    {
        const auto system = living();
        const auto to = repository();
        QCOMPARE(backUp(*system, to).json()[QLatin1String("copied")].toInt(), 12);
        const auto user = system->sql("SELECT id FROM users");
        (void)system->addFile(user, "new", "new bytes");
        const auto gone = system->sql("SELECT s3_key FROM files WHERE filename = 'file 3'");
        system->sql("DELETE FROM files WHERE filename = 'file 3'");
        const auto second = backUp(*system, to).json();
        QCOMPARE(second[QLatin1String("copied")].toInt(), 1);
        QCOMPARE(second[QLatin1String("objects")].toInt(), 12);
        // Of one day the last is kept, and what only the first named goes with it.
        QCOMPARE(second[QLatin1String("removed_backups")].toArray().size(), 1);
        QCOMPARE(second[QLatin1String("removed_objects")].toInt(), 1);
        QVERIFY(!QFile::exists(to + QStringLiteral("/objects/") + QString::fromUtf8(gone)));
        QCOMPARE(system->sql("SELECT count(*) FROM backups"), QByteArray("1"));
        QCOMPARE(verify(to).code, 0);
    }

    void aKeptManifestKeepsItsObjects()
    {
        const auto system = living();
        const auto to = repository();
        const auto key = system->sql("SELECT s3_key FROM files WHERE filename = 'file 3'");
        QCOMPARE(backUp(*system, to).code, 0);
        system->sql("DELETE FROM files WHERE filename = 'file 3'");
        system->age("UPDATE object_deletions SET due_at = now() - interval '1 day'");
        const auto kept = system->maintain({QStringLiteral("objects")}).job(QStringLiteral("objects"));
        QCOMPARE(kept[QLatin1String("kept_for_backups")].toInt(), 1);
        QVERIFY(system->hasObject(key));
        // Two hours later there is another backup, the first of the day is not kept, and nobody names it any more.
        system->age(
            "UPDATE object_deletions SET queued_at = queued_at - interval '2 hours'; "
            "UPDATE backups SET started_at = started_at - interval '3 hours', dumped_at = dumped_at - interval '3 "
            "hours'; UPDATE objects SET created_at = created_at - interval '4 hours'");
        QCOMPARE(system->maintain({QStringLiteral("objects")})
                     .job(QStringLiteral("objects"))[QLatin1String("kept_for_backups")]
                     .toInt(),
                 1);
        QCOMPARE(backUp(*system, to).code, 0);
        QCOMPARE(system->maintain({QStringLiteral("objects")})
                     .job(QStringLiteral("objects"))[QLatin1String("removed")]
                     .toInt(),
                 1);
        QVERIFY(!system->hasObject(key));
        QCOMPARE(verify(to).code, 0);
    }

    void damageIsToldAndMended()
    {
        const auto system = living();
        const auto to = repository();
        QCOMPARE(backUp(*system, to).code, 0);
        const auto key = system->sql("SELECT s3_key FROM files WHERE filename = 'file 5'");
        QFile content(to + QStringLiteral("/objects/") + QString::fromUtf8(key));
        QVERIFY(content.open(QIODevice::ReadWrite) && content.write("X") == 1);
        content.close();
        const auto told = verify(to);
        QCOMPARE(told.code, 1);
        QVERIFY2(told.out.contains(key), told.text());
        QCOMPARE(told.json()[QLatin1String("objects")].toInt(), 11);
        // Daily backups trust the size; the weekly one reads.
        QCOMPARE(backUp(*system, to).json()[QLatin1String("mended")].toInt(), 0);
        QCOMPARE(backUp(*system, to, {QStringLiteral("--full")}).json()[QLatin1String("mended")].toInt(), 1);
        QVERIFY2(verify(to).code == 0, verify(to).text());

        const auto backup = namesIn(to + QStringLiteral("/backups")).first();
        for (const auto *name : {"database.dump", "manifest.jsonl"}) {
            QFile file(to + QStringLiteral("/backups/") + backup + QLatin1Char('/') + QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.write("#") == 1);
            file.close();
            const auto damaged = verify(to);
            QCOMPARE(damaged.code, 1);
            QVERIFY2(damaged.out.contains(backup.toUtf8()), damaged.text());
        }
        const auto refused = restore(*nothing(), to);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("manifest"), refused.text());
    }

    void aContentThatIsLostAlreadyStopsNothing()
    {
        const auto system = living();
        const auto to = repository();
        const auto key = system->sql("SELECT s3_key FROM files WHERE filename = 'file 5'");
        QVERIFY(QFile::remove(system->objectPath(key)));
        const auto taken = backUp(*system, to);
        QCOMPARE(taken.code, 1); // somebody shall look
        QCOMPARE(taken.json()[QLatin1String("missing")].toInt(), 1);
        QVERIFY(taken.out.contains(key));
        const auto again = nothing();
        const auto restored = restore(*again, to);
        QCOMPARE(restored.json()[QLatin1String("files_without_content")].toInt(), 1);
        QCOMPARE(again->objects().size(), 11);
    }

    void onlyIntoNothing()
    {
        const auto system = living();
        const auto to = repository();
        QCOMPARE(backUp(*system, to).code, 0);
        const auto before = system->rows();
        const auto refused = restore(*system, to);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("not empty"), refused.text());
        QCOMPARE(system->rows(), before);

        const auto full = nothing();
        QVERIFY(QDir().mkpath(QFileInfo(full->objectPath("users/a/b/c")).path()));
        QFile object(full->objectPath("users/a/b/c"));
        QVERIFY(object.open(QIODevice::WriteOnly) && object.write("x") == 1);
        object.close();
        QVERIFY(restore(*full, to).err.contains("store is not empty"));
        QCOMPARE(full->sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
                 QByteArray("0"));
        QCOMPARE(restore(*nothing(), to, {QStringLiteral("--backup"), QStringLiteral("other")}).code, 1);
        QCOMPARE(restore(*nothing(), m_folder.filePath(QStringLiteral("nowhere"))).code, 2);
        QVERIFY(restore(*nothing(), system->path(QStringLiteral("objects"))).err.contains("no backups"));
    }

    void aKilledBackupGoesOn()
    {
        const auto system = living();
        const auto user = system->sql("SELECT id FROM users");
        for (int i = 0; i < 150; ++i)
            (void)system->addFile(user, "more " + QByteArray::number(i), QByteArray(200000, char(i)));
        const auto to = repository();
        QVERIFY(killAmid(*system, backupArguments(to), to + QStringLiteral("/objects"), 5));
        if (filesBelow(to + QStringLiteral("/objects")) == 162)
            QSKIP("it was quicker than the kill");
        QCOMPARE(verify(to).code, 1); // there is no backup
        const auto gone = system->sql("SELECT s3_key FROM files WHERE filename = 'file 5'");
        system->sql("DELETE FROM files WHERE filename = 'file 5'");
        const auto done = backUp(*system, to);
        QVERIFY2(done.code == 0, done.text());
        QVERIFY(done.json()[QLatin1String("copied")].toInt() < 161);
        QCOMPARE(done.json()[QLatin1String("objects")].toInt(), 161);
        QCOMPARE(system->sql("SELECT count(*) FROM backups"), QByteArray("1"));
        QCOMPARE(namesIn(to + QStringLiteral("/backups")).size(), 1);
        QCOMPARE(verify(to).code, 0);
    }

    void aKilledRestoreGoesOn()
    {
        const auto system = living();
        const auto user = system->sql("SELECT id FROM users");
        for (int i = 0; i < 150; ++i)
            (void)system->addFile(user, "more " + QByteArray::number(i), QByteArray(200000, char(i)));
        const auto to = repository();
        QCOMPARE(backUp(*system, to).code, 0);
        const auto again = nothing();
        QVERIFY(killAmid(*again, restoreArguments(to), again->path(QStringLiteral("objects/users")), 5));
        if (filesBelow(again->path(QStringLiteral("objects/users"))) == 162)
            QSKIP("it was quicker than the kill");
        const auto serve = again->run({QStringLiteral("serve"), QStringLiteral("--listen=127.0.0.1:0")});
        QCOMPARE(serve.code, 1); // it comes up by itself when the restore is through
        QVERIFY2(serve.err.contains("restore again"), serve.text());
        const auto done = restore(*again, to);
        QVERIFY2(done.code == 0, done.text());
        QVERIFY(done.json()[QLatin1String("copied")].toInt() < 162);
        QCOMPARE(again->rows(), system->rows());
        QCOMPARE(again->objects(), system->objects());
        QCOMPARE(restore(*again, to).code, 1); // it is not empty now
    }

    void aFullDiskLeavesOldBackupsAlone()
    {
        const auto system = living();
        const auto to = repository();
        QCOMPARE(backUp(*system, to).code, 0);
        const auto before = filesBelow(to);
        const auto spool = m_folder.filePath(QStringLiteral("tiny"));
        QVERIFY(QDir().mkpath(spool));
        if (QProcess::execute(QStringLiteral("mount"),
                              {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                               QStringLiteral("size=16k"), QStringLiteral("none"), spool}) != 0)
            QSKIP("a file system of our own cannot be mounted here");
        const auto failed = backUp(*system, to, {QStringLiteral("--spool"), spool});
        const auto small = backUp(*system, spool);
        QProcess::execute(QStringLiteral("umount"), {spool});
        QCOMPARE(failed.code, 1);
        QVERIFY2(failed.err.contains("No space left"), failed.text());
        QCOMPARE(small.code, 1);
        QVERIFY2(small.err.contains("not enough room") || small.err.contains("full"), small.text());
        QCOMPARE(filesBelow(to), before);
        QVERIFY2(verify(to).code == 0, verify(to).text());
        QCOMPARE(system->sql("SELECT count(*) FROM backups"), QByteArray("1"));
    }

    void keysAreAskedFor()
    {
        const auto system = living();
        const auto to = repository();
        const auto without = system->run({QStringLiteral("backup"), QStringLiteral("--to"), to});
        QCOMPARE(without.code, 2);
        QVERIFY(without.err.contains("--certificate"));
        QCOMPARE(backUp(*system, to, {QStringLiteral("--certificate"), pem("backup.key")}).code, 2);
        QCOMPARE(backUp(*system, to).code, 0);
        QDirIterator found(to, {QStringLiteral("keys.cms")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(found.hasNext());
        QFile sealed(found.next());
        QVERIFY(sealed.open(QIODevice::ReadOnly));
        QVERIFY(!sealed.readAll().contains(secretOf("auth.key").trimmed()));
        // And by hand, without this program.
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("cms"), QStringLiteral("-decrypt"), QStringLiteral("-inform"),
                       QStringLiteral("DER"), QStringLiteral("-in"), sealed.fileName(), QStringLiteral("-inkey"),
                       pem("backup.key")});
        QVERIFY(openssl.waitForFinished());
        QVERIFY(openssl.readAllStandardOutput().contains(secretOf("auth.key").trimmed()));
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
