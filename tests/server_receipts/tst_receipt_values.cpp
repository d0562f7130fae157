// What a receipt is: its canonical form, its signature, and what is refused. The files of golden/ were made by another
// implementation.

#include "ed25519.h"

#include <server/receipts/keys.h>

#include <boost/json/parse.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace learnlab::server;
using namespace learnlab::server::receipts;

namespace {

const QDir golden(QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/server_receipts/golden"));

std::string readGolden(const QString &name)
{
    QFile file(golden.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Claims someClaims()
{
    return {"server",
            "file",
            3,
            "n\u00e4me\n\"",
            5,
            std::string(64, 'a'),
            "user",
            "amal",
            *support::parseTime("2026-11-23T08:00:00Z"),
            *support::parseTime("2026-11-23T08:00:01Z")};
}

} // namespace

class TestReceiptValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalForm_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("order") << QByteArray("{\"b\":1,\"a\":{\"d\":[true,null],\"c\":\"\"}}")
                               << QByteArray("{\"a\":{\"c\":\"\",\"d\":[true,null]},\"b\":1}");
        QTest::newRow("escapes") << QByteArray("{\"a\":\"\\u0000\\u001F\\u0008\\t\\n\\f\\r\\\"\\\\\\/\\u007f\\u20ac\"}")
                                 << QByteArray("{\"a\":\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\x7f\u20ac\"}");
        // U+1F600 is D83D DE00 in UTF-16, which comes before U+FB33.
        QTest::newRow("order of names")
            << QByteArray("{\"\uFB33\":1,\"\U0001F600\":2,\"\u00f6\":3,\"\\r\":4,\"1\":5,\"\ud7ff\":6}")
            << QByteArray("{\"\\r\":4,\"1\":5,\"\u00f6\":3,\"\ud7ff\":6,\"\U0001F600\":2,\"\uFB33\":1}");
        QTest::newRow("largest number") << QByteArray("[9007199254740991,-9007199254740991,0]")
                                        << QByteArray("[9007199254740991,-9007199254740991,0]");
        QTest::newRow("beyond") << QByteArray("[9007199254740992]") << QByteArray();
        QTest::newRow("fraction") << QByteArray("[1.5]") << QByteArray();
    }
    void canonicalForm()
    {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, expected);
        const auto text = canonicalJson(boost::json::parse(given.toStdString()));
        QCOMPARE(QByteArray::fromStdString(text.value_or("")), expected);
    }

    void ofAnotherImplementation_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::newRow("genuine") << QStringLiteral("genuine.json") << QString();
        const auto names = golden.entryList({QStringLiteral("receipt_*.json")}, QDir::Files);
        QVERIFY(names.size() >= 8);
        for (const auto &name : names)
            QTest::newRow(qPrintable(name))
                << name << name.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('-'), 0, 0);
    }
    void ofAnotherImplementation()
    {
        QFETCH(QString, file);
        QFETCH(QString, code);
        const auto keys = parseKeys(readGolden(QStringLiteral("keys.json")));
        QVERIFY(keys.has_value());
        QCOMPARE(keys->size(), std::size_t(2));
        const auto receipt = Receipt::parse(readGolden(file));
        if (!receipt) {
            QCOMPARE(QString::fromStdString(receipt.error().code), code);
            return;
        }
        const auto claims = verify(*receipt, *keys);
        QCOMPARE(claims ? QString() : QString::fromStdString(claims.error().code), code);
        QVERIFY(claims || !claims.error().detail.empty());
        if (claims) {
            QCOMPARE(claims->revision, 7);
            QCOMPARE(claims->size, 14);
            QCOMPARE(claims->username, std::string("amal"));
        }
    }

    void anotherContentIsRefused()
    {
        const auto keys = parseKeys(readGolden(QStringLiteral("keys.json")));
        const auto receipt = Receipt::parse(readGolden(QStringLiteral("genuine.json")));
        QVERIFY(keys && receipt);
        const std::string right = "df91aa4afed664cbf1044ddcdd2380cfbb53152fb97dd109cb6caa26b450f6e0";
        QVERIFY(verify(*receipt, *keys, Content{14, right}).has_value());
        QCOMPARE(verify(*receipt, *keys, Content{14, std::string(64, '0')}).error().code,
                 std::string("receipt_other_content"));
        QCOMPARE(verify(*receipt, *keys, Content{15, right}).error().code, std::string("receipt_other_content"));
    }

    void everyBitOfASignedReceiptCounts()
    {
        const std::string seed(32, 's');
        const auto from = *support::parseTime("2026-11-23T07:00:00Z");
        const std::vector<PublicKey> keys{{"k", *publicKeyOf(seed), from, std::nullopt}};
        const auto receipt = sign(someClaims(), "k", seed);
        QVERIFY(verify(receipt, keys).has_value());
        for (std::size_t i = 0; i < receipt.payload.size(); ++i) {
            auto changed = receipt;
            changed.payload[i] = static_cast<char>(changed.payload[i] ^ 1);
            QVERIFY2(!verify(changed, keys), changed.payload.c_str());
        }
        for (std::size_t i = 0; i < receipt.signature.size(); ++i) {
            auto changed = receipt;
            changed.signature[i] = changed.signature[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!verify(changed, keys), changed.signature.c_str());
        }
        auto longer = receipt;
        longer.signature += "AAAA";
        QVERIFY(!verify(longer, keys));
        QVERIFY(!verify(receipt, {{"k", *publicKeyOf(std::string(32, 't')), from, std::nullopt}}));
        QVERIFY(!verify(receipt, {}));
    }

    void base64IsStrict()
    {
        for (const auto &text : {std::string("a"), std::string("ab"), std::string(256, '\xff')})
            QCOMPARE(fromBase64(toBase64(text)).value_or("?"), text);
        for (const char *text : {"", "YQ", "YQ=", "YR==", "Y!==", "YQ==YQ==", " YQ=="})
            QVERIFY2(!fromBase64(text), text);
    }

    void keyFilesAreMadeKeptAndWatched()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("key")).toStdString();
        const auto made = SigningKey::load(path);
        QVERIFY(made.has_value());
        struct stat about
        {};
        QVERIFY(::stat(path.c_str(), &about) == 0);
        QCOMPARE(about.st_mode & 0777, mode_t(0600));
        const auto again = SigningKey::load(path);
        QVERIFY(again && again->id == made->id && again->seed == made->seed && again->from == made->from);
        QVERIFY(::chmod(path.c_str(), 0640) == 0);
        QCOMPARE(SigningKey::load(path).error().code, std::string("bad_configuration"));
        QVERIFY(::chmod(path.c_str(), 0600) == 0);
        for (const char *text : {"", "# nothing\n", "r1 short 2026-11-23T08:00:00Z\n", "r1\n", "r-1 x y\n"}) {
            QFile file(QString::fromStdString(path));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) >= 0);
            file.close();
            QVERIFY2(!SigningKey::load(path), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestReceiptValues)
#include "tst_receipt_values.moc"
