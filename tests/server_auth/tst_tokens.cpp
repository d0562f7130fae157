// Tokens and keys: what is accepted, and everything that is not.
#include <server/auth/tokens.h>

#include <server/support/bytes.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab::server;
using namespace learnlab::server::auth;

namespace {

const Time now = *support::parseTime("2026-11-23T01:00:00Z");

SigningKey key(const std::string &id, char fill)
{
    return {id, std::string(32, fill)};
}

TokenClaims claimsUntil(std::int64_t expires)
{
    return {*Uuid::parse("0190c5a7-1b2c-7d3e-8f40-a1b2c3d4e5f6"), *Uuid::parse("0190c5a7-1b2c-4d3e-8f40-a1b2c3d4e5f7"),
            3, expires};
}

std::string withHeader(const std::string &token, const std::string &header)
{
    return support::toBase64Url(header) + token.substr(token.find('.'));
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private:
    const Tokens m_tokens{KeyRing({key("k1", 'a')})};
    const std::int64_t m_later = support::unixSeconds(now) + 60;

private Q_SLOTS:
    void readBackWhatTheySay()
    {
        const TokenClaims given = claimsUntil(m_later);
        for (const bool access : {true, false}) {
            const std::string token = access ? m_tokens.access(given, now) : m_tokens.refresh(given);
            const auto read = access ? m_tokens.readAccess(token, now) : m_tokens.readRefresh(token, now);
            QVERIFY(read.has_value());
            QVERIFY(read->userId == given.userId && read->sessionId == given.sessionId);
            QCOMPARE(read->generation, given.generation);
            QCOMPARE(read->expiresAt, given.expiresAt);
        }
    }

    void refreshTokensAreShortAndDeterministic()
    {
        TokenClaims claims = claimsUntil(99999999999);
        claims.generation = 999999999999;
        const Tokens longest(KeyRing({key("abcdefghij123456", 'a')}));
        QVERIFY(longest.refresh(claims).size() <= 255);
        QCOMPARE(m_tokens.refresh(claims), m_tokens.refresh(claims));
        QVERIFY(m_tokens.access(claims, now) != m_tokens.access(claims, now));
    }

    void areNotMistakenForEachOther()
    {
        const TokenClaims claims = claimsUntil(m_later);
        QCOMPARE(m_tokens.readAccess(m_tokens.refresh(claims), now).error().code, std::string("token_revoked"));
        QCOMPARE(m_tokens.readRefresh(m_tokens.access(claims, now), now).error().code, std::string("token_revoked"));
    }

    void expire()
    {
        const TokenClaims claims = claimsUntil(support::unixSeconds(now));
        QCOMPARE(m_tokens.readAccess(m_tokens.access(claims, now), now).error().code, std::string("token_expired"));
        QCOMPARE(m_tokens.readRefresh(m_tokens.refresh(claims), now).error().code, std::string("token_expired"));
        QVERIFY(m_tokens.readRefresh(m_tokens.refresh(claims), now - std::chrono::seconds(1)).has_value());
    }

    void areNotGoodBeforeTheirTime()
    {
        const TokenClaims claims = claimsUntil(m_later + 3600);
        const auto issuedIn = [&](int seconds) {
            return m_tokens.readAccess(m_tokens.access(claims, now + std::chrono::seconds(seconds)), now);
        };
        QVERIFY(issuedIn(60).has_value());
        QCOMPARE(issuedIn(61).error().code, std::string("token_revoked"));
    }

    void belongToOneServer()
    {
        // The same key signs, but the installation is another one.
        const Tokens other(KeyRing({key("k1", 'a'), key("k0", 'z')}));
        const TokenClaims claims = claimsUntil(m_later);
        QVERIFY(other.readAccess(other.access(claims, now), now).has_value());
        QCOMPARE(m_tokens.readAccess(other.access(claims, now), now).error().code, std::string("token_revoked"));
        QCOMPARE(other.readAccess(m_tokens.access(claims, now), now).error().code, std::string("token_revoked"));
    }

    void refusesForgeries_data()
    {
        QTest::addColumn<QByteArray>("token");
        const std::string good = m_tokens.access(claimsUntil(m_later), now);
        const std::string unsignedText = good.substr(0, good.rfind('.') + 1);
        const Tokens other(KeyRing({key("k1", 'b')}));
        const Tokens otherId(KeyRing({key("k2", 'a')}));
        const auto row = [](const char *name, const std::string &token) {
            QTest::newRow(name) << QByteArray::fromStdString(token);
        };
        row("empty", "");
        row("one part", "abc");
        row("two parts", "abc.def");
        row("four parts", good + ".x");
        row("no signature", unsignedText);
        row("alg none", withHeader(unsignedText, R"({"alg":"none","kid":"k1"})"));
        row("alg none, signed", withHeader(good, R"({"alg":"none","kid":"k1"})"));
        row("alg HS512", withHeader(good, R"({"alg":"HS512","kid":"k1"})"));
        row("alg RS256", withHeader(good, R"({"alg":"RS256","kid":"k1"})"));
        row("no kid", withHeader(good, R"({"alg":"HS256"})"));
        row("crit", withHeader(good, R"({"alg":"HS256","kid":"k1","crit":["x"]})"));
        row("header no object", withHeader(good, "[]"));
        row("wrong key", other.access(claimsUntil(m_later), now));
        row("unknown key", otherId.access(claimsUntil(m_later), now));
        std::string headerChanged = good;
        headerChanged[3] = headerChanged[3] == 'A' ? 'B' : 'A';
        row("tampered header", headerChanged);
        std::string tampered = good;
        const auto middle = good.find('.') + 20;
        tampered[middle] = tampered[middle] == 'A' ? 'B' : 'A';
        row("tampered claims", tampered);
        std::string resigned = good;
        resigned.back() = resigned.back() == 'A' ? 'E' : 'A';
        row("tampered signature", resigned);
        row("padding", good + "=");
        row("newline", good + "\n");
        row("long", std::string(100000, 'A') + "." + std::string(100000, 'A') + ".A");
    }

    void refusesForgeries()
    {
        QFETCH(const QByteArray, token);
        const auto read = m_tokens.readAccess(token.toStdString(), now);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().status, 401);
        QCOMPARE(read.error().code, std::string("token_revoked"));
    }

    void oldKeysStayGood()
    {
        const Tokens rotated(KeyRing({key("k2", 'b'), key("k1", 'a')}));
        QVERIFY(rotated.readAccess(m_tokens.access(claimsUntil(m_later), now), now).has_value());
        QVERIFY(rotated.keys().serverId() == m_tokens.keys().serverId());
        const Tokens retired(KeyRing({key("k2", 'b')}));
        QVERIFY(!retired.readAccess(m_tokens.access(claimsUntil(m_later), now), now).has_value());
    }

    void keyFilesAreMadeAndKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("auth.key"));
        const auto first = KeyRing::load(path.toStdString());
        QVERIFY2(first.has_value(), first ? "" : first.error().detail.c_str());
        QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        const auto second = KeyRing::load(path.toStdString());
        QVERIFY(second.has_value() && second->current().secret == first->current().secret);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QVERIFY(!KeyRing::load(path.toStdString()).has_value());
    }

    void keyFilesThatAreDamagedAreRefused()
    {
        QTemporaryDir folder;
        for (const char *content : {"", "# only a comment\n", "k1\n", "k1 short\n", "k-1 " /* and no letters */}) {
            const QString path = folder.filePath(QStringLiteral("key"));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(content);
            file.close();
            QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
            QVERIFY2(!KeyRing::load(path.toStdString()).has_value(), content);
        }
        QVERIFY(!KeyRing::load(folder.filePath(QStringLiteral("no/such/folder/key")).toStdString()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
