// What strangers can make the server hold, and how requests that two readers could understand differently are refused.
#include "loop_server.h"
#include "raw_client.h"

#include <server/http/json.h>

#include <boost/json/parse.hpp>

#include <QTest>

using namespace learnlab::server;
using http::LoopServer;
using http::RawClient;
using http::Request;
using http::Response;
using Answer = support::Task<support::Result<Response>>;

namespace {

Answer tellWho(Request &request)
{
    boost::json::object body;
    body["peer"] = request.peer;
    body["secure"] = request.secure;
    co_return http::json(200, body);
}

Answer readJson(Request &request)
{
    const auto body = http::jsonBody(request);
    if (!body)
        co_return support::fail(body.error());
    const auto items = http::Members(*body).requireArray("items", 500);
    if (!items)
        co_return support::fail(items.error());
    co_return http::noContent();
}

Answer swallow(Request &request)
{
    std::string buffer(1 << 16, '\0');
    while (true) {
        auto piece = co_await request.stream->read(std::span<char>(buffer));
        if (!piece)
            co_return support::fail(piece.error());
        if (*piece == 0)
            co_return http::noContent();
    }
}

Answer longText(Request &)
{
    Response response;
    response.body = std::string(32 << 20, 'x');
    co_return response;
}

std::string codeOfProblem(const http::RawAnswer &answer)
{
    boost::system::error_code error;
    const auto value = boost::json::parse(answer.body, error);
    const auto type = answer.headers.find("content-type");
    if (error || !value.is_object() || type == answer.headers.end() || type->second != "application/problem+json")
        return "(no problem)";
    return std::string(value.at("code").as_string());
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<LoopServer> m_server;

    static std::unique_ptr<LoopServer> make(http::ServerOptions options)
    {
        auto server = std::make_unique<LoopServer>(std::move(options));
        server->router.add("GET", "/who", tellWho);
        server->router.add("POST", "/json", readJson);
        server->router.add("PUT", "/swallow", swallow, {true, false, 1 << 30});
        server->router.add("GET", "/long", longText);
        return server->start() ? std::move(server) : nullptr;
    }

    static std::string peerOf(RawClient &client, std::string_view headers)
    {
        const auto answer = client.get("/who", headers);
        const auto body = boost::json::parse(answer.body).as_object();
        return std::string(body.at("peer").as_string()) + (body.at("secure").as_bool() ? " secure" : "");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = make(LoopServer::quick());
        QVERIFY(m_server);
    }

    void refusesWhatCouldSmuggle_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *headers, int status = 400) {
            QTest::newRow(name) << QByteArray(headers) << status;
        };
        row("length and chunked", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n");
        row("chunked and length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n");
        row("two lengths", "Content-Length: 4\r\nContent-Length: 5\r\n");
        row("two equal lengths", "Content-Length: 4\r\nContent-Length: 4\r\n");
        row("list of lengths", "Content-Length: 4, 4\r\n");
        row("signed length", "Content-Length: +4\r\n");
        row("hexadecimal length", "Content-Length: 0x4\r\n");
        row("huge length", "Content-Length: 99999999999999999999999\r\n");
        row("blank before the colon", "Content-Length : 4\r\n");
        row("two encodings", "Transfer-Encoding: gzip, chunked\r\n");
        row("chunked twice", "Transfer-Encoding: chunked, chunked\r\n");
        row("chunked in two headers", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
        row("almost chunked", "Transfer-Encoding: xchunked\r\n");
        row("identity", "Transfer-Encoding: identity\r\n");
        row("folded encoding", "Transfer-Encoding:\r\n chunked, x\r\n");
        row("control in a name", "Transfer\x01-Encoding: chunked\r\n");
        row("bare line feed", "Content-Length: 4\nTransfer-Encoding: chunked\r\n");
        row("packed body", "Content-Length: 4\r\nContent-Encoding: gzip\r\n", 415);
    }

    void refusesWhatCouldSmuggle()
    {
        QFETCH(const QByteArray, headers);
        RawClient client(m_server->port());
        QVERIFY(client.send("POST /json HTTP/1.1\r\nHost: a\r\n" + headers.toStdString() +
                            "\r\n0\r\n\r\nGET /who HTTP/1.1\r\nHost: smuggled\r\n\r\n"));
        const auto answer = client.answer();
        QTEST(answer.status, "status");
        QVERIFY(codeOfProblem(answer) != "(no problem)");
        QVERIFY(client.closed()); // nothing of what follows is taken for a request
    }

    void refusesChunksInOldRequests()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("POST /json HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
        QCOMPARE(client.answer().status, 400);
    }

    void refusesManyHeaders()
    {
        RawClient client(m_server->port());
        std::string headers;
        for (int i = 0; i < 110; ++i)
            headers += "x:\r\n";
        const auto answer = client.get("/who", headers);
        QCOMPARE(answer.status, 431);
        QCOMPARE(codeOfProblem(answer), std::string("too_large"));
    }

    void boundsJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto nested = [](int depth) {
            return QByteArray("{\"items\":") + QByteArray(depth, '[') + QByteArray(depth, ']') + "}";
        };
        const auto items = [](int count) {
            QByteArray body("{\"items\":[0");
            for (int i = 1; i < count; ++i)
                body += ",0";
            return body + "]}";
        };
        QTest::newRow("deep enough") << nested(31) << 204;
        QTest::newRow("too deep") << nested(33) << 400;
        QTest::newRow("full batch") << items(500) << 204;
        QTest::newRow("beyond the batch") << items(501) << 400;
        QTest::newRow("most values") << items(399990) << 400;
        QTest::newRow("too many values") << items(400001) << 413;
        QTest::newRow("values within a text")
            << QByteArray("{\"t\":\"\\\"" + QByteArray(500000, ',') + "\",\"items\":[]}") << 204;
        QTest::newRow("many names") << QByteArray("{\"items\":[" + QByteArray(1040000, '{') + "]}") << 413;
        QTest::newRow("beyond the body limit") << QByteArray("{\"items\":[" + QByteArray(1 << 20, ' ') + "]}") << 413;
    }

    void boundsJson()
    {
        QFETCH(const QByteArray, body);
        RawClient client(m_server->port());
        const auto answer = client.post("/json", body.toStdString());
        QTEST(answer.status, "status");
    }

    void boundsPipelining()
    {
        RawClient client(m_server->port());
        std::string all;
        for (int i = 0; i < 500; ++i)
            all += "GET /who HTTP/1.1\r\nHost: a\r\n\r\n";
        QVERIFY(client.send(all));
        int answers = 0;
        while (client.answer().status == 200)
            ++answers;
        QVERIFY2(answers > 50 && answers <= 101, qPrintable(QString::number(answers)));
        RawClient waiting(m_server->port());
        for (int i = 0; i < 150; ++i)
            QCOMPARE(waiting.get("/who").status, 200); // who waits for answers may go on
    }

    void boundsConnectionsOfOneAddress()
    {
        auto options = LoopServer::quick();
        options.connectionsPerAddress = 2;
        const auto server = make(options);
        {
            RawClient first(server->port());
            RawClient second(server->port());
            QCOMPARE(first.get("/who").status, 200);
            QCOMPARE(second.get("/who").status, 200);
            RawClient third(server->port());
            const auto answer = third.answer();
            QCOMPARE(answer.status, 503);
            QCOMPARE(answer.headers.at("retry-after"), std::string("5"));
            QCOMPARE(codeOfProblem(answer), std::string("unavailable"));
        }
        QTRY_COMPARE(RawClient(server->port()).get("/who").status, 200);
    }

    void exemptsProxiesFromTheBoundOfAnAddress()
    {
        auto options = LoopServer::quick();
        options.connectionsPerAddress = 1;
        options.trustedProxies = {*support::AddressRange::parse("127.0.0.0/8")};
        const auto server = make(options);
        RawClient first(server->port());
        RawClient second(server->port());
        QCOMPARE(first.get("/who").status, 200);
        QCOMPARE(second.get("/who").status, 200);
    }

    void losesPatienceWithTricklingBodies()
    {
        auto options = LoopServer::quick();
        options.grace = std::chrono::milliseconds(20);
        options.leastRate = 1 << 20;
        const auto server = make(options);
        RawClient client(server->port());
        QVERIFY(client.send("PUT /swallow HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"));
        while (client.send("x") && !client.readable(5)) {
        }
        const auto answer = client.answer();
        QCOMPARE(answer.status, 408);
        QCOMPARE(codeOfProblem(answer), std::string("timeout"));
    }

    void losesPatienceWithTricklingReaders()
    {
        auto options = LoopServer::quick();
        options.grace = std::chrono::milliseconds(20);
        options.leastRate = 1 << 30;
        const auto server = make(options);
        RawClient client(server->port());
        QVERIFY(client.send("GET /long HTTP/1.1\r\nHost: a\r\n\r\n"));
        QTRY_VERIFY(server->log().find("/long") != std::string::npos || client.bytes(300000).empty());
        QVERIFY(client.bytes(64 << 20).size() < (32 << 20));
    }

    void believesOnlyTrustedProxies()
    {
        RawClient plain(m_server->port());
        QCOMPARE(peerOf(plain, "X-Forwarded-For: 9.9.9.9\r\nX-Forwarded-Proto: https\r\n"), std::string("127.0.0.1"));
        auto options = LoopServer::quick();
        options.trustedProxies = {*support::AddressRange::parse("127.0.0.1"),
                                  *support::AddressRange::parse("10.0.0.0/8")};
        const auto server = make(options);
        RawClient proxy(server->port());
        const auto from = [&](const std::string &list) { return peerOf(proxy, "X-Forwarded-For: " + list + "\r\n"); };
        QCOMPARE(peerOf(proxy, ""), std::string("127.0.0.1"));
        QCOMPARE(from("9.9.9.9"), std::string("9.9.9.9"));
        QCOMPARE(from("1.1.1.1, 9.9.9.9"), std::string("9.9.9.9")); // the first is what the client made up
        QCOMPARE(from("1.1.1.1, 9.9.9.9, 10.1.2.3"), std::string("9.9.9.9"));
        QCOMPARE(from("10.0.0.1, 10.1.2.3"), std::string("10.0.0.1"));
        QCOMPARE(from("[2001:DB8::1]:443"), std::string("2001:db8::1"));
        QCOMPARE(from("9.9.9.9:4711"), std::string("9.9.9.9"));
        QCOMPARE(from("evil\", 10.1.2.3"), std::string("10.1.2.3"));
        QCOMPARE(from("1.1.1.1\r\nX-Forwarded-For: 9.9.9.9"), std::string("9.9.9.9"));
        QCOMPARE(peerOf(proxy, "X-Forwarded-For: 9.9.9.9\r\nX-Forwarded-Proto: https\r\n"),
                 std::string("9.9.9.9 secure"));
        QTRY_VERIFY(server->log().find("\"peer\":\"2001:db8::1\"") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
