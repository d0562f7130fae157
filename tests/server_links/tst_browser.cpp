// What was uploaded does not run in a browser, by whatever way it is opened: a real one, with LEARNLAB_DEEP=1.

#include "stage_server.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace {

// A page of somebody else's; notes who asks for what below /ran/.
class OtherSite : public QTcpServer
{
public:
    OtherSite()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
    }
    [[nodiscard]] QByteArray address() const { return "http://127.0.0.1:" + QByteArray::number(serverPort()); }

    QByteArray page;
    QByteArrayList ran;

private:
    void answer(QTcpSocket &socket)
    {
        const QByteArray path = socket.readAll().split(' ').value(1);
        if (path.startsWith("/ran/"))
            ran.append(path.mid(5));
        const QByteArray body = path == "/" ? page : QByteArray();
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n"
            "Content-Length: " +
            QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket.disconnectFromHost();
    }
};

} // namespace

class TestBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("LEARNLAB_DEEP"))
            QSKIP("a browser is a large package: only with LEARNLAB_DEEP=1");
        if (QStandardPaths::findExecutable(QStringLiteral("chromium")).isEmpty()) {
            const QString install = QStringLiteral(LEARNLAB_SOURCE_DIR "/scripts/install-packages");
            QCOMPARE(QProcess::execute(install, {QStringLiteral("browser")}), 0);
        }
        QVERIFY(m_site.listen(QHostAddress::LocalHost));
        QVERIFY(m_stage.start());
        m_owner = m_stage.newUser();
        QVERIFY(m_owner != nullptr);
    }

    // Else nothing that follows would mean anything.
    void theSameRunsElsewhere()
    {
        m_site.page = scriptIn("page.html", "control");
        visit(QString::fromLatin1(m_site.address()) + QLatin1Char('/'));
        QVERIFY(m_site.ran.contains("control"));
    }

    void nothingUploadedRuns_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"page.html", "picture.svg", "page.xhtml", "script.js", "none"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void nothingUploadedRuns()
    {
        QFETCH(QString, name);
        m_site.ran.clear();
        const auto file = m_owner->upload(name, scriptIn(name.toLatin1(), "uploaded"));
        const auto id = file[QLatin1String("file")].toObject()[QLatin1String("id")].toString();
        const auto ready =
            m_owner->post(QStringLiteral("/api/v2/downloads"), {{QStringLiteral("files"), QJsonArray{id}}}).result();
        const auto address = ready[QLatin1String("url")].toString();
        const auto link = m_owner->post(QStringLiteral("/api/v2/links"), {{QStringLiteral("file_id"), id}})
                              .json()[QLatin1String("url")]
                              .toString();
        // As the older interface tells it.
        const auto old =
            m_owner->get(QStringLiteral("/api/files/files/") + id).json()[QLatin1String("download_url")].toString();
        QVERIFY(!address.isEmpty() && !link.isEmpty() && !old.isEmpty());
        visit(address);
        visit(old);
        visit(link);
        // In every place that another site has for it; the last line shows that the page itself was worked through.
        const QByteArray quoted = address.toHtmlEscaped().toUtf8();
        m_site.page = "<!DOCTYPE html><body><iframe src=\"" + quoted + "\"></iframe><object data=\"" + quoted +
                      "\"></object><embed src=\"" + quoted + "\"><img src=\"" + quoted + "\"><script src=\"" + quoted +
                      "\"></script><iframe src=\"" + old.toHtmlEscaped().toUtf8() + "\"></iframe><iframe src=\"" +
                      link.toUtf8() + "\"></iframe><form id=f method=post target=t action=\"" + link.toUtf8() +
                      "\"></form><iframe name=t></iframe><script>f.submit();" + beacon("page") + "</script>";
        visit(QString::fromLatin1(m_site.address()) + QLatin1Char('/'));
        QVERIFY(m_site.ran.contains("page"));
        QVERIFY2(!m_site.ran.contains("uploaded"), qPrintable(name));
    }

private:
    QByteArray beacon(const QByteArray &name) const
    {
        return "new Image().src='" + m_site.address() + "/ran/" + name + "';fetch('" + m_site.address() + "/ran/" +
               name + "');";
    }
    QByteArray scriptIn(const QByteArray &name, const QByteArray &word) const
    {
        if (name.endsWith(".js"))
            return beacon(word);
        if (name.endsWith(".svg"))
            return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>" + beacon(word) + "</script></svg>";
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><script>" + beacon(word) + "</script></body></html>";
    }
    void visit(const QString &url)
    {
        QProcess browser;
        const QTemporaryDir profile;
        browser.start(QStringLiteral("chromium"),
                      {QStringLiteral("--headless=new"), QStringLiteral("--no-sandbox"),
                       QStringLiteral("--disable-gpu"), QStringLiteral("--virtual-time-budget=4000"),
                       QStringLiteral("--user-data-dir=") + profile.path(), QStringLiteral("--dump-dom"), url});
        // Its page is answered by this thread meanwhile. A download leaves the browser without a page, and waiting.
        if (!QTest::qWaitFor([&browser] { return browser.state() == QProcess::NotRunning; }, 15000)) {
            browser.kill();
            QVERIFY(browser.waitForFinished());
        }
    }

    OtherSite m_site;
    StageServer m_stage;
    std::unique_ptr<Client> m_owner;
};

QTEST_GUILESS_MAIN(TestBrowser)
#include "tst_browser.moc"
