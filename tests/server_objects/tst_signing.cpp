// Addresses are good for exactly what they were made for, and for as long.

#include "key_file.h"
#include "layout.h"
#include "signing.h"

#include <server/http/router.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab::server;
using namespace learnlab::server::objects;

namespace {

const support::Time noon{std::chrono::seconds(1'800'000'000)};

http::Request requestFor(const std::string &method, const std::string &address)
{
    http::Request request;
    request.method = method;
    const auto question = address.find('?');
    request.path = address.substr(0, question);
    request.query = http::parseQuery(address.substr(question + 1)).value();
    const auto slash = [&](std::size_t n) { return request.path.substr(9 + 37 * n, 36); };
    request.pathValues = {{"user", slash(0)}, {"batch", slash(1)}, {"upload", slash(2)}};
    return request;
}

} // namespace

class TestSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSignedIsAllowed()
    {
        const auto put = m_signer.check(requestFor("PUT", m_signer.sign(putPermission())), noon);
        QVERIFY(put.has_value());
        QVERIFY(put->key == m_key);
        QCOMPARE(put->part.number, 7);
        QCOMPARE(put->part.size, std::int64_t{42});
        const auto get = m_signer.check(requestFor("HEAD", m_signer.sign(getPermission())), noon);
        QVERIFY(get.has_value());
        QCOMPARE(get->filename, std::string("a b&c=\xC3\xA9.txt"));
        QCOMPARE(get->etag, std::string("\"e\""));
    }

    void timeRunsOut()
    {
        const auto address = m_signer.sign(putPermission());
        QVERIFY(m_signer.check(requestFor("PUT", address), noon + std::chrono::seconds(60)).has_value());
        QCOMPARE(m_signer.check(requestFor("PUT", address), noon + std::chrono::seconds(61)).error().code,
                 std::string("expired"));
    }

    void everyParameterIsBound()
    {
        const auto address = m_signer.sign(putPermission());
        const auto original = requestFor("PUT", address);
        for (std::size_t i = 0; i < original.query.size(); ++i) {
            auto changed = original;
            changed.query[i].second += "0";
            QCOMPARE(refusal(changed), std::string("bad_signature"));
            changed = original;
            changed.query.push_back(original.query[i]);
            QCOMPARE(refusal(changed), std::string("bad_signature"));
            changed = original;
            changed.query.erase(changed.query.begin() + static_cast<std::ptrdiff_t>(i));
            QCOMPARE(refusal(changed), std::string("bad_signature"));
        }
        auto more = original;
        more.query.emplace_back("x", "1");
        QCOMPARE(refusal(more), std::string("bad_signature"));
        auto other = original;
        other.method = "GET";
        QCOMPARE(refusal(other), std::string("bad_signature"));
        QCOMPARE(Signer("another key").check(original, noon).error().code, std::string("bad_signature"));
    }

    void namesOfPartsAreParsedStrictly()
    {
        const std::string digest(64, 'a');
        QCOMPARE(Layout::parsePartName("p12." + digest)->number, 12);
        for (const auto *name : {"p0.", "p-1.", "p1", "q1.", "p1x.", "t0123"})
            QVERIFY(!Layout::parsePartName(name + digest));
        QVERIFY(!Layout::parsePartName("p1." + std::string(64, 'A')));
        QVERIFY(!Layout::parsePartName("joined"));
    }

    void keysAreParsedStrictly()
    {
        QVERIFY(ObjectKey::parse(m_key.text()) == m_key);
        for (const auto &text : {std::string(), m_key.text() + "/", "/" + m_key.text(), m_key.text().substr(0, 80),
                                 std::string("users/../../etc/passwd")})
            QVERIFY(!ObjectKey::parse(text));
    }

    void aKeyFileIsMadeOnceAndClosedToOthers()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("key")).toStdString();
        const auto first = readOrMakeKey(path);
        QVERIFY(first.has_value());
        QCOMPARE(first->size(), std::size_t{32});
        QCOMPARE(readOrMakeKey(path).value(), *first);
        const auto permissions = QFile::permissions(QString::fromStdString(path));
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        QFile damaged(QString::fromStdString(path));
        QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
        damaged.write("no key");
        damaged.close();
        QVERIFY(!readOrMakeKey(path).has_value());
    }

private:
    Permission putPermission() const
    {
        return {"PUT", m_key, support::unixSeconds(noon) + 60, {7, 42, std::string(64, 'b')}, {}, {}};
    }
    Permission getPermission() const
    {
        return {"GET", m_key, support::unixSeconds(noon) + 60, {}, "a b&c=\xC3\xA9.txt", "\"e\""};
    }
    std::string refusal(const http::Request &request) const
    {
        const auto checked = m_signer.check(request, noon);
        return checked ? std::string("allowed") : checked.error().code;
    }

    const ObjectKey m_key{support::Uuid::random(), support::Uuid::random(), support::Uuid::random()};
    const Signer m_signer{"a key"};
};

QTEST_APPLESS_MAIN(TestSigning)
#include "tst_signing.moc"
