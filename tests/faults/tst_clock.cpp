#include <testsupport/stage.h>

#include <QTest>

using namespace learnlab::testsupport;

// A computer whose clock is wrong by a year, while the server's is right: nothing that the client does may hang on it.
class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(library())) {
            QSKIP("libfaketime is not installed");
        }
        QVERIFY2(m_stage.start(), qPrintable(m_stage.error()));
    }

    void wrongByAYear_data()
    {
        QTest::addColumn<QString>("shift");
        QTest::newRow("behind") << QStringLiteral("-365d");
        QTest::newRow("ahead") << QStringLiteral("+365d");
    }

    void wrongByAYear()
    {
        QFETCH(QString, shift);
        const QTemporaryDir local;
        CliRunner wrong(m_stage.keyring);
        wrong.setEnvironment(QStringLiteral("LD_PRELOAD"), library());
        wrong.setEnvironment(QStringLiteral("FAKETIME"), shift);
        wrong.setEnvironment(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
        // The sanitizer's library wants to be the first; it finds its way as the second too. Leaks are for the other
        // tests: libfaketime can end a timed wait at once, and then Qt leaves its network thread behind at exit.
        wrong.setEnvironment(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0:detect_leaks=0"));
        const auto signedIn = m_stage.signIn(wrong);
        QVERIFY2(signedIn.exitCode == 0, signedIn.text());
        const auto name = QStringLiteral("year %1").arg(shift);
        auto tree = makeTree(local.filePath(name), 7, {.files = 12, .folders = 3});
        tree.insert("large.bin", makeFile(local.filePath(name) + QStringLiteral("/large.bin"), 3 << 20, 7));
        const auto put = wrong.run({QStringLiteral("put"), local.filePath(name)});
        QVERIFY2(put.exitCode == 0, put.text());
        // Its session is renewed and its list goes on, at each start.
        const auto synced = wrong.run({QStringLiteral("sync")});
        QVERIFY2(synced.exitCode == 0, synced.text());
        const auto got = wrong.run({QStringLiteral("get"), QLatin1Char('/') + name, QStringLiteral("--to"),
                                    local.filePath(QStringLiteral("back"))});
        QVERIFY2(got.exitCode == 0, got.text());
        QCOMPARE(difference(tree, readTree(local.filePath(QStringLiteral("back/")) + name)), QByteArray());

        // What another computer does arrives here too.
        CliRunner right(m_stage.keyring);
        QCOMPARE(m_stage.signIn(right).exitCode, 0);
        QCOMPARE(right.run({QStringLiteral("rm"), QLatin1Char('/') + name}).exitCode, 0);
        const auto after = wrong.run({QStringLiteral("sync")});
        QVERIFY2(after.exitCode == 0, after.text());
        QVERIFY(!wrong.run({QStringLiteral("ls")}).out.contains(name.toUtf8()));
    }

private:
    static QString library() { return QStringLiteral("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"); }

    Stage m_stage;
};

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
