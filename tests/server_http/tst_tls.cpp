// The same server behind its own certificate.
#include "loop_server.h"
#include "raw_client.h"

#include <server/http/websocket.h>

#include <boost/asio/post.hpp>

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>

using namespace learnlab::server;
using http::LoopServer;
using http::Request;
using http::Response;
using Answer = support::Task<support::Result<Response>>;

namespace {

Answer tellWhetherSecret(Request &request)
{
    Response response;
    response.body = std::string(request.secure ? "secure " : "plain ") + request.body;
    co_return response;
}

Answer secretFile(const Request &request, const std::string &path, std::uint64_t size)
{
    co_return http::fileResponse(request, http::FileHandle(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), size, "\"t\"",
                                 "application/octet-stream");
}

support::Task<void> echoFrames(http::WebSocket &socket)
{
    while (true) {
        auto message = co_await socket.receive();
        if (!message)
            co_return;
        socket.send(std::move(*message));
    }
}

Answer talkInSecret(Request &request)
{
    const http::Conversation conversation = echoFrames;
    co_return http::upgrade(request, conversation);
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<LoopServer> m_server;
    QByteArray m_content;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    bool makeCertificate(const QString &name)
    {
        QProcess openssl;
        openssl.setStandardErrorFile(QProcess::nullDevice());
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                       QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
                       QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=") + name, QStringLiteral("-keyout"), path("key.pem"),
                       QStringLiteral("-out"), path("certificate.pem")});
        return openssl.waitForFinished(20000) && openssl.exitStatus() == QProcess::NormalExit &&
               openssl.exitCode() == 0;
    }

    http::ServerOptions options()
    {
        auto options = LoopServer::quick();
        options.tls = http::TlsFiles{path("certificate.pem").toStdString(), path("key.pem").toStdString()};
        return options;
    }

    std::unique_ptr<QSslSocket> connected(QSsl::SslProtocol protocol = QSsl::SecureProtocols)
    {
        auto socket = std::make_unique<QSslSocket>();
        auto configuration = socket->sslConfiguration();
        configuration.setProtocol(protocol);
        socket->setSslConfiguration(configuration);
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_server->port());
        return socket->waitForEncrypted(10000) ? std::move(socket) : nullptr;
    }

    static QByteArray readUntil(QSslSocket &socket, qsizetype count)
    {
        QByteArray bytes = socket.readAll();
        while (bytes.size() < count && socket.waitForReadyRead(10000))
            bytes += socket.readAll();
        return bytes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(makeCertificate(QStringLiteral("first")));
        for (int i = 0; i < 700000; ++i)
            m_content.append(static_cast<char>((i * 7 + i / 251) & 0xff));
        QFile content(path("content"));
        QVERIFY(content.open(QIODevice::WriteOnly) && content.write(m_content) == m_content.size());
        content.close();
        m_server = std::make_unique<LoopServer>(options());
        m_server->router.add("POST", "/tell", tellWhetherSecret);
        const std::string name = path("content").toStdString();
        const auto size = static_cast<std::uint64_t>(m_content.size());
        m_server->router.add("GET", "/file",
                             [name, size](Request &request) { return secretFile(request, name, size); });
        m_server->router.add("GET", "/talk", talkInSecret, {false, true, {}});
        QVERIFY(m_server->start());
    }

    void answersInSecret()
    {
        const auto socket = connected();
        QVERIFY(socket);
        QCOMPARE(socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), QStringLiteral("first"));
        for (int i = 0; i < 2; ++i) {
            socket->write("POST /tell HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            const QByteArray answer = readUntil(*socket, 50);
            QVERIFY2(answer.startsWith("HTTP/1.1 200") && answer.endsWith("secure hello"), answer.constData());
        }
        socket->write("POST /tell HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
        QVERIFY(readUntil(*socket, 50).endsWith("secure hello"));
        QVERIFY(socket->state() == QAbstractSocket::UnconnectedState || socket->waitForDisconnected(10000));
    }

    void sendsFiles()
    {
        const auto socket = connected();
        QVERIFY(socket);
        socket->write("GET /file HTTP/1.1\r\nHost: a\r\nRange: bytes=1-\r\n\r\n");
        const QByteArray answer = readUntil(*socket, m_content.size() - 1 + 100);
        const auto head = answer.indexOf("\r\n\r\n") + 4;
        QByteArray body = answer.mid(head);
        if (body.size() < m_content.size() - 1)
            body += readUntil(*socket, m_content.size() - 1 - body.size());
        QVERIFY(body == m_content.mid(1));
    }

    void talksOverIt()
    {
        const auto socket = connected();
        QVERIFY(socket);
        socket->write("GET /talk HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QVERIFY(readUntil(*socket, 50).startsWith("HTTP/1.1 101"));
        socket->write(QByteArray("\x81\x82\0\0\0\0hi", 8));
        QCOMPARE(readUntil(*socket, 4), QByteArray("\x81\x02hi"));
    }

    void refusesOldProtocolsAndPlainText()
    {
        QVERIFY(connected(QSsl::TlsV1_2));
        QVERIFY(connected(QSsl::TlsV1_3));
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        QVERIFY(!connected(QSsl::TlsV1_1));
        QT_WARNING_POP
        http::RawClient plain(m_server->port());
        QCOMPARE(plain.get("/file").status, 0);
        QVERIFY(connected());
    }

    void takesANewCertificateWithoutARestart()
    {
        const auto before = connected();
        QVERIFY(before);
        QVERIFY(makeCertificate(QStringLiteral("second")));
        QVERIFY(m_server->reloadTls());
        const auto after = connected();
        QVERIFY(after);
        QCOMPARE(after->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), QStringLiteral("second"));
        before->write("POST /tell HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
        QVERIFY(readUntil(*before, 50).endsWith("secure hi"));
        QFile key(path("key.pem"));
        QVERIFY(key.open(QIODevice::WriteOnly));
        key.write("no key\n");
        key.close();
        QVERIFY(!m_server->reloadTls());
        const auto still = connected();
        QVERIFY(still);
        QCOMPARE(still->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), QStringLiteral("second"));
    }

    void refusesToStartWithoutUsableFiles()
    {
        const auto complaint = [this](const char *certificate, const char *key) {
            const auto loaded = http::loadTls({path(certificate).toStdString(), path(key).toStdString()});
            return loaded ? std::string() : loaded.error().detail;
        };
        QVERIFY(makeCertificate(QStringLiteral("one")));
        QVERIFY(QFile::rename(path("key.pem"), path("one.pem")));
        QVERIFY(makeCertificate(QStringLiteral("other")));
        QCOMPARE(complaint("certificate.pem", "key.pem"), std::string());
        QVERIFY(complaint("certificate.pem", "one.pem").starts_with("tls.key_file"));
        QVERIFY(complaint("missing.pem", "key.pem").starts_with("tls.certificate_file"));
        QVERIFY(complaint("key.pem", "key.pem").starts_with("tls.certificate_file"));
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
