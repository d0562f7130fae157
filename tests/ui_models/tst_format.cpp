#include "ui/models/error_text.h"
#include "ui/models/format.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace learnlab;

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void times_data();
    void times();
    void timeLeft_data();
    void timeLeft();
    void usage();
    void kinds();
    void everyErrorHasWords();
};

namespace {
const QLocale english(QLocale::English, QLocale::UnitedKingdom);

support::Timestamp at(const QString &local)
{
    const auto milliseconds = QDateTime::fromString(local, Qt::ISODate).toMSecsSinceEpoch();
    return support::Timestamp(std::chrono::milliseconds(milliseconds));
}
} // namespace

void FormatTest::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << qint64(-1) << QString();
    QTest::newRow("a kilobyte") << qint64(1000) << QStringLiteral("1 KB");
    QTest::newRow("whole kilobytes") << qint64(412'345) << QStringLiteral("412 KB");
    QTest::newRow("rolls over") << qint64(999'600) << QStringLiteral("1 MB");
    QTest::newRow("a fraction") << qint64(1'840'000) << QStringLiteral("1.8 MB");
    QTest::newRow("no fraction above 100") << qint64(212'400'000) << QStringLiteral("212 MB");
    QTest::newRow("gigabytes") << qint64(1'200'000'000) << QStringLiteral("1.2 GB");
    QTest::newRow("largest") << qint64(100'000'000'000'000) << QStringLiteral("100 TB");
}

void FormatTest::sizes()
{
    QFETCH(qint64, bytes);
    QTEST(ui::formatSize(bytes, english), "text");
}

void FormatTest::times_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << QStringLiteral("2025-11-20T10:42:00") << QStringLiteral("Today, 10:42");
    QTest::newRow("yesterday") << QStringLiteral("2025-11-19T17:40:00") << QStringLiteral("Yesterday, 17:40");
    QTest::newRow("this week") << QStringLiteral("2025-11-17T08:55:00") << QStringLiteral("Mon, 08:55");
    QTest::newRow("this year") << QStringLiteral("2025-11-03T16:20:00") << QStringLiteral("3 Nov, 16:20");
    QTest::newRow("earlier") << QStringLiteral("2024-02-01T16:20:00") << QStringLiteral("1 Feb 2024");
    QTest::newRow("a wrong clock") << QStringLiteral("2025-12-01T09:00:00") << QStringLiteral("1 Dec, 09:00");
}

void FormatTest::times()
{
    QFETCH(QString, when);
    const auto now = at(QStringLiteral("2025-11-20T12:00:00"));
    QTEST(ui::formatWhen(at(when), now, english), "text");
    QFETCH(QString, text);
    QCOMPARE(ui::formatMoment(at(when), now, english), text.startsWith(QStringLiteral("Today, ")) ? text.mid(7) : text);
}

void FormatTest::timeLeft_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("almost done") << 0 << QStringLiteral("1 s left");
    QTest::newRow("seconds") << 40 << QStringLiteral("40 s left");
    QTest::newRow("steps of five") << 62 << QStringLiteral("1 min 5 s left");
    QTest::newRow("minutes") << 301 << QStringLiteral("6 min left");
    QTest::newRow("hours") << 7300 << QStringLiteral("2 h 2 min left");
}

void FormatTest::timeLeft()
{
    QFETCH(int, seconds);
    QTEST(ui::formatTimeLeft(std::chrono::seconds(seconds), english), "text");
}

void FormatTest::usage()
{
    QVERIFY(ui::usageText(std::nullopt, english).text.isEmpty());
    const ui::UsageText free = ui::usageText(domain::Usage{.bytesUsed = 12'400'000'000}, english);
    QCOMPARE(free.text, QStringLiteral("12.4 GB used"));
    QVERIFY(free.share < 0);
    const ui::UsageText limited = ui::usageText(domain::Usage{.bytesUsed = 9'000'000'000, .bytesReserved = 1'000'000'000, .quota = 20'000'000'000}, english);
    QCOMPARE(limited.text, QStringLiteral("10 GB of 20 GB used"));
    QCOMPARE(limited.share, 0.5);
    QCOMPARE(ui::usageText(domain::Usage{.bytesUsed = 30, .quota = 20}, english).share, 1.0);
}

void FormatTest::kinds()
{
    QCOMPARE(ui::fileTypeOf(QStringLiteral("Sheet 3.PDF"), {}), ui::FileType::Pdf);
    QCOMPARE(ui::typeName(QStringLiteral("a.docx"), {}), QStringLiteral("Word document"));
    QCOMPARE(ui::fileTypeOf(QStringLiteral(".pdf"), {}), ui::FileType::Unknown); // a hidden file, not a suffix
    QCOMPARE(ui::fileTypeOf(QStringLiteral("unknown"), QStringLiteral("image/x-raw")), ui::FileType::Image);
    QCOMPARE(ui::typeName(QStringLiteral("unknown"), {}), QStringLiteral("File"));
}

void FormatTest::everyErrorHasWords()
{
    QSet<QString> titles;
    const auto last = static_cast<int>(domain::ErrorCode::Internal);
    for (int code = 0; code <= last; ++code) {
        const ui::ErrorText words = ui::errorText({static_cast<domain::ErrorCode>(code), QStringLiteral("diagnosis")});
        QVERIFY(!words.title.isEmpty());
        QVERIFY(words.details.endsWith(QStringLiteral("diagnosis")));
        QVERIFY2(!words.sentence().contains(QLatin1String("diagnosis")), "the diagnosis is for Details alone");
        titles.insert(words.title);
    }
    // Only an expired token and an ended session say the same: a missing entry would show as Internal's words.
    QCOMPARE(titles.size(), last);
}

QTEST_GUILESS_MAIN(FormatTest)
#include "tst_format.moc"
