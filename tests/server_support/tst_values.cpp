// Ids, encodings, addresses, times, numbers and log lines.
#include <server/support/address.h>
#include <server/support/bytes.h>
#include <server/support/log.h>
#include <server/support/metrics.h>
#include <server/support/time.h>
#include <server/support/uuid.h>

#include <boost/json/parse.hpp>

#include <QTest>

using namespace learnlab::server::support;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uuidsReadAndWriteThemselves()
    {
        const auto id = Uuid::parse("0190C5A7-1B2C-7D3E-8F40-a1b2c3d4e5f6");
        QVERIFY(id.has_value());
        QCOMPARE(id->text(), std::string("0190c5a7-1b2c-7d3e-8f40-a1b2c3d4e5f6"));
        for (const char *bad :
             {"", "0190c5a7", "0190c5a71b2c7d3e8f40a1b2c3d4e5f6", "0190c5a7-1b2c-7d3e-8f40-a1b2c3d4e5fg",
              "{190c5a7-1b2c-7d3e-8f40-a1b2c3d4e5f6", "0190c5a7-1b2c-7d3e-8f40-a1b2c3d4e5f6 "})
            QVERIFY2(!Uuid::parse(bad), bad);
        QCOMPARE(Uuid::random().text()[14], '4');
        QCOMPARE(Uuid::timeOrdered().text()[14], '7');
        QVERIFY(Uuid::random() != Uuid::random());
    }

    void encodingsAreStrict()
    {
        for (const std::string &bytes :
             {std::string(), std::string("a"), std::string("ab"), std::string("abc"), std::string("\xff\x00\x7f", 3)}) {
            QVERIFY(fromBase64Url(toBase64Url(bytes)) == bytes);
            QVERIFY(fromHex(toHex(bytes)) == bytes);
        }
        QCOMPARE(toBase64Url("\xfb\xff"), std::string("-_8"));
        for (const char *bad : {"-_9", "A", "AA==", "A+", "AB/"})
            QVERIFY2(!fromBase64Url(bad), bad);
        for (const char *bad : {"a", "AA", "0g"})
            QVERIFY2(!fromHex(bad), bad);
        QCOMPARE(toHex(sha256("abc")), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(toHex(hmacSha256("key", "The quick brown fox jumps over the lazy dog")),
                 std::string("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"));
        QVERIFY(isUtf8("aäπ😀"));
        for (const char *bad : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"})
            QVERIFY(!isUtf8(bad));
        QCOMPARE(codePoints("aäπ😀"), std::size_t(4));
    }

    void timesComeInManyShapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wire");
        const QString expected = QStringLiteral("2026-11-23T01:02:03.120000Z");
        QTest::newRow("z") << QStringLiteral("2026-11-23T01:02:03.12Z") << expected;
        QTest::newRow("offset") << QStringLiteral("2026-11-23T03:32:03.120000+02:30") << expected;
        QTest::newRow("west") << QStringLiteral("2026-11-22T20:02:03.120-05:00") << expected;
        QTest::newRow("postgres") << QStringLiteral("2026-11-23 01:02:03.12+00") << expected;
        QTest::newRow("nanoseconds") << QStringLiteral("2026-11-23T01:02:03.120000999Z") << expected;
        QTest::newRow("before 1970") << QStringLiteral("1969-12-31T23:59:59.5Z")
                                     << QStringLiteral("1969-12-31T23:59:59.500000Z");
        QTest::newRow("first") << QStringLiteral("0001-01-01T00:00:00Z")
                               << QStringLiteral("0001-01-01T00:00:00.000000Z");
        QTest::newRow("last") << QStringLiteral("9999-12-31T23:59:59.999999Z")
                              << QStringLiteral("9999-12-31T23:59:59.999999Z");
        for (const char *bad :
             {"0000-12-31T23:59:59Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "9999-12-31T23:59:60Z"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString(); // not to be written in four digits of year
        for (const char *bad : {"", "2026-11-23", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-11-23T01:02:03",
                                "2026-11-23T25:02:03Z", "2026-11-23T01:02:03.Z", "2026-11-23T01:02:03Z ", "yesterday"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
    }

    void timesComeInManyShapes()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, wire);
        const auto time = parseTime(text.toStdString());
        QCOMPARE(time ? QString::fromStdString(formatTime(*time)) : QString(), wire);
    }

    void addressesAreRead()
    {
        const auto text = [](const char *given) {
            const auto address = Address::parse(given);
            return address ? address->text() : std::string("no address");
        };
        QCOMPARE(text("1.2.3.4"), std::string("1.2.3.4"));
        QCOMPARE(text("1.2.3.4:80"), std::string("1.2.3.4"));
        QCOMPARE(text("[2001:DB8::1]:80"), std::string("2001:db8::1"));
        QCOMPARE(text("fe80::1%eth0"), std::string("fe80::1"));
        QCOMPARE(text("::ffff:1.2.3.4"), std::string("1.2.3.4"));
        for (const char *bad : {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "[::1", "::1::", "example.org", "1.2.3.4 "})
            QCOMPARE(text(bad), std::string("no address"));
    }

    void rangesContain()
    {
        const auto contains = [](const char *range, const char *address) {
            return AddressRange::parse(range)->contains(*Address::parse(address));
        };
        QVERIFY(contains("10.0.0.0/8", "10.255.0.1") && !contains("10.0.0.0/8", "11.0.0.1"));
        QVERIFY(contains("192.168.4.0/22", "192.168.7.255") && !contains("192.168.4.0/22", "192.168.8.0"));
        QVERIFY(contains("1.2.3.4", "1.2.3.4") && !contains("1.2.3.4", "1.2.3.5"));
        QVERIFY(contains("2001:db8::/33", "2001:db8:7fff::1") && !contains("2001:db8::/33", "2001:db8:8000::1"));
        QVERIFY(contains("0.0.0.0/0", "8.8.8.8") && !contains("0.0.0.0/0", "2001:db8::1"));
        QVERIFY(contains("::/0", "8.8.8.8"));
        for (const char *bad : {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "1.2.3.4:80", "::/129", "x/8"})
            QVERIFY2(!AddressRange::parse(bad), bad);
        QCOMPARE(addressPrefix("2001:db8:1:2:3:4:5:6"), std::string("2001:db8:1:2::/64"));
        QCOMPARE(addressPrefix("::ffff:1.2.3.4"), std::string("1.2.3.4"));
        QCOMPARE(addressPrefix("unknown"), std::string("unknown"));
    }

    void metricsAreText()
    {
        Metrics metrics;
        metrics.counter("b_total", "Bees.", {{"kind", "a\"b\\c"}}).add(3);
        metrics.counter("b_total", "Bees.", {{"kind", "a\"b\\c"}}).add();
        metrics.gauge("a", "Now.", [] { return 1.5; });
        metrics.histogram("c_seconds", "Time.").observe(0.002);
        metrics.histogram("c_seconds", "Time.").observe(1000);
        const std::string text = metrics.text();
        QVERIFY(text.starts_with("# HELP a Now.\n# TYPE a gauge\na 1.5\n# HELP b_total Bees.\n"));
        for (const char *line : {"\nb_total{kind=\"a\\\"b\\\\c\"} 4\n", "\n# TYPE c_seconds histogram\n",
                                 "\nc_seconds_bucket{le=\"0.001\"} 0\n", "\nc_seconds_bucket{le=\"0.0025\"} 1\n",
                                 "\nc_seconds_bucket{le=\"60\"} 1\n", "\nc_seconds_bucket{le=\"+Inf\"} 2\n",
                                 "\nc_seconds_sum 1000.002\n", "\nc_seconds_count 2\n"})
            QVERIFY2(text.find(line) != std::string::npos, (line + text).c_str());
    }

    void logLinesAreJson()
    {
        std::string text;
        Logger log(LogLevel::Info, LogFormat::Json, [&text](std::string_view line) { text += line; });
        log.debug("hidden");
        log.warning("odd", {{"name", "a\"b\n{"}, {"count", 7}, {"flag", true}});
        const auto line = boost::json::parse(text).as_object();
        QVERIFY(line.at("name").as_string() == "a\"b\n{");
        QVERIFY(line.at("level").as_string() == "warning");
        QCOMPARE(line.at("count").as_int64(), std::int64_t(7));
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), 1);
    }

    void textLogLinesStayOnOneLine()
    {
        std::string text;
        Logger log(LogLevel::Info, LogFormat::Text, [&text](std::string_view line) { text += line; });
        log.info("odd", {{"name", "a\nforged line"}, {"plain", "word"}});
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), 1);
        QVERIFY(text.find("plain=word") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
