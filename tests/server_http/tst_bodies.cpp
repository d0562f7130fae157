// Bodies that stream, files with ranges, long polls and the drain.
#include "loop_server.h"
#include "raw_client.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>

using namespace learnlab::server;
using http::LoopServer;
using http::RawClient;
using http::Request;
using http::Response;
using Answer = support::Task<support::Result<Response>>;

namespace {

Answer countBytes(Request &request)
{
    std::uint64_t count = 0;
    std::string buffer(100000, '\0');
    while (true) {
        auto piece = co_await request.stream->read(std::span<char>(buffer));
        if (!piece)
            co_return support::fail(piece.error());
        if (*piece == 0)
            break;
        count += *piece;
    }
    boost::json::object body;
    body["count"] = count;
    body["declared"] = request.stream->contentLength().value_or(0);
    co_return http::json(200, body);
}

Answer refuseUnread(Request &)
{
    co_return support::fail(support::problem(403, "forbidden", "Not this one."));
}

Answer manyRows(Request &request)
{
    boost::json::array rows;
    const auto count = request.queryInteger("n", 0, 0, 100000);
    for (std::int64_t i = 0; i < count.value_or(0); ++i)
        rows.push_back(boost::json::object{{"number", i}, {"square", i * i}});
    boost::json::object body;
    body["rows"] = std::move(rows);
    co_return http::json(200, body);
}

struct Waits
{
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
};

Answer waitLong(Waits &waits, Request &request)
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor,
                                    std::chrono::steady_clock::time_point::max());
    ++waits.begun;
    {
        const std::stop_callback wake(request.stop, [&timer] { timer.cancel(); });
        if (!request.stop.stop_requested())
            co_await timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    }
    ++waits.ended;
    co_return http::noContent();
}

} // namespace

class TestBodies : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<LoopServer> m_server;
    Waits m_waits;
    QTemporaryFile m_file;
    QByteArray m_content;

    std::unique_ptr<LoopServer> make()
    {
        auto server = std::make_unique<LoopServer>();
        server->router.add("PUT", "/count", countBytes, {true, false, 64 << 20});
        server->router.add("GET", "/rows", manyRows);
        server->router.add("PUT", "/refuse", refuseUnread, {true, false, 1LL << 40});
        server->router.add("GET", "/wait", [this](Request &request) { return waitLong(m_waits, request); },
                           {false, true, {}});
        const std::string path = m_file.fileName().toStdString();
        const auto size = static_cast<std::uint64_t>(m_content.size());
        server->router.add("GET", "/file", [path, size](Request &request) { return file(request, path, size); });
        return server->start() ? std::move(server) : nullptr;
    }

    static Answer file(const Request &request, std::string path, std::uint64_t size)
    {
        co_return http::fileResponse(request, http::FileHandle(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), size,
                                     "\"tag\"", "application/octet-stream");
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 0; i < 3000000; ++i)
            m_content.append(static_cast<char>((i * 7 + i / 251) & 0xff));
        QVERIFY(m_file.open());
        QCOMPARE(m_file.write(m_content), m_content.size());
        QVERIFY(m_file.flush());
        m_server = make();
        QVERIFY(m_server);
    }

    void streamsPlainBodies()
    {
        RawClient client(m_server->port());
        const std::string body(20 << 20, 'x');
        QVERIFY(client.send("PUT /count HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
                            "\r\n\r\n"));
        QVERIFY(client.send(body));
        const auto answer = boost::json::parse(client.answer().body);
        QCOMPARE(answer.at("count").to_number<std::size_t>(), body.size());
        QCOMPARE(answer.at("declared").to_number<std::size_t>(), body.size());
        QCOMPARE(client.get("/file", "Range: bytes=0-0\r\n").status, 206);
    }

    void streamsChunkedBodies()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("PUT /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"));
        for (int i = 0; i < 100; ++i)
            QVERIFY(client.send("2710\r\n" + std::string(10000, 'y') + "\r\n"));
        QVERIFY(client.send("0\r\n\r\n"));
        QCOMPARE(boost::json::parse(client.answer().body).at("count").to_number<std::size_t>(), std::size_t(1000000));
    }

    void noticesBodiesThatBreakOff()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("PUT /count HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc"));
        client.finishSending();
        QCOMPARE(client.answer().status, 400);
    }

    void refusalsReachAClientThatStillSends()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send("PUT /refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n"));
        client.send(std::string(5000000, 'z'));
        const auto answer = client.answer();
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.headers.at("connection"), std::string("close"));
    }

    void servesFiles_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("length");
        QTest::newRow("whole") << QByteArray() << 200 << 0 << 3000000;
        QTest::newRow("start") << QByteArray("Range: bytes=0-9\r\n") << 206 << 0 << 10;
        QTest::newRow("middle") << QByteArray("Range: bytes=1000000-2999998\r\n") << 206 << 1000000 << 1999999;
        QTest::newRow("open end") << QByteArray("Range: bytes=2999990-\r\n") << 206 << 2999990 << 10;
        QTest::newRow("beyond the end") << QByteArray("Range: bytes=2999990-9999999\r\n") << 206 << 2999990 << 10;
        QTest::newRow("last bytes") << QByteArray("Range: bytes=-5\r\n") << 206 << 2999995 << 5;
        QTest::newRow("all as last bytes") << QByteArray("Range: bytes=-99999999\r\n") << 206 << 0 << 3000000;
        QTest::newRow("outside") << QByteArray("Range: bytes=3000000-\r\n") << 416 << 0 << -1;
        QTest::newRow("no last bytes") << QByteArray("Range: bytes=-0\r\n") << 416 << 0 << -1;
        QTest::newRow("several") << QByteArray("Range: bytes=0-1,5-6\r\n") << 200 << 0 << 3000000;
        QTest::newRow("backwards") << QByteArray("Range: bytes=9-1\r\n") << 200 << 0 << 3000000;
        QTest::newRow("huge") << QByteArray("Range: bytes=99999999999999999999-\r\n") << 200 << 0 << 3000000;
        QTest::newRow("other unit") << QByteArray("Range: lines=0-1\r\n") << 200 << 0 << 3000000;
        QTest::newRow("if-range same") << QByteArray("Range: bytes=0-9\r\nIf-Range: \"tag\"\r\n") << 206 << 0 << 10;
        QTest::newRow("if-range other") << QByteArray("Range: bytes=0-9\r\nIf-Range: \"old\"\r\n") << 200 << 0
                                        << 3000000;
        QTest::newRow("if-match other") << QByteArray("If-Match: \"old\"\r\n") << 412 << 0 << -1;
        QTest::newRow("if-match same") << QByteArray("If-Match: \"old\", \"tag\"\r\n") << 200 << 0 << 3000000;
        QTest::newRow("if-none-match") << QByteArray("If-None-Match: \"tag\"\r\n") << 304 << 0 << -1;
    }

    void servesFiles()
    {
        QFETCH(const QByteArray, headers);
        QFETCH(const int, first);
        QFETCH(const int, length);
        RawClient client(m_server->port());
        const auto answer = client.get("/file", headers.toStdString());
        QTEST(answer.status, "status");
        if (length >= 0)
            QVERIFY(QByteArray::fromStdString(answer.body) == m_content.mid(first, length));
        QCOMPARE(client.get("/file", "Range: bytes=1-1\r\n").status, 206);
    }

    void compressesLargeAnswersForThoseWhoAsk()
    {
        QNetworkAccessManager network; // asks for gzip and unpacks it
        RawClient plain(m_server->port());
        for (const int count : {0, 10, 3000, 30000}) {
            const std::string target = "/rows?n=" + std::to_string(count);
            const auto raw = plain.get(target);
            QVERIFY(!raw.headers.contains("content-encoding"));
            const auto refused = plain.get(target, "Accept-Encoding: gzip;q=0\r\n");
            QVERIFY(refused.body == raw.body);
            const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(m_server->port()) +
                           QString::fromStdString(target));
            const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
            QTRY_VERIFY(reply->isFinished());
            QCOMPARE(reply->readAll(), QByteArray::fromStdString(raw.body));
            const auto packed = plain.get(target, "Accept-Encoding: deflate, gzip\r\n");
            QCOMPARE(packed.headers.contains("content-encoding"), count >= 3000);
            QVERIFY(packed.body.size() <= raw.body.size() / (count >= 3000 ? 3 : 1));
        }
    }

    void tellsLongPollsThatTheClientLeft()
    {
        const int before = m_waits.ended;
        RawClient client(m_server->port());
        QVERIFY(client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n"));
        QTRY_COMPARE(m_waits.begun.load(), before + 1);
        client.hangUp();
        QTRY_COMPARE(m_waits.ended.load(), before + 1);
    }

    void survivesClientsThatLeaveInTheMiddleOfAFile()
    {
        for (int i = 0; i < 5; ++i) {
            RawClient client(m_server->port());
            QVERIFY(client.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\nGET /file HTTP/1.1\r\nHost: a\r\n\r\n"));
        }
        RawClient after(m_server->port());
        QCOMPARE(after.get("/file").status, 200);
    }

    void drainsWithoutLosingAnswers()
    {
        const auto server = make();
        RawClient idle(server->port());
        QCOMPARE(idle.get("/file", "Range: bytes=0-0\r\n").status, 206);
        RawClient waiting(server->port());
        const int before = m_waits.begun;
        QVERIFY(waiting.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n"));
        QTRY_COMPARE(m_waits.begun.load(), before + 1);
        RawClient sending(server->port());
        QVERIFY(sending.send("PUT /count HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nExpect: 100-continue\r\n\r\n"));
        QCOMPARE(sending.answer().status, 100);
        server->drain(std::chrono::seconds(20));
        QVERIFY(idle.closed());
        const auto answer = waiting.answer();
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.headers.at("connection"), std::string("close"));
        QVERIFY(!server->drained());
        QVERIFY(sending.send("abcdef"));
        QCOMPARE(sending.answer().status, 200);
        sending.hangUp();
        waiting.hangUp();
        QTRY_VERIFY(server->drained());
        RawClient late(server->port());
        QCOMPARE(late.get("/file").status, 0);
    }

    void cutsWhatOutlivesTheDrain()
    {
        const auto server = make();
        RawClient sending(server->port());
        QVERIFY(sending.send("PUT /count HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nExpect: 100-continue\r\n\r\n"));
        QCOMPARE(sending.answer().status, 100);
        server->drain(std::chrono::milliseconds(10));
        QTRY_VERIFY(server->drained());
        QVERIFY(sending.closed());
    }
};

QTEST_GUILESS_MAIN(TestBodies)
#include "tst_bodies.moc"
