#include <testsupport/stage.h>

#include <QDir>
#include <QTest>

using namespace learnlab::testsupport;

// A server's filename never chooses a path, and never writes to a terminal what it likes.
class HostileNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverTheServerSaysStaysInItsFolder()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const QTemporaryDir local;
        const auto names = hostileNames();
        QDir().mkpath(local.filePath(QStringLiteral("H")));
        QList<QByteArray> digests;
        for (int i = 0; i < names.size(); ++i) {
            digests.append(makeFile(local.filePath(QStringLiteral("H/tame-%1").arg(i)), 100 + i, quint32(i)));
        }
        CliRunner cli(stage.keyring);
        QCOMPARE(stage.signIn(cli).exitCode, 0);
        QCOMPARE(cli.run({QStringLiteral("put"), local.filePath(QStringLiteral("H"))}).exitCode, 0);
        // A server that has been taken over, or API 1, which knows no rules for names.
        for (int i = 0; i < names.size(); ++i) {
            const auto answer = stage.sql(
                QStringLiteral("UPDATE files SET filename = convert_from('\\x%1', 'UTF8') WHERE filename = 'tame-%2'")
                    .arg(QString::fromLatin1(names.at(i).toUtf8().toHex()))
                    .arg(i));
            QCOMPARE(answer, QByteArray());
        }

        const CliRunner other(stage.keyring);
        QCOMPARE(stage.signIn(other).exitCode, 0);
        QCOMPARE(other.run({QStringLiteral("sync")}).exitCode, 0);
        const auto list = other.run({QStringLiteral("ls"), QStringLiteral("-R"), QStringLiteral("/")});
        QVERIFY2(list.exitCode == 0, list.text());
        QVERIFY2(!list.out.contains('\x1b') && !list.out.contains('\x07'), "no control characters on a terminal");

        const auto jail = local.filePath(QStringLiteral("jail/deep/deeper"));
        QDir().mkpath(jail);
        const auto got = other.run({QStringLiteral("get"), QStringLiteral("/H"), QStringLiteral("--to"), jail});
        QVERIFY2(got.exitCode == 0 || got.exitCode == 1, got.text());
        const auto outside = readTree(local.filePath(QStringLiteral("jail")));
        int arrived = 0;
        for (auto it = outside.begin(); it != outside.end(); ++it) {
            QVERIFY2(it.value() == "/" || it.key().startsWith("deep/deeper/H/"), it.key());
            arrived += digests.contains(it.value()) ? 1 : 0;
        }
        QCOMPARE(arrived, int(names.size()));
    }

    void twinsOfTheServerBothArrive()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const QTemporaryDir local;
        QDir().mkpath(local.filePath(QStringLiteral("T")));
        const auto one = makeFile(local.filePath(QStringLiteral("T/a.txt")), 10, 1);
        const auto two = makeFile(local.filePath(QStringLiteral("T/b.txt")), 20, 2);
        const CliRunner cli(stage.keyring);
        QCOMPARE(stage.signIn(cli).exitCode, 0);
        QCOMPARE(cli.run({QStringLiteral("put"), local.filePath(QStringLiteral("T"))}).exitCode, 0);
        QCOMPARE(stage.sql(QStringLiteral("UPDATE files SET filename = 'a.txt'")), QByteArray());
        const CliRunner other(stage.keyring);
        QCOMPARE(stage.signIn(other).exitCode, 0);
        QCOMPARE(other.run({QStringLiteral("sync")}).exitCode, 0);
        const auto got = other.run({QStringLiteral("get"), QStringLiteral("/T"), QStringLiteral("--to"),
                                    local.filePath(QStringLiteral("back"))});
        QVERIFY2(got.exitCode == 0, got.text());
        const auto back = readTree(local.filePath(QStringLiteral("back/T")));
        QCOMPARE(back.size(), 2);
        QVERIFY(back.values().contains(one) && back.values().contains(two));
    }

private:
    static QStringList hostileNames()
    {
        return {QStringLiteral(".."),
                QStringLiteral("."),
                QStringLiteral("../../escaped"),
                QStringLiteral("/etc/escaped"),
                QStringLiteral("sub/escaped"),
                QStringLiteral("back\\slash\\..\\escaped"),
                QStringLiteral("line\nbreak\r.txt"),
                QStringLiteral("\x1b]0;title\x07\x1b[31mred"),
                QStringLiteral("annex\u202Etxt.exe"),
                QStringLiteral("\u200Binvisible"),
                QStringLiteral(" leading and trailing "),
                QStringLiteral("CON"),
                QStringLiteral("nul.txt"),
                QStringLiteral("trailing."),
                QStringLiteral("-rf"),
                QStringLiteral("~"),
                QStringLiteral("$(touch escaped)"),
                QString(255, QChar(0x6F22)),
                QStringLiteral("e\u0301 decomposed")};
    }
};

QTEST_GUILESS_MAIN(HostileNamesTest)
#include "tst_hostile_names.moc"
