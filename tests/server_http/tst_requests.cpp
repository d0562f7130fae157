// What arrives at the server, well-formed or not, and what it gets.
#include "loop_server.h"
#include "raw_client.h"

#include <server/http/json.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <QTest>

using namespace learnlab::server;
using http::LoopServer;
using http::RawClient;
using http::Request;
using http::Response;
using Answer = support::Task<support::Result<Response>>;

namespace {

Answer echo(Request &request)
{
    boost::json::object body;
    body["path"] = request.path;
    body["body"] = request.body;
    body["id"] = std::string(request.pathValue("id"));
    body["q"] = std::string(request.queryValue("q").value_or(""));
    co_return http::json(200, body);
}

Answer throwing(Request &)
{
    throw std::runtime_error("the secret inside");
    co_return http::noContent();
}

Answer needsObject(Request &request)
{
    const auto object = http::jsonBody(request);
    if (!object)
        co_return support::fail(object.error());
    const auto name = http::Members(*object).requireText("name");
    if (!name)
        co_return support::fail(name.error());
    co_return http::noContent();
}

std::string codeOf(const http::RawAnswer &answer)
{
    boost::system::error_code error;
    const auto value = boost::json::parse(answer.body, error);
    return error || !value.is_object() || !value.as_object().contains("code")
               ? std::string("(no problem)")
               : std::string(value.at("code").as_string());
}

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<LoopServer> m_server;

    std::unique_ptr<LoopServer> make(http::ServerOptions options)
    {
        auto server = std::make_unique<LoopServer>(std::move(options));
        server->router.add("GET", "/echo/{id}", echo);
        server->router.add("POST", "/echo", echo);
        server->router.add("POST", "/object", needsObject);
        server->router.add("GET", "/throw", throwing);
        return server->start() ? std::move(server) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = make(LoopServer::quick());
        QVERIFY(m_server);
    }

    void keepsAliveAndNamesRequests()
    {
        RawClient client(m_server->port());
        const auto first = client.get("/echo/a%20b?q=x+y%26", "X-Request-Id: my-request-1\r\n");
        QCOMPARE(first.status, 200);
        QCOMPARE(first.headers.at("x-request-id"), std::string("my-request-1"));
        const auto body = boost::json::parse(first.body).as_object();
        QVERIFY(body.at("id").as_string() == "a b");
        QVERIFY(body.at("q").as_string() == "x y&");
        const auto second = client.get("/echo/2", "X-Request-Id: bad\tid\r\n");
        QCOMPARE(second.status, 200);
        QCOMPARE(second.headers.at("x-request-id").size(), std::size_t(16));
    }

    void answersPipelinedRequestsInOrder()
    {
        RawClient client(m_server->port());
        std::string all;
        for (int i = 0; i < 20; ++i)
            all += "GET /echo/" + std::to_string(i) + " HTTP/1.1\r\nHost: test\r\n\r\n";
        QVERIFY(client.send(all));
        for (int i = 0; i < 20; ++i) {
            const auto answer = client.answer();
            QCOMPARE(answer.status, 200);
            QVERIFY(boost::json::parse(answer.body).at("id").as_string() == std::to_string(i));
        }
    }

    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x02\r\n\r\n", 8) << 400;
        QTest::newRow("no version") << QByteArray("GET /echo/1\r\n\r\n") << 400;
        QTest::newRow("http/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 400;
        QTest::newRow("no host") << QByteArray("GET /echo/1 HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two hosts") << QByteArray("GET /echo/1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
        QTest::newRow("two credentials")
            << QByteArray("GET /echo/1 HTTP/1.1\r\nHost: a\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n") << 400;
        QTest::newRow("length and chunked")
            << QByteArray(
                   "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            << 400;
        QTest::newRow("negative length") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")
                                         << 400;
        QTest::newRow("two lengths")
            << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc") << 400;
        QTest::newRow("foreign encoding")
            << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n") << 400;
        QTest::newRow("broken escape") << QByteArray("GET /echo/%zz HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("cut escape") << QByteArray("GET /echo/%4 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("nul") << QByteArray("GET /echo/%00 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("broken query") << QByteArray("GET /echo/1?q=%f HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("absolute target") << QByteArray("GET http://x/echo/1 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("unknown path") << QByteArray("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n") << 404;
        QTest::newRow("empty segment") << QByteArray("GET /echo/ HTTP/1.1\r\nHost: a\r\n\r\n") << 404;
        QTest::newRow("unknown method") << QByteArray("BREW /echo/1 HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
        QTest::newRow("other method") << QByteArray("DELETE /echo HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
        QTest::newRow("broken chunk")
            << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") << 400;
    }

    void refusesWhatIsMalformed()
    {
        QFETCH(const QByteArray, request);
        RawClient client(m_server->port());
        QVERIFY(client.send(request.toStdString()));
        const auto answer = client.answer();
        QTEST(answer.status, "status");
        QCOMPARE(answer.headers.at("content-type"), std::string("application/problem+json"));
        QVERIFY(!answer.headers.at("x-request-id").empty());
        QVERIFY(codeOf(answer) != "(no problem)");
    }

    void saysWhichMethodsThereAre()
    {
        RawClient client(m_server->port());
        QCOMPARE(client.post("/echo/1", "").headers.at("allow"), std::string("GET, HEAD"));
    }

    void refusesLargeHeaders()
    {
        RawClient client(m_server->port());
        const auto answer = client.get("/echo/1", "X-Long: " + std::string(8 << 10, 'a') + "\r\n");
        QCOMPARE(answer.status, 431);
        QVERIFY(client.closed());
    }

    void refusesLargeBodiesBeforeReadingThem()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\nExpect: 100-continue\r\n\r\n"));
        const auto answer = client.answer();
        QCOMPARE(answer.status, 413);
        QCOMPARE(codeOf(answer), std::string("too_large"));
        QVERIFY(client.closed());
    }

    void refusesLargeChunkedBodies()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"));
        const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
        for (int i = 0; i < 20; ++i)
            client.send(chunk);
        QCOMPARE(client.answer().status, 413);
    }

    void readsChunkedBodiesAndInvitesThem()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"));
        QCOMPARE(client.answer().status, 100);
        QVERIFY(client.send("3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n"));
        QVERIFY(boost::json::parse(client.answer().body).at("body").as_string() == "abcdefg");
        QCOMPARE(client.get("/echo/1").status, 200);
    }

    void answersHeadWithoutBody()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("HEAD /echo/1 HTTP/1.1\r\nHost: a\r\n\r\n"));
        const auto head = client.answer(true);
        QCOMPARE(head.status, 200);
        QVERIFY(std::stoi(head.headers.at("content-length")) > 0);
        QCOMPARE(client.get("/echo/2").status, 200);
    }

    void hidesExceptions()
    {
        RawClient client(m_server->port());
        const auto answer = client.get("/throw");
        QCOMPARE(answer.status, 500);
        QCOMPARE(codeOf(answer), std::string("internal"));
        QVERIFY(answer.body.find("secret") == std::string::npos);
        QVERIFY(m_server->log().find("the secret inside") != std::string::npos);
    }

    void checksJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        QTest::newRow("good") << QByteArray(R"({"name":"ä"})") << QByteArray("application/json; charset=utf-8") << 204;
        QTest::newRow("empty") << QByteArray() << QByteArray("application/json") << 400;
        QTest::newRow("array") << QByteArray("[]") << QByteArray("application/json") << 400;
        QTest::newRow("deep") << QByteArray(QByteArray("{\"name\":") + QByteArray(5000, '['))
                              << QByteArray("application/json") << 400;
        QTest::newRow("not utf-8") << QByteArray("{\"name\":\"\xff\"}") << QByteArray("application/json") << 400;
        QTest::newRow("lone surrogate") << QByteArray(R"({"name":"\ud800"})") << QByteArray("application/json") << 400;
        QTest::newRow("nul") << QByteArray("{\"name\":\"a\\u0000b\"}") << QByteArray("application/json") << 400;
        QTest::newRow("number") << QByteArray(R"({"name":7})") << QByteArray("application/json") << 400;
        QTest::newRow("null") << QByteArray(R"({"name":null})") << QByteArray("application/json") << 400;
        QTest::newRow("type") << QByteArray(R"({"name":"a"})") << QByteArray("text/xml") << 415;
    }

    void checksJson()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        RawClient client(m_server->port());
        const auto answer = client.post("/object", body.toStdString(), "Content-Type: " + type.toStdString() + "\r\n");
        QTEST(answer.status, "status");
    }

    void logsNoQuery()
    {
        RawClient client(m_server->port());
        QCOMPARE(client.get("/echo/hidden-name?q=topsecret").status, 200);
        QTRY_VERIFY(m_server->log().find("/echo/{id}") != std::string::npos);
        QVERIFY(m_server->log().find("topsecret") == std::string::npos);
        QVERIFY(m_server->log().find("hidden-name") == std::string::npos);
    }

    void losesPatienceWithSlowHeaders()
    {
        auto options = LoopServer::quick();
        options.headerTime = std::chrono::milliseconds(50);
        const auto server = make(options);
        RawClient client(server->port());
        QVERIFY(client.send("GET /echo/1 HT"));
        QCOMPARE(client.answer().status, 408);
        QVERIFY(client.closed());
    }

    void losesPatienceWithSlowBodies()
    {
        auto options = LoopServer::quick();
        options.idle = std::chrono::milliseconds(50);
        const auto server = make(options);
        RawClient client(server->port());
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"));
        QCOMPARE(client.answer().status, 408);
        QVERIFY(client.closed());
    }

    void closesIdleConnections()
    {
        auto options = LoopServer::quick();
        options.idle = std::chrono::milliseconds(50);
        const auto server = make(options);
        RawClient client(server->port());
        QVERIFY(client.closed());
    }

    void refusesTooManyConnections()
    {
        auto options = LoopServer::quick();
        options.connections = 2;
        const auto server = make(options);
        RawClient first(server->port());
        RawClient second(server->port());
        QCOMPARE(first.get("/echo/1").status, 200);
        QCOMPARE(second.get("/echo/1").status, 200);
        RawClient third(server->port());
        const auto answer = third.answer();
        QCOMPARE(answer.status, 503);
        QCOMPARE(codeOf(answer), std::string("unavailable"));
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
