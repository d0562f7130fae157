// What is found in files, by the real program that reads them.
#include "inside/indexer.h"
#include "inside/search.h"
#include "mirror/store.h"
#include "support/random.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QMap>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;

namespace {

constexpr int patience = 60'000;

QByteArray pdfSaying(const QString &words)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.drawText(2000, 2000, QStringLiteral("A first page"));
    writer.newPage();
    painter.drawText(2000, 2000, words);
    painter.end();
    return buffer.data();
}

QByteArray in(QStringConverter::Encoding encoding, const QString &text)
{
    return QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(text);
}

/// An account's folder with a mirror, and files that are kept.
class Shelf
{
public:
    Shelf()
    {
        auto writer = mirror::openWriter(m_folder.filePath(QStringLiteral("mirror.db")));
        if (!writer)
            qFatal("cannot open a mirror: %s", qPrintable(writer.error().detail));
        m_writer = std::move(*writer);
    }

    [[nodiscard]] QString indexPath() const { return inside::indexPath(m_folder.path()); }
    [[nodiscard]] QByteArray bytesPath(const QByteArray &sha256) const
    {
        return QFile::encodeName(m_folder.path()) + '/' + sha256.toHex();
    }
    [[nodiscard]] const mirror::Reader &reader() const { return m_writer->read(); }
    [[nodiscard]] mirror::Writer &writer() { return *m_writer; }

    domain::File keep(const QString &name, const QByteArray &bytes)
    {
        const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        QFile file(QFile::decodeName(bytesPath(sha256)));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return written ? hold(name, sha256, bytes.size()) : domain::File();
    }

    domain::File hold(const QString &name, const QByteArray &sha256, qint64 size)
    {
        domain::File file;
        file.id = domain::makeId<domain::FileId>(m_clock, m_random);
        file.filename = name;
        file.fileSize = size;
        file.contentSha256 = sha256;
        pull(file);
        if (!m_writer->setContent({file.id, sha256, size, true, true}))
            qFatal("cannot keep a file");
        return file;
    }

    void pull(domain::File &file)
    {
        file.revision = ++m_revision;
        mirror::ChangesPage page;
        page.cursor = QByteArray::number(m_revision);
        page.files = {file};
        if (!m_writer->applyPage(page))
            qFatal("cannot apply a page");
    }

    [[nodiscard]] inside::Indexer::Places places() const
    {
        return {indexPath(), m_folder.filePath(QStringLiteral("mirror.db")),
                [this](const QByteArray &sha256) { return bytesPath(sha256); }};
    }
    static inside::Indexer::Options quickly()
    {
        return {.renderer = QStringLiteral(LEARNLAB_BINARY_DIR "/bin/learnlab-render"),
                .niceness = 0,
                .rest = std::chrono::milliseconds(0)};
    }

    /// Reads all that there is; answers how much could not be read.
    int read(const inside::Indexer::Options &options = quickly())
    {
        inside::Indexer indexer(places(), options);
        QSignalSpy settled(&indexer, &inside::Indexer::settled);
        return settled.wait(patience) ? settled.constFirst().constFirst().toInt() : -1;
    }

    /// The names of what is found, and with `snippets` what is shown of it, matches in brackets.
    [[nodiscard]] QStringList find(const QString &typed, bool snippets = false, int limit = 100) const
    {
        QStringList found;
        const auto hits = inside::search(indexPath(), reader(), mirror::parseSearch(typed, m_clock.now()), limit);
        for (const inside::Hit &hit : hits) {
            QString text = hit.snippet.text;
            for (auto mark = hit.snippet.marks.crbegin(); mark != hit.snippet.marks.crend(); ++mark)
                text.insert(mark->first + mark->second, u']').insert(mark->first, u'[');
            found.append(snippets ? text : reader().file(hit.file)->filename);
        }
        found.sort();
        return found;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<mirror::Writer> m_writer;
    support::SystemClock m_clock;
    support::SeededRandom m_random{7};
    qint64 m_revision = 0;
};

} // namespace

class TestInside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsInside();
    void marksWhatItFound();
    void showsNothingThatDeceives();
    void goesWithTheFile();
    void readsAContentOnce();
    void readsAsMuchAsItMay();
    void anythingElseIsNoText();
    void keepsToTheQuery();
    void mendsTheIndex();
    void goesOnWithoutTheProgram();
    void stopsAtOnce();
};

void TestInside::findsWhatIsInside()
{
    Shelf shelf;
    const QString words = QStringLiteral("Die Prüfung über Dijkstra, naïve café — 42%");
    shelf.keep(QStringLiteral("1 UTF-8.txt"), words.toUtf8());
    shelf.keep(QStringLiteral("2 UTF-8 with a mark.md"), in(QStringConverter::Utf8, words));
    shelf.keep(QStringLiteral("3 Latin 1.txt"), "Die Pr\xFC"
                                                "fung \xFC"
                                                "ber Dijkstra, na\xEFve caf\xE9 - 42%");
    shelf.keep(QStringLiteral("4 UTF-16.csv"), in(QStringConverter::Utf16LE, words));
    shelf.keep(QStringLiteral("5 UTF-16, the other way round.txt"), in(QStringConverter::Utf16BE, words));
    shelf.keep(QStringLiteral("6 code.py"),
               QStringLiteral("def dijkstra():\n    \"\"\"%1\"\"\"\n").arg(words).toUtf8());
    shelf.keep(QStringLiteral("7 PDF.pdf"), pdfSaying(words));
    shelf.keep(QStringLiteral("8 README"), words.toUtf8() + '\n');
    shelf.keep(QStringLiteral("other.txt"), "nothing of it");
    QCOMPARE(inside::unreadFiles(shelf.indexPath(), shelf.reader()), 9);
    QCOMPARE(shelf.find(QStringLiteral("dijkstra")), QStringList());
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(inside::unreadFiles(shelf.indexPath(), shelf.reader()), 0);
    for (const char *typed : {"dijkstra", "DIJK", "prufung", "Prüfung", "NAIVE cafe", "42", "dijkstra prüf"}) {
        const QStringList found = shelf.find(QString::fromUtf8(typed));
        QVERIFY2(found.size() == 8 && !found.contains(QLatin1String("other.txt")),
                 qPrintable(QString::fromUtf8(typed) + QLatin1String(": ") + found.join(QLatin1String(", "))));
    }
    for (const char *typed : {"ijkstra", "dijkstra nothing", "", "  ", "*", "\"", "\"\"", "%", "NEAR", "a.txt OR",
                              "dijkstra AND", "^", "text:dijkstra"})
        QVERIFY2(shelf.find(QString::fromUtf8(typed)).isEmpty(), typed);
}

void TestInside::marksWhatItFound()
{
    Shelf shelf;
    shelf.keep(QStringLiteral("a.txt"), "Lecture 3\r\n\r\n  Greedy\talgorithms   choose what is\nbest now.\n");
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("greedy best"), true),
             QStringList(QStringLiteral("Lecture 3 [Greedy] algorithms choose what is [best] now.")));
    shelf.keep(QStringLiteral("long.txt"),
               QByteArray("before ").repeated(200) + "needle" + QByteArray(" behind").repeated(200));
    QCOMPARE(shelf.read(), 0);
    const QString found = shelf.find(QStringLiteral("needle"), true).value(0);
    QVERIFY2(found.contains(QLatin1String("[needle]")) && found.size() < 200, qPrintable(found));
    QVERIFY(found.startsWith(QChar(0x2026)) && found.endsWith(QChar(0x2026)));
    // Where a PDF joins letters into one.
    shelf.keep(QStringLiteral("a.pdf"), pdfSaying(QStringLiteral("what de\uFB01nes it")));
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("defines"), true),
             QStringList(QStringLiteral("A first page what [defines] it")));
}

void TestInside::showsNothingThatDeceives()
{
    Shelf shelf;
    shelf.keep(QStringLiteral("a.txt"),
               QStringLiteral("safe \u202Eexe.fdp\u202C \u2066x\u2069 <b>needle</b>\u2028&amp; \u0085 that it is text")
                   .toUtf8());
    shelf.keep(QStringLiteral("b.pdf"), pdfSaying(QStringLiteral("needle \u202Etxt")));
    QCOMPARE(shelf.read(), 0);
    const QStringList found = shelf.find(QStringLiteral("needle"), true);
    QCOMPARE(found.size(), 2);
    QVERIFY2(found.contains(QStringLiteral("safe exe.fdp x <b>[needle]</b> &amp; that it is text")),
             qPrintable(found.join(u'|')));
    for (const QChar letter : found.join(u' '))
        QVERIFY(letter.category() != QChar::Other_Control && letter.category() != QChar::Other_Format);
}

void TestInside::goesWithTheFile()
{
    Shelf shelf;
    domain::File trashed = shelf.keep(QStringLiteral("trashed.txt"), "needle one");
    const domain::File unkept = shelf.keep(QStringLiteral("unkept.txt"), "needle two");
    domain::File changed = shelf.keep(QStringLiteral("changed.txt"), "needle three");
    domain::File renamed = shelf.keep(QStringLiteral("renamed.txt"), "needle four");
    inside::Indexer indexer(shelf.places(), Shelf::quickly());
    QTRY_COMPARE_WITH_TIMEOUT(shelf.find(QStringLiteral("needle")).size(), 4, patience);

    // At once, whatever the index still holds.
    trashed.isDeleted = true;
    trashed.deletedAt = support::SystemClock().now();
    shelf.pull(trashed);
    QVERIFY(shelf.writer().removeContent(unkept.id));
    renamed.filename = QStringLiteral("called otherwise.txt");
    shelf.pull(renamed);
    QCOMPARE(shelf.find(QStringLiteral("needle")),
             QStringList({QStringLiteral("called otherwise.txt"), QStringLiteral("changed.txt")}));

    const QByteArray bytes = "straw";
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    QFile file(QFile::decodeName(shelf.bytesPath(sha256)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) > 0 && file.flush());
    changed.contentSha256 = sha256;
    shelf.pull(changed);
    QVERIFY(shelf.writer().setContent({changed.id, sha256, bytes.size(), true, true}));
    indexer.look();
    QTRY_COMPARE_WITH_TIMEOUT(shelf.find(QStringLiteral("straw")), QStringList(QStringLiteral("changed.txt")),
                              patience);
    QCOMPARE(shelf.find(QStringLiteral("needle")), QStringList(QStringLiteral("called otherwise.txt")));

    // And out of the index: what would come back has to be read again.
    QVERIFY(shelf.writer().setContent({unkept.id, unkept.contentSha256, unkept.fileSize, true, true}));
    QCOMPARE(inside::unreadFiles(shelf.indexPath(), shelf.reader()), 1);
}

void TestInside::readsAContentOnce()
{
    Shelf shelf;
    const domain::File first = shelf.keep(QStringLiteral("a.txt"), "needle");
    shelf.hold(QStringLiteral("b.txt"), first.contentSha256, first.fileSize);
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("needle")), QStringList({QStringLiteral("a.txt"), QStringLiteral("b.txt")}));
    QCOMPARE(shelf.find(QStringLiteral("needle"), false, 1).size(), 1);
    // A third of them needs neither the bytes nor the program.
    QVERIFY(QFile::remove(QFile::decodeName(shelf.bytesPath(first.contentSha256))));
    shelf.hold(QStringLiteral("c.txt"), first.contentSha256, first.fileSize);
    QCOMPARE(inside::unreadFiles(shelf.indexPath(), shelf.reader()), 0);
    QCOMPARE(shelf.find(QStringLiteral("needle")).size(), 3);
}

void TestInside::readsAsMuchAsItMay()
{
    Shelf shelf;
    const QByteArray sha256 = QByteArray(32, '\x11');
    {
        QFile large(QFile::decodeName(shelf.bytesPath(sha256)));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.write("needle at the beginning\n") > 0);
        const QByteArray block = QByteArray("all work and no play makes Jack a dull boy\n").repeated(50'000);
        QVERIFY(large.write(block) == block.size() && large.write("straw behind what is read\n") > 0);
        QVERIFY(large.resize(100'000'000)); // takes no room on the disk
    }
    shelf.hold(QStringLiteral("large.txt"), sha256, 100'000'000);
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("needle")).size(), 1);
    QCOMPARE(shelf.find(QStringLiteral("straw")).size(), 0);
    QVERIFY(QFile(shelf.indexPath()).size() < 8 * 1024 * 1024);
    // Whoever has no time gets the file without what stands around it.
    const auto query = mirror::parseSearch(QStringLiteral("needle"), {});
    const auto hits = inside::search(shelf.indexPath(), shelf.reader(), query, 10, std::chrono::milliseconds(0));
    QCOMPARE(hits.size(), 1);
    QVERIFY(hits.first().snippet.text.isEmpty());

    // Of the next there is no room for any more: it is said, and nothing fails.
    shelf.keep(QStringLiteral("b.txt"), "needle too");
    inside::Indexer::Options narrow = Shelf::quickly();
    narrow.mostOfAll = 1000;
    QCOMPARE(shelf.read(narrow), 1);
    QCOMPARE(shelf.find(QStringLiteral("needle")), QStringList(QStringLiteral("large.txt")));
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("needle")).size(), 2);
}

void TestInside::anythingElseIsNoText()
{
    Shelf shelf;
    QByteArray noise("needle ");
    support::SeededRandom random(3);
    for (int i = 0; i < 3000; ++i) {
        std::array<quint8, 1> byte{};
        random.fill(byte);
        noise.append(static_cast<char>(byte[0]));
    }
    shelf.keep(QStringLiteral("noise.txt"), noise);
    shelf.keep(QStringLiteral("broken.pdf"), "%PDF-1.7 needle");
    shelf.keep(QStringLiteral("photo.jpg"), "needle that nobody looks for in a photo");
    shelf.keep(QStringLiteral("empty.txt"), "");
    shelf.keep(QStringLiteral("blank.txt"), "   \n\n ");
    shelf.keep(QStringLiteral("fine.txt"), "needle");
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("needle")), QStringList(QStringLiteral("fine.txt")));
}

void TestInside::keepsToTheQuery()
{
    Shelf shelf;
    shelf.keep(QStringLiteral("a.txt"), "needle one");
    shelf.keep(QStringLiteral("a.py"), "needle two");
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("needle type:code")), QStringList(QStringLiteral("a.py")));
    QCOMPARE(shelf.find(QStringLiteral("needle larger:1M")), QStringList());
    QCOMPARE(shelf.find(QStringLiteral("needle is:offline")).size(), 2);
    QCOMPARE(shelf.find(QStringLiteral("type:code")), QStringList()); // no words
}

void TestInside::mendsTheIndex()
{
    Shelf shelf;
    for (int i = 0; i < 3; ++i)
        shelf.keep(QStringLiteral("%1.txt").arg(i),
                   "needle " + QByteArray::number(i) + QByteArray(" hay").repeated(9000 + i));
    QCOMPARE(shelf.read(), 0);
    const QMap<QString, std::function<bool(QFile &)>> harms{
        {QStringLiteral("gone"), [](QFile &file) { return file.remove(); }},
        {QStringLiteral("empty"), [](QFile &file) { return file.resize(0); }},
        {QStringLiteral("garbage"), [](QFile &file) { return file.write(QByteArray(9000, 'x')) == 9000; }},
        {QStringLiteral("cut"), [](QFile &file) { return file.resize(file.size() / 3); }},
        {QStringLiteral("torn"),
         [](QFile &file) {
             return file.seek(4096) && file.write(QByteArray(static_cast<qsizetype>(file.size() - 4096), '\x5A')) > 0;
         }},
        {QStringLiteral("of another version"), // user_version, where SQLite keeps it
         [](QFile &file) { return file.seek(60) && file.write(QByteArray("\0\0\0\x63", 4)) == 4; }},
    };
    for (auto harm = harms.cbegin(); harm != harms.cend(); ++harm) {
        {
            QFile file(shelf.indexPath());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY2((*harm)(file), qPrintable(harm.key()));
        }
        static_cast<void>(shelf.find(QStringLiteral("needle"))); // of what is damaged any answer will do
        QVERIFY2(shelf.read() == 0, qPrintable(harm.key()));
        QVERIFY2(shelf.find(QStringLiteral("needle")).size() == 3, qPrintable(harm.key()));
    }
}

void TestInside::goesOnWithoutTheProgram()
{
    Shelf shelf;
    shelf.keep(QStringLiteral("a.txt"), "needle");
    inside::Indexer::Options options = Shelf::quickly();
    options.renderer = QStringLiteral("/nowhere/learnlab-render");
    QCOMPARE(shelf.read(options), 1);
    QCOMPARE(shelf.find(QStringLiteral("needle")), QStringList());
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("needle")).size(), 1);
}

void TestInside::stopsAtOnce()
{
    Shelf shelf;
    for (int i = 0; i < 40; ++i)
        shelf.keep(QStringLiteral("%1.txt").arg(i), "needle " + QByteArray::number(i));
    {
        const inside::Indexer begun(shelf.places(), Shelf::quickly());
        QTRY_VERIFY_WITH_TIMEOUT(!shelf.find(QStringLiteral("needle")).isEmpty(), patience);
    }
    {
        const inside::Indexer atOnce(shelf.places(), Shelf::quickly());
    }
    QCOMPARE(shelf.read(), 0);
    QCOMPARE(shelf.find(QStringLiteral("needle"), false, 1000).size(), 40);
}

QTEST_MAIN(TestInside)
#include "tst_inside.moc"
