#include "golden.h"
#include "scripted_server.h"

#include "api/api.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace learnlab;
using namespace learnlab::tests;
using domain::ErrorCode;
using Script = ScriptedServer::Script;
using Request = ScriptedServer::Request;
using namespace std::chrono_literals;

namespace {

const api::Credentials credentials{QStringLiteral("ada@example.org"), QStringLiteral("her secret"), {}};

QByteArray problem(const QByteArray &status, const QByteArray &code)
{
    return httpAnswer(status, "{\"status\":" + status.left(3) + ",\"code\":\"" + code + "\",\"detail\":\"d\"}",
                      "Content-Type: application/problem+json\r\n");
}

const QByteArray usageBody = R"({"bytes_used":1,"files":2,"bytes_reserved":3,"quota":4})";

/// Gives "token-1", and after a refusal "token-2", and so on.
class CountingTokens : public api::TokenSource
{
public:
    void accessToken(const QByteArray &refused, std::function<void(domain::Result<QByteArray>)> reply) override
    {
        ++asked;
        if (refused == token())
            ++number;
        if (error)
            return reply(tl::make_unexpected(*error));
        reply(token());
    }
    [[nodiscard]] QByteArray token() const { return "token-" + QByteArray::number(number); }
    int asked = 0;
    int number = 1;
    std::optional<domain::Error> error;
};

/// An answer as text for comparing: "ok" or the error's name.
template <class T>
QString told(const std::optional<domain::Result<T>> &result)
{
    if (!result)
        return QStringLiteral("nothing");
    return *result ? QStringLiteral("ok") : QString(domain::codeName(result->error().code));
}

} // namespace

/// HttpApi against a server that does everything wrong.
class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void capabilitiesOfOthers_data();
    void capabilitiesOfOthers();
    void nobodyListens();
    void hangs();
    void dripsForEver();
    void tooLarge();
    void bomb();
    void redirectIsNotFollowed();
    void retryAfterHeader();
    void renewsTokenOnce();
    void endedSessionReachesTokenSource();
    void noToken();
    void cancel();
    void cancelInReply();
    void cancelWhileTokenIsAwaited();
    void batchMustMatch();
    void wrongCertificate();
    void ownCertificate();
    void trustsOneMoreAuthority();
    void goesByTheProxyThatIsNamed();
    void secretsStayOutOfUrls();

private:
    static domain::Result<domain::Usage> usageFrom(const Script &script, std::chrono::milliseconds limit = 5s);
};

domain::Result<domain::Usage> TestHttp::usageFrom(const Script &script, std::chrono::milliseconds limit)
{
    ScriptedServer server([&](const Request &) { return script; });
    CountingTokens tokens;
    const auto api = api::makeHttpApi(server.url(), {.timeLimit = limit});
    api->setTokenSource(&tokens);
    std::optional<domain::Result<domain::Usage>> result;
    const auto call = api->usage([&](domain::Result<domain::Usage> answer) { result = std::move(answer); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
        return domain::fail(ErrorCode::Internal, QStringLiteral("no reply"));
    return *result;
}

void TestHttp::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("close");
    QTest::addColumn<QString>("expected");
    const QByteArray cut = httpAnswer("200 OK", usageBody).chopped(10);
    QTest::newRow("good") << httpAnswer("200 OK", usageBody) << false << QStringLiteral("ok");
    QTest::newRow("good, then closed") << httpAnswer("200 OK", usageBody) << true << QStringLiteral("ok");
    QTest::newRow("web page") << httpAnswer("200 OK", "<html><body>Welcome</body></html>",
                                            "Content-Type: text/html\r\n")
                              << false << QStringLiteral("bad_answer");
    QTest::newRow("empty") << httpAnswer("200 OK", "") << false << QStringLiteral("bad_answer");
    QTest::newRow("other JSON") << httpAnswer("200 OK", "[1,2]") << false << QStringLiteral("bad_answer");
    QTest::newRow("wrong type") << httpAnswer("200 OK", R"({"bytes_used":"1","files":2,"bytes_reserved":3})") << false
                                << QStringLiteral("bad_answer");
    QTest::newRow("cut in the body") << cut << true << QStringLiteral("offline");
    QTest::newRow("cut in the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << true
                                     << QStringLiteral("offline");
    QTest::newRow("closed at once") << QByteArray() << true << QStringLiteral("offline");
    QTest::newRow("garbage") << QByteArray(1000, '\x80') << true << QStringLiteral("*");
    QTest::newRow("another protocol") << QByteArray("220 mail.example.org ESMTP\r\n") << true << QStringLiteral("*");
    QTest::newRow("wrong gzip") << httpAnswer("200 OK", "not gzip at all", "Content-Encoding: gzip\r\n") << false
                                << QStringLiteral("bad_answer");
    QTest::newRow("problem") << problem("507 Insufficient Storage", "quota_exceeded") << false
                             << QStringLiteral("quota_exceeded");
    QTest::newRow("web page with an error")
        << httpAnswer("502 Bad Gateway", "<html>") << false << QStringLiteral("unavailable");
    QTest::newRow("stack trace") << httpAnswer("500 Oops", "Traceback (most recent call last):") << false
                                 << QStringLiteral("server_error");
    QTest::newRow("nothing, though asked for something")
        << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << false << QStringLiteral("bad_answer");
    QTest::newRow("authentication of a proxy")
        << httpAnswer("401 Unauthorized", "<html>", "WWW-Authenticate: Basic realm=x\r\n") << false
        << QStringLiteral("bad_answer");
}

void TestHttp::answers()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, close);
    QFETCH(const QString, expected);
    const std::optional result = usageFrom({bytes, close});
    if (expected == QLatin1String("*")) // any error that passes by itself
        QVERIFY(told(result) == QLatin1String("offline") || told(result) == QLatin1String("bad_answer"));
    else
        QCOMPARE(told(result), expected);
}

void TestHttp::capabilitiesOfOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QByteArray good = goldenBytes(QStringLiteral("capabilities"));
    QTest::newRow("ours") << httpAnswer("200 OK", good) << QStringLiteral("ok");
    QTest::newRow("of another version") << httpAnswer("200 OK", QByteArray(good).replace("\"api\":2", "\"api\":3"))
                                        << QStringLiteral("not_a_learnlab_server");
    QTest::newRow("web page") << httpAnswer("200 OK", "<html>") << QStringLiteral("not_a_learnlab_server");
    QTest::newRow("not found") << httpAnswer("404 Not Found", "<html>") << QStringLiteral("not_a_learnlab_server");
    QTest::newRow("redirect") << httpAnswer("302 Found", "", "Location: https://example.org/\r\n")
                              << QStringLiteral("not_a_learnlab_server");
    QTest::newRow("busy") << httpAnswer("503 Busy", "") << QStringLiteral("unavailable");
}

void TestHttp::capabilitiesOfOthers()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, expected);
    ScriptedServer server([&](const Request &) { return Script{bytes}; });
    const auto api = api::makeHttpApi(server.url());
    std::optional<domain::Result<api::Capabilities>> result;
    const auto call = api->capabilities([&](domain::Result<api::Capabilities> answer) { result = std::move(answer); });
    QTRY_VERIFY(result);
    QCOMPARE(told(result), expected);
    QVERIFY(!server.requests().first().head.contains("Authorization"));
}

void TestHttp::nobodyListens()
{
    QUrl url;
    {
        ScriptedServer server([](const Request &) { return Script{}; });
        url = server.url();
    }
    const auto api = api::makeHttpApi(url);
    std::optional<domain::Result<api::Tokens>> result;
    const auto call = api->login(credentials, [&](domain::Result<api::Tokens> answer) { result = std::move(answer); });
    QTRY_VERIFY(result);
    QCOMPARE(told(result), QStringLiteral("offline"));
}

void TestHttp::hangs()
{
    QCOMPARE(told(std::optional(usageFrom({{}, false}, 100ms))), QStringLiteral("timeout"));
    QCOMPARE(told(std::optional(usageFrom({"HTTP/1.1 200 OK\r\n", false}, 100ms))), QStringLiteral("timeout"));
    QCOMPARE(told(std::optional(usageFrom({httpAnswer("200 OK", usageBody).chopped(1), false}, 100ms))),
             QStringLiteral("timeout"));
}

void TestHttp::dripsForEver()
{
    // Bytes keep coming, one now and then: the whole of it has an end too.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTimer drip;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        connect(&drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        drip.start(20);
    });
    CountingTokens tokens;
    const auto api =
        api::makeHttpApi(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())), {.timeLimit = 100ms});
    api->setTokenSource(&tokens);
    std::optional<domain::Result<domain::Usage>> result;
    const auto call = api->usage([&](domain::Result<domain::Usage> answer) { result = std::move(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(result, 20'000);
    QCOMPARE(told(result), QStringLiteral("timeout"));
}

void TestHttp::tooLarge()
{
    const QByteArray body = "{\"x\":\"" + QByteArray(40 * 1024 * 1024, 'x') + "\"}";
    QCOMPARE(told(std::optional(usageFrom({httpAnswer("200 OK", body)}, 20s))), QStringLiteral("bad_answer"));
}

void TestHttp::bomb()
{
    // 64 MiB of spaces in 64 KiB. Qt's own format has four bytes of length before the zlib stream, which is "deflate".
    const QByteArray packed = qCompress(QByteArray(64 * 1024 * 1024, ' '), 9).mid(4);
    QVERIFY(packed.size() < 100'000);
    QCOMPARE(told(std::optional(usageFrom({httpAnswer("200 OK", packed, "Content-Encoding: deflate\r\n")}, 20s))),
             QStringLiteral("bad_answer"));
}

void TestHttp::redirectIsNotFollowed()
{
    ScriptedServer other([](const Request &) { return Script{httpAnswer("200 OK", usageBody)}; });
    const QByteArray location = "Location: " + other.url().toEncoded() + "/x\r\n";
    for (const char *status : {"301 Moved", "302 Found", "307 Temporary", "308 Permanent"})
        QCOMPARE(told(std::optional(usageFrom({httpAnswer(status, "", location)}))), QStringLiteral("bad_answer"));
    QVERIFY(other.requests().isEmpty());
}

void TestHttp::retryAfterHeader()
{
    const auto result = usageFrom({httpAnswer("429 Too Many", "{}", "Retry-After: 17\r\n")});
    QCOMPARE(told(std::optional(result)), QStringLiteral("rate_limited"));
    QCOMPARE(result.error().retryAfter, 17s);
}

void TestHttp::renewsTokenOnce()
{
    for (const bool helps : {true, false}) {
        ScriptedServer server([&](const Request &request) {
            const bool good = helps && request.head.contains("Bearer token-2");
            return Script{good ? httpAnswer("200 OK", usageBody) : problem("401 Unauthorized", "token_expired")};
        });
        CountingTokens tokens;
        const auto api = api::makeHttpApi(server.url());
        api->setTokenSource(&tokens);
        std::optional<domain::Result<domain::Usage>> result;
        const auto call = api->usage([&](domain::Result<domain::Usage> answer) { result = std::move(answer); });
        QTRY_VERIFY(result);
        QCOMPARE(told(result), helps ? QStringLiteral("ok") : QStringLiteral("token_expired"));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(tokens.asked, 2);
    }
}

void TestHttp::endedSessionReachesTokenSource()
{
    ScriptedServer server([](const Request &) { return Script{problem("401 Unauthorized", "token_revoked")}; });
    CountingTokens tokens;
    const auto api = api::makeHttpApi(server.url());
    api->setTokenSource(&tokens);
    std::optional<domain::Result<domain::Usage>> result;
    const auto call = api->usage([&](domain::Result<domain::Usage> answer) { result = std::move(answer); });
    QTRY_VERIFY(result);
    QCOMPARE(told(result), QStringLiteral("session_ended"));
    QCOMPARE(tokens.number, 2);
}

void TestHttp::noToken()
{
    ScriptedServer server([](const Request &) { return Script{httpAnswer("200 OK", usageBody)}; });
    CountingTokens tokens;
    tokens.error = domain::Error{ErrorCode::SessionEnded, {}};
    const auto api = api::makeHttpApi(server.url());
    std::optional<domain::Result<domain::Usage>> first;
    const auto callOne = api->usage([&](domain::Result<domain::Usage> answer) { first = std::move(answer); });
    api->setTokenSource(&tokens);
    std::optional<domain::Result<domain::Usage>> second;
    const auto callTwo = api->usage([&](domain::Result<domain::Usage> answer) { second = std::move(answer); });
    QVERIFY(!first && !second); // never from inside the call
    QTRY_VERIFY(first && second);
    QCOMPARE(told(first), QStringLiteral("not_signed_in"));
    QCOMPARE(told(second), QStringLiteral("session_ended"));
    QVERIFY(server.requests().isEmpty());
}

void TestHttp::cancel()
{
    ScriptedServer server([](const Request &) { return Script{}; });
    CountingTokens tokens;
    const auto api = api::makeHttpApi(server.url());
    api->setTokenSource(&tokens);
    bool called = false;
    auto call = api->changes("c", 10, 50s, [&](const domain::Result<api::Changes> &) { called = true; });
    QTRY_COMPARE(server.requests().size(), 1);
    QVERIFY(server.requests().first().firstLine().contains("after=c&limit=10&wait=50"));
    call.reset();
    QTRY_COMPARE(server.open(), 0); // the server learns of it
    QVERIFY(!called);
}

void TestHttp::cancelInReply()
{
    ScriptedServer server([](const Request &) { return Script{httpAnswer("200 OK", usageBody)}; });
    CountingTokens tokens;
    const auto api = api::makeHttpApi(server.url());
    api->setTokenSource(&tokens);
    api::CallHandle call;
    int calls = 0;
    call = api->usage([&](const domain::Result<domain::Usage> &) {
        ++calls;
        call = api->usage([&](const domain::Result<domain::Usage> &) {
            ++calls;
            call.reset();
        });
    });
    QTRY_COMPARE(calls, 2);
    QVERIFY(!call);
}

void TestHttp::cancelWhileTokenIsAwaited()
{
    class Slow : public api::TokenSource
    {
    public:
        void accessToken(const QByteArray &, std::function<void(domain::Result<QByteArray>)> reply) override
        {
            parked = std::move(reply);
        }
        std::function<void(domain::Result<QByteArray>)> parked;
    } tokens;
    ScriptedServer server([](const Request &) { return Script{httpAnswer("200 OK", usageBody)}; });
    const auto api = api::makeHttpApi(server.url());
    api->setTokenSource(&tokens);
    bool called = false;
    auto call = api->usage([&](const domain::Result<domain::Usage> &) { called = true; });
    QVERIFY(tokens.parked);
    call.reset();
    tokens.parked(QByteArray("late"));
    QCoreApplication::processEvents();
    QVERIFY(!called && server.requests().isEmpty());
}

void TestHttp::batchMustMatch()
{
    support::SeededRandom random(5);
    const auto one = domain::makeId<domain::FileId>(support::SystemClock(), random);
    const auto other = domain::makeId<domain::FileId>(support::SystemClock(), random);
    const auto item = [](domain::FileId id) {
        return R"({"file_id":")" + domain::toText(id).toLatin1() +
               R"(","status":"failed","problem":{"status":404,"code":"not_found"}})";
    };
    const QList<std::pair<QByteArray, QString>> cases{{item(one), QStringLiteral("ok")},
                                                      {item(other), QStringLiteral("bad_answer")},
                                                      {"", QStringLiteral("bad_answer")},
                                                      {item(one) + "," + item(one), QStringLiteral("bad_answer")}};
    for (const auto &[items, expected] : cases) {
        const QByteArray body = "{\"results\":[" + items + "]}";
        ScriptedServer server([&](const Request &) { return Script{httpAnswer("200 OK", body)}; });
        CountingTokens tokens;
        const auto api = api::makeHttpApi(server.url());
        api->setTokenSource(&tokens);
        std::optional<domain::Result<QList<api::DownloadUrl>>> result;
        const auto call =
            api->downloads({one}, [&](domain::Result<QList<api::DownloadUrl>> answer) { result = std::move(answer); });
        QTRY_VERIFY(result);
        QCOMPARE(told(result), expected);
    }
}

namespace {

/// A fresh key and certificate for 127.0.0.1 that nobody signed.
bool makeCertificate(const QString &certificate, const QString &key)
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), key,
                   QStringLiteral("-out"), certificate, QStringLiteral("-days"), QStringLiteral("2"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1")});
    return openssl.waitForFinished(60'000) && openssl.exitCode() == 0;
}

} // namespace

void TestHttp::wrongCertificate()
{
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(QStringLiteral("c.pem"));
    const QString key = folder.filePath(QStringLiteral("k.pem"));
    QVERIFY(makeCertificate(certificate, key));
    ScriptedServer server(
        [](const Request &) { return Script{httpAnswer("200 OK", goldenBytes(QStringLiteral("tokens")))}; },
        certificate, key);
    for (const QByteArray &caFile : {QByteArray(), QByteArray("/no/such/file")}) {
        const auto api = api::makeHttpApi(server.url(), {caFile});
        std::optional<domain::Result<api::Tokens>> result;
        const auto call =
            api->login(credentials, [&](domain::Result<api::Tokens> answer) { result = std::move(answer); });
        QTRY_VERIFY(result);
        QCOMPARE(told(result), QStringLiteral("tls_failed"));
    }
    QVERIFY(server.requests().isEmpty()); // the password never left
}

void TestHttp::ownCertificate()
{
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(QStringLiteral("c.pem"));
    const QString key = folder.filePath(QStringLiteral("k.pem"));
    QVERIFY(makeCertificate(certificate, key));
    ScriptedServer server(
        [](const Request &) { return Script{httpAnswer("200 OK", goldenBytes(QStringLiteral("tokens")))}; },
        certificate, key);
    const auto api = api::makeHttpApi(server.url(), {certificate.toUtf8()});
    std::optional<domain::Result<api::Tokens>> result;
    const auto call = api->login(credentials, [&](domain::Result<api::Tokens> answer) { result = std::move(answer); });
    QTRY_VERIFY(result);
    QCOMPARE(told(result), QStringLiteral("ok"));
    QVERIFY(server.requests().first().body.contains("her secret"));
}

void TestHttp::trustsOneMoreAuthority()
{
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(QStringLiteral("c.pem"));
    const QString key = folder.filePath(QStringLiteral("k.pem"));
    QVERIFY(makeCertificate(certificate, key));
    ScriptedServer server(
        [](const Request &) { return Script{httpAnswer("200 OK", goldenBytes(QStringLiteral("tokens")))}; },
        certificate, key);
    const auto api = api::makeHttpApi(server.url());
    const auto login = [&api] {
        std::optional<domain::Result<api::Tokens>> result;
        const auto call = api->login(credentials, [&](domain::Result<api::Tokens> answer) { result = std::move(answer); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 20'000); }();
        return told(result);
    };
    QCOMPARE(login(), QStringLiteral("tls_failed"));
    api->setNetwork({{}, certificate.toUtf8()});
    QCOMPARE(login(), QStringLiteral("ok"));
    api->setNetwork({});
    QCOMPARE(login(), QStringLiteral("tls_failed"));
}

void TestHttp::goesByTheProxyThatIsNamed()
{
    ScriptedServer proxy([](const Request &) { return Script{httpAnswer("403 Forbidden", {}), true}; });
    const auto api = api::makeHttpApi(QUrl(QStringLiteral("https://learnlab.invalid")));
    api->setNetwork({{api::Proxy::Kind::Manual, proxy.url().host(), static_cast<quint16>(proxy.url().port())}, {}});
    std::optional<domain::Result<api::Tokens>> result;
    const auto call = api->login(credentials, [&](domain::Result<api::Tokens> answer) { result = std::move(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(result, 20'000);
    QVERIFY(!result->has_value());
    QVERIFY(!proxy.requests().isEmpty());
    QCOMPARE(proxy.requests().first().firstLine(), QByteArray("CONNECT learnlab.invalid:443 HTTP/1.1"));
    for (const Request &request : proxy.requests())
        QVERIFY(!(request.head + request.body).contains("her secret"));
}

void TestHttp::secretsStayOutOfUrls()
{
    ScriptedServer server(
        [](const Request &) { return Script{httpAnswer("200 OK", goldenBytes(QStringLiteral("tokens")))}; });
    CountingTokens tokens;
    const auto api = api::makeHttpApi(server.url());
    api->setTokenSource(&tokens);
    int done = 0;
    std::vector<api::CallHandle> calls;
    calls.push_back(api->login(credentials, [&](const domain::Result<api::Tokens> &) { ++done; }));
    calls.push_back(api->refresh("re.fre.sh", [&](const domain::Result<api::Tokens> &) { ++done; }));
    calls.push_back(api->logout("re.fre.sh", [&](const domain::Result<void> &) { ++done; }));
    QTRY_COMPARE(done, 3);
    for (const Request &request : server.requests()) {
        QVERIFY(!request.firstLine().contains("secret") && !request.firstLine().contains("re.fre.sh"));
        QVERIFY(!request.firstLine().contains("token-"));
        QVERIFY(!request.head.contains("Cookie"));
    }
}

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
