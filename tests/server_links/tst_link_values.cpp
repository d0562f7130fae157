// What a link is made of, and what its page makes of foreign text: pure functions.

#include <page.h>
#include <page_style.h>
#include <server/links/link_key.h>
#include <server/support/bytes.h>
#include <shown_text.h>

#include <QTest>

using namespace learnlab::server;

namespace {

auth::KeyRing keyRing(std::initializer_list<char> secrets)
{
    std::vector<auth::SigningKey> keys;
    for (const char letter : secrets)
        keys.push_back({std::string("k") + letter, std::string(32, letter)});
    return auth::KeyRing(std::move(keys));
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class TestLinkValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenOpensItsLinkOnly()
    {
        const links::LinkKey key(keyRing({'a'}));
        const auto id = support::Uuid::random();
        const auto token = key.token(id);
        QCOMPARE(token.size(), 43U);
        QCOMPARE(key.token(id), token);
        QVERIFY(key.open(token) == id);
        QVERIFY(key.token(support::Uuid::random()) != token);
    }

    void aTokenThatWasBentOpensNothing()
    {
        const links::LinkKey key(keyRing({'a'}));
        const auto token = key.token(support::Uuid::random());
        for (std::size_t i = 0; i < token.size(); ++i) {
            for (const char other : {'A', 'b', '-', '_', '=', '%', '/', '\0', '\n'}) {
                std::string bent = token;
                bent[i] = other;
                QVERIFY2(bent == token || !key.open(bent), bent.c_str());
            }
        }
        for (std::size_t length = 0; length < token.size(); ++length)
            QVERIFY(!key.open(std::string_view(token).substr(0, length)));
        QVERIFY(!key.open(token + "A"));
        QVERIFY(!key.open(token + "="));
        QVERIFY(!key.open(" " + token));
        QVERIFY(!key.open(std::string(1 << 20, 'A')));
    }

    void onlyTheServerThatMadeItOpensIt()
    {
        const auto id = support::Uuid::random();
        const auto token = links::LinkKey(keyRing({'a'})).token(id);
        QVERIFY(!links::LinkKey(keyRing({'b'})).open(token));
        // A new key on top changes nothing; without the oldest all links are gone.
        QVERIFY(links::LinkKey(keyRing({'b', 'a'})).open(token) == id);
        QVERIFY(!links::LinkKey(keyRing({'a', 'b'})).open(token));
    }

    void theLanguageOfWhoeverReads_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("none") << QByteArray() << QByteArray("en");
        QTest::newRow("unknown") << QByteArray("fi, sv;q=0.9") << QByteArray("en");
        QTest::newRow("region") << QByteArray("de-AT,de;q=0.9,en;q=0.8") << QByteArray("de");
        QTest::newRow("case") << QByteArray("FR-ca") << QByteArray("fr");
        QTest::newRow("second") << QByteArray("fi, ar;q=0.5") << QByteArray("ar");
        QTest::newRow("weights") << QByteArray("en;q=0.3, de;q=0.31, fr;q=0.309") << QByteArray("de");
        QTest::newRow("refused") << QByteArray("de;q=0, fr;q=0.001") << QByteArray("fr");
        QTest::newRow("spaces") << QByteArray(" \t de ; q=0.5 ") << QByteArray("de");
        QTest::newRow("nonsense") << QByteArray(",,;;q=,de;q=9999999999999999999999,=") << QByteArray("de");
    }
    void theLanguageOfWhoeverReads()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, language);
        const auto &words = links::wordsFor(header.toStdString());
        QCOMPARE(QByteArray::fromStdString(std::string(words.language)), language);
        QVERIFY(!words.lockedHint.empty() && !words.closedHint.empty() && !words.waitingHint.empty());
        QVERIFY(!words.troubleHint.empty());
    }

    void namesShowWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("shown");
        const QByteArray mark = "\xef\xbf\xbd";
        QTest::newRow("plain") << QByteArray("essay (2).pdf") << QByteArray("essay (2).pdf");
        QTest::newRow("arabic") << QByteArray("واجب 4.pdf") << QByteArray("واجب 4.pdf");
        QTest::newRow("joined emoji") << QByteArray("👩\u200d🎓.png") << QByteArray("👩\u200d🎓.png");
        QTest::newRow("override") << QByteArray("Lecture\u202efdp.exe") << QByteArray("Lecture" + mark + "fdp.exe");
        QTest::newRow("isolate") << QByteArray("a\u2067b\u2069") << QByteArray("a" + mark + "b" + mark);
        QTest::newRow("marks") << QByteArray("a\u200e\u200f\u061c") << QByteArray("a" + mark + mark + mark);
        QTest::newRow("controls") << QByteArray("a\nb\x7f\u0085") << QByteArray("a" + mark + "b" + mark + mark);
        QTest::newRow("invisible") << QByteArray("a\u200b\ufeff\u2060\u00ad")
                                   << QByteArray("a" + mark + mark + mark + mark);
        QTest::newRow("line") << QByteArray("a\u2028b") << QByteArray("a" + mark + "b");
        QTest::newRow("tags") << QByteArray("a\U000e0041") << QByteArray("a" + mark);
        QTest::newRow("no UTF-8") << QByteArray("a\xff\xc0\x80z\xe2\x80")
                                  << QByteArray("a" + mark.repeated(3) + "z" + mark.repeated(2));
    }
    void namesShowWhatTheyAre()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, shown);
        QCOMPARE(bytes(links::shownName(name.toStdString())), shown);
    }

    void sizesInTheUnitsOfTheLanguage()
    {
        QCOMPARE(bytes(links::shownSize(0, "en")), QByteArray("0\u00a0B"));
        QCOMPARE(bytes(links::shownSize(999, "en")), QByteArray("999\u00a0B"));
        QCOMPARE(bytes(links::shownSize(1842119, "en")), QByteArray("1.8\u00a0MB"));
        QCOMPARE(bytes(links::shownSize(1842119, "de")), QByteArray("1,8\u00a0MB"));
        QCOMPARE(bytes(links::shownSize(1842119, "fr")), QByteArray("1,8\u00a0Mo"));
        QCOMPARE(bytes(links::shownSize(999999, "en")), QByteArray("1.0\u00a0MB"));
        QCOMPARE(bytes(links::shownSize(123456789012345678, "en")), QByteArray("123457\u00a0TB"));
    }

    void anExtensionIsLettersAndDigits()
    {
        QCOMPARE(bytes(links::extensionOf("a.tar.gz")), QByteArray("GZ"));
        QCOMPARE(bytes(links::extensionOf("a.<b>")), QByteArray());
        QCOMPARE(bytes(links::extensionOf(".profile")), QByteArray());
        QCOMPARE(bytes(links::extensionOf("a.toolong")), QByteArray());
        QCOMPARE(bytes(links::extensionOf("none")), QByteArray());
    }

    void nothingOfANameIsMarkup()
    {
        const links::PageFrame frame{links::wordsFor("en"), "Server <b>&\"'"};
        const auto text = bytes(links::filePage(
            frame, {"<script>alert(1)</script>\"'&\u202e.html", 5, "ab", "2026-11-30T12:00:00.000000Z"}));
        QVERIFY(!text.contains("<script"));
        QVERIFY(!text.contains("<b>"));
        QVERIFY(!text.contains("\u202e"));
        QVERIFY(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
        QVERIFY(text.contains("2026-11-30, 12:00 UTC"));
        QVERIFY(text.contains("<bdi dir=\"auto\">"));
    }

    void aPageHasNoScriptAndNoStyleBesideItsOwn()
    {
        for (const char *language : {"en", "de", "fr", "ar"}) {
            const links::PageFrame frame{links::wordsFor(language), "LearnLab"};
            for (const auto &page : {links::filePage(frame, {"a.pdf", 1, "", ""}), links::passwordPage(frame, false),
                                     links::passwordPage(frame, true), links::closedPage(frame), links::waitPage(frame),
                                     links::troublePage(frame)}) {
                const auto text = bytes(page);
                QVERIFY(!text.contains("<script") && !text.contains(" style=") && !text.contains("javascript:"));
                QVERIFY(!text.contains(" on"
                                       "click") &&
                        !text.contains("http"));
                QCOMPARE(text.count("<style>"), 1);
                QVERIFY(text.contains(QByteArray("lang=\"") + language + '"'));
                QCOMPARE(text.contains("dir=\"rtl\""), qstrcmp(language, "ar") == 0);
            }
        }
    }

    void thePolicyKnowsTheStyle()
    {
        const auto policy = bytes(links::pagePolicy("https://store.example.org"));
        const auto digest = bytes(support::sha256(links::pageStyle)).toBase64();
        QVERIFY(policy.contains("default-src 'none'"));
        QVERIFY(policy.contains("style-src 'sha256-" + digest + "'"));
        QVERIFY(policy.contains("form-action 'self' https://store.example.org;"));
        QVERIFY(policy.contains("frame-ancestors 'none'"));
        QVERIFY(!policy.contains("unsafe"));
    }
};

QTEST_GUILESS_MAIN(TestLinkValues)
#include "tst_link_values.moc"
