#include "content/places.h"
#include "ui/common/appearance.h"
#include "ui/preview/preview.h"
#include "ui/preview/previews.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/mirror_fixture.h"

#include <QAction>
#include <QBuffer>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace learnlab;
using namespace learnlab::ui;
using tests::FakeBackend;
using tests::MirrorFixture;

namespace {

constexpr QSize box(152, 108);

QByteArray photo(const QColor &color)
{
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(color);
    QBuffer buffer;
    image.save(&buffer, "JPEG");
    return buffer.data();
}

QByteArray pdfOf(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        painter.drawText(2000, 5000, QString::number(page));
        if (page < pages)
            writer.newPage();
    }
    painter.end();
    return buffer.data();
}

QByteArray idOf(int number)
{
    return domain::toBlob(MirrorFixture::fileId(number));
}

} // namespace

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(); }
    void cleanupTestCase() { m_appearance.reset(); }
    void init();
    void cleanup();

    void filesHereHavePictures();
    void picturesAreKeptByDigest();
    void anotherContentHasAnotherPicture();
    void whatIsNotInSightIsNotMade();
    void othersPicturesAreNotShown();

    void textIsShownWithItsLines();
    void markdownFetchesNothing();
    void pagesAreTurned();
    void whatCannotBeShownSaysSo();
    void theNewestFileIsShown();
    void keysAreThePreviews();
    void theFocusStaysInTheCard();

private:
    void keep(int number, const QString &name, const QByteArray &bytes, char digest);
    QString fileOf(const QByteArray &bytes, const QString &name);
    [[nodiscard]] QStringList smallPictures() const
    {
        return QDir(content::thumbnailFolder(m_folder->path())).entryList(QDir::Files);
    }
    void open(const Preview::File &file, const QString &path);
    template <class T>
    [[nodiscard]] T *shown() const
    {
        T *widget = m_preview->findChild<T *>();
        return widget && widget->isVisible() ? widget : nullptr;
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<Previews> m_previews;
    std::unique_ptr<QWidget> m_window;
    Preview *m_preview = nullptr;
};

void TestPreview::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("content")));
    m_mirror = std::make_unique<MirrorFixture>();
    m_backend = std::make_unique<FakeBackend>();
    m_backend->pool = &m_mirror->pool();
    m_backend->accountPlace = m_folder->path();
    m_previews = std::make_unique<Previews>(*m_backend);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 700);
    m_preview = new Preview(*m_previews, m_window.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestPreview::cleanup()
{
    m_window.reset();
    m_previews.reset();
    m_backend.reset();
    m_mirror.reset();
    m_folder.reset();
}

void TestPreview::keep(int number, const QString &name, const QByteArray &bytes, char digest)
{
    mirror::ChangesPage page;
    page.files = {m_mirror->file(number, name)};
    mirror::Change change = m_mirror->apply(page);
    const QByteArray sha256(32, digest);
    QFile file(QFile::decodeName(content::keptPath(m_folder->path(), sha256)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    QVERIFY(m_mirror->writer().setContent(
        {.fileId = MirrorFixture::fileId(number), .sha256 = sha256, .size = bytes.size(), .present = true}));
    Q_EMIT m_backend->mirrorChanged(change);
    Q_EMIT m_backend->mirrorChanged(m_mirror->writer().takeChange());
}

QString TestPreview::fileOf(const QByteArray &bytes, const QString &name)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a file could not be written");
    return file.fileName();
}

void TestPreview::open(const Preview::File &file, const QString &path)
{
    m_preview->showFile(file);
    m_preview->showPath(path);
}

void TestPreview::filesHereHavePictures()
{
    keep(1, QStringLiteral("red.jpg"), photo(Qt::red), 'a');
    keep(2, QStringLiteral("paper.pdf"), pdfOf(1), 'b');
    QVERIFY(!m_previews->find(idOf(1), box, 2));
    m_previews->want(this, {idOf(1), idOf(2)}, box, 2);
    QTRY_VERIFY_WITH_TIMEOUT(m_previews->find(idOf(1), box, 2) && m_previews->find(idOf(2), box, 2), 60'000);
    const Thumbnail red = *m_previews->find(idOf(1), box, 2);
    QVERIFY(!red.sheet);
    QCOMPARE(red.picture.size(), box * 2);
    QCOMPARE(red.picture.devicePixelRatio(), 2.0);
    QVERIFY(red.picture.toImage().pixelColor(50, 50).red() > 240);
    QVERIFY(m_previews->find(idOf(2), box, 2)->sheet);
    // Until its own is there a frame of another size shows this one.
    QVERIFY(m_previews->find(idOf(1), {280, 158}, 2));
}

void TestPreview::picturesAreKeptByDigest()
{
    keep(1, QStringLiteral("red.jpg"), photo(Qt::red), 'a');
    m_previews->want(this, {idOf(1)}, box, 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_previews->find(idOf(1), box, 1), 60'000);
    QCOMPARE(smallPictures(),
             QStringList(QString::fromLatin1(QByteArray(32, 'a').toHex()) + QStringLiteral("-152x108-photo.jpg")));
    // The next time nobody has to look at the file: it need not even be there.
    QVERIFY(QFile::remove(QFile::decodeName(content::keptPath(m_folder->path(), QByteArray(32, 'a')))));
    m_previews = std::make_unique<Previews>(*m_backend, nullptr, QStringLiteral("/nowhere/learnlab-render"));
    m_previews->want(this, {idOf(1)}, box, 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_previews->find(idOf(1), box, 1), 60'000);
    m_window.reset(); // it knows the others
}

void TestPreview::anotherContentHasAnotherPicture()
{
    keep(1, QStringLiteral("photo.jpg"), photo(Qt::red), 'a');
    m_previews->want(this, {idOf(1)}, box, 1);
    const auto color = [this] {
        const Thumbnail *found = m_previews->find(idOf(1), box, 1);
        return found ? found->picture.toImage().pixelColor(9, 9) : QColor(Qt::black);
    };
    QTRY_VERIFY_WITH_TIMEOUT(color().red() > 240, 60'000);
    keep(1, QStringLiteral("photo.jpg"), photo(Qt::blue), 'b');
    QTRY_VERIFY_WITH_TIMEOUT(color().blue() > 240, 60'000);
}

void TestPreview::whatIsNotInSightIsNotMade()
{
    for (int i = 1; i <= 6; ++i)
        keep(i, QStringLiteral("%1.jpg").arg(i), photo(QColor::fromHsv(i * 40, 200, 200)), static_cast<char>('a' + i));
    m_previews->want(this, {idOf(1), idOf(2), idOf(3)}, box, 1);
    m_previews->want(this, {idOf(6)}, box, 1); // scrolled away before anything began
    QTRY_VERIFY_WITH_TIMEOUT(m_previews->find(idOf(6), box, 1), 60'000);
    m_previews->want(this, {idOf(4)}, box, 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_previews->find(idOf(4), box, 1), 60'000);
    QVERIFY(!m_previews->find(idOf(1), box, 1) && !m_previews->find(idOf(3), box, 1));
    QCOMPARE(smallPictures().size(), 2);
}

void TestPreview::othersPicturesAreNotShown()
{
    keep(1, QStringLiteral("red.jpg"), photo(Qt::red), 'a');
    m_previews->want(this, {idOf(1)}, box, 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_previews->find(idOf(1), box, 1), 60'000);
    m_backend->accountPlace.clear();
    Q_EMIT m_backend->accountChanged();
    QVERIFY(!m_previews->find(idOf(1), box, 1));
}

void TestPreview::textIsShownWithItsLines()
{
    open({.name = QStringLiteral("graph.py"), .caption = QStringLiteral("8 KB"), .type = FileType::Code},
         fileOf("import heapq\n<b>x</b>\n", QStringLiteral("graph.py")));
    QTRY_VERIFY_WITH_TIMEOUT(shown<QPlainTextEdit>(), 60'000);
    QCOMPARE(shown<QPlainTextEdit>()->toPlainText(), QStringLiteral("import heapq\n<b>x</b>\n"));
    QVERIFY(shown<QPlainTextEdit>()->isReadOnly());
    QVERIFY(shown<QPlainTextEdit>()->hasFocus()); // and so its arrows
    QTest::keyClick(shown<QPlainTextEdit>(), Qt::Key_Space);
    QVERIFY(!m_preview->isVisible());
}

void TestPreview::markdownFetchesNothing()
{
    const QByteArray words = "# Notes\n\n![x](file:///etc/passwd) ![y](http://example.edu/a.png)\n\n*relax* the edge";
    open({.name = QStringLiteral("notes.md"), .type = FileType::Text}, fileOf(words, QStringLiteral("notes.md")));
    QTRY_VERIFY_WITH_TIMEOUT(shown<QTextBrowser>(), 60'000);
    auto *browser = shown<QTextBrowser>();
    QVERIFY(browser->toPlainText().startsWith(QStringLiteral("Notes")));
    QVERIFY(!browser->openLinks());
    (void)browser->grab();
    // Neither from the network nor from this computer, where a name may stand for something that never ends.
    for (const char *name : {"file:///etc/passwd", "http://example.edu/a.png", "/dev/zero"})
        QCOMPARE(browser->document()
                     ->resource(QTextDocument::ImageResource, QUrl(QLatin1String(name)))
                     .value<QImage>()
                     .size(),
                 QSize(1, 1));
}

void TestPreview::pagesAreTurned()
{
    open({.name = QStringLiteral("paper.pdf"), .type = FileType::Pdf}, fileOf(pdfOf(3), QStringLiteral("paper.pdf")));
    const auto says = [this](const QString &words) {
        const auto labels = m_preview->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Page 1 of 3")), 60'000);
    QTest::keyClick(m_preview, Qt::Key_PageDown);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Page 2 of 3")), 60'000);
    QTest::keyClick(m_preview, Qt::Key_PageDown);
    QTest::keyClick(m_preview, Qt::Key_PageDown);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Page 3 of 3")), 60'000);
    QTest::keyClick(m_preview, Qt::Key_PageUp);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Page 2 of 3")), 60'000);
    // Larger: the page is drawn again, and the zoom is told.
    QTest::keyClick(m_preview, Qt::Key_Plus);
    QTest::keyClick(m_preview, Qt::Key_0);
}

void TestPreview::whatCannotBeShownSaysSo()
{
    open({.name = QStringLiteral("a.bin")},
         fileOf(QByteArray("\0\1\2\3\0\0\7", 7).repeated(99), QStringLiteral("a.bin")));
    const auto says = [this](const QString &part) {
        const auto labels = m_preview->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("no preview")), 60'000);
    m_preview->showPath(QStringLiteral("/nowhere"));
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("could not be read")), 60'000);
    QSignalSpy pressed(m_preview, &Preview::buttonPressed);
    m_preview->showWords({QStringLiteral("Not here."), QStringLiteral("Fetch 12 MB")});
    const auto buttons = m_preview->findChildren<QPushButton *>();
    const auto fetch = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
        return button->text() == QLatin1String("Fetch 12 MB");
    });
    QVERIFY(fetch != buttons.cend());
    (*fetch)->click();
    QCOMPARE(pressed.size(), 1);
}

void TestPreview::theNewestFileIsShown()
{
    const QString first = fileOf("the first", QStringLiteral("1.txt"));
    const QString second = fileOf("the second", QStringLiteral("2.txt"));
    for (int i = 0; i < 5; ++i) {
        open({.name = QStringLiteral("1.txt")}, first);
        open({.name = QStringLiteral("2.txt")}, second);
    }
    QTRY_VERIFY_WITH_TIMEOUT(shown<QPlainTextEdit>(), 60'000);
    QCOMPARE(shown<QPlainTextEdit>()->toPlainText(), QStringLiteral("the second"));
}

void TestPreview::keysAreThePreviews()
{
    auto *trash = new QAction(m_window.get());
    trash->setShortcut(Qt::Key_Delete);
    m_window->addAction(trash);
    auto *upload = new QAction(m_window.get());
    upload->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_U));
    m_window->addAction(upload);
    QSignalSpy trashed(trash, &QAction::triggered);
    QSignalSpy uploads(upload, &QAction::triggered);
    QSignalSpy steps(m_preview, &Preview::stepRequested);
    QSignalSpy opens(m_preview, &Preview::openRequested);
    QSignalSpy shuts(m_preview, &Preview::shutDown);
    m_preview->showFile({.name = QStringLiteral("a.txt")});
    QVERIFY(m_preview->hasFocus());
    QCOMPARE(m_preview->size(), m_window->size());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(trashed.size() + uploads.size(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(steps.value(0).value(0).toInt(), 1);
    QCOMPARE(steps.value(1).value(0).toInt(), -1);
    m_window->setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(steps.value(2).value(0).toInt(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(opens.size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!m_preview->isVisible());
    m_preview->showFile({.name = QStringLiteral("a.txt")});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_preview->isVisible());
    QCOMPARE(shuts.size(), 2);
    // Closed, it takes nothing from anybody.
    QTest::keyClick(m_window.get(), Qt::Key_Delete);
    QCOMPARE(trashed.size(), 1);
    // A click beside the card closes it.
    m_preview->showFile({.name = QStringLiteral("a.txt")});
    QTest::mouseClick(m_preview, Qt::LeftButton, {}, QPoint(5, 300));
    QVERIFY(!m_preview->isVisible());
}

void TestPreview::theFocusStaysInTheCard()
{
    auto *below = new QPushButton(m_window.get());
    below->show();
    m_preview->showFile({.name = QStringLiteral("a.txt"), .canShare = true});
    QSet<QWidget *> met;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        met.insert(QApplication::focusWidget());
        QVERIFY(m_preview->isAncestorOf(QApplication::focusWidget()));
    }
    QVERIFY(met.size() >= 3);
    for (const QWidget *widget : std::as_const(met)) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY(!button || !button->accessibleName().isEmpty() || !button->text().isEmpty());
    }
}

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
