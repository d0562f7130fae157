#include "domain/id.h"
#include "fakes/step_scheduler.h"

#include <QTest>

using namespace learnlab;

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textGoesBothWays()
    {
        const QString text = QStringLiteral("0192f0c1-2345-7abc-8def-0123456789ab");
        const auto id = domain::fromText<domain::FileId>(text);
        QVERIFY(id);
        QCOMPARE(domain::toText(*id), text);
        QCOMPARE(domain::fromText<domain::FileId>(text.toUpper()), id);
        QCOMPARE(domain::fromBlob<domain::FileId>(domain::toBlob(*id)), *id);
    }

    void refusesWhatIsNoId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("braces") << QStringLiteral("{0192f0c1-2345-7abc-8def-0123456789ab}");
        QTest::newRow("no dashes") << QStringLiteral("0192f0c123457abc8def0123456789ab");
        QTest::newRow("dash misplaced") << QStringLiteral("0192f0c12-345-7abc-8def-0123456789ab");
        QTest::newRow("letter") << QStringLiteral("0192f0c1-2345-7abc-8def-0123456789ag");
        QTest::newRow("other digits") << QStringLiteral("٠192f0c1-2345-7abc-8def-0123456789ab");
        QTest::newRow("too long") << QStringLiteral("0192f0c1-2345-7abc-8def-0123456789ab ");
    }
    void refusesWhatIsNoId()
    {
        QFETCH(QString, text);
        QVERIFY(!domain::uuidFromText(text));
    }

    void blobOfAnotherLengthIsNull() { QVERIFY(domain::fromBlob<domain::FileId>(QByteArray(15, 'x')).isNull()); }

    void made()
    {
        fakes::FakeClock clock;
        support::SeededRandom random(1);
        const auto first = domain::makeId<domain::FileId>(clock, random);
        const auto twin = domain::makeId<domain::FileId>(clock, random);
        QVERIFY(first != twin);
        QCOMPARE(first.bytes()[6] >> 4, 7);
        QCOMPARE(first.bytes()[8] >> 6, 2);
        clock.advance(std::chrono::milliseconds(1));
        const auto later = domain::makeId<domain::FileId>(clock, random);
        QVERIFY(first < later);
        QVERIFY(twin < later);
        // 2026-01-01T00:00:00Z in milliseconds
        QVERIFY(domain::toText(first).startsWith(
            QString::number(1'767'225'600'000, 16).rightJustified(12, QLatin1Char('0')).left(8)));
    }

    void nullIsTheRoot()
    {
        QVERIFY(domain::rootFolder.isNull());
        QCOMPARE(domain::toText(domain::rootFolder), QStringLiteral("00000000-0000-0000-0000-000000000000"));
    }
};

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
