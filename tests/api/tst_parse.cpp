#include "golden.h"

#include "http_links.h"
#include "http_receipts.h"
#include "members.h"
#include "parse.h"
#include "rfc3339.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace learnlab;
using namespace learnlab::api;
using learnlab::tests::golden;

class TestParse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capabilities();
    void tokens();
    void sessions();
    void changes();
    void links();
    void receipts();
    void operations();
    void uploads();
    void uploadState();
    void parts();
    void downloads();
    void hostileNumbers_data();
    void hostileNumbers();
    void hostileUrls_data();
    void hostileUrls();
    void hostileHeaders();
    void times_data();
    void times();
    void timesRoundTrip();
};

void TestParse::capabilities()
{
    const auto found = parseCapabilities(golden(QStringLiteral("capabilities")));
    QVERIFY(found);
    QCOMPARE(found->serverName, QStringLiteral("LearnLab"));
    QVERIFY(found->registrationOpen);
    QCOMPARE(found->limits.partSize, 8'388'608);
    QCOMPARE(found->limits.maxBatch, 500);
    QCOMPARE(found->objectHosts, QStringList{QStringLiteral("http://127.0.0.1:8080")});

    QJsonObject byDomain = golden(QStringLiteral("capabilities")).toObject();
    byDomain.insert(QLatin1String("registration"), QStringLiteral("domains"));
    QVERIFY(parseCapabilities(byDomain)->registrationOpen);
    byDomain.insert(QLatin1String("registration"), QStringLiteral("invitation"));
    QVERIFY(!parseCapabilities(byDomain)->registrationOpen);

    QJsonObject other = golden(QStringLiteral("capabilities")).toObject();
    other.insert(QLatin1String("api"), 3);
    QVERIFY(!parseCapabilities(other));
}

void TestParse::tokens()
{
    const auto found = parseTokens(golden(QStringLiteral("tokens")));
    QVERIFY(found);
    QCOMPARE(found->access, QByteArray("aaa.bbb.ccc"));
    QCOMPARE(found->refresh, QByteArray("ddd.eee.fff"));
    QCOMPARE(found->accessLifetime, std::chrono::seconds(900));
    QCOMPARE(found->user.username, QStringLiteral("ada"));
    QVERIFY(!found->user.fullName);

    // What would end up in a header line.
    QJsonObject evil = golden(QStringLiteral("tokens")).toObject();
    evil.insert(QLatin1String("access_token"), QStringLiteral("a\r\nX-Evil: 1"));
    QCOMPARE(parseTokens(evil).error().code, domain::ErrorCode::BadAnswer);
}

void TestParse::sessions()
{
    const auto found = parseSessions(golden(QStringLiteral("sessions")));
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QVERIFY(found->at(0).current);
    QVERIFY(found->at(0).expiresAt);
    QVERIFY(found->at(1).deviceInfo.isEmpty());
}

void TestParse::changes()
{
    const auto found = parseChanges(golden(QStringLiteral("changes")));
    QVERIFY(found);
    QCOMPARE(found->cursor, QByteArray("AAECAwQ-_x"));
    QVERIFY(found->more);
    QCOMPARE(found->folders.size(), 1);
    QVERIFY(found->folders.first().parentId.isNull());
    QCOMPARE(found->folders.first().revision, 7);
    QCOMPARE(found->files.size(), 1);
    const domain::File &file = found->files.first();
    QCOMPARE(file.folderId, found->folders.first().id);
    QCOMPARE(file.fileSize, 107'374'182'400);
    QCOMPARE(file.contentSha256.size(), 32);
    QVERIFY(file.isDeleted && file.deletedAt && file.trashRoot.isNull());
    QCOMPARE(timeText(*file.contentModifiedAt), QStringLiteral("2026-11-19T22:00:00.000000Z"));
    QCOMPARE(found->removed.size(), 2);
    QCOMPARE(found->removed.at(0).item.kind, domain::ItemKind::File);
    QCOMPARE(found->removed.at(1).item.kind, domain::ItemKind::Folder);
    QVERIFY(found->profile && found->usage && !found->usage->quota);

    // Another program may have left it out; the whole feed must not fail for that.
    QJsonObject untyped =
        golden(QStringLiteral("changes")).toObject().value(QLatin1String("files")).toArray().at(0).toObject();
    untyped.insert(QLatin1String("mime_type"), QJsonValue::Null);
    QVERIFY(parseFile(untyped) && parseFile(untyped)->mimeType.isEmpty());

    // A folder in itself would send every walk up the tree round in circles.
    QJsonObject folder =
        golden(QStringLiteral("changes")).toObject().value(QLatin1String("folders")).toArray().at(0).toObject();
    folder.insert(QLatin1String("parent_id"), folder.value(QLatin1String("id")));
    QVERIFY(!parseFolder(folder));
    // The null id is the root's, which no row may have.
    folder.insert(QLatin1String("parent_id"), QJsonValue::Null);
    folder.insert(QLatin1String("id"), QStringLiteral("00000000-0000-0000-0000-000000000000"));
    QVERIFY(!parseFolder(folder));
}

void TestParse::links()
{
    QJsonObject link = QJsonDocument::fromJson(R"({"id":"019a8f00-0000-7000-8000-000000000004",
        "file_id":"019a8f00-0000-7000-8000-000000000002","url":"https://learnlab.example.org/s/AZqPAAAAcACAAAAAAAAABH",
        "created_at":"2026-11-23T01:02:03.123456Z","expires_at":null,"has_password":true,"revoked":false,"opened":3})")
                           .object();
    const auto found = parseLink(link);
    QVERIFY(found && found->hasPassword && !found->expiresAt && found->opened == 3);
    QVERIFY(found->url.endsWith(QLatin1String("ABH")));
    // A server of the version before tells of none.
    QJsonObject page = golden(QStringLiteral("changes")).toObject();
    QVERIFY(parseChanges(page)->links.isEmpty());
    page.insert(QLatin1String("links"), QJsonArray{link});
    QCOMPARE(parseChanges(page)->links.size(), 1);
    for (const char *url : {"", "javascript:alert(1)", "file:///etc/passwd", "/s/x", "https://u:p@example.org/s/x", "https://a\nb/s/x"}) {
        link.insert(QLatin1String("url"), QString::fromLatin1(url));
        QVERIFY2(!parseLink(link), url);
    }

    domain::LinkWish wish;
    QCOMPARE(composeLink(wish), QJsonObject());
    wish.setsExpiry = wish.setsPassword = true;
    QVERIFY(composeLink(wish).value(QLatin1String("expires_at")).isNull() && composeLink(wish).value(QLatin1String("password")).isNull());
    wish.password = QStringLiteral("open sesame");
    wish.expiresAt = support::Timestamp(std::chrono::seconds(1));
    QCOMPARE(composeLink(wish).value(QLatin1String("password")).toString(), wish.password);
    QCOMPARE(composeLink(wish).value(QLatin1String("expires_at")).toString(), QStringLiteral("1970-01-01T00:00:01.000000Z"));
}

void TestParse::receipts()
{
    QJsonObject answer = QJsonDocument::fromJson(R"({"receipts":[{"payload":"{}","signature":"UuZhUf4T","key_id":"r1"}],
        "refused":[{"revision":7,"committed_at":"2026-11-23T01:02:03.123456Z","code":"object_missing"}]})")
                             .object();
    const auto found = parseReceipts(answer);
    QVERIFY(found && !found->retryAfter && found->keys.isEmpty());
    QCOMPARE(found->receipts, (QList<domain::Receipt>{{QStringLiteral("{}"), "UuZhUf4T", QStringLiteral("r1")}}));
    QCOMPARE(found->refused.first().revision, 7);
    // The time to come again is a wish of the server's, within bounds.
    for (const auto &[said, taken] : {std::pair(6, 6), std::pair(0, 1), std::pair(1'000'000, 3600)}) {
        answer.insert(QLatin1String("retry_after"), said);
        QCOMPARE(parseReceipts(answer)->retryAfter, std::chrono::seconds(taken));
    }
    answer.insert(QLatin1String("retry_after"), QStringLiteral("soon"));
    QVERIFY(!parseReceipts(answer));
    for (const char *missing : {"receipts", "refused"}) {
        QJsonObject without{{QStringLiteral("receipts"), QJsonArray()}, {QStringLiteral("refused"), QJsonArray()}};
        QVERIFY(parseReceipts(without));
        without.remove(QLatin1String(missing));
        QVERIFY2(!parseReceipts(without), missing);
    }

    const QByteArray page = R"({"receipts":[],"refused":[{"file_id":"019a8f00-0000-7000-8000-0000000000f1","name":"Essay.txt",
        "revision":7,"committed_at":"2026-11-23T01:02:03.123456Z","code":"object_missing"}],"pending":3,"after":"x.7"})";
    const auto listed = parseReceiptPage(QJsonDocument::fromJson(page).object());
    QVERIFY(listed && listed->unread == 3 && listed->after == QLatin1String("x.7"));
    QCOMPARE(listed->refused.first().name, QStringLiteral("Essay.txt"));
    QCOMPARE(domain::toText(*listed->refused.first().file), QStringLiteral("019a8f00-0000-7000-8000-0000000000f1"));
    for (const char *needed : {"receipts", "refused", "pending", "file_id", "name"}) {
        const QByteArray without = QByteArray(page).replace(needed, "other");
        QVERIFY2(!parseReceiptPage(QJsonDocument::fromJson(without).object()), needed);
    }
    const auto last = parseReceiptPage(QJsonDocument::fromJson(QByteArray(page).replace("\"x.7\"", "null")).object());
    QVERIFY(last && last->after.isEmpty());

    const QByteArray keys(R"({"server_id":"s","keys":[{"id":"r1","public_key":"11qYAYKx","from":"2026-01-01T00:00:00Z","until":null}]} )");
    QCOMPARE(checkReceiptKeys(keys).value_or(QByteArray()), keys);
    for (const char *bad : {"", "<html>", "[]", R"({"server_id":"s"})", R"({"server_id":"s","keys":[{"id":"r1"}]})"})
        QVERIFY2(!checkReceiptKeys(bad), bad);
}

void TestParse::operations()
{
    const auto found = parseOperationResults(golden(QStringLiteral("operations")));
    QVERIFY(found);
    QCOMPARE(found->size(), 3);
    QVERIFY(found->at(0).folder && !found->at(0).file && !found->at(0).error);
    QVERIFY(found->at(1).file);
    QVERIFY(found->at(2).error);
    QCOMPARE(found->at(2).error->code, domain::ErrorCode::NameTaken);
}

void TestParse::uploads()
{
    const auto found = parseUploadAnswers(golden(QStringLiteral("uploads")));
    QVERIFY(found);
    QCOMPARE(found->size(), 8);
    QCOMPARE(found->at(0).status, UploadStatus::Single);
    QCOMPARE(found->at(0).put.url.toEncoded(), QByteArray("http://127.0.0.1:8080/objects/k?sig=s%2Bx"));
    QCOMPARE(found->at(0).put.headers.size(), 1);
    QCOMPARE(found->at(1).status, UploadStatus::Multipart);
    QCOMPARE(found->at(1).partSize, 8'388'608);
    QCOMPARE(found->at(2).status, UploadStatus::Present);
    QCOMPARE(found->at(3).status, UploadStatus::Done);
    QCOMPARE(found->at(4).status, UploadStatus::Relocated);
    QCOMPARE(found->at(5).status, UploadStatus::Pending);
    QCOMPARE(found->at(5).error->retryAfter, std::chrono::seconds(2));
    QCOMPARE(found->at(6).error->code, domain::ErrorCode::NameTaken);
    QVERIFY(found->at(6).file);
    QCOMPARE(found->at(7).error->code, domain::ErrorCode::UploadGone);
}

void TestParse::uploadState()
{
    const auto found = parseUploadState(golden(QStringLiteral("upload_state")));
    QVERIFY(found);
    QCOMPARE(found->phase, UploadState::Phase::Open);
    QCOMPARE(found->parts.size(), 1);
    QCOMPARE(found->parts.first().etag, QStringLiteral("\"e1\""));
}

void TestParse::parts()
{
    const auto found = parsePartUrls(golden(QStringLiteral("parts")));
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(1).number, 2);
    QCOMPARE(found->at(1).put.lifetime, std::chrono::seconds(900));
}

void TestParse::downloads()
{
    const auto found = parseDownloads(golden(QStringLiteral("downloads")));
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).fileSize, 5);
    QVERIFY(!found->at(0).error);
    QCOMPARE(found->at(1).error->code, domain::ErrorCode::NotFound);
}

void TestParse::hostileNumbers_data()
{
    QTest::addColumn<QJsonValue>("size");
    QTest::newRow("negative") << QJsonValue(-1);
    QTest::newRow("fraction") << QJsonValue(1.5);
    QTest::newRow("beyond what doubles hold") << QJsonValue(1e30);
    QTest::newRow("64 bits") << QJsonValue(qint64{0x7fff'ffff'ffff'ffff});
    QTest::newRow("text") << QJsonValue(QStringLiteral("12"));
    QTest::newRow("truth") << QJsonValue(true);
    QTest::newRow("nothing") << QJsonValue();
}

void TestParse::hostileNumbers()
{
    QFETCH(const QJsonValue, size);
    QJsonObject file =
        golden(QStringLiteral("changes")).toObject().value(QLatin1String("files")).toArray().at(0).toObject();
    QVERIFY(parseFile(file));
    file.insert(QLatin1String("file_size"), size);
    QCOMPARE(parseFile(file).error().code, domain::ErrorCode::BadAnswer);
}

void TestParse::hostileUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << QStringLiteral("https://s3.example.org/k?x=1") << true;
    QTest::newRow("http on loopback") << QStringLiteral("http://127.0.0.1:9/k") << true;
    QTest::newRow("http on loopback 6") << QStringLiteral("http://[::1]:9/k") << true;
    QTest::newRow("http elsewhere") << QStringLiteral("http://s3.example.org/k") << false;
    QTest::newRow("looks like loopback") << QStringLiteral("http://127.0.0.1.example.org/k") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("user") << QStringLiteral("https://a:b@s3.example.org/k") << false;
    QTest::newRow("no host") << QStringLiteral("https:///k") << false;
    QTest::newRow("relative") << QStringLiteral("/objects/k") << false;
    QTest::newRow("line break") << QStringLiteral("https://s3.example.org/k\r\nX: 1") << false;
}

void TestParse::hostileUrls()
{
    QFETCH(const QString, url);
    QFETCH(const bool, good);
    QCOMPARE(parseStoreUrl(url).has_value(), good);
}

void TestParse::hostileHeaders()
{
    const auto answerWith = [](const QJsonValue &headers) {
        QJsonObject item{{QStringLiteral("upload_id"), QStringLiteral("0190f0a0-0000-7000-8000-000000000021")},
                         {QStringLiteral("status"), QStringLiteral("open")},
                         {QStringLiteral("method"), QStringLiteral("single")},
                         {QStringLiteral("url"), QStringLiteral("https://s3.example.org/k")},
                         {QStringLiteral("expires_in"), 900},
                         {QStringLiteral("headers"), headers}};
        return parseUploadAnswers(QJsonObject{{QStringLiteral("results"), QJsonArray{item}}});
    };
    QVERIFY(answerWith(QJsonObject{{QStringLiteral("x-a"), QStringLiteral("b")}}));
    QVERIFY(!answerWith(QJsonObject{{QStringLiteral("x-a"), QStringLiteral("b\r\nHost: evil")}}));
    QVERIFY(!answerWith(QJsonObject{{QStringLiteral("x a"), QStringLiteral("b")}}));
    QVERIFY(!answerWith(QJsonObject{{QStringLiteral("x-a"), 1}}));
    QVERIFY(!answerWith(QJsonArray{}));
}

void TestParse::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("same"); // empty: refused
    QTest::newRow("plain") << QStringLiteral("2026-11-23T01:02:03Z") << QStringLiteral("2026-11-23T01:02:03.000000Z");
    QTest::newRow("nanoseconds") << QStringLiteral("2026-11-23T01:02:03.123456789Z")
                                 << QStringLiteral("2026-11-23T01:02:03.123456Z");
    QTest::newRow("offset") << QStringLiteral("2026-01-01T00:30:00+01:00")
                            << QStringLiteral("2025-12-31T23:30:00.000000Z");
    QTest::newRow("before 1970") << QStringLiteral("1969-12-31T23:59:59.5Z")
                                 << QStringLiteral("1969-12-31T23:59:59.500000Z");
    QTest::newRow("leap day") << QStringLiteral("2024-02-29T00:00:00Z")
                              << QStringLiteral("2024-02-29T00:00:00.000000Z");
    QTest::newRow("no leap day") << QStringLiteral("2026-02-29T00:00:00Z") << QString();
    QTest::newRow("no zone") << QStringLiteral("2026-11-23T01:02:03") << QString();
    QTest::newRow("no such hour") << QStringLiteral("2026-11-23T24:02:03Z") << QString();
    QTest::newRow("empty fraction") << QStringLiteral("2026-11-23T01:02:03.Z") << QString();
    QTest::newRow("more behind") << QStringLiteral("2026-11-23T01:02:03Z ") << QString();
    QTest::newRow("other digits") << QStringLiteral("２０２６-11-23T01:02:03Z") << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestParse::times()
{
    QFETCH(const QString, text);
    QFETCH(const QString, same);
    const auto found = timeFromText(text);
    QCOMPARE(found ? timeText(*found) : QString(), same);
}

void TestParse::timesRoundTrip()
{
    support::SeededRandom random(1);
    for (int i = 0; i < 1000; ++i) {
        const support::Timestamp time(
            std::chrono::microseconds(static_cast<qint64>(random.below(4'000'000'000'000'000))));
        QCOMPARE(timeFromText(timeText(time)), std::optional(time));
    }
}

QTEST_APPLESS_MAIN(TestParse)
#include "tst_parse.moc"
