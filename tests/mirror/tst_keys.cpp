#include "keys.h"
#include "name_order.h"

#include <QTest>

using namespace learnlab;

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void naturalOrder_data()
    {
        QTest::addColumn<QString>("smaller");
        QTest::addColumn<QString>("greater");
        const auto row = [](const char *smaller, const char *greater) {
            QTest::addRow("%s < %s", smaller, greater) << QString::fromUtf8(smaller) << QString::fromUtf8(greater);
        };
        row("a2", "a10");
        row("a9", "a10");
        row("a10", "a11");
        row("a099", "a100");
        row("a1", "a1b");
        row("a1.txt", "a1b.txt");
        row("a1b", "a1c");
        row("a", "b");
        row("a", "B");
        row("A", "b");
        row("Äpfel", "Birnen");
        row("elan", "émile");
        row("123456789", "1234567890");
        row("999999999", "1000000000");
        row("1234567890123456789012", "9234567890123456789012");
        row("99999999999999999999", "100000000000000000000");
        row("chapter 2 page 3", "chapter 2 page 20");
        row("2", "a");
    }
    void naturalOrder()
    {
        QFETCH(QString, smaller);
        QFETCH(QString, greater);
        QVERIFY(mirror::sortKey(smaller) < mirror::sortKey(greater));
        const QByteArray left = mirror::searchKey(smaller).toUtf8();
        const QByteArray right = mirror::searchKey(greater).toUtf8();
        QVERIFY(
            mirror::comesBefore({left.constData(), size_t(left.size())}, {right.constData(), size_t(right.size())}));
        QVERIFY(
            !mirror::comesBefore({right.constData(), size_t(right.size())}, {left.constData(), size_t(left.size())}));
    }

    void sameForCaseAndAccents()
    {
        QCOMPARE(mirror::sortKey(QStringLiteral("Straße")), mirror::sortKey(QStringLiteral("STRASSE")));
        QCOMPARE(mirror::searchKey(QString::fromUtf8("\xC3\x89t\xC3\xA9")), QStringLiteral("ete"));
        QCOMPARE(mirror::searchKey(QString::fromUtf8("\xEF\xAC\x81le")), QStringLiteral("file"));
        QCOMPARE(mirror::sortKey(QStringLiteral("a01")), mirror::sortKey(QStringLiteral("a1")));
        QVERIFY(mirror::sortKey(QString(10'000, QLatin1Char('x'))).size() <= 200);
    }

    void words()
    {
        QCOMPARE(mirror::searchWords(QStringLiteral("  Über  Das ")),
                 (QStringList{QStringLiteral("uber"), QStringLiteral("das")}));
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
