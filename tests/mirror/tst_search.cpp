#include "fixture.h"
#include "keys.h"

#include <QTest>

#include <tuple>

using namespace learnlab;
using namespace learnlab::tests;

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Folder folder = m_f.folder("Übungen Analysis");
        QList<File> files;
        for (const char *name : {"Analysis.pdf", "analysis-2.pdf", "Meta Analysis.pdf", "Übung 1.pdf", "paralysis.txt",
                                 "100%.txt", "a_b.txt", "say \"hi\".txt", "日本語ノート.txt", "ab.c"})
            files.append(m_f.file(name, folder.id));
        m_f.pull({folder}, files);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("ANALYSIS", "Analysis.pdf|analysis-2.pdf|Meta Analysis.pdf|Übungen Analysis");
        row("ubung", "Übung 1.pdf|Übungen Analysis");
        row("Übung", "Übung 1.pdf|Übungen Analysis");
        row("analysis meta", "Meta Analysis.pdf");
        row("lysis pa", "paralysis.txt");
        row("100%", "100%.txt");
        row("%", "100%.txt");
        row("_", "a_b.txt");
        row("\"hi\"", "say \"hi\".txt");
        row("日本", "日本語ノート.txt");
        row("本語ノ", "日本語ノート.txt");
        row("ab", "ab.c");
        row("nothing", "");
        row("AND OR", "");
        row("*", "");
        row("   ", "");
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QStringList names;
        const QList<mirror::ItemRow> rows = m_f.reader().rows(m_f.reader().searchIds(text, 100), true);
        for (const mirror::ItemRow &row : rows) {
            names.append(row.name);
            QVERIFY(!row.path.isEmpty());
        }
        QCOMPARE(names.join(QLatin1Char('|')), expected);
    }

    void givesNoMoreThanAsked() { QCOMPARE(m_f.reader().searchIds(QStringLiteral("a"), 2).size(), 2); }

    void followsChanges()
    {
        Fixture f;
        File file = f.file("before.txt");
        f.pull({}, {file});
        file = f.revised(file);
        file.filename = QStringLiteral("after.txt");
        f.pull({}, {file});
        QVERIFY(f.reader().searchIds(QStringLiteral("before"), 9).isEmpty());
        QCOMPARE(f.reader().searchIds(QStringLiteral("after"), 9).size(), 1);
        f.pull({}, {}, {ItemRef::of(file.id)});
        QVERIFY(f.reader().searchIds(QStringLiteral("after"), 9).isEmpty());
    }

    void bestFirst()
    {
        Fixture f;
        const Folder exams = f.folder("exam papers");
        File newer = f.file("my exam.pdf");
        const File inside = f.file("reexamined.pdf");
        const File older = f.file("old exam.pdf");
        newer.contentModifiedAt = f.clock().now() + std::chrono::hours(1);
        f.pull({exams}, {f.file("exam 2.pdf"), inside, older, newer, f.file("exam.pdf")});
        QCOMPARE(found(f, QStringLiteral("exam")),
                 list("exam.pdf exam_2.pdf exam_papers my_exam.pdf old_exam.pdf reexamined.pdf"));
    }

    void wordsOfThePathCountAfterTheName()
    {
        Fixture f;
        const Folder top = f.folder("Algorithms");
        const Folder inner = f.folder("Sheets", top.id);
        const Folder other = f.folder("Physics");
        f.pull({top, inner, other}, {f.file("sheet 1.pdf", inner.id), f.file("sheet 2.pdf", other.id),
                                     f.file("algorithms sheet.pdf", other.id), f.file("notes.txt", inner.id)});
        QCOMPARE(found(f, QStringLiteral("sheet algorithms")), list("algorithms_sheet.pdf sheet_1.pdf Sheets"));
        // A word alone has to be in the name: else a folder's name would find all that is in it.
        QCOMPARE(found(f, QStringLiteral("physics")), list("Physics"));
    }

    void restricts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *typed, const char *expected) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
        };
        row("type:pdf", "big.pdf small.pdf");
        row("type:pdf type:image", "big.pdf photo.jpg small.pdf");
        row("type:pdf big", "big.pdf");
        row("larger:1M", "big.pdf");
        row("smaller:150", "photo.jpg small.pdf");
        row("in:/Folder", "photo.jpg");
        row("in:\"/Folder\" type:image", "photo.jpg");
        row("in:/nowhere", "");
        row("is:offline", "photo.jpg");
        row("since:2001-01-01 o", "Folder photo.jpg");
        row("before:1999-01-01", "");
        row("type:nothing", "");
        row("photo:", "");
    }
    void restricts()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        Fixture f;
        const Folder folder = f.folder("Folder");
        File big = f.file("big.pdf");
        big.fileSize = 2'000'000;
        File small = f.file("small.pdf");
        File photo = f.file("photo.jpg", folder.id);
        small.fileSize = photo.fileSize = 100;
        f.pull({folder}, {big, small, photo});
        QVERIFY(f.writer().setContent({photo.id, photo.contentSha256, 100, false, true}));
        QStringList names = found(f, typed);
        std::sort(names.begin(), names.end(),
                  [](const QString &a, const QString &b) { return a.toLower() < b.toLower(); });
        QCOMPARE(names.join(QLatin1Char(' ')), expected);
    }

    /// Against looking at each name in the plainest way, while rows come, change and go.
    void findsWhatAPlainSearchFinds()
    {
        Fixture f;
        support::SeededRandom random(7);
        QMap<QByteArray, File> files;
        static constexpr const char *parts[] = {"ab", "ba",           "a",   "b", "\xC3\xA4", "7", " ",
                                                ".",  "\xE6\x97\xA5", "abab"};
        const auto name = [&] {
            QByteArray text("x");
            for (quint64 i = random.below(12); i > 0; --i)
                text += parts[random.below(std::size(parts))];
            return QString::fromUtf8(text);
        };
        const int rounds = qEnvironmentVariableIsSet("LEARNLAB_DEEP") ? 400 : 25;
        for (int round = 0; round < rounds; ++round) {
            QList<File> changed;
            QList<ItemRef> removed;
            for (quint64 i = 0; i < 40; ++i) {
                // Not more than some hundred: the plain search looks at all of them for each word.
                if (files.isEmpty() || (files.size() < 600 && random.below(3) > 0)) {
                    changed.append(f.file(name().toUtf8().constData()));
                } else if (auto at = std::next(files.begin(), qsizetype(random.below(quint64(files.size()))));
                           random.below(2) == 0) {
                    removed.append(ItemRef::of(at->id));
                    files.erase(at);
                    continue;
                } else {
                    changed.append(f.revised(*at));
                    changed.last().filename = name();
                }
                files.insert(toBlob(changed.last().id), changed.last());
            }
            f.pull({}, changed, removed);
            for (const char *word : {"a", "ab", "aba", "ba7", "\xE6\x97\xA5", ".", "abab", "b a"}) {
                const QStringList words = mirror::searchWords(QString::fromUtf8(word));
                QSet<QByteArray> expected;
                for (const File &file : std::as_const(files)) {
                    const QString key = mirror::searchKey(file.filename);
                    if (std::all_of(words.begin(), words.end(),
                                    [&key](const QString &one) { return key.contains(one); }))
                        expected.insert(toBlob(file.id));
                }
                QSet<QByteArray> got;
                for (const ItemRef &ref : f.reader().searchIds(QString::fromUtf8(word), 100'000))
                    got.insert(toBlob(ref.fileId()));
                QCOMPARE(got, expected);
                // The best few are the beginning of all.
                const QList<ItemRef> all = f.reader().searchIds(QString::fromUtf8(word), 100'000);
                QCOMPARE(f.reader().searchIds(QString::fromUtf8(word), 7), all.mid(0, 7));
            }
            QVERIFY(f.namesAreTrue());
        }
    }

    /// The order too, for words that few names have and for those that nearly all have.
    void ordersAsAPlainSearchDoes()
    {
        Fixture f;
        support::SeededRandom random(11);
        static constexpr const char *parts[] = {"ab", "ba", "a", "b", "q", " ", ".", "-", "7", "\xC3\xA4", "e"};
        const auto name = [&] {
            QByteArray text;
            for (quint64 i = 1 + random.below(9); i > 0; --i)
                text += parts[random.below(std::size(parts))];
            return "n" + text;
        };
        QList<Folder> folders;
        for (int i = 0; i < 300; ++i)
            folders.append(f.folder(name().mid(1).prepend('a').constData()));
        QList<File> files;
        const Timestamp begin = f.clock().now();
        for (int i = 0; i < 3000; ++i) {
            files.append(f.file(name().mid(i % 3 == 0).constData()));
            if (files.constLast().filename.isEmpty())
                files.last().filename = QStringLiteral("x");
            files.last().contentModifiedAt = begin + std::chrono::seconds(random.below(400)); // equal ones among them
        }
        f.pull(folders, files);
        for (const char *word : {"a", "n", "q", "qq", ".", "7", "b", "ab", "\xC3\xA4", "e", "abba", "zz", "na"}) {
            const QList<ItemRef> expected = inPlainOrder(folders, files, mirror::searchKey(QString::fromUtf8(word)));
            for (const int limit : {1, 7, 200, 100'000})
                QCOMPARE(f.reader().searchIds(QString::fromUtf8(word), limit), expected.mid(0, limit));
        }
    }

    void marksWhatMatches()
    {
        using Matches = QList<std::pair<qsizetype, qsizetype>>;
        const auto matches = [](const char *name, const char *words) {
            return mirror::matchesIn(QString::fromUtf8(name), mirror::searchWords(QString::fromUtf8(words)));
        };
        QCOMPARE(matches("Meta Analysis.pdf", "analysis meta"), (Matches{{0, 4}, {5, 8}}));
        QCOMPARE(matches("Stra\xC3\x9F"
                         "e 5",
                         "strasse"),
                 (Matches{{0, 6}}));
        QCOMPARE(matches("e\xCC\x81t\xC3\xA9", "ete"), (Matches{{0, 4}}));
        QCOMPARE(matches("abc", "x"), Matches());
        QCOMPARE(matches("aaa", "aa a"), (Matches{{0, 2}}));
    }

    void findsANameByItsBeginning()
    {
        Fixture f;
        const Folder folder = f.folder("Übungen");
        f.pull({folder}, {f.file("apfel"), f.file("Birne"), f.file("birke"), f.file("zahl")});
        const QList<ItemRef> refs = f.reader().childIds({}, {});
        const auto find = [&](const char *beginning, int from) {
            return f.reader().findName(refs, from, QString::fromUtf8(beginning));
        };
        QCOMPARE(refs.size(), 5);
        QCOMPARE(find("u", 0), 0);
        QCOMPARE(find("BIR", 0), 2);
        QCOMPARE(find("bir", 3), 3);
        QCOMPARE(find("b", 4), 2); // round the end
        QCOMPARE(find("x", 0), -1);
        QCOMPARE(find("", 0), -1);
    }

    /// As a filter says it: a folder by its id.
    void staysInAFolderByItsId()
    {
        Fixture f;
        const Folder folder = f.folder("a \"b\" c");
        f.pull({folder}, {f.file("x1", folder.id), f.file("x2")});
        const QString typed = QStringLiteral("X in:id:") + domain::toText(folder.id);
        QCOMPARE(found(f, typed), list("x1"));
        QCOMPARE(mirror::wordsOfSearch(typed + QStringLiteral(" type:pdf Y type:nothing")), QStringLiteral("X Y type:nothing"));
    }

private:
    /// The whole name, its beginning, the beginning of a word in it, anywhere; then what changed last; then files; then
    /// what came last. Both lists are in the order in which they came.
    static QList<ItemRef> inPlainOrder(const QList<Folder> &folders, const QList<File> &files, const QString &word)
    {
        using Hit = std::tuple<int, qint64, int, qsizetype, ItemRef>;
        QList<Hit> hits;
        const auto look = [&](const QString &name, Timestamp changed, qsizetype place, const ItemRef &ref) {
            const QString key = mirror::searchKey(name);
            int rank = key.contains(word) ? 3 : 9;
            for (qsizetype at = key.indexOf(word); at >= 0 && rank == 3; at = key.indexOf(word, at + 1)) {
                const bool begins = at == 0 || (key.at(at - 1).unicode() < 0x80 && !key.at(at - 1).isLetterOrNumber());
                rank = begins ? 2 : 3;
            }
            if (key.startsWith(word))
                rank = key.size() == word.size() || key.at(word.size()) == QLatin1Char('.') ? 0 : 1;
            const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(changed.time_since_epoch()).count();
            if (rank < 9)
                hits.append({rank, -seconds, ref.kind == ItemKind::File ? 0 : 1, -place, ref});
        };
        for (qsizetype i = 0; i < folders.size(); ++i)
            look(folders.at(i).name, folders.at(i).updatedAt, i, ItemRef::of(folders.at(i).id));
        for (qsizetype i = 0; i < files.size(); ++i)
            look(files.at(i).filename, *files.at(i).contentModifiedAt, i, ItemRef::of(files.at(i).id));
        std::sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
            return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a), std::get<3>(a)) <
                   std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b), std::get<3>(b));
        });
        QList<ItemRef> refs;
        for (const Hit &hit : std::as_const(hits))
            refs.append(std::get<4>(hit));
        return refs;
    }

    static QStringList found(Fixture &f, const QString &typed)
    {
        QStringList names;
        const mirror::SearchQuery query = mirror::parseSearch(typed, f.clock().now());
        for (const mirror::ItemRow &row : f.reader().rows(f.reader().searchIds(query, 100)))
            names.append(QString(row.name).replace(QLatin1Char(' '), QLatin1Char('_')));
        return names;
    }

    Fixture m_f;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
