#include <testsupport/stage.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace learnlab::testsupport;

// A file is opened, saved by a program and goes up; kept folders follow the server; all with real programs.
class EditsEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        m_local = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliRunner>(m_stage->keyring);
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
        write(local("report.txt"), "base");
        run(*m_cli, {"put", local("report.txt")}, 0);
    }

    void cleanup()
    {
        m_cli.reset();
        m_stage.reset();
    }

    void savedInPlaceAndByRename()
    {
        const QString copy = open(*m_cli, "/report.txt");
        QVERIFY(copy.endsWith(QStringLiteral("/report.txt")));
        write(copy, "saved in place");
        run(*m_cli, {"sync"}, 0);
        QCOMPARE(m_stage->tree().value("report.txt"), digestOf(copy));
        write(copy + QStringLiteral(".new"), "saved by rename");
        QCOMPARE(::rename(qPrintable(copy + QStringLiteral(".new")), qPrintable(copy)), 0);
        run(*m_cli, {"sync"}, 0);
        QCOMPARE(m_stage->tree().value("report.txt"), digestOf(copy));
        QCOMPARE(m_stage->tree().size(), 1);
        QCOMPARE(open(*m_cli, "/report.txt"), copy);
    }

    void savedWithoutAServerGoesUpLater()
    {
        const QString copy = open(*m_cli, "/report.txt");
        m_stage->proxy.setDown(true);
        write(copy, "saved on the train");
        run(*m_cli, {"sync"}, 4);
        QVERIFY(run(*m_cli, {"keep"}, 0).out.contains("edited"));
        m_stage->proxy.setDown(false);
        run(*m_cli, {"sync"}, 0);
        QCOMPARE(m_stage->tree().value("report.txt"), digestOf(copy));
    }

    void killedAtAnyPointLosesNothing()
    {
        const QString copy = open(*m_cli, "/report.txt");
        for (int round = 0; round < 4; ++round) {
            write(copy, "version " + QByteArray::number(round) + QByteArray(200000, 'x'));
            auto killed = m_cli->start({QStringLiteral("sync")});
            static_cast<void>(killed->waitForExit(round * 200)); // anywhere between its start and its end
            killed->kill();
            killed.reset();
            run(*m_cli, {"sync"}, 0);
            QCOMPARE(m_stage->tree().value("report.txt"), digestOf(copy));
        }
        QCOMPARE(m_stage->tree().size(), 1);
    }

    void changedInTwoPlacesKeepsBoth()
    {
        const CliRunner other(m_stage->keyring);
        QCOMPARE(m_stage->signIn(other).exitCode, 0);
        const QString mine = open(*m_cli, "/report.txt");
        const QString theirs = open(other, "/report.txt");
        write(theirs, "theirs");
        run(other, {"sync"}, 0);
        write(mine, "mine");
        run(*m_cli, {"sync"}, 0);
        const TreeDigests tree = m_stage->tree();
        QCOMPARE(tree.size(), 2);
        QCOMPARE(tree.value("report.txt"), digestOf(theirs));
        const QList<QByteArray> names = tree.keys();
        const auto conflict = std::find_if(
            names.begin(), names.end(), [](const QByteArray &name) { return name.startsWith("report (conflict, "); });
        QVERIFY2(conflict != names.end(), names.join(", "));
        QCOMPARE(tree.value(*conflict), digestOf(mine));
        QCOMPARE(m_stage->faultsOfTheServersState(), QByteArray());
    }

    void keptFoldersFollowTheServer()
    {
        run(*m_cli, {"mkdir", "/course"}, 0);
        run(*m_cli, {"keep", "/course", "--limit", "1M"}, 0);
        const CliRunner other(m_stage->keyring);
        QCOMPARE(m_stage->signIn(other).exitCode, 0);
        write(local("notes.txt"), "notes");
        run(other, {"put", local("notes.txt"), "--to", "/course"}, 0);
        run(*m_cli, {"sync"}, 0);
        QCOMPARE(keptOf("/course/notes.txt"), QStringLiteral("kept"));
        QCOMPARE(keptOf("/course"), QStringLiteral("kept"));
        QCOMPARE(keptOf("/report.txt"), QStringLiteral("no"));
        makeFile(local("large.bin"), 2000000, 1);
        run(*m_cli, {"put", local("large.bin")}, 0);
        const auto refused = run(*m_cli, {"keep", "/large.bin"}, 1);
        QVERIFY2(refused.err.contains("more than may be kept"), refused.text());
        run(*m_cli, {"unkeep", "/course"}, 0);
        QCOMPARE(keptOf("/course/notes.txt"), QStringLiteral("no"));
    }

private:
    [[nodiscard]] QString local(const char *name) const { return m_local->filePath(QString::fromUtf8(name)); }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    struct Word : QString
    {
        Word(const char *text) : QString(QString::fromUtf8(text)) {}
        Word(const QString &text) : QString(text) {}
    };
    CliResult run(const CliRunner &cli, std::initializer_list<Word> words, int expected)
    {
        const auto result = cli.run(QStringList(words.begin(), words.end()));
        if (result.exitCode != expected)
            QTest::qFail(words.begin()->toUtf8() + ": " + result.text(), __FILE__, __LINE__);
        return result;
    }
    [[nodiscard]] QString open(const CliRunner &cli, const char *path)
    {
        const auto result = run(cli, {"open", path}, 0);
        return QFile::decodeName(result.out.trimmed());
    }
    [[nodiscard]] QString keptOf(const char *path)
    {
        const QString text = QString::fromUtf8(path);
        const QString parent = text.left(std::max<qsizetype>(1, text.lastIndexOf(QLatin1Char('/'))));
        const QJsonArray items =
            m_cli->json({QStringLiteral("ls"), parent}).json().value(QStringLiteral("items")).toArray();
        for (const QJsonValue &item : items) {
            if (item[QLatin1String("path")].toString() == text)
                return item[QLatin1String("kept")].toString();
        }
        return {};
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QTemporaryDir> m_local;
    std::unique_ptr<CliRunner> m_cli;
};

QTEST_GUILESS_MAIN(EditsEndToEnd)
#include "tst_edits.moc"
