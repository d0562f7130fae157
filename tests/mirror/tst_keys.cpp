#include "keys.h"

#include "support/random.h"

#include <QCollator>
#include <QTest>

using namespace learnlab;
using mirror::FirstScript;

namespace {

bool comesBefore(const QByteArray &left, const QByteArray &right, FirstScript first)
{
    return mirror::compareNames({left.constData(), size_t(left.size())}, {right.constData(), size_t(right.size())}, first) < 0;
}

QStringList words(const char *parted)
{
    return QString::fromUtf8(parted).split(u'|');
}

} // namespace

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void naturalOrder_data()
    {
        QTest::addColumn<QString>("smaller");
        QTest::addColumn<QString>("greater");
        const auto row = [](const char *smaller, const char *greater) {
            QTest::addRow("%s < %s", smaller, greater) << QString::fromUtf8(smaller) << QString::fromUtf8(greater);
        };
        row("a2", "a10");
        row("a9", "a10");
        row("a10", "a11");
        row("a099", "a100");
        row("a1", "a1b");
        row("a1.txt", "a1b.txt");
        row("a1b", "a1c");
        row("a", "b");
        row("a", "B");
        row("A", "b");
        row("Äpfel", "Birnen");
        row("elan", "émile");
        row("123456789", "1234567890");
        row("999999999", "1000000000");
        row("1234567890123456789012", "9234567890123456789012");
        row("99999999999999999999", "100000000000000000000");
        row("chapter 2 page 3", "chapter 2 page 20");
        row("2", "a");
        row("_a", "1");
        row("a b", "a_b");
        row("a.txt", "a1.txt");
        row("\u0631\u0633\u0645 \u0669", "\u0631\u0633\u0645 \u0661\u0660"); // digits of Arabic
        row("\u4E00", "\u4E01");
        row("\U0001F600 a", "0"); // a sign
    }
    void naturalOrder()
    {
        QFETCH(QString, smaller);
        QFETCH(QString, greater);
        QVERIFY(mirror::sortKey(smaller, FirstScript::Latin) < mirror::sortKey(greater, FirstScript::Latin));
        const QByteArray left = mirror::searchKey(smaller).toUtf8();
        const QByteArray right = mirror::searchKey(greater).toUtf8();
        QVERIFY(comesBefore(left, right, FirstScript::Latin));
        QVERIFY(!comesBefore(right, left, FirstScript::Latin));
    }

    /// As the library that knows all languages has it, which is too slow for a million names.
    void orderOfTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("names");
        const QStringList files = words("_old|-1|.hidden|(1)|[draft]|#1|~tmp|+more|a b.txt|a_b.txt|a-b.txt|a,b.txt|a.txt|a2.txt|"
                                        "a10.txt|ab.txt|A1|a 1|Z|z2|100|20|3|3 a|readme|README 2|$5|5 %|file(2).pdf|file.pdf|file 2.pdf");
        QTest::newRow("English") << QStringLiteral("en") << files + words("Café|cafe 2|naïve|naive 2|Zoë|zoe 2|encyclopædia|encyclop");
        QTest::newRow("German") << QStringLiteral("de")
                                << files + words("Übung 9|Übung 10|uber|Ärzte|Apfel|Äpfel|Azubi|Straße 2|Strasse|Strauß 1|Öl|Ofen|Ozean|"
                                                 "Mueller|Müller|Muller 2|Grüße|Gruppe");
        QTest::newRow("French") << QStringLiteral("fr")
                                << files + words("cote|coté|côte|côté|œuvre|oeil|ofen|été|etat|Élan|cœur|coeur 2|coffre|çà|ca 2|Noël|"
                                                 "noeud|nœud 2|français 2|francais 10|île|ile 2");
        QTest::newRow("Arabic") << QStringLiteral("ar")
                                << files + words("محاضرة ٩|محاضرة ١٠|محاضرة 2|كتاب|قلم|واجب|يوم|بحث|تقرير|ثلاثة|جدول|حل|خطة|درس|ذكر|رسم|زمن|سنة|"
                                                 "شرح|صورة|ضوء|طالب|ظرف|علم|غرفة|فصل|لغة|نص|هدف|اسم|أحمد|پروژه|1 مقدمة|1 intro");
    }
    void orderOfTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, names);
        QCollator known{QLocale(language)};
        known.setNumericMode(true);
        known.setCaseSensitivity(Qt::CaseInsensitive);
        const FirstScript first = mirror::firstScriptFor(language);
        QCOMPARE(first, language == QLatin1String("ar") ? FirstScript::Arabic : FirstScript::Latin);
        for (const QString &left : std::as_const(names)) {
            for (const QString &right : std::as_const(names)) {
                const QByteArray said = "'" + left.toUtf8() + "' and '" + right.toUtf8() + "'";
                const bool before = mirror::sortKey(left, first) < mirror::sortKey(right, first);
                QVERIFY2(before == (known.compare(left, right) < 0), said.constData());
                const QByteArray a = mirror::searchKey(left).toUtf8();
                const QByteArray b = mirror::searchKey(right).toUtf8();
                const bool equal = !comesBefore(a, b, first) && !comesBefore(b, a, first);
                QVERIFY2(equal || comesBefore(a, b, first) == before, said.constData());
            }
        }
    }

    /// By chance: names that are compared in memory stand as their keys do.
    void keysAndNamesAgree()
    {
        support::SeededRandom random(20261123);
        const QString characters = QString::fromUtf8("aAbBzZ019 _-.(äßœéñøł\u0301\u0660\u0669لآؤبپيى\u0640αωжЯש\u4E00漢ㅎ한\u20AC½ﬁ\u200D");
        const auto name = [&] {
            QString text;
            for (quint64 letters = 1 + random.next() % 6; letters > 0; --letters)
                text += characters.at(qsizetype(random.next() % quint64(characters.size())));
            return text;
        };
        constexpr int tries = 20'000;
        for (int i = 0; i < tries; ++i) {
            const QString left = name();
            const QString right = name();
            const QByteArray a = mirror::searchKey(left).toUtf8();
            const QByteArray b = mirror::searchKey(right).toUtf8();
            for (const FirstScript first : {FirstScript::Latin, FirstScript::Arabic}) {
                // Accents tell apart what is equal without them.
                const QByteArray x = mirror::sortKey(left, a, first).split('\0').constFirst();
                const QByteArray y = mirror::sortKey(right, b, first).split('\0').constFirst();
                QVERIFY2((x < y) == comesBefore(a, b, first), qPrintable(left + u' ' + right));
            }
        }
    }

    void sameForCaseAndAccents()
    {
        const auto key = [](const QString &name) { return mirror::sortKey(name, FirstScript::Latin); };
        QCOMPARE(key(QStringLiteral("Straße")), key(QStringLiteral("STRASSE")));
        QCOMPARE(mirror::searchKey(QString::fromUtf8("\xC3\x89t\xC3\xA9")), QStringLiteral("ete"));
        QCOMPARE(mirror::searchKey(QString::fromUtf8("\xEF\xAC\x81le")), QStringLiteral("file"));
        QCOMPARE(key(QStringLiteral("a01")), key(QStringLiteral("a1")));
        QVERIFY(key(QString(10'000, QLatin1Char('x'))).size() <= 200);
        QCOMPARE(mirror::searchKey(QStringLiteral("Œuvre d’été – ٣")), QStringLiteral("oeuvre d'ete - 3"));
        QCOMPARE(mirror::searchKey(QStringLiteral("Łódź")), QStringLiteral("lodz"));
    }

    void wordsOfASearch()
    {
        QCOMPARE(mirror::searchWords(QStringLiteral("  Über  Das ")),
                 (QStringList{QStringLiteral("uber"), QStringLiteral("das")}));
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
