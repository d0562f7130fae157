#include <testsupport/fault_proxy.h>

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace learnlab::testsupport;

namespace {

const auto page = QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

} // namespace

// The proxy before a server that answers everything by five letters.
class FaultProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.listen(QHostAddress(QHostAddress::LocalHost)));
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const auto bytes = socket->readAll();
                m_received += bytes.size();
                if (bytes.contains("\r\n\r\n")) {
                    socket->write(page);
                }
            });
        });
    }

    void init()
    {
        m_received = 0;
        m_proxy = std::make_unique<FaultProxy>();
        m_proxy->setTarget(m_server.serverPort());
    }

    void passesWhatNoRuleFits()
    {
        m_proxy->add({.path = "/other"});
        const auto [body, error] = get(QStringLiteral("/page?x=1"));
        QCOMPARE(body, "hello");
        QCOMPARE(error, QNetworkReply::NoError);
        QCOMPARE(m_proxy->requests().value(0).target, "/page?x=1");
        QCOMPARE(m_proxy->hits(), 0);
    }

    void refusesAsOftenAsAsked()
    {
        m_proxy->add({.fault = Fault::Refuse, .skip = 1, .times = 1, .status = 503});
        QCOMPARE(get(QStringLiteral("/a")).second, QNetworkReply::NoError);
        QCOMPARE(get(QStringLiteral("/a")).second, QNetworkReply::ServiceUnavailableError);
        QCOMPARE(get(QStringLiteral("/a")).second, QNetworkReply::NoError);
        QCOMPARE(m_proxy->hits(), 1);
    }

    void losesAnAnswer()
    {
        m_proxy->add({.fault = Fault::LoseAnswer, .times = -1});
        QCOMPARE(get(QStringLiteral("/a")).second, QNetworkReply::RemoteHostClosedError);
        QVERIFY(m_received > 0);
    }

    void cutsAnAnswer()
    {
        m_proxy->add({.fault = Fault::CutAnswer, .times = -1, .bytes = page.size() - 2});
        QCOMPARE(get(QStringLiteral("/a")).second, QNetworkReply::RemoteHostClosedError);
    }

    void delays()
    {
        m_proxy->add({.fault = Fault::Delay, .milliseconds = 20});
        QCOMPARE(get(QStringLiteral("/a")).first, "hello");
        QCOMPARE(m_proxy->hits(), 1);
    }

    void cutsARequest()
    {
        m_proxy->add({.method = "PUT", .fault = Fault::CutRequest, .times = -1, .bytes = 1000});
        QNetworkRequest request(address(QStringLiteral("/put")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
        std::unique_ptr<QNetworkReply> reply(m_network.put(request, QByteArray(100000, 'x')));
        QVERIFY(QSignalSpy(reply.get(), &QNetworkReply::finished).wait());
        QVERIFY(reply->error() != QNetworkReply::NoError || m_received < 100000);
        QCOMPARE(m_proxy->requests().value(0).bodyBytes, 1000);
    }

    void resets()
    {
        m_proxy->add({.fault = Fault::Reset, .times = -1});
        QCOMPARE(get(QStringLiteral("/a")).second, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(m_received, 0);
    }

    void liesAboutALength()
    {
        m_proxy->add({.path = "/long", .fault = Fault::WrongLength, .times = -1, .bytes = 3});
        m_proxy->add({.path = "/short", .fault = Fault::WrongLength, .times = -1, .bytes = -2});
        QCOMPARE(get(QStringLiteral("/long")).second, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(get(QStringLiteral("/short")).first, "hel");
    }

    void trickles()
    {
        m_proxy->add({.fault = Fault::Trickle, .bytes = 4, .milliseconds = 1});
        QCOMPARE(get(QStringLiteral("/a")).first, "hello");
        QCOMPARE(m_proxy->hits(), 1);
    }

    void stallsAnAnswer()
    {
        m_proxy->add({.fault = Fault::StallAnswer, .times = -1, .bytes = page.size() - 2});
        QNetworkRequest request(address(QStringLiteral("/a")));
        request.setTransferTimeout(200);
        std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QVERIFY(QSignalSpy(reply.get(), &QNetworkReply::finished).wait());
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        QVERIFY(reply->header(QNetworkRequest::ContentLengthHeader).isValid());
    }

    void pullsTheCable()
    {
        m_proxy->setDown(true);
        QCOMPARE(get(QStringLiteral("/a")).second, QNetworkReply::ConnectionRefusedError);
        m_proxy->setDown(false);
        QCOMPARE(get(QStringLiteral("/a")).second, QNetworkReply::NoError);
    }

private:
    [[nodiscard]] QUrl address(const QString &target) const { return m_proxy->url().resolved(QUrl(target)); }

    std::pair<QByteArray, QNetworkReply::NetworkError> get(const QString &target)
    {
        std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(address(target))));
        QSignalSpy(reply.get(), &QNetworkReply::finished).wait();
        return {reply->readAll(), reply->error()};
    }

    QTcpServer m_server;
    QNetworkAccessManager m_network;
    std::unique_ptr<FaultProxy> m_proxy;
    qint64 m_received = 0;
};

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "tst_fault_proxy.moc"
