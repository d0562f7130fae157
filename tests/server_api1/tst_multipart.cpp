// The form's parser: whatever the pieces in which it comes.

#include "multipart.h"

#include <server/domain/foreign_names.h>
#include <server/domain/names.h>

#include <QTest>

using namespace learnlab::server;
using namespace learnlab::server::api1;

namespace {

// Parts as name, filename, type and content; "!" when the parser refused, "?" when the form broke off.
std::string parsed(std::string_view body, std::size_t piece)
{
    std::string out;
    Multipart::Events events;
    events.begins = [&out](const PartHead &head) {
        out += "[" + head.name + "|" + head.filename.value_or("-") + "|" + head.contentType + "]";
    };
    events.bytes = [&out](std::string_view bytes) { out += bytes; };
    Multipart parser("B", std::move(events));
    for (std::size_t at = 0; at < body.size(); at += piece) {
        if (!parser.add(body.substr(at, piece)))
            return out + "!";
    }
    return out + (parser.complete() ? "" : "?");
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray file("Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                              "Content-Type: text/plain\r\n\r\n");
        QTest::newRow("one") << "--B\r\n" + file + "abc\r\n--B--\r\n" << QByteArray("[file|a.txt|text/plain]abc");
        QTest::newRow("preamble") << "hello\r\n--B  \r\n" + file + "abc\r\n--B--bye"
                                  << QByteArray("[file|a.txt|text/plain]abc");
        QTest::newRow("two") << "--B\r\ncontent-disposition: form-data; name=x\r\n\r\n1\r\n--B\r\n" + file +
                                    "abc\r\n--B--"
                             << QByteArray("[x|-|]1[file|a.txt|text/plain]abc");
        QTest::newRow("empty file") << "--B\r\n" + file + "\r\n--B--\r\n" << QByteArray("[file|a.txt|text/plain]");
        QTest::newRow("no head") << QByteArray("--B\r\n\r\nabc\r\n--B--\r\n") << QByteArray("[|-|]abc");
        QTest::newRow("almost a boundary") << "--B\r\n" + file + "\r\n--A\r\n-\r\r\n--\r\n--B--"
                                           << QByteArray("[file|a.txt|text/plain]\r\n--A\r\n-\r\r\n--");
        QTest::newRow("broken off") << "--B\r\n" + file + "abc\r\n--B" << QByteArray("[file|a.txt|text/plain]abc?");
        QTest::newRow("no form") << QByteArray("just text") << QByteArray("?");
        QTest::newRow("bad boundary line") << QByteArray("--Bx\r\n\r\n") << QByteArray("!");
        QTest::newRow("bad head") << QByteArray("--B\r\nno colon\r\n\r\n") << QByteArray("!");
        QTest::newRow("endless head") << "--B\r\nx: " + QByteArray(40000, 'x') << QByteArray("!");
    }
    void forms()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        const auto text = body.toStdString();
        for (const std::size_t piece : {std::size_t(1), std::size_t(2), std::size_t(3), std::size_t(7), text.size()})
            QCOMPARE(QByteArray::fromStdString(parsed(text, piece)), expected);
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("disposition");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("quoted") << QByteArray("filename=\"a b.txt\"") << QByteArray("a b.txt");
        QTest::newRow("token") << QByteArray("filename=a.txt ; x=y") << QByteArray("a.txt");
        QTest::newRow("browser's quotes")
            << QByteArray("filename=\"say %22hi%22.txt\"") << QByteArray("say \"hi\".txt");
        QTest::newRow("curl's quotes") << QByteArray("filename=\"say \\\"hi\\\".txt\"") << QByteArray("say \"hi\".txt");
        QTest::newRow("old path") << QByteArray("filename=\"C:\\dir\\a.txt\"") << QByteArray("C:\\dir\\a.txt");
        QTest::newRow("semicolon") << QByteArray("filename=\"a;b.txt\"") << QByteArray("a;b.txt");
        QTest::newRow("extended") << QByteArray("filename=\"x\"; filename*=UTF-8''%c3%bc.txt")
                                  << QByteArray("\u00fc.txt");
        QTest::newRow("extended, other set") << QByteArray("filename=\"x\"; filename*=latin1''%fc") << QByteArray("x");
        QTest::newRow("unclosed") << QByteArray("filename=\"a.txt") << QByteArray("a.txt");
    }
    void names()
    {
        QFETCH(QByteArray, disposition);
        QFETCH(QByteArray, expected);
        const auto head = parsePartHead("Content-Disposition: form-data; name=file; " + disposition.toStdString());
        QVERIFY(head.has_value());
        QCOMPARE(QByteArray::fromStdString(head->filename.value_or("-")), expected);
        QCOMPARE(head->name, std::string("file"));
    }

    void boundaries()
    {
        QCOMPARE(boundaryOf("multipart/form-data; boundary=abc").value_or(""), std::string("abc"));
        QCOMPARE(boundaryOf("Multipart/Form-Data;charset=x; Boundary=\"a b\"").value_or(""), std::string("a b"));
        for (const char *bad : {"", "application/json", "multipart/form-data",
                                "multipart/form-data; boundary=", "multipart/mixed; boundary=a"})
            QVERIFY2(!boundaryOf(bad), bad);
        QVERIFY(!boundaryOf("multipart/form-data; boundary=" + std::string(71, 'x')));
    }

    void foreignNamesBecomeLawful_data()
    {
        QTest::addColumn<QByteArray>("foreign");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("plain") << QByteArray("Essay.pdf") << QByteArray("Essay.pdf");
        QTest::newRow("slash") << QByteArray("../a/b") << QByteArray("..%2Fa%2Fb");
        QTest::newRow("dots") << QByteArray("..") << QByteArray("%2E%2E");
        QTest::newRow("empty") << QByteArray("") << QByteArray("unnamed");
        QTest::newRow("latin 1") << QByteArray("\xfc.txt") << QByteArray("\u00fc.txt");
        QTest::newRow("decomposed") << QByteArray("u\u0308.txt") << QByteArray("\u00fc.txt");
        QTest::newRow("long") << QByteArray(300, 'x') + ".pdf" << QByteArray(251, 'x') + ".pdf";
        QTest::newRow("long without") << QByteArray(300, 'x') << QByteArray(255, 'x');
    }
    void foreignNamesBecomeLawful()
    {
        QFETCH(QByteArray, foreign);
        QFETCH(QByteArray, expected);
        const auto name = domain::lawfulName(foreign.toStdString());
        QCOMPARE(QByteArray::fromStdString(name), expected);
        QVERIFY(domain::checkName(name).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
