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
        findsWhatIsInside();
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
        const CliResult plain =
            m_cli->run({QStringLiteral("link"), QStringLiteral("/L/shared.txt"), QStringLiteral("--password-stdin")},
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
        QCOMPARE(
            m_cli
                ->run({QStringLiteral("link"), QStringLiteral("/L/shared.txt"), QStringLiteral("--password-stdin")},
                      "short\n")
                .exitCode,
            2);
        const QJsonObject one = expect("unlink", {"unlink", link.value(QStringLiteral("id")).toString()});
        QCOMPARE(one.value(QStringLiteral("done")).toInt(), 1);
        expect("unlink", {"unlink", "/L/shared.txt"});
        QCOMPARE(m_cli->json({QStringLiteral("links")}).json().value(QStringLiteral("links")).toArray().size(), 0);
        // The file is there: what is not, is a link.
        const QJsonObject none = m_cli->json({QStringLiteral("unlink"), QStringLiteral("/L/shared.txt")}).json();
        const QJsonObject gone = m_cli->json({QStringLiteral("unlink"), QStringLiteral("/L/none.txt")}).json();
        QCOMPARE(firstOf(none, "errors").value(QStringLiteral("code")).toString(), QStringLiteral("not_found"));
        QVERIFY(firstOf(none, "errors").value(QStringLiteral("message")) !=
                firstOf(gone, "errors").value(QStringLiteral("message")));
    }

    void aLinkIsChanged()
    {
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
        expect("put", {"put", write("changing.txt", "to be changed"), "--to", "/L"});
        const QJsonObject link = expect("link", {"link", "/L/changing.txt", "--expires", "7d"});
        const QString id = link.value(QStringLiteral("id")).toString();
        const QJsonObject secret =
            m_cli
                ->run({QStringLiteral("--json"), QStringLiteral("link"), id, QStringLiteral("--password-stdin")},
                      "open sesame\n")
                .json();
        QVERIFY(secret.value(QStringLiteral("has_password")).toBool());
        for (const char *same : {"id", "url", "path", "expires_at"})
            QCOMPARE(secret.value(QLatin1String(same)), link.value(QLatin1String(same)));
        const QJsonObject endless = expect("link", {"link", QStringLiteral("id:") + id, "--expires", "never"});
        QVERIFY(endless.value(QStringLiteral("expires_at")).isNull());
        QVERIFY(endless.value(QStringLiteral("has_password")).toBool());
        const QJsonObject open = expect("link", {"link", id, "--no-password", "--expires", "12h"});
        QVERIFY(!open.value(QStringLiteral("has_password")).toBool());
        QVERIFY(open.value(QStringLiteral("expires_at")).isString());
        QCOMPARE(m_cli->run({QStringLiteral("link"), id}).exitCode, 2);
        QCOMPARE(m_cli->run({QStringLiteral("--offline"), QStringLiteral("link"), id, QStringLiteral("--no-password")})
                     .exitCode,
                 4);
        QCOMPARE(m_cli->json({QStringLiteral("links")}).json().value(QStringLiteral("links")).toArray().size(), 1);
        expect("unlink", {"unlink", id});
        QCOMPARE(m_cli->run({QStringLiteral("link"), id, QStringLiteral("--expires"), QStringLiteral("7d")}).exitCode,
                 1);
    }

    void aReceiptIsVerifiedWithoutTheServer()
    {
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
        const QString file = write("handed in.txt", "what was handed in");
        const QString receipt = m_local.filePath(QStringLiteral("receipt.json"));
        const QString keys = m_local.filePath(QStringLiteral("keys.json"));
        expect("put", {"put", file, "--to", "/H"});
        const QJsonObject answer = expect("receipt", {"receipt", "/H/handed in.txt", "--to", receipt, "--keys", keys});
        const QJsonObject claims = answer.value(QStringLiteral("claims")).toObject();
        QCOMPARE(keysOf(claims), m_documented.value(QStringLiteral("claims")));
        QCOMPARE(claims.value(QStringLiteral("name")).toString(), QStringLiteral("handed in.txt"));
        // For people the receipt alone, as it was saved.
        QCOMPARE(m_cli->run({QStringLiteral("receipt"), QStringLiteral("/H/handed in.txt")}).out.trimmed(),
                 read(receipt).trimmed());
        QCOMPARE(
            m_cli->run({QStringLiteral("receipt"), QStringLiteral("/H/handed in.txt"), QStringLiteral("--to"), receipt})
                .exitCode,
            5);

        QCOMPARE(m_stage->server.stop(), 0);
        QCOMPARE(m_cli->run({QStringLiteral("receipt"), QStringLiteral("/H/handed in.txt")}).exitCode, 4);
        const QStringList verify{QStringLiteral("verify-receipt"), receipt, QStringLiteral("--keys"), keys,
                                 QStringLiteral("--file"),         file};
        const QJsonObject verified = expect("verify", verify);
        QCOMPARE(verified.value(QStringLiteral("receipt")), QJsonValue(claims));
        const auto refusedWith = [&](const QString &path, const QByteArray &from, const QByteArray &to) {
            const QByteArray before = read(path);
            QVERIFY(before.contains(from));
            rewrite(path, QByteArray(before).replace(before.indexOf(from), from.size(), to));
            const CliResult result = m_cli->json(verify);
            QCOMPARE(result.exitCode, 1);
            QVERIFY(!result.json().value(QStringLiteral("valid")).toBool(true));
            rewrite(path, before);
        };
        refusedWith(file, "w", "W");
        refusedWith(receipt, "handed in", "handed im");
        refusedWith(receipt, "\\\"size\\\":18", "\\\"size\\\":19");
        const QByteArray signature =
            answer.value(QStringLiteral("receipt")).toObject().value(QStringLiteral("signature")).toString().toLatin1();
        refusedWith(receipt, signature.left(1), signature.startsWith('A') ? "B" : "A");
        expect("verify", verify);
        QVERIFY(m_stage->server.restart());
    }

    void everyContentHasAReceipt()
    {
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
        for (const char *content : {"first", "second, longer"})
            expect("put", {"put", write("versions.txt", content), "--to", "/H", "--on-conflict", "replace"});
        const QJsonArray listed =
            expect("receipts", {"receipts", "/H/versions.txt"}).value(QStringLiteral("receipts")).toArray();
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed.first().toObject().value(QStringLiteral("size")).toInt(), 5);
        // Of all files, whatever became of them.
        expect("change", {"rm", "/H/versions.txt"});
        const QJsonArray all = expect("receipts", {"receipts"}).value(QStringLiteral("receipts")).toArray();
        QList<QJsonObject> ofIt;
        for (const QJsonValue &one : all) {
            if (one[QLatin1String("file_id")] == listed.first()[QLatin1String("file_id")])
                ofIt.append(one.toObject());
        }
        QCOMPARE(ofIt.size(), 2);
        QCOMPARE(ofIt.first().value(QStringLiteral("size")).toInt(), 5);
        QVERIFY(ofIt.first().value(QStringLiteral("path")).isNull());
        expect("change", {"restore", listed.first()[QLatin1String("file_id")].toString()});
        const QJsonObject now =
            expect("receipt", {"receipt", "/H/versions.txt"}).value(QStringLiteral("claims")).toObject();
        QCOMPARE(now.value(QStringLiteral("size")).toInt(), 14);

        const auto failsWith = [&](const QStringList &words, int exitCode, const char *error) {
            const CliResult result = m_cli->json(words);
            QCOMPARE(result.exitCode, exitCode);
            QCOMPARE(firstOf(result.json(), "errors").value(QStringLiteral("code")).toString(), QLatin1String(error));
        };
        const QString command = QStringLiteral("receipt");
        failsWith({command, QStringLiteral("/H")}, 1, "not_found");
        failsWith({command, QStringLiteral("/H/none.txt")}, 1, "not_found");
        failsWith({QStringLiteral("--offline"), command, QStringLiteral("/H/versions.txt")}, 4, "offline");
        const QString late = write("late.txt", "still here");
        QCOMPARE(m_cli
                     ->run({QStringLiteral("--offline"), QStringLiteral("put"), late, QStringLiteral("--to"),
                            QStringLiteral("/H")})
                     .exitCode,
                 4);
        failsWith({command, QStringLiteral("/H/late.txt")}, 1, "upload_state");
        expect("sync", {"sync"});
        expect("receipt", {"receipt", "/H/late.txt"});
        // Somebody else is at it, and it takes too long.
        (void)m_stage->sql(
            QStringLiteral("UPDATE receipts SET state = 'pending', payload = NULL, signature = NULL, key_id = NULL, "
                           "lease_until = now() + interval '1 hour' WHERE name = 'late.txt'"));
        failsWith({command, QStringLiteral("/H/late.txt"), QStringLiteral("--wait"), QStringLiteral("0")}, 4,
                  "unavailable");
        (void)m_stage->sql(QStringLiteral("UPDATE receipts SET lease_until = NULL WHERE name = 'late.txt'"));
        expect("receipt", {"receipt", "/H/late.txt"});
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
    void findsWhatIsInside()
    {
        expect("put", {"put", write("notes.md", "# Greedy\n\nKruskal takes the *cheapest*\tedge.\n"), "--to", "/"});
        QVERIFY(firstOf(expect("inside", {"search", "--inside", "kruskal"}), "items").isEmpty());
        expect("keep", {"keep", "/notes.md"});
        const QJsonObject found = expect("inside", {"search", "--inside", "KRUSKAL", "cheap"});
        const QJsonObject item = firstOf(found, "items");
        Fields fields = m_documented.value(QStringLiteral("item")) + m_documented.value(QStringLiteral("inside_item"));
        fields.sort();
        QCOMPARE(keysOf(item), fields);
        QCOMPARE(found.value(QStringLiteral("unread")).toInt(-1), 0);
        QCOMPARE(item.value(QStringLiteral("path")).toString(), QStringLiteral("/notes.md"));
        QCOMPARE(item.value(QStringLiteral("snippet")).toString(),
                 QStringLiteral("# Greedy Kruskal takes the *cheapest* edge."));
        QCOMPARE(item.value(QStringLiteral("matches")).toArray(), (QJsonArray{QJsonArray{9, 7}, QJsonArray{28, 8}}));
        const CliResult shown =
            m_cli->run({QStringLiteral("search"), QStringLiteral("--inside"), QStringLiteral("edge")});
        QVERIFY2(shown.text().contains("takes the *cheapest* \xC2\xAB"
                                       "edge\xC2\xBB."),
                 shown.text().constData());
        expect("unkeep", {"unkeep", "/notes.md"});
        QVERIFY(firstOf(expect("inside", {"search", "--inside", "kruskal"}), "items").isEmpty());
    }

    QString write(const char *name, const QByteArray &content)
    {
        const QString path = m_local.filePath(QLatin1String(name));
        rewrite(path, content);
        return path;
    }
    static void rewrite(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

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
