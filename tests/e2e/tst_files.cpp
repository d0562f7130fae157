#include <testsupport/stage.h>

#include <QDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace learnlab::testsupport;

// One student, the command line, a real server: files go up, are found, moved, thrown away and fetched.
class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        m_local = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliRunner>(m_stage->keyring);
        const auto signedIn = m_stage->signIn(*m_cli);
        QVERIFY2(signedIn.exitCode == 0, signedIn.text());
    }

    void cleanup()
    {
        m_cli.reset();
        m_stage.reset();
    }

    void aTreeGoesUpAndComesBackOnAnotherDevice()
    {
        const auto expected = makeTree(local("D"), 1, {.files = 60, .folders = 10});
        run({"put", local("D"), "--to", "/semester/three"}, 0);
        const auto second = secondDevice();
        const auto got = second->run(
            {QStringLiteral("get"), QStringLiteral("/semester/three/D"), QStringLiteral("--to"), local("back")});
        QVERIFY2(got.exitCode == 0, got.text());
        QCOMPARE(difference(expected, readTree(local("back/D"))), QByteArray());
        QCOMPARE(m_stage->faultsOfTheServersState(), QByteArray());
    }

    void aTakenNameIsDoneAConflictOrWhatWasAsked()
    {
        makeFile(local("a.bin"), 5000, 1);
        run({"put", local("a.bin")}, 0);
        m_stage->proxy.forget();
        // The same bytes are there already: nothing is sent.
        run({"put", local("a.bin")}, 0);
        for (const auto &request : m_stage->proxy.requests()) {
            QVERIFY2(request.method != "PUT", request.target);
        }
        const auto other = makeFile(local("a.bin"), 6000, 2);
        run({"put", local("a.bin")}, 5);
        QCOMPARE(m_stage->tree().size(), 1);
        run({"put", local("a.bin"), "--on-conflict", "keep-both"}, 0);
        QCOMPARE(m_stage->tree().size(), 2);
        run({"put", local("a.bin"), "--on-conflict", "replace"}, 0);
        QCOMPARE(m_stage->tree().size(), 2);
        QCOMPARE(m_stage->tree().value("a.bin"), other);
    }

    void foldersAreMadeMovedTrashedAndRestored()
    {
        makeFile(local("a.bin"), 100, 1);
        run({"mkdir", "/one"}, 0);
        run({"put", local("a.bin"), "--to", "/one"}, 0);
        run({"mkdir", "/two"}, 0);
        run({"mv", "/one/a.bin", "/two/b.bin"}, 0);
        QVERIFY(m_stage->tree().contains("two/b.bin"));
        run({"rm", "/two"}, 0);
        QCOMPARE(m_stage->tree().keys(), QList<QByteArray>{"one"});
        QVERIFY(run({"trash"}, 0).out.contains("two"));
        const auto id = m_stage->sql(QStringLiteral("SELECT id FROM folders WHERE name = 'two'"));
        run({"restore", QString::fromUtf8(id)}, 0);
        QVERIFY(m_stage->tree().contains("two/b.bin"));
        QVERIFY(run({"search", "b.bi"}, 0).out.contains("b.bin"));
        run({"mv", "/one", "/one/below"}, 1, 5);
    }

    void exitCodesSayWhatHappened()
    {
        run({"no-such-command"}, 2);
        run({"ls", "/nowhere"}, 1);
        run({"put", local("missing.bin")}, 1);
        const CliRunner stranger(m_stage->keyring);
        const auto result = stranger.run({QStringLiteral("ls")});
        QVERIFY2(result.exitCode == 3, result.text());
        const auto wrong = stranger.login(m_stage->address(), Stage::email(), "wrong");
        QVERIFY2(wrong.exitCode == 1 || wrong.exitCode == 3, wrong.text());
        run({"logout"}, 0);
        run({"ls"}, 3);
    }

    void whatIsKeptWorksWithoutAServer()
    {
        const auto expected = makeTree(local("D"), 2, {.files = 12, .folders = 3});
        run({"put", local("D")}, 0);
        makeFile(local("other.bin"), 3000, 9);
        run({"put", local("other.bin")}, 0);
        run({"keep", "/D"}, 0);
        run({"sync"}, 0);
        m_stage->server.stop();
        m_stage->proxy.setDown(true);

        QVERIFY(run({"ls", "/"}, 0).out.contains("D"));
        QVERIFY(run({"search", "other"}, 0).out.contains("other.bin"));
        run({"get", "/D", "--to", local("back")}, 0);
        QCOMPARE(difference(expected, readTree(local("back/D"))), QByteArray());
        run({"get", "/other.bin", "--to", local("back")}, 4);

        makeFile(local("late.bin"), 4000, 3);
        run({"put", local("late.bin")}, 4);
        QVERIFY(run({"transfers"}, 0).out.contains("late.bin"));

        QVERIFY(m_stage->server.restart());
        m_stage->proxy.setDown(false);
        run({"sync"}, 0);
        QCOMPARE(m_stage->tree().value("late.bin"), digestOf(local("late.bin")));
    }

    void aFileThatCannotBeTakenDoesNotStopTheOthers()
    {
        QDir().mkpath(local("D"));
        makeFile(local("D/good.bin"), 100, 1);
        QVERIFY(QFile::link(local("D"), local("D/loop")));
        QCOMPARE(::mkfifo(qPrintable(local("D/pipe")), 0600), 0);
        // Qt cannot name a file that is not UTF-8.
        const auto latin = local("D/").toUtf8() + "latin-\xe9.txt";
        const int file = ::open(latin.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        QVERIFY(file >= 0);
        ::close(file);
        const auto result = run({"put", local("D")}, 1);
        // Nor remove it.
        ::unlink(latin.constData());
        QVERIFY2(result.err.contains("pipe"), result.text());
        QCOMPARE(m_stage->tree().value("D/good.bin"), digestOf(local("D/good.bin")));
        QVERIFY(!m_stage->tree().contains("D/pipe"));
    }

private:
    [[nodiscard]] QString local(const char *name) const { return m_local->filePath(QString::fromUtf8(name)); }

    struct Word : QString
    {
        Word(const char *text) : QString(QString::fromUtf8(text)) {}
        Word(const QString &text) : QString(text) {}
    };

    // Runs the command and expects one of the two exit codes.
    CliResult run(std::initializer_list<Word> words, int expected, int orElse = -1)
    {
        const auto result = m_cli->run(QStringList(words.begin(), words.end()));
        if (result.exitCode != expected && result.exitCode != orElse) {
            QTest::qFail(words.begin()->toUtf8() + ": " + result.text(), __FILE__, __LINE__);
        }
        return result;
    }

    [[nodiscard]] std::unique_ptr<CliRunner> secondDevice() const
    {
        auto second = std::make_unique<CliRunner>(m_stage->keyring);
        const auto signedIn = m_stage->signIn(*second);
        if (signedIn.exitCode != 0) {
            QTest::qFail(signedIn.text(), __FILE__, __LINE__);
        }
        return second;
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QTemporaryDir> m_local;
    std::unique_ptr<CliRunner> m_cli;
};

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
