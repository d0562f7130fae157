#include <server/domain/names.h>

#include <server/support/bytes.h>

#include <QTest>

#include <set>

using namespace learnlab::server;

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowed_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("ok");
        QTest::newRow("plain") << QByteArray("essay.pdf") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("dot") << QByteArray(".") << false;
        QTest::newRow("dot dot") << QByteArray("..") << false;
        QTest::newRow("three dots") << QByteArray("...") << true;
        QTest::newRow("slash") << QByteArray("a/b") << false;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
        QTest::newRow("no UTF-8") << QByteArray("a\xff") << false;
        QTest::newRow("255 code points of four bytes") << QByteArray("\xF0\x9F\x8E\x93").repeated(255) << true;
        QTest::newRow("256 code points") << QByteArray(256, 'a') << false;
        QTest::newRow("256 that compose to 255") << QByteArray(254, 'a') + QByteArray("e\xCC\x81") << true;
        QTest::newRow("a backslash is a letter here") << QByteArray("a\\b") << true;
        QTest::newRow("very long") << QByteArray(100000, 'a') << false;
    }
    void allowed()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, ok);
        const auto checked = domain::checkName(name.toStdString());
        QCOMPARE(checked.has_value(), ok);
        if (!ok)
            QCOMPARE(checked.error().code, std::string("name_invalid"));
    }

    void storedInNormalForm()
    {
        QCOMPARE(domain::checkName("e\xCC\x81").value(), std::string("\xC3\xA9"));
        QCOMPARE(domain::checkName("E").value(), std::string("E"));
    }

    void numbered_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<int>("number");
        QTest::addColumn<bool>("folder");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("file") << std::string("a.txt") << 2 << false << std::string("a (2).txt");
        QTest::newRow("no extension") << std::string("a") << 2 << false << std::string("a (2)");
        QTest::newRow("hidden") << std::string(".profile") << 2 << false << std::string(".profile (2)");
        QTest::newRow("folder keeps its dots") << std::string("v1.2") << 3 << true << std::string("v1.2 (3)");
        QTest::newRow("counted on") << std::string("a (2).txt") << 3 << false << std::string("a (3).txt");
        QTest::newRow("a year counts too") << std::string("(2024).txt") << 2 << false << std::string("(2024) (2).txt");
        QTest::newRow("leading zero is no number")
            << std::string("a (02).txt") << 2 << false << std::string("a (02) (2).txt");
    }
    void numbered()
    {
        QFETCH(std::string, name);
        QFETCH(int, number);
        QFETCH(bool, folder);
        QFETCH(std::string, expected);
        QCOMPARE(domain::numberedName(name, number, folder), expected);
    }

    void numberedStaysWithinTheLimit()
    {
        std::string name;
        for (int i = 0; i < 251; ++i)
            name += "\xC3\xA9";
        const auto longer = domain::numberedName(name + ".txt", 17, false);
        QCOMPARE(support::codePoints(longer), domain::mostNameCodePoints);
        QVERIFY(longer.ends_with(" (17).txt"));
        QVERIFY(support::isUtf8(longer));
    }

    void firstFreeName()
    {
        std::set<std::string, std::less<>> there{"a.txt", "a (2).txt", "a (4).txt"};
        const auto taken = [&](std::string_view name) { return there.contains(name); };
        QCOMPARE(domain::freeName("b.txt", false, taken), std::string("b.txt"));
        QCOMPARE(domain::freeName("a.txt", false, taken), std::string("a (3).txt"));
        QCOMPARE(domain::freeName("a (2).txt", false, taken), std::string("a (3).txt"));
        QCOMPARE(domain::freeName("a (4).txt", false, taken), std::string("a (5).txt"));
    }

    void patternEscapes()
    {
        QCOMPARE(domain::likeNumbered("50%_a\\b.txt", false), std::string("50\\%\\_a\\\\b%.txt"));
        QCOMPARE(domain::likeNumbered("a (2).txt", false), std::string("a%.txt"));
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
