#include "fixture.h"

#include <QTest>

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

private:
    Fixture m_f;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
