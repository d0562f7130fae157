#include "domain/names.h"
#include "support/random.h"

#include <QSet>
#include <QTest>

using namespace learnlab;
using domain::ErrorCode;

namespace {

QString repeated(const char *text, int count)
{
    return QString::fromUtf8(text).repeated(count);
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normal_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected"); // null: refused
        QTest::newRow("plain") << QStringLiteral("a.txt") << QStringLiteral("a.txt");
        QTest::newRow("composes") << QString::fromUtf8("e\xCC\x81") << QString::fromUtf8("\xC3\xA9");
        QTest::newRow("keeps case and spaces") << QStringLiteral(" A b ") << QStringLiteral(" A b ");
        QTest::newRow("backslash is a letter") << QStringLiteral("a\\b") << QStringLiteral("a\\b");
        QTest::newRow("three dots") << QStringLiteral("...") << QStringLiteral("...");
        QTest::newRow("emoji") << QString::fromUtf8("👩‍🎓.pdf") << QString::fromUtf8("👩‍🎓.pdf");
        QTest::newRow("255") << repeated("ä", 255) << repeated("ä", 255);
        QTest::newRow("255 astral") << repeated("𝄞", 255) << repeated("𝄞", 255);
        QTest::newRow("256") << repeated("ä", 256) << QString();
        QTest::newRow("256 but 128 composed") << repeated("e\xCC\x81", 128) << repeated("\xC3\xA9", 128);
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("dot") << QStringLiteral(".") << QString();
        QTest::newRow("dot dot") << QStringLiteral("..") << QString();
        QTest::newRow("slash") << QStringLiteral("a/b") << QString();
        QTest::newRow("null") << QString(QChar::Null) << QString();
        QTest::newRow("half a pair") << QString(QChar(0xD800)) << QString();
        QTest::newRow("pair reversed") << QString(QChar(0xDC00)) + QChar(0xD800) << QString();
    }
    void normal()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const domain::Result<QString> result = domain::normalName(name);
        QCOMPARE(result.has_value(), !expected.isNull());
        if (result)
            QCOMPARE(*result, expected);
        else
            QCOMPARE(result.error().code, ErrorCode::NameInvalid);
    }

    void fromLocal_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        QTest::newRow("ascii") << QByteArray("a.txt") << true;
        QTest::newRow("utf-8") << QByteArray("\xC3\xA4") << true;
        QTest::newRow("latin-1") << QByteArray("\xE4.txt") << false;
        QTest::newRow("cut") << QByteArray("a\xC3") << false;
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("newline") << QByteArray("a\nb") << true;
    }
    void fromLocal()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, good);
        const domain::Result<QString> name = domain::nameFromLocal(bytes);
        QCOMPARE(name.has_value(), good);
        if (good)
            QCOMPARE(name->toUtf8(), bytes);
        else
            QCOMPARE(name.error().code, ErrorCode::LocalNameInvalid);
    }

    void free_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QString>("expected");
        const auto list = [](std::initializer_list<const char *> names) {
            QStringList result;
            for (const char *name : names)
                result.append(QString::fromUtf8(name));
            return result;
        };
        QTest::newRow("free") << QStringLiteral("a.txt") << QStringList() << QStringLiteral("a.txt");
        QTest::newRow("second") << QStringLiteral("a.txt") << list({"a.txt"}) << QStringLiteral("a (2).txt");
        QTest::newRow("fourth") << QStringLiteral("a.txt") << list({"a.txt", "a (2).txt", "a (3).txt"})
                                << QStringLiteral("a (4).txt");
        QTest::newRow("no extension") << QStringLiteral("a") << list({"a"}) << QStringLiteral("a (2)");
        QTest::newRow("hidden") << QStringLiteral(".profile") << list({".profile"}) << QStringLiteral(".profile (2)");
        QTest::newRow("dot at the end") << QStringLiteral("a.") << list({"a."}) << QStringLiteral("a. (2)");
        QTest::newRow("sentence") << QStringLiteral("Mr. Smith") << list({"Mr. Smith"})
                                  << QStringLiteral("Mr. Smith (2)");
        QTest::newRow("long") << repeated("x", 251) + QStringLiteral(".txt")
                              << QStringList{repeated("x", 251) + QStringLiteral(".txt")}
                              << repeated("x", 247) + QStringLiteral(" (2).txt");
    }
    void free()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, taken);
        QFETCH(QString, expected);
        QCOMPARE(domain::freeName(name, [&](const QString &candidate) { return taken.contains(candidate); }), expected);
    }

    void freeEndsWhenAllIsTaken()
    {
        QVERIFY(!domain::freeName(QStringLiteral("a"), [](const QString &) { return true; }).isEmpty());
    }

    void local_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(expected);
        };
        row("report.pdf", "report.pdf");
        row("Übung 3.pdf", "Übung 3.pdf");
        row("../../etc/passwd", ".._.._etc_passwd");
        row("a\\b:c*d?e\"f<g>h|i", "a_b_c_d_e_f_g_h_i");
        row("tab\there\nand\x7F", "tab_here_and_");
        row("..", "__");
        row(".", "_");
        row("name. . ", "name____");
        row("CON", "_CON");
        row("con.txt", "_con.txt");
        row("NUL.", "_NUL_");
        row("aux .tar.gz", "_aux .tar.gz");
        row("COM1", "_COM1");
        row("LPT\xC2\xB9.doc", "_LPT\xC2\xB9.doc");
        row("COM10", "COM10");
        row("CONSOLE.txt", "CONSOLE.txt");
        row("conin$", "_conin$");
        row("\xE2\x80\xAE"
            "fdp.exe",
            "_fdp.exe");
        row(".bashrc", ".bashrc");
        row("-rf", "-rf");
        QTest::newRow("empty") << QString() << QStringLiteral("_");
        QTest::newRow("null character") << QString(QChar::Null) << QStringLiteral("_");
        QTest::newRow("half a pair") << QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b")
                                     << QStringLiteral("a_b");
        QTest::newRow("decomposed") << QString::fromUtf8("e\xCC\x81") << QString::fromUtf8("\xC3\xA9");
    }
    void local()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(domain::safeLocalName(name), expected);
        QCOMPARE(domain::safeLocalName(expected), expected);
    }

    void exactWhereTheDiskAllowsIt()
    {
        for (const char *name : {"CON.txt", "what? \"this\".pdf", "a:b*c|d<e>f.txt", "back\\slash", "trailing.", " spaces ",
                                 "...", "-rf", "~", "日本語.txt"})
            QCOMPARE(domain::exactLocalName(QString::fromUtf8(name)), QString::fromUtf8(name));
        for (const char *name : {".", "..", "../x", "/etc/x", "a\nb", "\x1b[31m", "annex\xE2\x80\xAEtxt.exe", ""}) {
            const QString exact = domain::exactLocalName(QString::fromUtf8(name));
            QVERIFY(exact != QString::fromUtf8(name));
            QVERIFY(!exact.isEmpty() && !exact.contains(QLatin1Char('/')));
            QCOMPARE(domain::exactLocalName(exact), exact);
        }
    }

    void localFitsTheDiskAndKeepsTheExtension()
    {
        const QList<QString> names = {
            repeated("ä", 250) + QStringLiteral(".jpeg"), repeated("👩‍🎓", 60) + QStringLiteral(".jpeg"),
            repeated("x", 400) + QStringLiteral(".jpeg"), repeated("e\xCC\x81\xCC\xA3", 250) + QStringLiteral(".jpeg")};
        for (const QString &name : names) {
            const QString safe = domain::safeLocalName(name);
            QVERIFY(safe.toUtf8().size() <= 255);
            QVERIFY(safe.toUtf8().size() > 200);
            QVERIFY(safe.endsWith(QStringLiteral(".jpeg")));
            QCOMPARE(QString::fromUtf8(safe.toUtf8()), safe);
        }
    }

    void localIsNeverAPath()
    {
        support::SeededRandom random(2026);
        const QString alphabet = QString::fromUtf8("aA./\\:*?\"<>| \n\t\x01"
                                                   "cCoOnN12\xE2\x80\xAEä👩") +
                                 QChar(0xD800) + QChar::Null;
        for (int round = 0; round < 3000; ++round) {
            QString name;
            const quint64 length = random.below(12);
            for (quint64 i = 0; i < length; ++i)
                name += alphabet.at(static_cast<qsizetype>(random.below(static_cast<quint64>(alphabet.size()))));
            const QString safe = domain::safeLocalName(name);
            QVERIFY(!safe.isEmpty() && safe != QLatin1String(".") && safe != QLatin1String(".."));
            QVERIFY(!safe.contains(QLatin1Char('/')) && !safe.contains(QChar::Null));
            QVERIFY(!safe.endsWith(QLatin1Char('.')) && !safe.endsWith(QLatin1Char(' ')));
            QCOMPARE(domain::safeLocalName(safe), safe);
        }
    }

    void displayWithoutBidi()
    {
        const QString posing = QString::fromUtf8("invoice\xE2\x80\xAE"
                                                 "fdp.exe");
        QVERIFY(domain::hasBidiControls(posing));
        QCOMPARE(domain::displayName(posing), QStringLiteral("invoicefdp.exe"));
        QVERIFY(!domain::hasBidiControls(QString::fromUtf8("עברית.txt")));
        QCOMPARE(domain::displayName(QString::fromUtf8("👩‍🎓")), QString::fromUtf8("👩‍🎓"));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
