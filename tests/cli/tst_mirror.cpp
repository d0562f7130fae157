#include "client.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace learnlab;

/// What works without a server: reading the mirror, also beside a process that owns the profile, and queueing.
class MirrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_client = std::make_unique<test::Client>();
        QVERIFY(m_client->prepareAccount());
    }

    void readsBesideTheOwner()
    {
        const auto owner = engine::Profile::own(m_client->profile(), QStringLiteral("learnlab"));
        QVERIFY(owner);
        QCOMPARE(names(m_client->json({QStringLiteral("ls")})),
                 (QStringList{QStringLiteral("A"), QStringLiteral("Übung.pdf")}));
        QCOMPARE(names(m_client->json({QStringLiteral("ls"), QStringLiteral("-R")})),
                 (QStringList{QStringLiteral("A"), QStringLiteral("Übung.pdf"), QStringLiteral("notes.txt")}));
        QCOMPARE(names(m_client->json({QStringLiteral("ls"), QStringLiteral("/A/notes.txt")})),
                 QStringList{QStringLiteral("notes.txt")});
        QCOMPARE(names(m_client->json({QStringLiteral("search"), QStringLiteral("ubung")})),
                 QStringList{QStringLiteral("Übung.pdf")});
        QCOMPARE(names(m_client->json({QStringLiteral("search"), QStringLiteral("--type"), QStringLiteral("text")})),
                 QStringList{QStringLiteral("notes.txt")});
        QCOMPARE(names(m_client->json({QStringLiteral("search"), QStringLiteral("o"), QStringLiteral("--in"), QStringLiteral("/A")})),
                 QStringList{QStringLiteral("notes.txt")});
        QVERIFY(names(m_client->json({QStringLiteral("search"), QStringLiteral("--larger"), QStringLiteral("1T")})).isEmpty());
        QCOMPARE(names(m_client->json({QStringLiteral("trash")})), QStringList{QStringLiteral("old.txt")});
        const auto status = m_client->json({QStringLiteral("status")});
        QCOMPARE(status.exitCode, 0);
        QCOMPARE(status.json.value(QStringLiteral("email")).toString(), QStringLiteral("ada@example.edu"));
        QCOMPARE(m_client->json({QStringLiteral("transfers")}).exitCode, 0);
    }

    void aWriterSaysWhoIsInItsWay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        // An owner that does not listen at its socket; logout would not ask it either.
        for (const char *line : {"put x", "logout"})
            QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
    }
    void aWriterSaysWhoIsInItsWay()
    {
        QFETCH(QStringList, arguments);
        const auto owner = engine::Profile::own(m_client->profile(), QStringLiteral("learnlab"));
        const auto said = m_client->run(arguments);
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.err.contains("learnlab (process " + QByteArray::number(::getpid()) + ")"), said.err);
    }

    void pathsAreUnderstood_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("top") << "/" << 0;
        QTest::newRow("folder") << "/A" << 0;
        QTest::newRow("decomposed") << QString::fromUtf8("/U\xCC\x88"
                                                         "bung.pdf")
                                    << 0;
        QTest::newRow("id") << "id:01020300-0000-0000-0000-000000000002" << 0;
        QTest::newRow("other case") << "/a" << 1;
        QTest::newRow("in trash") << "/old.txt" << 1;
        QTest::newRow("nowhere") << "/A/B" << 1;
        QTest::newRow("no id") << "id:1" << 1;
    }
    void pathsAreUnderstood()
    {
        QFETCH(QString, path);
        QTEST(m_client->run({QStringLiteral("ls"), path}).exitCode, "exitCode");
    }

    void offlineQueues()
    {
        QFile file(m_client->local(QStringLiteral("new.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("new") == 3);
        file.close();
        const auto put = m_client->json({QStringLiteral("--offline"), QStringLiteral("put"), file.fileName(),
                                         QStringLiteral("--to"), QStringLiteral("/A/B")});
        QCOMPARE(put.exitCode, 4);
        QCOMPARE(put.json.value(QStringLiteral("queued")).toInt(), 1);
        QCOMPARE(names(m_client->json({QStringLiteral("ls"), QStringLiteral("/A/B")})),
                 QStringList{QStringLiteral("new.txt")});

        QCOMPARE(m_client->run({QStringLiteral("--offline"), QStringLiteral("mkdir"), QStringLiteral("/C")}).exitCode,
                 4);
        QCOMPARE(m_client
                     ->run({QStringLiteral("--offline"), QStringLiteral("mv"), QStringLiteral("/A/notes.txt"),
                            QStringLiteral("/C")})
                     .exitCode,
                 4);
        QCOMPARE(m_client->run({QStringLiteral("--offline"), QStringLiteral("rm"), QStringLiteral("/C")}).exitCode, 4);
        QCOMPARE(names(m_client->json({QStringLiteral("ls")})),
                 (QStringList{QStringLiteral("A"), QStringLiteral("Übung.pdf")}));
        const auto status = m_client->json({QStringLiteral("status")}).json;
        QCOMPARE(status.value(QStringLiteral("operations_pending")).toInt(), 4);
        QCOMPARE(status.value(QStringLiteral("transfers_active")).toInt(), 1);
        QCOMPARE(m_client->run({QStringLiteral("--offline"), QStringLiteral("sync")}).exitCode, 4);
    }

    void whatIsOnlyQueuedIsRemovedFromTheQueue()
    {
        QFile file(m_client->local(QStringLiteral("new.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(m_client->run({QStringLiteral("--offline"), QStringLiteral("put"), file.fileName()}).exitCode, 4);
        QCOMPARE(
            m_client->run({QStringLiteral("--offline"), QStringLiteral("rm"), QStringLiteral("/new.txt")}).exitCode, 0);
        QCOMPARE(m_client->run({QStringLiteral("ls"), QStringLiteral("/new.txt")}).exitCode, 1);
        const auto left = m_client->json({QStringLiteral("transfers")}).json;
        QVERIFY(left.value(QStringLiteral("transfers")).toArray().isEmpty());
        QVERIFY(left.value(QStringLiteral("operations")).toArray().isEmpty());
    }

    void offlineFetchesNothing()
    {
        const auto got = m_client->json({QStringLiteral("--offline"), QStringLiteral("get"), QStringLiteral("/A"),
                                         QStringLiteral("--to"), m_client->local(QStringLiteral("here"))});
        QCOMPARE(got.exitCode, 4);
        QVERIFY(!QFile::exists(m_client->local(QStringLiteral("here/A/notes.txt"))));
    }

    void aPlaceThatCannotBeLookedAtIsSaid()
    {
        const QString circle = m_client->local(QStringLiteral("circle"));
        QVERIFY(QFile::link(circle, circle));
        for (const QString &to : {circle, m_client->local(QString(300, QLatin1Char('x')))}) {
            const auto got = m_client->json({QStringLiteral("--offline"), QStringLiteral("get"), QStringLiteral("/A"),
                                             QStringLiteral("--to"), to + QStringLiteral("/here")});
            QCOMPARE(got.exitCode, 1);
            QCOMPARE(got.json.value(QStringLiteral("failed")).toInt(), 1);
        }
    }

    void theWorstIsTold()
    {
        // A taken name (5), nothing of that name (1) and the server that is not asked (4).
        const auto said = m_client->run({QStringLiteral("--offline"), QStringLiteral("mkdir"), QStringLiteral("/A"),
                                         QStringLiteral("/no/x"), QStringLiteral("/fine")});
        QCOMPARE(said.exitCode, 5);
    }

    void aNameThatIsNotUtf8IsRefusedAlone()
    {
        const QByteArray folder = QFile::encodeName(m_client->local(QStringLiteral("D")));
        QVERIFY(QDir().mkpath(QFile::decodeName(folder)));
        for (const char *name : {"/latin-\xe9", "/good"}) {
            const int file = ::open((folder + name).constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
            QVERIFY(file >= 0);
            ::close(file);
        }
        const auto said =
            m_client->json({QStringLiteral("--offline"), QStringLiteral("put"), QFile::decodeName(folder)});
        // QTemporaryDir could not name it either.
        QCOMPARE(::unlink((folder + "/latin-\xe9").constData()), 0);
        QCOMPARE(said.exitCode, 4);
        QCOMPARE(said.json.value(QStringLiteral("queued")).toInt(), 1);
        QCOMPARE(said.json.value(QStringLiteral("failed")).toInt(), 1);
    }

    void foldersWithoutFilesAreCountedAsFolders()
    {
        const QString folder = m_client->local(QStringLiteral("E"));
        QVERIFY(QDir().mkpath(folder + QStringLiteral("/inside")));
        const auto said = m_client->run({QStringLiteral("--offline"), QStringLiteral("put"), folder});
        QCOMPARE(said.exitCode, 4);
        QCOMPARE(said.out.trimmed(), QByteArray("0 of 2 folders made")); // they wait for the server
        const auto none = m_client->run({QStringLiteral("--offline"), QStringLiteral("put"), QStringLiteral("/dev/null")});
        QCOMPARE(none.exitCode, 1);
        QVERIFY(none.out.isEmpty()); // not "0 of 0 uploaded"
    }

    void theQueueIsToldWhatToDo()
    {
        for (const char *name : {"one", "two"}) {
            QFile file(m_client->local(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(m_client->run({QStringLiteral("--offline"), QStringLiteral("put"), file.fileName()}).exitCode, 4);
        }
        const auto ids = valuesOf("transfers", "id");
        QCOMPARE(ids.size(), 2);
        QCOMPARE(tell({QStringLiteral("pause"), ids[0]}), 0);
        QCOMPARE(valuesOf("transfers", "state"), (QStringList{QStringLiteral("paused"), QStringLiteral("queued")}));
        QCOMPARE(valuesOf("transfers", "reason"), (QStringList{QStringLiteral("paused"), QStringLiteral("turn")}));
        QCOMPARE(tell({QStringLiteral("resume"), QStringLiteral("--all")}), 0);
        QCOMPARE(valuesOf("transfers", "state"), (QStringList{QStringLiteral("queued"), QStringLiteral("queued")}));
        QCOMPARE(m_client->run({QStringLiteral("pause"), ids[1]}).exitCode, 0); // short for the same
        QCOMPARE(valuesOf("transfers", "state"), (QStringList{QStringLiteral("queued"), QStringLiteral("paused")}));
        QCOMPARE(m_client->run({QStringLiteral("resume"), QStringLiteral("--all")}).exitCode, 0);
        QCOMPARE(tell({QStringLiteral("first"), ids[1]}), 0);
        QCOMPARE(valuesOf("transfers", "id"), (QStringList{ids[1], ids[0]}));
        const auto groups = valuesOf("groups", "id");
        QCOMPARE(groups.size(), 2);
        QCOMPARE(tell({QStringLiteral("cancel"), groups[0], QStringLiteral("01020300-0000-0000-0000-000000000099")}),
                 1);
        QCOMPARE(valuesOf("transfers", "id"), QStringList{ids[1]});
        QCOMPARE(tell({QStringLiteral("cancel"), QStringLiteral("--all")}), 0);
        QVERIFY(valuesOf("transfers", "id").isEmpty());
        QCOMPARE(m_client->run({QStringLiteral("ls"), QStringLiteral("/one")}).exitCode, 1);
    }

    void limitsAreKept()
    {
        QCOMPARE(m_client->json({QStringLiteral("limit")}).json.value(QStringLiteral("up")).toInt(-1), 0);
        QCOMPARE(m_client->run({QStringLiteral("limit"), QStringLiteral("--up"), QStringLiteral("100000")}).exitCode,
                 0);
        QCOMPARE(m_client->run({QStringLiteral("limit"), QStringLiteral("--down"), QStringLiteral("7")}).exitCode, 0);
        const auto limits = m_client->json({QStringLiteral("limit")}).json;
        QCOMPARE(limits.value(QStringLiteral("up")).toInt(), 100000);
        QCOMPARE(limits.value(QStringLiteral("down")).toInt(), 7);
    }

    void changesAreWithdrawn()
    {
        QCOMPARE(m_client
                     ->run({QStringLiteral("--offline"), QStringLiteral("mkdir"), QStringLiteral("/N"),
                            QStringLiteral("/N/M")})
                     .exitCode,
                 4);
        QCOMPARE(m_client->run({QStringLiteral("--offline"), QStringLiteral("rm"), QStringLiteral("/A")}).exitCode, 4);
        const auto ids = valuesOf("changes", "id", QStringLiteral("changes"));
        QCOMPARE(ids.size(), 3);
        QCOMPARE(m_client->run({QStringLiteral("changes"), QStringLiteral("withdraw"), ids[2]}).exitCode, 0);
        QCOMPARE(m_client->run({QStringLiteral("ls"), QStringLiteral("/A")}).exitCode, 0);
        QCOMPARE(m_client->run({QStringLiteral("changes"), QStringLiteral("withdraw"), ids[2]}).exitCode, 1);
        // Nothing was refused.
        QCOMPARE(
            m_client->run({QStringLiteral("--offline"), QStringLiteral("changes"), QStringLiteral("retry"), ids[0]})
                .exitCode,
            1);
        QCOMPARE(
            m_client->run({QStringLiteral("changes"), QStringLiteral("withdraw"), QStringLiteral("--all")}).exitCode,
            0);
        QVERIFY(valuesOf("changes", "id", QStringLiteral("changes")).isEmpty());
        QCOMPARE(m_client->run({QStringLiteral("ls"), QStringLiteral("/N")}).exitCode, 1);
    }

    void unusualArgumentsDoWhatTheySay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *name, int code, std::initializer_list<const char *> words) {
            QStringList arguments{QStringLiteral("--offline")};
            for (const char *word : words)
                arguments.append(QString::fromUtf8(word));
            QTest::newRow(name) << arguments << code;
        };
        row("trailing slash", 0, {"ls", "/A/"});
        row("many slashes", 0, {"ls", "//A//notes.txt"});
        row("up", 1, {"ls", "/A/.."});
        row("make up", 1, {"mkdir", "/A/.."});
        row("a slash behind a new folder", 4, {"mkdir", "/new/"});
        row("dash", 1, {"rm", "--", "-x"});
        row("dash to put", 4, {"mkdir", "--", "/-x"});
        row("id of nothing", 1, {"rm", "id:01020300-0000-0000-0000-000000000077"});
        row("no id at all", 1, {"rm", "id:"});
        row("the top by its id", 1, {"rm", "id:00000000-0000-0000-0000-000000000000"});
        row("into itself", 5, {"mv", "/A", "/A"});
        row("into what is a file", 5, {"mv", "/A", "/A/notes.txt"});
        row("put nothing", 2, {"put", ""});
        row("put below a file", 5, {"put", "/etc/hostname", "--to", "/A/notes.txt/x"});
        row("ls nothing", 1, {"ls", ""});
        row("get to nowhere", 2, {"get", "/A/notes.txt", "--to", ""});
        row("restore what is not in trash", 1, {"restore", "01020300-0000-0000-0000-000000000002"});
    }
    void unusualArgumentsDoWhatTheySay()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const auto said = m_client->run(arguments);
        QVERIFY2(said.exitCode == exitCode, QByteArray::number(said.exitCode) + ": " + said.out + said.err);
        QVERIFY(exitCode == 0 || exitCode == 4 || !said.err.isEmpty());
    }

    void hostileNamesDoNotReachTheTerminal()
    {
        QVERIFY(m_client
                    ->run({QStringLiteral("--offline"), QStringLiteral("mkdir"),
                           QStringLiteral("/red\x1b[31m\u202Etxt.exe")})
                    .exitCode == 4);
        QByteArray out = m_client->run({QStringLiteral("ls")}).out;
        out += m_client->run({QStringLiteral("rm"), QStringLiteral("/no\n\x1b[2J\u202E")}).err;
        out += m_client->run({QStringLiteral("mkdir"), QStringLiteral("no\x1b[2J\u202E")}).err;
        out += m_client->run({QStringLiteral("changes")}).out;
        QVERIFY(out.contains("red"));
        QVERIFY(!out.contains('\x1b') && !out.contains("\xE2\x80\xAE"));
    }

private:
    [[nodiscard]] int tell(const QStringList &words) const
    {
        return m_client->run(QStringList{QStringLiteral("transfers")} + words).exitCode;
    }
    [[nodiscard]] QStringList valuesOf(const char *list, const char *field,
                                       const QString &command = QStringLiteral("transfers")) const
    {
        QStringList values;
        for (const QJsonValue &one : m_client->json({command}).json.value(QLatin1String(list)).toArray())
            values.append(one[QLatin1String(field)].toString());
        return values;
    }
    [[nodiscard]] static QStringList names(const test::Said &said)
    {
        QStringList names;
        for (const QJsonValue &item : said.json.value(QStringLiteral("items")).toArray())
            names.append(item.toObject().value(QStringLiteral("name")).toString());
        return names;
    }

    std::unique_ptr<test::Client> m_client;
};

QTEST_GUILESS_MAIN(MirrorTest)
#include "tst_mirror.moc"
