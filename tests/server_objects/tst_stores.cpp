// What ObjectStore promises, kept by the directory and by S3 alike; the latter on a real Ceph gateway.

#include "store_world.h"

#include <server/support/bytes.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace learnlab::server;
using namespace learnlab::server::objects;
using learnlab::testsupport::PrivateCeph;

namespace {

constexpr std::chrono::seconds lifetime{600};
constexpr std::int64_t partSize = 5 << 20; // the least that S3 takes

Part partOf(const std::string &bytes, int number = 1)
{
    return {number, static_cast<std::int64_t>(bytes.size()), hexDigest(bytes)};
}

Completion wholeOf(const ObjectKey &key, const std::string &bytes, std::int64_t inPartsOf = 0)
{
    return {key, static_cast<std::int64_t>(bytes.size()), hexDigest(bytes), inPartsOf};
}

template <typename T>
std::string codeOf(const Result<T> &result)
{
    return result ? std::string("ok") : result.error().code;
}

} // namespace

class TestStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(PrivateCeph::available(), "install ceph-mon ceph-osd radosgw ceph-common");
        QVERIFY2(m_ceph.start(), qPrintable(m_ceph.error()));
        m_s3 = std::make_unique<S3World>(optionsFor(m_ceph));
        m_directory = std::make_unique<DirectoryWorld>();
    }
    void cleanupTestCase()
    {
        m_directory.reset();
        m_s3.reset();
    }

    void theProbePasses_data() { bothStores(); }
    void theProbePasses()
    {
        const auto probed = run(store().probe());
        QVERIFY2(probed.has_value(), probed ? "" : probed.error().detail.c_str());
        QVERIFY(run(store().probe()).has_value()); // the bucket is there now
        QVERIFY(run(store().list("probe/", "", 10)).value().objects.empty());
    }

    void aBodyIsTakenAndGivenBack_data() { bothStores(); }
    void aBodyIsTakenAndGivenBack()
    {
        const auto key = newKey();
        const auto bytes = bytesOf(5000);
        QVERIFY(run(store().begin({{key}})).has_value());
        const auto sent = world().put(store().putAddress(key, partOf(bytes), lifetime), bytes);
        QCOMPARE(sent.status, 200);
        const auto done = complete(wholeOf(key, bytes));
        QVERIFY(done.has_value());
        QVERIFY(done->verified);
        QCOMPARE(done->etag, std::string(sent.header("etag")));
        QVERIFY(run(store().arrived(key, false)).value().complete);

        const auto tag = store().etag(done->etag, hexDigest(bytes));
        const auto url = store().getAddress({key,
                                             "\xC3\x9C"
                                             "bung 1.pdf",
                                             tag},
                                            lifetime);
        const auto got = world().get(url);
        QCOMPARE(got.status, 200);
        QVERIFY(got.body == bytes);
        QCOMPARE(std::string(got.header("etag")), tag);
        QCOMPARE(std::string(got.header("content-disposition")),
                 std::string("attachment; filename*=UTF-8''%C3%9Cbung%201.pdf"));
        QCOMPARE(std::string(got.header("content-type")), std::string("application/octet-stream"));
        const auto range = world().get(url, {{"Range", "bytes=4990-"}, {"If-Range", tag}});
        QCOMPARE(range.status, 206);
        QVERIFY(range.body == bytes.substr(4990));
        QCOMPARE(world().get(url + "x").status, 403);
    }

    void anEmptyBody_data() { bothStores(); }
    void anEmptyBody()
    {
        const auto key = newKey();
        QVERIFY(run(store().begin({{key}})).has_value());
        QCOMPARE(world().put(store().putAddress(key, partOf({}), lifetime), {}).status, 200);
        QVERIFY(complete(wholeOf(key, {})).has_value());
        QCOMPARE(run(store().read(key.text(), 0, 10)).value(), std::string());
    }

    void otherBodiesAreRefused_data() { bothStores(); }
    void otherBodiesAreRefused()
    {
        const auto key = newKey();
        const auto bytes = bytesOf(3000);
        QVERIFY(run(store().begin({{key}})).has_value());
        const auto address = store().putAddress(key, partOf(bytes), lifetime);
        for (const auto &wrong : {bytesOf(3000, 2), bytes.substr(1), bytes + "x", std::string()}) {
            const auto status = world().put(address, wrong).status;
            QVERIFY2(status >= 400 && status < 500, qPrintable(QString::number(status)));
        }
        auto elsewhere = address;
        elsewhere.url.replace(elsewhere.url.find(key.upload.text()), 36, support::Uuid::random().text());
        QCOMPARE(world().put(elsewhere, bytes).status, 403);
        QCOMPARE(codeOf(complete(wholeOf(key, bytes))), std::string("object_missing"));
        QVERIFY(!run(store().arrived(key, false)).value().complete);
        QCOMPARE(world().put(address, bytes).status, 200);
        QVERIFY(complete(wholeOf(key, bytes)).has_value());
    }

    void partsBecomeOne_data() { bothStores(); }
    void partsBecomeOne()
    {
        const auto key = newKey();
        const auto bytes = bytesOf(partSize + 1000);
        const std::string first = bytes.substr(0, partSize);
        const std::string second = bytes.substr(partSize);
        QVERIFY(run(store().begin({{key, true}})).has_value());
        const auto addresses = run(store().partAddresses(key, {partOf(first, 1), partOf(second, 2)}, lifetime)).value();
        QCOMPARE(addresses.size(), std::size_t{2});
        QVERIFY(world().put(addresses[0], bytesOf(partSize, 9)).status >= 400);
        QCOMPARE(world().put(addresses[1], second).status, 200);
        QCOMPARE(codeOf(complete(wholeOf(key, bytes, partSize))), std::string("object_missing"));
        const auto sent = world().put(addresses[0], first);
        QCOMPARE(sent.status, 200);

        world().reopen(); // another process goes on
        const auto arrived = run(store().arrived(key, true)).value();
        QVERIFY(!arrived.complete);
        QCOMPARE(arrived.parts.size(), std::size_t{2});
        QCOMPARE(arrived.parts[0].part.size, partSize);
        QCOMPARE(arrived.parts[0].etag, std::string(sent.header("etag")));
        QVERIFY(run(store().list(key.text(), "", 10)).value().objects.empty()); // no object yet
        const auto done = complete(wholeOf(key, bytes, partSize));
        QVERIFY2(done.has_value(), codeOf(done).c_str());
        QVERIFY(!done->etag.empty());
        QCOMPARE(done->verified, !world().isS3()); // nobody has read the whole yet
        world().reopen();
        const auto again = complete(wholeOf(key, bytes, partSize)); // the rows were lost in a crash
        QVERIFY2(again.has_value(), codeOf(again).c_str());
        QCOMPARE(again->etag, done->etag);
        QVERIFY(run(store().arrived(key, true)).value().complete);
        QVERIFY(run(store().read(key.text(), partSize - 5, 10)).value() == bytes.substr(partSize - 5, 10));
    }

    void beginningTwiceIsHarmless_data() { bothStores(); }
    void beginningTwiceIsHarmless()
    {
        const auto key = newKey();
        const auto bytes = bytesOf(100);
        QVERIFY(run(store().begin({{key, true}})).has_value());
        const auto before = run(store().partAddresses(key, {partOf(bytes)}, lifetime)).value();
        world().reopen();
        QVERIFY(run(store().begin({{key, true, true}})).has_value());
        QCOMPARE(world().put(before.front(), bytes).status, 200);
        QVERIFY(complete(wholeOf(key, bytes, partSize)).has_value());
    }

    void aBatchAnswersItemByItem_data() { bothStores(); }
    void aBatchAnswersItemByItem()
    {
        const auto batch = support::Uuid::timeOrdered();
        std::vector<Beginning> uploads;
        std::vector<Completion> wanted;
        for (unsigned i = 0; i < 12; ++i) {
            const auto key = newKey(batch);
            const auto bytes = bytesOf(100 + i, i);
            uploads.push_back({key});
            wanted.push_back(wholeOf(key, bytes));
        }
        QVERIFY(run(store().begin(uploads)).has_value());
        for (unsigned i = 1; i < 12; ++i)
            QCOMPARE(
                world()
                    .put(store().putAddress(wanted[i].key, partOf(bytesOf(100 + i, i)), lifetime), bytesOf(100 + i, i))
                    .status,
                200);
        const auto calls = callCount();
        auto results = run(store().complete(wanted)).value();
        if (world().isS3())
            QCOMPARE(callCount(), calls + 1); // one listing, no question for each
        QCOMPARE(results.size(), wanted.size());
        QCOMPARE(codeOf(results[0]), std::string("object_missing"));
        for (std::size_t i = 1; i < results.size(); ++i)
            QVERIFY(results[i].has_value());
    }

    void whatIsRemovedIsGone_data() { bothStores(); }
    void whatIsRemovedIsGone()
    {
        const auto key = newKey();
        const auto bytes = bytesOf(200);
        QVERIFY(run(store().begin({{key, true}})).has_value());
        const auto address = run(store().partAddresses(key, {partOf(bytes)}, lifetime)).value().front();
        QCOMPARE(world().put(address, bytes).status, 200);
        QVERIFY(run(store().remove(key)).has_value());
        QVERIFY(world().put(address, bytes).status >= 400);
        QVERIFY(run(store().arrived(key, true)).value().parts.empty());
        QVERIFY(run(store().remove(key)).has_value()); // twice
        const auto other = newKey();
        QVERIFY(run(store().begin({{other}})).has_value());
        QCOMPARE(world().put(store().putAddress(other, partOf(bytes), lifetime), bytes).status, 200);
        QVERIFY(complete(wholeOf(other, bytes)).has_value());
        QVERIFY(run(store().remove(other)).has_value());
        QCOMPARE(codeOf(run(store().read(other.text(), 0, 1))), std::string("object_missing"));
    }

    void objectsAreListedInOrder_data() { bothStores(); }
    void objectsAreListedInOrder()
    {
        std::vector<std::string> keys{"list/a",     "list/a-b/c", "list/a.x", "list/a/b",
                                      "list/a/b-c", "list/ab",    "list/b/1"};
        std::ranges::sort(keys);
        keys.erase(std::ranges::find(keys, "list/a")); // a directory cannot hold a file and a folder of one name
        for (const auto &key : keys)
            QVERIFY(run(store().writeBytes(key, key)).has_value());
        QCOMPARE(namesOf("list/", "", 1000), keys);
        for (std::size_t most : {1U, 2U, 4U}) { // page by page
            std::vector<std::string> all;
            for (bool more = true; more;) {
                const auto page = run(store().list("list/", all.empty() ? "" : all.back(), most)).value();
                QVERIFY(page.objects.size() <= most);
                for (const auto &object : page.objects) {
                    QCOMPARE(object.size, static_cast<std::int64_t>(object.key.size()));
                    QVERIFY(std::chrono::abs(object.modified - support::systemNow()) < std::chrono::minutes(5));
                    all.push_back(object.key);
                }
                more = page.more;
            }
            QCOMPARE(all, keys);
        }
        QCOMPARE(namesOf("list/a/", "", 1000), (std::vector<std::string>{"list/a/b", "list/a/b-c"}));
        QCOMPARE(namesOf("list/a", "list/a/b-c", 1000), std::vector<std::string>{"list/ab"});
        QCOMPARE(namesOf("list/", "list/zzz", 1000), std::vector<std::string>());
        QCOMPARE(namesOf("nothing/", "", 1000), std::vector<std::string>());
        auto unwanted = keys;
        unwanted.emplace_back("list/never-was");
        const auto removed = run(store().removeMany(unwanted)).value();
        QVERIFY(std::ranges::all_of(removed, [](const auto &result) { return result.has_value(); }));
        QCOMPARE(namesOf("list/", "", 1000), std::vector<std::string>());
    }

    void filesAreWrittenAndReadInBlocks_data() { bothStores(); }
    void filesAreWrittenAndReadInBlocks()
    {
        for (const std::size_t size : {std::size_t{0}, std::size_t{1000}, std::size_t{18} << 20}) {
            const auto bytes = bytesOf(size, 3);
            const auto path = m_folder.filePath(QStringLiteral("source"));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QCOMPARE(file.write(bytes.data(), static_cast<qint64>(size)), static_cast<qint64>(size));
            file.close();
            const auto stored = run(store().writeFile("backups/one.bin", path.toStdString()));
            QVERIFY2(stored.has_value(), stored ? "" : stored.error().cause.text.c_str());
            QCOMPARE(stored->size, static_cast<std::int64_t>(size));
            QVERIFY(!stored->etag.empty());
            std::string back;
            for (;;) {
                const auto block =
                    run(store().read("backups/one.bin", static_cast<std::int64_t>(back.size()), 7 << 20)).value();
                if (block.empty())
                    break;
                back += block;
            }
            QVERIFY(back == bytes);
        }
        QCOMPARE(codeOf(run(store().writeFile("backups/two.bin", "/nowhere/at/all"))), std::string("object_missing"));
        QVERIFY(run(store().removeMany({"backups/one.bin"})).value().front().has_value());
    }

    void eachOfManyAtOnceHasAResultOfItsOwn_data() { bothStores(); }
    void eachOfManyAtOnceHasAResultOfItsOwn()
    {
        constexpr std::size_t many = 150;
        // Small and large, and some that cannot be.
        const auto keyOf = [this](std::size_t i) {
            if (i % 10 == 4 && !world().isS3()) // below what is a file: the disk says no
                return "many/" + std::to_string(i / 40) + "/k" + std::to_string(i - 4) + "/below";
            return i % 10 == 3 ? "../" + std::to_string(i)
                               : "many/" + std::to_string(i / 40) + "/k" + std::to_string(i);
        };
        const auto bytesFor = [](std::size_t i) { return bytesOf(i % 50 == 7 ? 300'000 : i * 37, unsigned(i)); };
        std::vector<std::string> codes(many);
        std::size_t over = 0;
        const auto write = [&](std::size_t i) -> support::Task<void> {
            auto written = co_await store().writeBytes(keyOf(i), bytesFor(i));
            codes[i] = codeOf(written);
            if (written && written->size != static_cast<std::int64_t>(bytesFor(i).size()))
                codes[i] = "size";
            ++over;
        };
        const auto writeAll = [&]() -> support::Task<bool> {
            const auto executor = co_await boost::asio::this_coro::executor;
            for (std::size_t i = 0; i < many; ++i)
                boost::asio::co_spawn(executor, write(i), [](std::exception_ptr) {});
            while (over < many) {
                boost::asio::steady_timer turn(executor, std::chrono::milliseconds(5));
                co_await turn.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
            }
            co_return true;
        };
        QVERIFY(run(writeAll()));
        for (std::size_t i = 0; i < many; ++i) {
            const bool blocked = i % 10 == 4 && !world().isS3();
            QCOMPARE(codes[i], std::string(blocked ? "unavailable" : i % 10 == 3 ? "bad_key" : "ok"));
            if (codes[i] == "ok")
                QVERIFY(run(store().read(keyOf(i), 0, 1 << 20)).value() == bytesFor(i));
        }
        QCOMPARE(codeOf(run(store().writeBytes("many/0/k0", "again"))), std::string("ok"));
        QVERIFY(run(store().read("many/0/k0", 0, 10)).value() == "again");
    }

    void namesOfOthersAreRefused_data() { bothStores(); }
    void namesOfOthersAreRefused()
    {
        for (const std::string key :
             {"", "top", "../x/y", "a/../b", "a//b", "/a/b", "a/b/", "a/.b", "a b/c", "a/\xC3\xA4"}) {
            QCOMPARE(codeOf(run(store().writeBytes(key, "x"))), std::string("bad_key"));
            QCOMPARE(codeOf(run(store().read(key, 0, 1))), std::string("bad_key"));
            QCOMPARE(codeOf(run(store().removeMany({key})).value().front()), std::string("bad_key"));
        }
    }

    void s3SignsForTheAddressThatClientsUse()
    {
        auto options = optionsFor(m_ceph);
        options.publicEndpoint = "https://files.example.org";
        const auto key = newKey();
        S3World there(options);
        QVERIFY(there.store()
                    .putAddress(key, partOf("x"), lifetime)
                    .url.starts_with("https://files.example.org/" + options.bucket + "/" + key.text() +
                                     "?X-Amz-Algorithm="));
        options.pathStyle = false;
        S3World below(options);
        QVERIFY(below.store()
                    .getAddress({key, "n", ""}, lifetime)
                    .starts_with("https://" + options.bucket + ".files.example.org/" + key.text() + "?"));
        QCOMPARE(below.s3().publicAddress(), "https://" + options.bucket + ".files.example.org");
    }

    // The bucket in the name of the host, for real: the service tells it by the Host header alone.
    void s3TakesTheBucketInTheHostName()
    {
        auto options = optionsFor(m_ceph);
        auto below = options;
        below.endpoint = "http://s3.learnlab.test:" + std::to_string(QUrl(m_ceph.endpoint()).port());
        below.connectTo = "127.0.0.1";
        below.pathStyle = false;
        S3World world(below);
        const auto probed = world.run(world.store().probe());
        QVERIFY2(probed.has_value(), probed ? "" : probed.error().cause.text.c_str());
        const auto key = newKey();
        const auto bytes = bytesOf(3000);
        QVERIFY(world.run(world.store().begin({{key}})).has_value());
        const auto address = world.store().putAddress(key, partOf(bytes), lifetime);
        QVERIFY(address.url.starts_with("http://" + options.bucket + ".s3.learnlab.test:"));
        QCOMPARE(world.put(address, bytesOf(3000, 2)).status / 100, 4);
        QCOMPARE(world.put(address, bytes).status, 200);
        const auto done = world.run(world.store().complete({wholeOf(key, bytes)})).value().front();
        QVERIFY(done.has_value());
        const auto tag = world.store().etag(done->etag, hexDigest(bytes));
        QVERIFY(world.get(world.store().getAddress({key, "n", tag}, lifetime)).body == bytes);
        // In parts too, whose addresses carry a query of their own.
        const auto large = newKey();
        const auto all = bytesOf(partSize + 100);
        QVERIFY(world.run(world.store().begin({{large, true}})).has_value());
        const Part first{1, partSize, hexDigest(all.substr(0, partSize))};
        const Part second{2, 100, hexDigest(all.substr(partSize))};
        const auto parts = world.run(world.store().partAddresses(large, {first, second}, lifetime)).value();
        QCOMPARE(world.put(parts[0], all.substr(0, partSize)).status, 200);
        QCOMPARE(world.put(parts[1], all.substr(partSize)).status, 200);
        QVERIFY(world.run(world.store().complete({wholeOf(large, all, partSize)})).value().front().has_value());
        // It is the same bucket that the other style reaches.
        S3World other(options);
        QCOMPARE(other.run(other.store().list("users/", "", 10)).value().objects.size(), std::size_t(2));
    }

    void s3SignsByTheClockOfTheStore()
    {
        for (const auto hours : {-3, 3}) {
            auto options = optionsFor(m_ceph);
            options.now = [hours] { return support::systemNow() + std::chrono::hours(hours); };
            S3World wrong(options);
            const auto probed = wrong.run(wrong.store().probe());
            QVERIFY2(probed.has_value(), probed ? "" : probed.error().detail.c_str());
            const auto off = wrong.s3().clockSkew() + std::chrono::hours(hours);
            QVERIFY(std::chrono::abs(off) <= std::chrono::seconds(2));
        }
    }

    void s3SaysWhatIsWrongWithTheKeys()
    {
        auto options = optionsFor(m_ceph);
        options.secretKey = "another";
        S3World wrong(options);
        const auto probed = wrong.run(wrong.store().probe());
        QVERIFY(!probed);
        QVERIFY2(probed.error().detail.find("secret key does not belong") != std::string::npos,
                 probed.error().detail.c_str());
        options.accessKey = "nobody";
        S3World unknown(options);
        const auto refused = unknown.run(unknown.store().probe());
        QVERIFY(!refused && refused.error().detail.find("does not know s3.access_key") != std::string::npos);
    }

    void s3SpeaksTlsToWhomItTrusts()
    {
        auto options = optionsFor(m_ceph);
        options.endpoint = m_ceph.tlsEndpoint().toStdString();
        options.caFile = m_ceph.certificateFile().toStdString();
        S3World trusted(options);
        const auto probed = trusted.run(trusted.store().probe());
        QVERIFY2(probed.has_value(), probed ? "" : probed.error().cause.text.c_str());
        const auto bytes = bytesOf(100'000);
        QVERIFY(trusted.run(trusted.store().writeBytes("by/tls", bytes)).has_value());
        QVERIFY(trusted.run(trusted.store().read("by/tls", 0, 200'000)).value() == bytes);

        options.patience = std::chrono::milliseconds(1);
        auto anotherName = options;
        anotherName.endpoint.replace(anotherName.endpoint.find("127.0.0.1"), 9, "localhost");
        S3World misnamed(anotherName); // the certificate is for the number
        QCOMPARE(codeOf(misnamed.run(misnamed.store().list("by/", "", 1))), std::string("unavailable"));
        options.caFile.clear();
        S3World unknown(options);
        QCOMPARE(codeOf(unknown.run(unknown.store().list("by/", "", 1))), std::string("unavailable"));
    }

    void s3MakesOneUploadHoweverManyAsk()
    {
        const auto key = newKey();
        const auto part = partOf("x");
        std::vector<std::string> urls;
        S3World there(optionsFor(m_ceph));
        QVERIFY(there.run(there.store().probe()).has_value());
        const auto ask = [&]() -> support::Task<void> {
            const std::vector<Part> parts(1, part);
            auto addresses = co_await there.store().partAddresses(key, parts, lifetime);
            urls.push_back(addresses.value().front().url);
        };
        const auto askAll = [&]() -> support::Task<bool> {
            const auto executor = co_await boost::asio::this_coro::executor;
            for (int i = 0; i < 4; ++i)
                boost::asio::co_spawn(executor, ask(), [](std::exception_ptr) {});
            while (urls.size() < 4) {
                boost::asio::steady_timer turn(executor, std::chrono::milliseconds(5));
                co_await turn.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
            }
            co_return true;
        };
        QVERIFY(there.run(askAll()));
        const auto idOf = [](const std::string &url) { return url.substr(url.find("uploadId=")); };
        QVERIFY(std::ranges::all_of(
            urls, [&](const auto &url) { return idOf(url).substr(0, 30) == idOf(urls[0]).substr(0, 30); }));
    }

    // Last: what hangs is not there.
    void aStoreThatHangsIsUnavailable()
    {
        auto options = optionsFor(m_ceph);
        options.callTime = std::chrono::milliseconds(150);
        options.bodyTime = std::chrono::milliseconds(150);
        options.patience = std::chrono::milliseconds(200);
        S3World there(options);
        QVERIFY(there.run(there.store().probe()).has_value());
        m_ceph.freeze();
        QCOMPARE(codeOf(there.run(there.store().list("users/", "", 10))), std::string("unavailable"));
        QCOMPARE(codeOf(there.run(there.store().begin({{newKey(), true}}))), std::string("unavailable"));
        const auto results = there.run(there.store().complete({wholeOf(newKey(), "x")})).value();
        QCOMPARE(results.front().error().status, 503);
        QVERIFY(results.front().error().retryAfter.has_value());
        m_ceph.thaw();
        QVERIFY(there.run(there.store().list("users/", "", 10)).has_value());
    }

private:
    void bothStores()
    {
        QTest::addColumn<bool>("onS3");
        QTest::newRow("directory") << false;
        QTest::newRow("s3") << true;
    }
    StoreWorld &world()
    {
        QFETCH(bool, onS3);
        if (onS3)
            return *m_s3;
        return *m_directory;
    }
    ObjectStore &store() { return world().store(); }
    std::uint64_t callCount() { return world().isS3() ? m_s3->s3().callCount() : 0; }
    template <typename T>
    T run(support::Task<T> task)
    {
        return world().run(std::move(task));
    }
    Result<Completed> complete(const Completion &wanted)
    {
        const std::vector<Completion> batch(1, wanted);
        auto results = run(store().complete(batch));
        if (!results)
            return support::fail(results.error());
        return std::move(results->front());
    }
    std::vector<std::string> namesOf(const std::string &prefix, const std::string &after, std::size_t most)
    {
        std::vector<std::string> names;
        const auto listing = run(store().list(prefix, after, most)).value();
        for (const auto &object : listing.objects)
            names.push_back(object.key);
        return names;
    }

    QTemporaryDir m_folder;
    PrivateCeph m_ceph;
    std::unique_ptr<S3World> m_s3;
    std::unique_ptr<DirectoryWorld> m_directory;
};

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
