// The receipts that another implementation made: each is what its name says, as for the server's own verifier.

#include "receipts/receipt.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace learnlab::receipts;

namespace {

const QDir golden(QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/server_receipts/golden"));

QByteArray readGolden(const QString &name)
{
    QFile file(golden.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReceipt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAnotherImplementation_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Verdict>("verdict");
        const QMap<QString, Verdict> verdicts{{QStringLiteral("genuine"), Verdict::Genuine},
                                              {QStringLiteral("receipt_changed"), Verdict::Changed},
                                              {QStringLiteral("receipt_key_not_valid"), Verdict::KeyNotValid},
                                              {QStringLiteral("receipt_key_unknown"), Verdict::KeyUnknown},
                                              {QStringLiteral("receipt_malformed"), Verdict::NotAReceipt}};
        for (const auto &name : golden.entryList({QStringLiteral("*.json")}, QDir::Files)) {
            const auto stem = name.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('-'), 0, 0);
            if (verdicts.contains(stem))
                QTest::newRow(qPrintable(name)) << name << verdicts.value(stem);
        }
    }
    void ofAnotherImplementation()
    {
        QFETCH(QString, file);
        QFETCH(Verdict, verdict);
        const auto keys = readGolden(QStringLiteral("keys.json"));
        const auto checked = check(readGolden(file), keys);
        // Spaces that were never signed are a change to us, who do not write canonical JSON.
        if (file.contains(QLatin1String("spaces")))
            verdict = Verdict::Changed;
        QCOMPARE(checked.verdict, verdict);
        QCOMPARE(checked.claims.has_value(), verdict == Verdict::Genuine);
    }

    void whatAGenuineOneSays()
    {
        const auto keys = readGolden(QStringLiteral("keys.json"));
        const auto receipt = readGolden(QStringLiteral("genuine.json"));
        const QByteArray digest("df91aa4afed664cbf1044ddcdd2380cfbb53152fb97dd109cb6caa26b450f6e0");
        const auto checked = check(receipt, keys, Content{14, digest});
        QCOMPARE(checked.verdict, Verdict::Genuine);
        QCOMPARE(checked.claims->revision, 7);
        QCOMPARE(checked.claims->username, QStringLiteral("amal"));
        QCOMPARE(checked.claims->committedAt.toString(Qt::ISODate), QStringLiteral("2026-11-23T08:00:00Z"));
        QCOMPARE(check(receipt, keys, Content{14, QByteArray(64, '0')}).verdict, Verdict::OtherContent);
        QCOMPARE(check(receipt, keys, Content{15, digest}).verdict, Verdict::OtherContent);
        QCOMPARE(check(receipt, "{}").verdict, Verdict::NotKeys);
        QCOMPARE(check(receipt, QByteArray(keys).replace("11qY", "12qY")).verdict, Verdict::Changed);
        QCOMPARE(check(receipt, QByteArray(keys).replace("11qY", "!1qY")).verdict, Verdict::NotKeys);
        for (qsizetype cut = 0; cut < receipt.size() - 2; cut += 7)
            QVERIFY(check(receipt.left(cut), keys).verdict != Verdict::Genuine);
    }

    void theLastReceiptOfAContentCounts()
    {
        using State = Standing::State;
        const auto object = QJsonDocument::fromJson(readGolden(QStringLiteral("genuine.json"))).object();
        const learnlab::domain::Receipt genuine{object.value(QLatin1String("payload")).toString(),
                                                object.value(QLatin1String("signature")).toString().toLatin1(),
                                                object.value(QLatin1String("key_id")).toString()};
        learnlab::domain::Receipts told;
        told.receipts = {genuine};
        told.keys = readGolden(QStringLiteral("keys.json"));
        const auto claims = *check(toJson(genuine), told.keys).claims;
        QCOMPARE(claims.keyId, genuine.keyId);
        QCOMPARE(claims.keyFingerprint.size(), 64);
        const Content content{claims.size, claims.sha256};
        const auto standing = standingOf(told, claims.fileId, content);
        QCOMPARE(standing.state, State::Proved);
        QVERIFY(standing.receipt == genuine);
        QCOMPARE(standing.claims->sha256, claims.sha256);
        QCOMPARE(standingOf(told, QStringLiteral("another"), content).state, State::None);
        QCOMPARE(standingOf(told, claims.fileId, {claims.size + 1, claims.sha256}).state, State::None);

        auto changed = told;
        changed.receipts.first().signature[0] = changed.receipts.first().signature[0] == 'A' ? 'B' : 'A';
        QCOMPARE(standingOf(changed, claims.fileId, content).state, State::Untrue);
        auto earlier = told;
        earlier.refused = {{claims.revision - 1, {}, QStringLiteral("object_missing")}};
        QCOMPARE(standingOf(earlier, claims.fileId, content).state, State::Proved);
        auto later = told;
        later.refused = {{claims.revision + 1, {}, QStringLiteral("digest_mismatch")}};
        QCOMPARE(standingOf(later, claims.fileId, content).state, State::Refused);
        auto reading = told;
        reading.retryAfter = std::chrono::seconds(6);
        QCOMPARE(standingOf(reading, claims.fileId, content).state, State::Proved);
        QCOMPARE(standingOf(reading, claims.fileId, {1, claims.sha256}).state, State::Reading);
        QCOMPARE(standingOf({}, claims.fileId, content).state, State::None);
    }
};

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
