#include "hostile_files.h"

#include "preview/renderer.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;
using namespace learnlab::preview;

namespace {

constexpr QSize tile(304, 216);

QImage photo(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 255 / size.width(), y * 255 / size.height(), 80));
    }
    return image;
}

QByteArray bytesOf(const QImage &image, const char *format)
{
    QBuffer buffer;
    image.save(&buffer, format);
    return buffer.data();
}

QByteArray pdfOf(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        painter.fillRect(0, 0, 3000, 3000, page % 2 == 1 ? Qt::red : Qt::blue);
        painter.drawText(2000, 5000, QStringLiteral("Greedy algorithms, page %1").arg(page));
        if (page < pages)
            writer.newPage();
    }
    painter.end();
    return buffer.data();
}

QImage imageOf(const Answer &answer)
{
    return QImage(reinterpret_cast<const uchar *>(answer.pixels.constData()), answer.size.width(), answer.size.height(),
                  QImage::Format_ARGB32_Premultiplied)
        .copy();
}

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder.encode(text);
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Most files are looked at by one process, as in the window.
    void init() { m_renderer = &m_usual; }

    void photosAreMadeSmall();
    void nothingIsMadeLarger();
    void typesMayLie();
    void pdfsShowTheirPages();
    void slidesFillTheirTile();
    void textComesInEveryEncoding_data();
    void textComesInEveryEncoding();
    void binariesAreNoText();
    void textIsDrawnAndCut();
    void theWordsOfAPdfAreRead();
    void whatIsTooLargeIsRefused();
    void brokenFilesHarmNobody_data();
    void brokenFilesHarmNobody();
    void whatIsNoFileIsNotOpened();
    void anEndlessPdfIsEnded();
    void theProgramIsLockedIn();
    void aDeadProgramIsStartedAgain();
    void nobodyDiesOfAFileThrice();
    void aProgramThatLiesIsEnded();
    void aProgramThatIsNotThereIsSaidOnce();
    void whatIsCancelledIsNotHeard();
    void framesAreNotBelieved();

private:
    static QString program() { return QStringLiteral(LEARNLAB_BINARY_DIR "/bin/learnlab-render"); }
    void use(const Renderer::Options &options)
    {
        m_other = std::make_unique<Renderer>(options);
        m_renderer = m_other.get();
    }
    QByteArray file(const QByteArray &bytes);
    QString script(const QByteArray &commands);
    Answer look(const Request &request);
    Answer look(const QByteArray &bytes, Kind kind = Kind::Look, QSize box = tile)
    {
        return look({.kind = kind, .path = file(bytes), .box = box, .most = 4096});
    }

    QTemporaryDir m_folder;
    Renderer m_usual{{.program = program()}};
    std::unique_ptr<Renderer> m_other;
    Renderer *m_renderer = nullptr;
    int m_files = 0;
};

QByteArray TestRender::file(const QByteArray &bytes)
{
    QFile made(m_folder.filePath(QString::number(++m_files)));
    if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
        qFatal("a file could not be written");
    return QFile::encodeName(made.fileName());
}

QString TestRender::script(const QByteArray &commands)
{
    QFile made(QFile::decodeName(file("#!/bin/sh\n" + commands + "\n")));
    made.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return made.fileName();
}

Answer TestRender::look(const Request &request)
{
    std::optional<Answer> heard;
    m_renderer->ask(request, [&heard](const Answer &answer) { heard = answer; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(heard, 60'000); }();
    return heard.value_or(Answer{});
}

void TestRender::photosAreMadeSmall()
{
    const QByteArray jpeg = bytesOf(photo({1600, 900}), "jpeg");
    const Answer small = look(jpeg, Kind::Thumbnail);
    QCOMPARE(small.outcome, Outcome::Done);
    QCOMPARE(small.shape, Shape::Photo);
    QCOMPARE(small.size, tile); // cut at the sides
    QCOMPARE(small.original, QSize(1600, 900));
    const QImage image = imageOf(small);
    QVERIFY(qRed(image.pixel(290, 100)) > qRed(image.pixel(10, 100)) + 100);
    QVERIFY(qGreen(image.pixel(100, 210)) > qGreen(image.pixel(100, 5)) + 150);
    const Answer whole = look(jpeg, Kind::Look, {800, 800});
    QCOMPARE(whole.size, QSize(800, 450));
}

void TestRender::nothingIsMadeLarger()
{
    QCOMPARE(look(bytesOf(photo({40, 30}), "png"), Kind::Thumbnail).size, QSize(40, 30));
    QCOMPARE(look(bytesOf(photo({40, 30}), "png"), Kind::Look).size, QSize(40, 30));
    // A stripe is no reason to fill the memory.
    const Answer stripe = look(bytesOf(photo({20, 9000}), "png"), Kind::Thumbnail);
    QCOMPARE(stripe.outcome, Outcome::Done);
    QCOMPARE(stripe.size, QSize(20, tile.height()));
    // A drawing has no size of its own.
    const Answer drawing = look("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' "
                                "height='10' fill='red'/></svg>",
                                Kind::Look, {200, 200});
    QCOMPARE(drawing.size, QSize(200, 200));
}

void TestRender::typesMayLie()
{
    // A request has no type: what is in the file decides, and a path may be called anything.
    const QByteArray path = file(bytesOf(photo({100, 100}), "png")) + ".pdf";
    QVERIFY(QFile::rename(QFile::decodeName(path.chopped(4)), QFile::decodeName(path)));
    QCOMPARE(look(Request{.kind = Kind::Look, .path = path, .box = tile}).content, Content::Image);
    QCOMPARE(look("just words").content, Content::Text);
}

void TestRender::pdfsShowTheirPages()
{
    const QByteArray path = file(pdfOf(3));
    const Answer first = look(Request{.kind = Kind::Look, .path = path, .box = {400, 400}});
    QCOMPARE(first.outcome, Outcome::Done);
    QCOMPARE(first.content, Content::Pdf);
    QCOMPARE(first.pages, 3);
    QCOMPARE(first.size.height(), 400);
    QVERIFY(first.size.width() < 300);
    const Answer second = look(Request{.kind = Kind::Look, .path = path, .box = {400, 400}, .page = 1});
    QVERIFY(imageOf(first) != imageOf(second));
    // Beyond the end there is the last.
    const Answer beyond = look(Request{.kind = Kind::Look, .path = path, .box = {400, 400}, .page = 70'000});
    QVERIFY(imageOf(first) != imageOf(second));
    QCOMPARE(beyond.outcome, Outcome::Done);
    const Answer small = look(Request{.kind = Kind::Thumbnail, .path = path, .box = tile});
    QCOMPARE(small.shape, Shape::Sheet);
    QCOMPARE(small.size, QSize(161, 200));
}

void TestRender::slidesFillTheirTile()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageOrientation(QPageLayout::Landscape);
    QPainter(&writer).fillRect(0, 0, 90'000, 90'000, Qt::darkGreen);
    const Answer slide = look(buffer.data(), Kind::Thumbnail);
    QCOMPARE(slide.shape, Shape::Photo);
    QVERIFY(std::abs(slide.size.width() - tile.width()) <= 1);
}

void TestRender::textComesInEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString words = QStringLiteral("Grüße an Zoë\nund €5");
    QTest::newRow("utf-8") << words.toUtf8() << words;
    QTest::newRow("utf-8 with a mark") << encoded(words, QStringConverter::Utf8, true) << words;
    QTest::newRow("utf-16 le") << encoded(words, QStringConverter::Utf16LE, false) << words;
    QTest::newRow("utf-16 le with a mark") << encoded(words, QStringConverter::Utf16LE, true) << words;
    QTest::newRow("utf-16 be") << encoded(words, QStringConverter::Utf16BE, false) << words;
    QTest::newRow("utf-16 be with a mark") << encoded(words, QStringConverter::Utf16BE, true) << words;
    QTest::newRow("utf-32") << encoded(words, QStringConverter::Utf32LE, true) << words;
    QTest::newRow("latin 1") << QStringLiteral("Grüße an Zoë").toLatin1() << QStringLiteral("Grüße an Zoë");
    QTest::newRow("windows") << QByteArray("it\x92s \x80"
                                           "5 \x96 gr\xFC\xDF")
                             << QStringLiteral("it’s €5 – grüß");
    QTest::newRow("arabic") << QStringLiteral("ملاحظات").toUtf8() << QStringLiteral("ملاحظات");
    QTest::newRow("line ends") << QByteArray("a\r\nb\rc\n") << QStringLiteral("a\nb\nc\n");
    QTest::newRow("colours of a terminal") << QByteArray("\x1B[31mred and long enough to be words\x1B[0m")
                                           << QStringLiteral("[31mred and long enough to be words[0m");
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestRender::textComesInEveryEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const Answer answer = look(bytes);
    QCOMPARE(answer.outcome, Outcome::Done);
    QCOMPARE(answer.content, Content::Text);
    QCOMPARE(answer.text, text);
    QVERIFY(!answer.more);
}

void TestRender::binariesAreNoText()
{
    QByteArray bytes;
    for (int i = 0; i < 4000; ++i)
        bytes += static_cast<char>(i * i * 37 + (i >> 3));
    QCOMPARE(look(bytes).outcome, Outcome::Unsupported);
    QCOMPARE(look("PK\x03\x04" + bytes).outcome, Outcome::Unsupported);
    QCOMPARE(look(QByteArray(3000, '\0')).outcome, Outcome::Unsupported);
}

void TestRender::textIsDrawnAndCut()
{
    QByteArray code = "def relax(u, v):\n    return \"x\" # why\n";
    const Answer sheet = look(code, Kind::Thumbnail);
    QCOMPARE(sheet.shape, Shape::Sheet);
    QCOMPARE(qAlpha(imageOf(sheet).pixel(0, 0)), 255);
    const Answer dark = look(Request{.kind = Kind::Thumbnail, .path = file(code), .box = tile, .code = true});
    QCOMPARE(dark.shape, Shape::Photo);
    QCOMPARE(dark.size, tile);
    QVERIFY(imageOf(dark).pixelColor(0, 0).lightness() < 60);
    // The end of what is read is not the middle of a letter.
    const Answer cut = look(QStringLiteral("€").repeated(3000).toUtf8());
    QVERIFY(cut.more);
    QCOMPARE(cut.text, QStringLiteral("€").repeated(1365));
}

void TestRender::theWordsOfAPdfAreRead()
{
    const Answer answer = look(pdfOf(2), Kind::Text);
    QCOMPARE(answer.outcome, Outcome::Done);
    QVERIFY2(answer.text.contains(QStringLiteral("page 2")), qPrintable(answer.text));
}

void TestRender::whatIsTooLargeIsRefused()
{
    (void)look("words");
    const int starts = m_renderer->starts();
    // Ten thousand million pixels in a few kilobytes.
    QCOMPARE(look(tests::pngOf({100'000, 100'000}, 4'000'000), Kind::Thumbnail).outcome, Outcome::TooLarge);
    QCOMPARE(look(tests::bitmapHead({16'000, 16'000}), Kind::Thumbnail).outcome, Outcome::TooLarge);
    // A gigabyte of nothing takes no gigabyte to refuse.
    const QByteArray path = file("BM");
    QVERIFY(QFile::resize(QFile::decodeName(path), 1'000'000'000));
    QVERIFY(look(Request{.kind = Kind::Thumbnail, .path = path, .box = tile, .most = 4096}).outcome != Outcome::Done);
    QCOMPARE(look("words").outcome, Outcome::Done);
    QCOMPARE(m_renderer->starts(), starts);
}

void TestRender::brokenFilesHarmNobody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray pdf = pdfOf(4);
    const QByteArray png = bytesOf(photo({300, 300}), "png");
    QTest::newRow("half a PDF") << pdf.left(pdf.size() / 2);
    QTest::newRow("the head of a PDF") << pdf.left(30);
    QTest::newRow("half a PNG") << png.left(png.size() / 2);
    QTest::newRow("a PNG with too little in it") << tests::pngOf({3000, 3000}, 1000);
    QTest::newRow("a PNG of no size") << tests::pngOf({0, 0}, 1000);
    QTest::newRow("a page of a thousand miles") << QByteArray(pdf).replace("/MediaBox [0 0 595", "/MediaBox [0 0 9e9");
    QTest::newRow("a drawing that holds itself")
        << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><g id='a'><use href='#a'/></g></svg>");
}

void TestRender::brokenFilesHarmNobody()
{
    QFETCH(QByteArray, bytes);
    for (const Kind kind : {Kind::Thumbnail, Kind::Look, Kind::Text})
        (void)look(bytes, kind); // whatever comes of it
    QCOMPARE(look("words").outcome, Outcome::Done);
}

void TestRender::whatIsNoFileIsNotOpened()
{
    for (const char *path : {"/dev/zero", "/dev/tty", "/", "/nowhere/at/all"})
        QCOMPARE(look(Request{.kind = Kind::Look, .path = path, .box = tile, .most = 100}).outcome,
                 Outcome::Unreadable);
}

void TestRender::anEndlessPdfIsEnded()
{
    use({.program = program(), .patience = std::chrono::milliseconds(1500)});
    const QByteArray path = file(tests::endlessPdf());
    const Request request{.kind = Kind::Thumbnail, .path = path, .box = tile};
    QCOMPARE(look(request).outcome, Outcome::TooSlow);
    // Once is enough.
    const int starts = m_renderer->starts();
    QCOMPARE(look(request).outcome, Outcome::Died);
    QCOMPARE(m_renderer->starts(), starts);
}

void TestRender::theProgramIsLockedIn()
{
    QProcess process;
    process.start(program(), {});
    process.write(framed(encode(Request{.kind = Kind::Look, .path = "/nowhere", .box = tile})));
    QTRY_VERIFY(process.bytesAvailable() > 0); // it works: so it has locked itself in
    QFile status(QStringLiteral("/proc/%1/status").arg(process.processId()));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray text = status.readAll();
    QVERIFY(text.contains("NoNewPrivs:\t1"));
    QVERIFY(text.contains("Seccomp:\t2"));
    QFile limits(QStringLiteral("/proc/%1/limits").arg(process.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QByteArray bounds = limits.readAll().simplified();
    QVERIFY2(bounds.contains("Max file size 0 0") && bounds.contains("Max core file size 0 0"), bounds.constData());
    // It goes with whoever asks it.
    process.closeWriteChannel();
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(process.exitCode(), 0);
}

void TestRender::aDeadProgramIsStartedAgain()
{
    // Dies of the first question in its life, the first time.
    const QByteArray trace = m_folder.filePath(QStringLiteral("died")).toLocal8Bit();
    const QString fragile = script("[ -e " + trace + " ] || { touch " + trace +
                                   "; head -c 8 >/dev/null; kill -9 $$; }\nexec " + program().toLocal8Bit());
    use({.program = fragile});
    QCOMPARE(look("words").outcome, Outcome::Done);
    QCOMPARE(m_renderer->starts(), 2);
}

void TestRender::nobodyDiesOfAFileThrice()
{
    const QString deadly = script("head -c 8 >/dev/null; kill -9 $$");
    use({.program = deadly});
    const Request request{.kind = Kind::Look, .path = file("words"), .box = tile, .most = 100};
    QCOMPARE(look(request).outcome, Outcome::Died);
    QCOMPARE(m_renderer->starts(), 2);
    QCOMPARE(look(request).outcome, Outcome::Died);
    QCOMPARE(m_renderer->starts(), 2);
    // A program that never answers anything is no use.
    for (int i = 0; i < 5; ++i)
        (void)look("words");
    QCOMPARE(look("words").outcome, Outcome::NoProgram);
    QVERIFY(m_renderer->starts() <= 6);
}

void TestRender::aProgramThatLiesIsEnded()
{
    use({.program = script("head -c 8 >/dev/null; printf '\\377\\377\\377\\377xx'; sleep 60")});
    QCOMPARE(look("words").outcome, Outcome::Died);
    use({.program = script("head -c 8 >/dev/null; printf '\\004\\000\\000\\000abcd'; sleep 60")});
    QCOMPARE(look("words").outcome, Outcome::Died);
}

void TestRender::aProgramThatIsNotThereIsSaidOnce()
{
    use({.program = QStringLiteral("/nowhere/learnlab-render")});
    QCOMPARE(look("words").outcome, Outcome::NoProgram);
    QCOMPARE(look("words").outcome, Outcome::NoProgram);
    QCOMPARE(m_renderer->starts(), 1);
}

void TestRender::whatIsCancelledIsNotHeard()
{
    use({.program = program()});
    QList<int> heard;
    QList<quint64> jobs;
    for (int i = 0; i < 4; ++i)
        jobs.append(m_renderer->ask({.kind = Kind::Look, .path = file("words"), .box = tile, .most = 100},
                                    [&heard, i](const Answer &) { heard.append(i); }));
    m_renderer->cancel(jobs.at(0));
    m_renderer->cancel(jobs.at(2));
    m_renderer->cancel(77);
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 2, 60'000);
    QCOMPARE(heard, (QList<int>{1, 3}));
}

void TestRender::framesAreNotBelieved()
{
    Frames frames(100);
    frames.add(framed("abc") + framed({}) + "\x05");
    QCOMPARE(frames.next(), QByteArray("abc"));
    QCOMPARE(frames.next(), QByteArray());
    QVERIFY(!frames.next());
    frames.add(QByteArray(3, '\0') + "12345");
    QCOMPARE(frames.next(), QByteArray("12345"));
    frames.add(framed(QByteArray(101, 'x')));
    QVERIFY(!frames.next() && frames.isBroken());

    Answer answer{.outcome = Outcome::Done, .size = {2, 2}, .pixels = QByteArray(16, 'x'), .text = QStringLiteral("t")};
    QVERIFY(decodeAnswer(encode(answer)));
    QVERIFY(!decodeAnswer(encode(answer) + 'x'));
    QVERIFY(!decodeAnswer(encode(answer).chopped(1)));
    answer.size = {2, 3}; // more than there are
    QVERIFY(!decodeAnswer(encode(answer)));
    answer.size = {-2, -2};
    QVERIFY(!decodeAnswer(encode(answer)));
    answer.size = {2, 2};
    answer.outcome = Outcome::Died; // not its to say
    QVERIFY(!decodeAnswer(encode(answer)));
    QVERIFY(!decodeRequest(encode(Request{.path = "x", .box = {100'000, 100'000}})));
    QVERIFY(!decodeRequest(encode(Request{.path = "x", .page = -1})));
    QVERIFY(decodeRequest(encode(Request{.path = "x", .box = tile})));
}

QTEST_MAIN(TestRender)
#include "tst_render.moc"
