#include "support/log.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redacts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("plain", "3 files in /home/ä/x.txt, 12:30", "3 files in /home/ä/x.txt, 12:30");
        row("query", "PUT https://s3.example/b/k?X-Amz-Signature=abc&x=1 failed",
            "PUT https://s3.example/b/k?[redacted] failed");
        row("path with query", "GET /objects/9?sig=abc", "GET /objects/9?[redacted]");
        row("quoted URL", "\"http://127.0.0.1:9/a?token=s\" gone", "\"http://127.0.0.1:9/a?[redacted]\" gone");
        row("user in URL", "https://me:pw@host/x", "https://host/x");
        row("bearer", "sent Bearer abc.def-123", "sent Bearer [redacted]");
        row("jwt", "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln ok", "got [redacted] ok");
        row("json password", "{\"email\":\"a@b\",\"password\":\"se\\\"cret\",\"n\":1}",
            "{\"email\":\"a@b\",\"password\":[redacted],\"n\":1}");
        row("form", "username=a&password=secret&x=1", "username=a&password=[redacted]&x=1");
        row("json token", "{\"refresh_token\": \"abc\"}", "{\"refresh_token\": [redacted]}");
        row("lone signature", "X-Amz-Signature=0123abcd", "X-Amz-Signature=[redacted]");
        row("question", "really? yes", "really? yes");
    }
    void redacts()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(support::redacted(text), expected);
        QCOMPARE(support::redacted(expected), expected);
    }

    void writesLinesToItsFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log"));
        {
            const support::Log log({path, false, QtInfoMsg});
            qInfo("first\nsecond https://h/p?secret=1");
            qDebug("too quiet");
            qWarning("louder");
        }
        const QByteArray text = contentOf(path);
        QCOMPARE(text.count('\n'), 2);
        QVERIFY(text.contains("info default"));
        QVERIFY(text.contains("first\\nsecond https://h/p?[redacted]"));
        QVERIFY(!text.contains("secret"));
        QVERIFY(!text.contains("too quiet"));
        QVERIFY(text.contains("warning default"));
        QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void beginsANewFileWhenFull()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log"));
        const support::Log log({path, false, QtInfoMsg, 300});
        for (int i = 0; i < 10; ++i)
            qInfo("message %d", i);
        QVERIFY(QFile::exists(path + QStringLiteral(".1")));
        QVERIFY(contentOf(path).size() <= 400);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
