// Connections that go on as a WebSocket.
#include "loop_server.h"
#include "websocket_client.h"

#include <server/http/websocket.h>

#include <boost/asio/post.hpp>

#include <QTest>

using namespace learnlab::server;
using http::Frame;
using http::LoopServer;
using http::Request;
using http::Response;
using http::WebSocket;
using http::WebSocketClient;
using Answer = support::Task<support::Result<Response>>;

namespace {

struct Talks
{
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    WebSocket *open = nullptr; // loop thread only
};

support::Task<void> talk(Talks &talks, WebSocket &socket)
{
    talks.open = &socket;
    ++talks.begun;
    socket.send("hello");
    while (true) {
        auto message = co_await socket.receive();
        if (!message)
            break;
        if (*message == "end")
            break;
        if (*message == "throw")
            throw std::runtime_error("inside");
        socket.send("you said " + *message);
    }
    talks.open = nullptr;
    ++talks.ended;
}

Answer route(Talks &talks, Request &request)
{
    if (request.header("authorization") != "Bearer good")
        co_return support::fail(support::problem(401, "token_missing", "Sign in first."));
    http::Conversation conversation = [&talks](WebSocket &socket) { return talk(talks, socket); };
    co_return http::upgrade(request, std::move(conversation));
}

constexpr std::string_view signedIn = "Authorization: Bearer good\r\n";

} // namespace

class TestWebSocket : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<LoopServer> m_server;
    Talks m_talks;

    void onLoop(std::function<void(WebSocket &)> work)
    {
        boost::asio::post(m_server->loop(), [this, work = std::move(work)] {
            if (m_talks.open != nullptr)
                work(*m_talks.open);
        });
    }

private Q_SLOTS:
    void init()
    {
        m_talks.begun = 0;
        m_talks.ended = 0;
        m_server = std::make_unique<LoopServer>();
        m_server->router.add("GET", "/talk", [this](Request &request) { return route(m_talks, request); },
                             {false, true, {}});
        QVERIFY(m_server->start());
    }

    void cleanup() { m_server.reset(); }

    void refusesAsAnyOtherRouteDoes()
    {
        http::RawClient plain(m_server->port());
        const auto none = plain.get("/talk", signedIn);
        QCOMPARE(none.status, 426);
        QCOMPARE(none.headers.at("upgrade"), std::string("websocket"));
        QCOMPARE(none.headers.at("content-type"), std::string("application/problem+json"));
        WebSocketClient stranger(m_server->port());
        QCOMPARE(stranger.shakeHands("/talk").status, 401);
        QCOMPARE(stranger.shakeHands("/elsewhere").status, 404);
        QCOMPARE(m_talks.begun.load(), 0);
    }

    void talksBothWays()
    {
        WebSocketClient client(m_server->port());
        const auto answer = client.shakeHands("/talk", signedIn);
        QCOMPARE(answer.status, 101);
        QCOMPARE(answer.headers.at("sec-websocket-accept"), std::string("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        QVERIFY(!answer.headers.at("x-request-id").empty());
        QCOMPARE(answer.headers.at("server"), std::string("learnlab"));
        QCOMPARE(client.receive().payload, std::string("hello"));
        QVERIFY(client.send(http::Text, "one"));
        QVERIFY(client.send(http::Text, "two"));
        QCOMPARE(client.receive().payload, std::string("you said one"));
        QCOMPARE(client.receive().payload, std::string("you said two"));
        QVERIFY(client.send(http::Ping, "p"));
        QCOMPARE(client.receive().opcode, int(http::Pong));
        onLoop([](WebSocket &socket) { socket.send("unasked"); });
        QCOMPARE(client.receive().payload, std::string("unasked"));
        QVERIFY(client.send(http::Text, "end"));
        QCOMPARE(client.receive().closeCode(), 1000);
        QVERIFY(client.send(http::Close, "\x03\xe8"));
        QVERIFY(client.closed());
        QCOMPARE(m_talks.ended.load(), 1);
    }

    void closesWithACodeWhileTheConversationListens()
    {
        WebSocketClient client(m_server->port());
        QCOMPARE(client.shakeHands("/talk", signedIn).status, 101);
        QCOMPARE(client.receive().payload, std::string("hello"));
        onLoop([](WebSocket &socket) {
            socket.send("last words");
            socket.close(4401, "over");
            socket.close(4000);
            socket.send("never");
        });
        QCOMPARE(client.receive().payload, std::string("last words"));
        const Frame end = client.receive();
        QCOMPARE(end.opcode, int(http::Close));
        QCOMPARE(end.closeCode(), 4401);
        QVERIFY(client.send(http::Close, end.payload));
        QVERIFY(client.closed());
        QTRY_COMPARE(m_talks.ended.load(), 1);
    }

    void refusesWhatIsNoSmallText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("opcode");
        QTest::addColumn<int>("code");
        QTest::newRow("binary") << QByteArray("abc") << int(http::Binary) << 1003;
        QTest::newRow("long") << QByteArray(8193, 'x') << int(http::Text) << 1009;
        QTest::newRow("not utf-8") << QByteArray("\xff\xfe") << int(http::Text) << 1007;
        QTest::newRow("unknown opcode") << QByteArray("abc") << 3 << 1002;
    }

    void refusesWhatIsNoSmallText()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, opcode);
        WebSocketClient client(m_server->port());
        QCOMPARE(client.shakeHands("/talk", signedIn).status, 101);
        QCOMPARE(client.receive().payload, std::string("hello"));
        QVERIFY(client.send(static_cast<std::uint8_t>(opcode), bytes.toStdString()));
        const Frame end = client.receive();
        QCOMPARE(end.opcode, int(http::Close));
        QTEST(end.closeCode(), "code");
        client.hangUp();
        QTRY_COMPARE(m_talks.ended.load(), 1);
    }

    void survivesClientsWithoutManners()
    {
        for (const std::string_view bytes : {std::string_view(), std::string_view("\x81\x05hello", 7), // not masked
                                             std::string_view("GET / HTTP/1.1\r\n\r\n"), std::string_view("\x81")}) {
            WebSocketClient client(m_server->port());
            QCOMPARE(client.shakeHands("/talk", signedIn).status, 101);
            client.sendRaw(bytes);
            client.hangUp();
        }
        QTRY_COMPARE(m_talks.ended.load(), 4);
        WebSocketClient eager(m_server->port());
        const auto early = eager.shakeHands("/talk", std::string(signedIn) + "\r\nGET /talk HTTP/1.1\r\nHost: a\r\n");
        QCOMPARE(early.status, 400);
    }

    void cutsWhoDoesNotRead()
    {
        WebSocketClient client(m_server->port());
        QCOMPARE(client.shakeHands("/talk", signedIn).status, 101);
        QTRY_COMPARE(m_talks.begun.load(), 1);
        onLoop([](WebSocket &socket) {
            for (int i = 0; i < 5000; ++i)
                socket.send(std::string(100, 'x'));
        });
        QTRY_COMPARE(m_talks.ended.load(), 1);
    }

    void hidesWhatAConversationThrows()
    {
        WebSocketClient client(m_server->port());
        QCOMPARE(client.shakeHands("/talk", signedIn).status, 101);
        QCOMPARE(client.receive().payload, std::string("hello"));
        QVERIFY(client.send(http::Text, "throw"));
        QCOMPARE(client.receive().closeCode(), 1011);
        QVERIFY(client.send(http::Close, "\x03\xf3"));
        QVERIFY(client.closed());
        QTRY_VERIFY(m_server->log().find("conversation_failed") != std::string::npos);
    }

    void saysGoodbyeWhenTheServerDrains()
    {
        WebSocketClient client(m_server->port());
        QCOMPARE(client.shakeHands("/talk", signedIn).status, 101);
        QCOMPARE(client.receive().payload, std::string("hello"));
        m_server->drain(std::chrono::seconds(20));
        const Frame end = client.receive();
        QCOMPARE(end.closeCode(), 1001);
        QVERIFY(client.send(http::Close, end.payload));
        QVERIFY(client.closed());
        QTRY_VERIFY(m_server->drained());
    }
};

QTEST_GUILESS_MAIN(TestWebSocket)
#include "tst_websocket.moc"
