#include <testsupport/stage.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace learnlab::testsupport;

namespace {

using Fields = QStringList;

/// The tables of docs/cli.md that are marked "<!-- fields: NAME -->": the names in their first column.
QHash<QString, Fields> documentedFields()
{
    QHash<QString, Fields> documented;
    QFile file(sourcePath(QStringLiteral("docs/cli.md")));
    if (!file.open(QIODevice::ReadOnly))
        return documented;
    static const QRegularExpression mark(QStringLiteral("<!-- fields: (\\w+) -->"));
    static const QRegularExpression word(QStringLiteral("`(\\w+)`"));
    QString table;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (const auto found = mark.match(line); found.hasMatch()) {
            table = found.captured(1);
        } else if (line.isEmpty()) {
            table.clear();
        } else if (!table.isEmpty()) {
            auto words = word.globalMatch(line.section(QLatin1Char('|'), 1, 1));
            while (words.hasNext())
                documented[table].append(words.next().captured(1));
        }
    }
    for (Fields &fields : documented)
        fields.sort();
    return documented;
}

Fields keysOf(const QJsonObject &object)
{
    Fields keys = object.keys();
    keys.sort();
    return keys;
}

QJsonObject firstOf(const QJsonObject &document, const char *list)
{
    return document.value(QLatin1String(list)).toArray().first().toObject();
}

} // namespace

class DocumentedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_documented = documentedFields();
        QVERIFY(m_documented.contains(QStringLiteral("every")));
        m_stage = std::make_unique<Stage>();
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        m_cli = std::make_unique<CliRunner>(m_stage->keyring);
    }
    void cleanupTestCase()
    {
        m_cli.reset();
        m_stage.reset();
    }

    void everyAnswerHasTheDocumentedFields()
    {
        const QString folder = m_local.filePath(QStringLiteral("D"));
        makeTree(folder, 1, {.files = 2, .folders = 1, .unusualNames = false});
        expect("login", m_cli->run({QStringLiteral("--json"), QStringLiteral("login"), QStringLiteral("--server"),
                                    m_stage->address().toString(), QStringLiteral("--email"), Stage::email(),
                                    QStringLiteral("--password-stdin")},
                                   Stage::password()));
        expect("put", {"put", folder, "--to", "/P"});
        const QJsonObject transfers = expect("transfers", {"transfers"});
        QCOMPARE(keysOf(firstOf(transfers, "transfers")), m_documented.value(QStringLiteral("transfer")));
        QCOMPARE(keysOf(firstOf(transfers, "groups")), m_documented.value(QStringLiteral("group")));
        expect("control", {"transfers", "resume", "--all"});
        expect("limit", {"limit"});
        expect("ls", {"ls", "-R"});
        expect("search", {"search", "D"});
        expect("status", {"status"});
        expect("change", {"mkdir", "/Q"});
        expect("change", {"mv", "/Q", "/R"});
        expect("change", {"rm", "/R"});
        expect("undo", {"undo"});
        expect("undo", {"redo"});
        const QJsonObject history = expect("history", {"history", "--limit", "3"});
        QCOMPARE(history.value(QStringLiteral("actions")).toArray().size(), 3);
        QCOMPARE(keysOf(firstOf(history, "actions")), m_documented.value(QStringLiteral("action")));
        const QJsonObject trash = expect("trash", {"trash"});
        expect("change", {"restore", firstOf(trash, "items").value(QStringLiteral("id")).toString()});
        expect("keep", {"keep", "/P"});
        expect("get", {"get", "/P", "--to", m_local.filePath(QStringLiteral("back"))});
        expect("kept", {"keep", "--limit", "2G"});
        expect("unkeep", {"unkeep", "/P"});
        expect("sessions", {"sessions"});
        expect("sync", {"sync"});
        expect("logout", {"logout"});
    }

    void itemsAndChangesHaveTheDocumentedFields()
    {
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
        const QJsonObject list = expect("ls", {"ls"});
        QCOMPARE(keysOf(firstOf(list, "items")), m_documented.value(QStringLiteral("item")));
        QCOMPARE(m_cli->run({QStringLiteral("--offline"), QStringLiteral("mkdir"), QStringLiteral("/late")}).exitCode,
                 4);
        const QJsonObject transfers = expect("transfers", {"transfers"});
        QCOMPARE(keysOf(firstOf(transfers, "operations")), m_documented.value(QStringLiteral("operation")));
        const QJsonObject changes = expect("changes", {"changes"});
        QCOMPARE(keysOf(firstOf(changes, "changes")), m_documented.value(QStringLiteral("operation")));
        expect("change", {"changes", "withdraw", "--all"});
    }

    void linksAreMadeListedAndWithdrawn()
    {
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
        QFile local(m_local.filePath(QStringLiteral("shared.txt")));
        QVERIFY(local.open(QIODevice::WriteOnly) && local.write("shared") == 6);
        local.close();
        expect("put", {"put", local.fileName(), "--to", "/L"});
        const QJsonObject link = expect("link", {"link", "/L/shared.txt", "--expires", "7d"});
        const QString url = link.value(QStringLiteral("url")).toString();
        QVERIFY(url.startsWith(m_stage->address().toString() + QStringLiteral("/s/")));
        // For people the address alone, and a password that no argument shows.
        const CliResult plain = m_cli->run({QStringLiteral("link"), QStringLiteral("/L/shared.txt"),
                                            QStringLiteral("--password-stdin")},
                                           "open sesame\n");
        QCOMPARE(plain.exitCode, 0);
        QVERIFY(plain.out.trimmed().startsWith(m_stage->address().toEncoded() + "/s/"));
        QCOMPARE(plain.out.count('\n'), 1);

        const QJsonObject list = expect("links", {"links"});
        QCOMPARE(list.value(QStringLiteral("links")).toArray().size(), 2);
        QCOMPARE(keysOf(firstOf(list, "links")) + m_documented.value(QStringLiteral("every")),
                 m_documented.value(QStringLiteral("link")) + m_documented.value(QStringLiteral("every")));
        QVERIFY(firstOf(list, "links").value(QStringLiteral("has_password")).toBool());
        const QJsonObject heard = m_cli->json({QStringLiteral("--offline"), QStringLiteral("links")}).json();
        QCOMPARE(heard.value(QStringLiteral("links")), list.value(QStringLiteral("links")));

        const auto code = [&](std::initializer_list<Word> words) {
            return m_cli->run(QStringList(words.begin(), words.end())).exitCode;
        };
        QCOMPARE(code({"--offline", "link", "/L/shared.txt"}), 4);
        QCOMPARE(code({"--offline", "unlink", "/L/shared.txt"}), 4);
        QCOMPARE(code({"link", "/L"}), 1);
        QCOMPARE(code({"link", "/L/none.txt"}), 1);
        QCOMPARE(code({"link", "/L/shared.txt", "--expires", "yesterday"}), 2);
        QCOMPARE(code({"unlink", "/L/none.txt"}), 1);
        QCOMPARE(m_cli->run({QStringLiteral("link"), QStringLiteral("/L/shared.txt"), QStringLiteral("--password-stdin")},
                            "short\n")
                     .exitCode,
                 2);
        const QJsonObject one = expect("unlink", {"unlink", link.value(QStringLiteral("id")).toString()});
        QCOMPARE(one.value(QStringLiteral("done")).toInt(), 1);
        expect("unlink", {"unlink", "/L/shared.txt"});
        QCOMPARE(m_cli->json({QStringLiteral("links")}).json().value(QStringLiteral("links")).toArray().size(), 0);
    }

    void everyCommandIsDocumented()
    {
        QFile file(sourcePath(QStringLiteral("docs/cli.md")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const QByteArray help = m_cli->run({QStringLiteral("--help")}).out;
        const QByteArray commands =
            help.mid(help.indexOf("Commands:"), help.indexOf("Options:") - help.indexOf("Commands:"));
        int count = 0;
        for (const QByteArray &line : commands.split('\n')) {
            if (!line.startsWith("  "))
                continue;
            ++count;
            const QByteArray name = line.trimmed().split(' ').first();
            QVERIFY2(text.contains("| `" + name), name);
        }
        QVERIFY(count >= 19);
    }

private:
    QJsonObject expect(const char *table, const CliResult &result)
    {
        const QJsonObject document = result.json();
        Fields expected = m_documented.value(QLatin1String(table)) + m_documented.value(QStringLiteral("every"));
        expected.sort();
        if (result.exitCode != 0 || keysOf(document) != expected)
            QTest::qFail(QByteArray(table) + ": " + result.text() +
                             "\nexpected: " + expected.join(QLatin1Char(' ')).toUtf8(),
                         __FILE__, __LINE__);
        return document;
    }
    QJsonObject expect(const char *table, const QStringList &arguments)
    {
        return expect(table, m_cli->json(arguments));
    }
    struct Word : QString
    {
        Word(const char *text) : QString(QString::fromUtf8(text)) {}
        Word(const QString &text) : QString(text) {}
    };
    QJsonObject expect(const char *table, std::initializer_list<Word> words)
    {
        return expect(table, QStringList(words.begin(), words.end()));
    }

    QHash<QString, Fields> m_documented;
    const QTemporaryDir m_local;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<CliRunner> m_cli;
};

QTEST_GUILESS_MAIN(DocumentedTest)
#include "tst_documented.moc"
