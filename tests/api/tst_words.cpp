#include "compose.h"
#include "http_trash.h"
#include "problem.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace learnlab;
using namespace learnlab::api;
using domain::ErrorCode;

/// Addresses, problems and the bodies of requests.
class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void problems_data();
    void problems();
    void problemDetails();
    void retryAfter();
    void operations();
    void purges();
    void uploads();
    void logins();
};

void TestWords::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // or the error's name
    const auto row = [](const char *text, const char *url) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(url);
    };
    row("learnlab.example.edu", "https://learnlab.example.edu");
    row(" https://LearnLab.example.edu/ ", "https://learnlab.example.edu");
    row("learnlab.example.edu:8443", "https://learnlab.example.edu:8443");
    row("https://learnlab.example.edu:443", "https://learnlab.example.edu");
    row("https://example.edu/learnlab/", "https://example.edu/learnlab");
    row("http://127.0.0.1:8080", "http://127.0.0.1:8080");
    row("http://localhost:8080/", "http://localhost:8080");
    row("http://[::1]:8080", "http://[::1]:8080");
    row("localhost:8080", "https://localhost:8080");
    row("http://learnlab.example.edu", "insecure_address");
    row("http://127.0.0.1.example.edu", "insecure_address");
    row("http://localhost.example.edu", "insecure_address");
    row("ftp://learnlab.example.edu", "malformed");
    row("https://user@learnlab.example.edu", "malformed");
    row("https://learnlab.example.edu?x=1", "malformed");
    row("https://learnlab.example.edu#x", "malformed");
    row("https://", "malformed");
    row("", "malformed");
    row("two words", "malformed");
    row("javascript:alert(1)", "malformed");
    row("https://learnlab.example.edu:0", "malformed");
    row("https://learnlab.example.edu:99999", "malformed");
}

void TestWords::addresses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, url);
    const auto found = serverAddress(text);
    QCOMPARE(found ? found->toString() : QString(domain::codeName(found.error().code)), url);
}

void TestWords::problems_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("ours");
    const auto row = [](int status, const char *code, const char *ours) {
        QTest::addRow("%d %s", status, code) << status << QString::fromLatin1(code) << QString::fromLatin1(ours);
    };
    row(400, "malformed", "malformed");
    row(401, "token_expired", "token_expired");
    row(401, "token_missing", "token_expired");
    row(401, "token_revoked", "session_ended");
    row(401, "token_reused", "session_ended");
    row(401, "bad_credentials", "bad_credentials");
    row(401, "", "bad_answer"); // nobody's word about the session
    row(403, "forbidden", "forbidden");
    row(404, "not_found", "not_found");
    row(405, "method_not_allowed", "malformed");
    row(408, "timeout", "timeout");
    row(409, "name_taken", "name_taken");
    row(409, "revision_conflict", "revision_conflict");
    row(409, "folder_cycle", "folder_cycle");
    row(409, "parent_gone", "parent_gone");
    row(409, "dependency_failed", "dependency_failed");
    row(409, "upload_state", "upload_state");
    row(409, "object_missing", "upload_gone");
    row(409, "email_taken", "registration_refused");
    row(410, "cursor_unknown", "cursor_unknown");
    row(413, "too_large", "too_large");
    row(415, "unsupported_media_type", "malformed");
    row(422, "name_invalid", "name_invalid");
    row(422, "operation_id_reused", "operation_id_reused");
    row(422, "digest_mismatch", "digest_mismatch");
    row(422, "weak_password", "registration_refused");
    row(429, "rate_limited", "rate_limited");
    row(500, "internal", "server_error");
    row(503, "unavailable", "unavailable");
    row(503, "store_full", "store_full");
    row(507, "quota_exceeded", "quota_exceeded");
    row(500, "of a newer server", "server_error");
    row(404, "of a newer server", "not_found");
    row(502, "", "unavailable");
    row(418, "", "bad_answer");
    row(511, "", "captive_portal");
    for (const int status : {400, 403, 404, 409, 410, 413, 422}) // no server of ours: nothing it refuses is final
        row(status, "", "bad_answer");
}

void TestWords::problems()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, ours);
    QJsonObject problem{{QStringLiteral("status"), status}, {QStringLiteral("detail"), QStringLiteral("words")}};
    if (!code.isEmpty())
        problem.insert(QLatin1String("code"), code);
    QCOMPARE(QString(domain::codeName(errorOfAnswer(status, QJsonDocument(problem).toJson(), {}).code)), ours);
    QCOMPARE(QString(domain::codeName(parseProblem(problem).code)), ours);
    if (code.isEmpty()) // and the same as a web page
        QCOMPARE(QString(domain::codeName(errorOfAnswer(status, "<html>", {}).code)), ours);
}

void TestWords::problemDetails()
{
    const auto error = errorOfAnswer(409, R"({"status":409,"code":"email_taken","detail":"one\nline"})", {});
    QCOMPARE(error.field, QStringLiteral("email"));
    QVERIFY(!error.detail.contains(u'\n'));
    QCOMPARE(errorOfAnswer(400, R"({"status":400,"code":"malformed","field":"name"})", {}).field,
             QStringLiteral("name"));
    QCOMPARE(parseProblem(QJsonValue(1)).code, ErrorCode::BadAnswer);
    QCOMPARE(parseProblem(QJsonObject{{QStringLiteral("code"), 5}}).code, ErrorCode::BadAnswer);
}

void TestWords::retryAfter()
{
    QCOMPARE(errorOfAnswer(503, "", "7").retryAfter, std::chrono::seconds(7));
    QCOMPARE(errorOfAnswer(503, R"({"code":"unavailable","retry_after":9})", "7").retryAfter, std::chrono::seconds(9));
    QCOMPARE(errorOfAnswer(429, "", "99999999999").retryAfter, std::chrono::seconds(86'400));
    QVERIFY(!errorOfAnswer(429, "", "-1").retryAfter);
    QVERIFY(!errorOfAnswer(429, "", "soon").retryAfter);
    // A date is measured by the sender's clock, which may be years from ours.
    const QByteArray date = "Sun, 06 Nov 1994 08:49:37 GMT";
    QCOMPARE(errorOfAnswer(503, "", "Sun, 06 Nov 1994 08:51:07 GMT", date).retryAfter, std::chrono::seconds(90));
    QCOMPARE(errorOfAnswer(503, "", "Sun, 06 Nov 1994 08:40:00 GMT", date).retryAfter, std::chrono::seconds(0));
    QCOMPARE(errorOfAnswer(503, "", "Sat, 06 Nov 2094 08:40:00 GMT", date).retryAfter, std::chrono::seconds(86'400));
    QVERIFY(!errorOfAnswer(503, "", "Sun, 06 Nov 1994 08:51:07 GMT", "yesterday").retryAfter);
}

void TestWords::purges()
{
    const Purge file{domain::OperationId({1}), domain::ItemRef::of(domain::FileId({2})), 4};
    const Purge folder{domain::OperationId({3}), domain::ItemRef::of(domain::FolderId({5})), {}};
    const QJsonArray sent = composePurges({file, folder}).value(QLatin1String("operations")).toArray();
    const QJsonObject first{{QStringLiteral("id"), domain::toText(file.id)}, {QStringLiteral("kind"), QStringLiteral("purge")},
                            {QStringLiteral("target"), QStringLiteral("file")},
                            {QStringLiteral("target_id"), domain::uuidText(file.item.id)}, {QStringLiteral("if_revision"), 4}};
    QCOMPARE(sent.at(0).toObject(), first);
    QCOMPARE(sent.at(1).toObject().value(QLatin1String("target")).toString(), QStringLiteral("folder"));
    QVERIFY(!sent.at(1).toObject().contains(QLatin1String("if_revision")));

    const auto parse = [&](const char *status, const QJsonObject &problem) {
        const QJsonObject result{{QStringLiteral("id"), domain::toText(file.id)}, {QStringLiteral("status"), QString::fromLatin1(status)},
                                 {QStringLiteral("problem"), problem}};
        return parsePurged(QJsonObject{{QStringLiteral("results"), QJsonArray{result}}});
    };
    QVERIFY(parse("done", {}) && !parse("done", {})->first().error);
    const auto refused = parse("failed", {{QStringLiteral("status"), 409}, {QStringLiteral("code"), QStringLiteral("revision_conflict")}});
    QVERIFY(refused);
    QCOMPARE(refused->first().error->code, domain::ErrorCode::RevisionConflict);
    QVERIFY(!parse("perhaps", {}));
    QVERIFY(!parsePurged(QJsonObject{}));
}

void TestWords::operations()
{
    support::SeededRandom random(3);
    const support::SystemClock clock;
    domain::Operation create;
    create.id = domain::makeId<domain::OperationId>(clock, random);
    create.kind = domain::OperationKind::CreateFolder;
    create.target = domain::ItemRef::of(domain::makeId<domain::FolderId>(clock, random));
    create.name = QStringLiteral("A");
    create.useExisting = true;
    domain::Operation move = create;
    move.id = domain::makeId<domain::OperationId>(clock, random);
    move.kind = domain::OperationKind::Move;
    move.name.clear();
    move.ifAfter = create.id;
    domain::Operation rename = move;
    rename.kind = domain::OperationKind::Rename;
    rename.name = QStringLiteral("B");
    rename.ifAfter.reset();
    rename.ifRevision = 4;

    const QJsonArray sent = composeOperations({create, move, rename}).value(QLatin1String("operations")).toArray();
    QCOMPARE(sent.size(), 3);
    const QJsonObject first = sent.at(0).toObject();
    QCOMPARE(first.value(QLatin1String("kind")).toString(), QStringLiteral("create_folder"));
    QVERIFY(first.value(QLatin1String("parent_id")).isNull() && first.contains(QLatin1String("parent_id")));
    QCOMPARE(first.value(QLatin1String("if_exists")).toString(), QStringLiteral("use"));
    const QJsonObject second = sent.at(1).toObject();
    QVERIFY(!second.contains(QLatin1String("name")));
    QCOMPARE(second.value(QLatin1String("if_revision")).toObject().value(QLatin1String("after")).toString(),
             domain::toText(create.id));
    const QJsonObject third = sent.at(2).toObject();
    QVERIFY(!third.contains(QLatin1String("parent_id")));
    QCOMPARE(third.value(QLatin1String("target")).toString(), QStringLiteral("folder"));
    QCOMPARE(third.value(QLatin1String("if_revision")).toInteger(), 4);
}

void TestWords::uploads()
{
    UploadRequest upload;
    upload.fileSize = 107'374'182'400;
    upload.onConflict = domain::OnConflict::KeepBoth;
    const QJsonObject sent = composeUploads({upload}).value(QLatin1String("uploads")).toArray().at(0).toObject();
    QCOMPARE(sent.value(QLatin1String("file_size")).toInteger(), 107'374'182'400);
    QCOMPARE(sent.value(QLatin1String("if_exists")).toString(), QStringLiteral("keep_both"));
    QVERIFY(sent.value(QLatin1String("sha256")).isNull());
    QVERIFY(!sent.contains(QLatin1String("content_modified_at")));
    QVERIFY(!sent.contains(QLatin1String("part_size")));
    upload.partSize = 33'554'432;
    const QJsonObject wished = composeUploads({upload}).value(QLatin1String("uploads")).toArray().at(0).toObject();
    QCOMPARE(wished.value(QLatin1String("part_size")).toInteger(), 33'554'432);

    Completion completion;
    completion.sha256 = QByteArray(32, '\x01');
    completion.parts = {{1, 5, {}, QStringLiteral("\"e\"")}};
    const QJsonObject done =
        composeCompletions({completion}).value(QLatin1String("uploads")).toArray().at(0).toObject();
    QCOMPARE(done.value(QLatin1String("sha256")).toString().size(), 64);
    QCOMPARE(done.value(QLatin1String("parts")).toArray().size(), 1);
    QVERIFY(!done.contains(QLatin1String("etag")));
}

void TestWords::logins()
{
    const QJsonObject login = composeLogin({QStringLiteral("a@b.c"), QStringLiteral("pä\"ss"), {}});
    QCOMPARE(login.value(QLatin1String("password")).toString(), QStringLiteral("pä\"ss"));
    QVERIFY(!login.contains(QLatin1String("device_info")));
    QVERIFY(!composeRegistration({}).contains(QLatin1String("full_name")));
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
