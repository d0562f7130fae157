#include "http_script.h"
#include "support/qt_scheduler.h"
#include "transfer/transfers.h"
#include "wire_errors.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <curl/curl.h>
#include <unistd.h>

using namespace learnlab;
using namespace learnlab::transfer;
using domain::ErrorCode;

class WireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void putsAStretch();
    void putsNothing();
    void keepsTheConnection();
    void shorterFileIsNoticed();
    void refusals_data();
    void refusals();
    void refusedBeforeTheBodyWasRead();
    void nobodyThere();
    void plainHttpElsewhereIsRefused();
    void redirectIsNotFollowed();
    void gets();
    void getsNothing();
    void goesOn();
    void beginsAnewWhenTheRangeIsIgnored();
    void otherRangeIsRefused();
    void cutConnectionKeepsWhatCame();
    void temporaryLinkIsNotWrittenThrough();
    void piecesGoToTheirPlaces();
    void piecesMustBeExact_data();
    void piecesMustBeExact();
    void pagesInTheStoresPlace();
    void ratesHold();
    void connectionsOfAnotherNetworkAreDropped();
    void goesByTheProxyFromNowOn();
    void cancelled();
    void curlCodes();

private:
    [[nodiscard]] domain::Result<Wire::PutDone> put(const QByteArray &bytes, qint64 offset, qint64 size,
                                                    const QString &target = QStringLiteral("/o?signature=s"));
    [[nodiscard]] domain::Result<Wire::GetDone> get(qint64 offset, const QString &etag = {});
    [[nodiscard]] domain::Result<Wire::GetDone> getPiece(const Wire::Piece &piece, const QString &etag = {});
    [[nodiscard]] QByteArray here() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<HttpScript> m_server;
    support::QtScheduler m_scheduler;
    std::unique_ptr<Wire> m_wire = makeCurlWire(m_scheduler);
    QByteArray m_target;
};

void WireTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<HttpScript>();
    m_target = QFile::encodeName(m_dir->filePath(QStringLiteral("t")));
}

QByteArray WireTest::here() const
{
    QFile file(QFile::decodeName(m_target));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

domain::Result<Wire::PutDone> WireTest::put(const QByteArray &bytes, qint64 offset, qint64 size, const QString &target)
{
    QFile file(QFile::decodeName(m_target));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return domain::fail(ErrorCode::Internal);
    file.close();
    std::optional<domain::Result<Wire::PutDone>> got;
    api::SignedRequest request;
    request.url = m_server->url(target);
    request.headers = {{"x-check", "abc"}};
    const auto job = m_wire->put(
        request, m_target, offset, size, [](Wire::Progress) {}, [&](auto done) { got = done; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(got, 20'000); }();
    return got.value_or(domain::fail(ErrorCode::Internal));
}

domain::Result<Wire::GetDone> WireTest::get(qint64 offset, const QString &etag)
{
    return getPiece({.offset = offset}, etag);
}

domain::Result<Wire::GetDone> WireTest::getPiece(const Wire::Piece &piece, const QString &etag)
{
    std::optional<domain::Result<Wire::GetDone>> got;
    const auto job = m_wire->get(
        m_server->url(QStringLiteral("/o")), etag, m_target, piece, [](Wire::Progress) {},
        [&](auto done) { got = done; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(got, 20'000); }();
    return got.value_or(domain::fail(ErrorCode::Internal));
}

void WireTest::putsAStretch()
{
    m_server->handle(
        [](const HttpScript::Request &) { return HttpScript::Answer{HttpScript::ok({}, "ETag: \"e1\"\r\n")}; });
    const auto done = put("0123456789", 2, 5);
    QVERIFY(done.has_value());
    QCOMPARE(done->etag, QStringLiteral("\"e1\""));
    QCOMPARE(m_server->seen.size(), 1);
    QCOMPARE(m_server->seen.at(0).method, QByteArray("PUT"));
    QCOMPARE(m_server->seen.at(0).target, QByteArray("/o?signature=s"));
    QCOMPARE(m_server->seen.at(0).body, QByteArray("23456"));
    QCOMPARE(m_server->seen.at(0).headers.value("x-check"), QByteArray("abc"));
    QVERIFY(!m_server->seen.at(0).headers.contains("expect"));
    QVERIFY(!m_server->seen.at(0).headers.contains("transfer-encoding"));
}

void WireTest::putsNothing()
{
    QVERIFY(put({}, 0, 0).has_value());
    QCOMPARE(m_server->seen.at(0).headers.value("content-length"), QByteArray("0"));
}

void WireTest::keepsTheConnection()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(put("abc", 0, 3).has_value());
    QCOMPARE(m_server->connections(), 1);
}

void WireTest::shorterFileIsNoticed()
{
    const auto done = put("0123", 0, 10);
    QCOMPARE(done.error().code, ErrorCode::LocalChanged);
}

void WireTest::refusals_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *status, const char *body, ErrorCode code) {
        QTest::newRow(name) << QByteArray(status) << QByteArray(body) << static_cast<int>(code);
    };
    row("expired", "403 Forbidden", R"({"code":"expired","status":403})", ErrorCode::UrlExpired);
    row("bad signature", "403 Forbidden", R"({"code":"bad_signature"})", ErrorCode::UrlExpired);
    row("s3 denied", "403 Forbidden", "<Error><Code>AccessDenied</Code></Error>", ErrorCode::UrlExpired);
    row("digest", "400 Bad Request", R"({"code":"digest_mismatch"})", ErrorCode::DigestMismatch);
    row("s3 digest", "400 Bad Request", "<Error><Code>XAmzContentSHA256Mismatch</Code></Error>",
        ErrorCode::DigestMismatch);
    row("s3 gone", "404 Not Found", "<Error><Code>NoSuchUpload</Code></Error>", ErrorCode::UploadGone);
    row("gone", "404 Not Found", "", ErrorCode::UploadGone);
    row("store full", "503 Service Unavailable", R"({"code":"store_full"})", ErrorCode::StoreFull);
    row("bucket full", "403 Forbidden", "<Error><Code>QuotaExceeded</Code></Error>", ErrorCode::StoreFull);
    row("no room, without a word", "507 Insufficient Storage", "", ErrorCode::StoreFull);
    row("quota", "507 Insufficient Storage", R"({"code":"quota_exceeded"})", ErrorCode::QuotaExceeded);
    row("too large", "413 Too Large", "<html>no</html>", ErrorCode::TooLarge);
    row("busy", "503 Service Unavailable", "<Error><Code>SlowDown</Code></Error>", ErrorCode::Unavailable);
    row("broken", "500 Oops", "garbage \xff\x00", ErrorCode::ServerError);
    row("teapot", "418 Teapot", "", ErrorCode::Malformed);
}

void WireTest::refusals()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);
    m_server->handle([&](const HttpScript::Request &) {
        return HttpScript::Answer{HttpScript::ok(body, "Retry-After: 7\r\n", status)};
    });
    const auto done = put("abc", 0, 3);
    QVERIFY(!done.has_value());
    QCOMPARE(static_cast<int>(done.error().code), code);
    QCOMPARE(done.error().retryAfter, std::optional(std::chrono::seconds(7)));
    QVERIFY(!done.error().detail.contains(QLatin1String("signature")));
}

void WireTest::refusedBeforeTheBodyWasRead()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write(HttpScript::ok(R"({"code":"expired"})", {}, "403 Forbidden"));
            socket->disconnectFromHost();
        });
    });
    QFile file(QFile::decodeName(m_target));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(64LL * 1024 * 1024));
    std::optional<domain::Result<Wire::PutDone>> got;
    api::SignedRequest request;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort()));
    const auto job = m_wire->put(
        request, m_target, 0, file.size(), [](Wire::Progress) {}, [&](auto done) { got = done; });
    QTRY_VERIFY_WITH_TIMEOUT(got, 20'000);
    QVERIFY(!got->has_value());
    // The refusal, or a broken connection where it was lost: never anything that would give up.
    QVERIFY(got->error().code == ErrorCode::UrlExpired || got->error().code == ErrorCode::Offline);
}

void WireTest::nobodyThere()
{
    api::SignedRequest request;
    request.url = m_server->url(QStringLiteral("/"));
    m_server.reset();
    QFile file(QFile::decodeName(m_target));
    QVERIFY(file.open(QIODevice::WriteOnly));
    std::optional<domain::Result<Wire::PutDone>> got;
    const auto job = m_wire->put(
        request, m_target, 0, 0, [](Wire::Progress) {}, [&](auto done) { got = done; });
    QTRY_VERIFY_WITH_TIMEOUT(got, 20'000);
    QCOMPARE(got->error().code, ErrorCode::Offline);
}

void WireTest::plainHttpElsewhereIsRefused()
{
    std::optional<domain::Result<Wire::GetDone>> got;
    const auto job = m_wire->get(
        QUrl(QStringLiteral("http://192.0.2.1/x")), {}, m_target, {}, [](Wire::Progress) {},
        [&](auto done) { got = done; });
    QTRY_VERIFY(got);
    QCOMPARE(got->error().code, ErrorCode::InsecureAddress);
}

void WireTest::redirectIsNotFollowed()
{
    m_server->handle([](const HttpScript::Request &) {
        return HttpScript::Answer{HttpScript::ok({}, "Location: file:///etc/passwd\r\n", "302 Found")};
    });
    QCOMPARE(get(0).error().code, ErrorCode::CaptivePortal);
    QCOMPARE(here(), QByteArray());
}

void WireTest::gets()
{
    const QByteArray body(3'000'000, 'z');
    m_server->handle([&](const HttpScript::Request &) { return HttpScript::Answer{HttpScript::ok(body)}; });
    const auto done = get(0);
    QVERIFY(done.has_value());
    QCOMPARE(done->bytes, body.size());
    QCOMPARE(done->sha256, QCryptographicHash::hash(body, QCryptographicHash::Sha256));
    QCOMPARE(here(), body);
    QCOMPARE(QFile::permissions(QFile::decodeName(m_target)) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void WireTest::getsNothing()
{
    m_server->handle([](const HttpScript::Request &) { return HttpScript::Answer{HttpScript::ok({})}; });
    QVERIFY(get(0).has_value());
    QVERIFY(QFile::exists(QFile::decodeName(m_target)));
}

void WireTest::goesOn()
{
    QVERIFY(put("01234", 0, 0).has_value()); // leaves five bytes in the file
    m_server->seen.clear();
    m_server->handle([](const HttpScript::Request &) {
        return HttpScript::Answer{HttpScript::ok("56789", "Content-Range: bytes 5-9/10\r\n", "206 Partial Content")};
    });
    const auto done = get(5, QStringLiteral("\"e\""));
    QVERIFY(done.has_value() && !done->fromStart);
    QCOMPARE(m_server->seen.at(0).headers.value("range"), QByteArray("bytes=5-"));
    QCOMPARE(m_server->seen.at(0).headers.value("if-range"), QByteArray("\"e\""));
    QCOMPARE(here(), QByteArray("0123456789"));
    QVERIFY2(done->sha256.isEmpty(), "it did not see the beginning");
}

void WireTest::beginsAnewWhenTheRangeIsIgnored()
{
    QVERIFY(put("01234", 0, 0).has_value());
    m_server->handle([](const HttpScript::Request &) { return HttpScript::Answer{HttpScript::ok("new")}; });
    const auto done = get(5);
    QVERIFY(done.has_value() && done->fromStart);
    QCOMPARE(done->sha256, QCryptographicHash::hash("new", QCryptographicHash::Sha256));
    QCOMPARE(here(), QByteArray("new"));
}

void WireTest::otherRangeIsRefused()
{
    QVERIFY(put("01234", 0, 0).has_value());
    m_server->handle([](const HttpScript::Request &) {
        return HttpScript::Answer{HttpScript::ok("34", "Content-Range: bytes 3-4/10\r\n", "206 Partial Content")};
    });
    QCOMPARE(get(5).error().code, ErrorCode::BadAnswer);
    QCOMPARE(here(), QByteArray("01234"));
}

void WireTest::cutConnectionKeepsWhatCame()
{
    m_server->handle([](const HttpScript::Request &) {
        return HttpScript::Answer{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfirst", true};
    });
    QCOMPARE(get(0).error().code, ErrorCode::Offline);
    QCOMPARE(here(), QByteArray("first"));
}

void WireTest::temporaryLinkIsNotWrittenThrough()
{
    const QByteArray victim = m_target + "-victim";
    QFile file(QFile::decodeName(victim));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
    file.close();
    QCOMPARE(::symlink(victim.constData(), m_target.constData()), 0);
    m_server->handle([](const HttpScript::Request &) { return HttpScript::Answer{HttpScript::ok("overwritten")}; });
    QCOMPARE(get(0).error().code, ErrorCode::LocalNotAFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void WireTest::piecesGoToTheirPlaces()
{
    m_server->handle([](const HttpScript::Request &request) {
        const bool first = request.headers.value("range") == "bytes=0-3";
        return HttpScript::Answer{HttpScript::ok(
            first ? "abcd" : "efgh", first ? "Content-Range: bytes 0-3/10\r\n" : "Content-Range: bytes 4-7/10\r\n",
            "206 Partial Content")};
    });
    QCOMPARE(getPiece({.offset = 4, .length = 4, .total = 10}, QStringLiteral("\"e\""))->bytes, 4);
    QCOMPARE(m_server->seen.at(0).headers.value("range"), QByteArray("bytes=4-7"));
    QCOMPARE(m_server->seen.at(0).headers.value("if-range"), QByteArray("\"e\""));
    QVERIFY(getPiece({.offset = 0, .length = 4, .total = 10}).has_value());
    QCOMPARE(here(), QByteArray("abcdefgh"));
}

void WireTest::piecesMustBeExact_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray partial("206 Partial Content");
    QTest::newRow("another place") << QByteArray("efgh") << QByteArray("Content-Range: bytes 5-8/10\r\n") << partial
                                   << ErrorCode::BadAnswer;
    QTest::newRow("of a file of another size")
        << QByteArray("efgh") << QByteArray("Content-Range: bytes 4-7/11\r\n") << partial << ErrorCode::DigestMismatch;
    QTest::newRow("too much") << QByteArray("efghijkl") << QByteArray("Content-Range: bytes 4-7/10\r\n") << partial
                              << ErrorCode::DigestMismatch;
    QTest::newRow("too little") << QByteArray("ef") << QByteArray("Content-Range: bytes 4-7/10\r\n") << partial
                                << ErrorCode::Offline;
    QTest::newRow("the whole") << QByteArray("0123456789") << QByteArray() << QByteArray("200 OK")
                               << ErrorCode::DigestMismatch;
    QTest::newRow("a page") << QByteArray("<html>") << QByteArray("Content-Type: text/html\r\n") << QByteArray("200 OK")
                            << ErrorCode::CaptivePortal;
}

void WireTest::piecesMustBeExact()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, status);
    QFETCH(ErrorCode, code);
    m_server->handle(
        [=](const HttpScript::Request &) { return HttpScript::Answer{HttpScript::ok(body, headers, status)}; });
    const auto done = getPiece({.offset = 4, .length = 4, .total = 10});
    QVERIFY(!done);
    QCOMPARE(done.error().code, code);
    QVERIFY(here().size() <= 8); // nothing behind the piece was touched
}

void WireTest::pagesInTheStoresPlace()
{
    m_server->handle([](const HttpScript::Request &) {
        return HttpScript::Answer{HttpScript::ok("<html>Please sign in</html>", "Content-Type: text/html\r\n")};
    });
    QCOMPARE(put("abc", 0, 3).error().code, ErrorCode::CaptivePortal);
    QFile::remove(QFile::decodeName(m_target));
    QCOMPARE(getPiece({.offset = 0, .length = -1, .total = 3}).error().code, ErrorCode::CaptivePortal);
    QCOMPARE(here(), QByteArray());
}

void WireTest::ratesHold()
{
    m_wire->setRateLimits(400'000, 0);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(put(QByteArray(300'000, 'x'), 0, 300'000).has_value());
    QVERIFY2(timer.elapsed() > 200, QByteArray::number(timer.elapsed()).constData()); // never faster than told
    m_wire->setRateLimits(0, 0);
    QVERIFY(put(QByteArray(300'000, 'x'), 0, 300'000).has_value());
    QCOMPARE(m_server->seen.last().body.size(), 300'000);
}

void WireTest::connectionsOfAnotherNetworkAreDropped()
{
    m_server->handle([](const HttpScript::Request &) { return HttpScript::Answer{{}}; }); // never answers
    std::optional<domain::Result<Wire::GetDone>> got;
    const auto job = m_wire->get(
        m_server->url(QStringLiteral("/o")), {}, m_target, {}, [](Wire::Progress) {}, [&](auto done) { got = done; });
    QTRY_VERIFY(!m_server->seen.isEmpty());
    m_wire->dropConnections();
    QTRY_VERIFY(got);
    QCOMPARE(got->error().code, ErrorCode::Offline);
}

void WireTest::goesByTheProxyFromNowOn()
{
    const QUrl proxy = m_server->url(QStringLiteral("/"));
    m_server->handle([](const HttpScript::Request &) {
        return HttpScript::Answer{HttpScript::ok({}, {}, "403 Forbidden"), true};
    });
    m_wire->setNetwork({{api::Proxy::Kind::Manual, proxy.host(), static_cast<quint16>(proxy.port())}, {}});
    std::optional<domain::Result<Wire::GetDone>> got;
    const auto job = m_wire->get(
        QUrl(QStringLiteral("https://learnlab.invalid/o?signature=s")), {}, m_target, {}, [](Wire::Progress) {},
        [&](auto done) { got = done; });
    QTRY_VERIFY_WITH_TIMEOUT(got, 20'000);
    QVERIFY(!got->has_value());
    QCOMPARE(m_server->seen.size(), 1);
    QCOMPARE(m_server->seen.first().method, QByteArray("CONNECT"));
    QCOMPARE(m_server->seen.first().target, QByteArray("learnlab.invalid:443")); // and nothing that is secret
    // This computer itself is reached without it.
    m_server->handle([](const HttpScript::Request &) { return HttpScript::Answer{HttpScript::ok("here")}; });
    QVERIFY(get(0).has_value());
    QCOMPARE(m_server->seen.last().target, QByteArray("/o"));
}

void WireTest::cancelled()
{
    m_server->handle([](const HttpScript::Request &) { return HttpScript::Answer{}; }); // never answers
    bool called = false;
    auto job = m_wire->get(
        m_server->url(QStringLiteral("/o")), {}, m_target, {}, [](Wire::Progress) {},
        [&](const auto &) { called = true; });
    QTRY_COMPARE(m_server->seen.size(), 1);
    job.reset();
    m_server->handle([](const HttpScript::Request &) { return HttpScript::Answer{HttpScript::ok("x")}; });
    QVERIFY(get(0).has_value());
    QVERIFY(!called);
}

void WireTest::curlCodes()
{
    QCOMPARE(curlError(CURLE_OPERATION_TIMEDOUT).code, ErrorCode::Timeout);
    QCOMPARE(curlError(CURLE_PEER_FAILED_VERIFICATION).code, ErrorCode::TlsFailed);
    QCOMPARE(curlError(CURLE_COULDNT_RESOLVE_HOST).code, ErrorCode::Offline);
    QCOMPARE(curlError(CURLE_WEIRD_SERVER_REPLY).code, ErrorCode::BadAnswer);
    QCOMPARE(storeError(Direction::Get, 404, {}, {}).code, ErrorCode::NotFound);
    QCOMPARE(storeError(Direction::Get, 416, {}, {}).code, ErrorCode::DigestMismatch);
}

QTEST_GUILESS_MAIN(WireTest)
#include "tst_wire.moc"
