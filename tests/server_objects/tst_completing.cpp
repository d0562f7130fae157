// Parts on the disk become objects, whatever a crash or a power cut left behind.

#include "completing.h"
#include "incoming.h"

#include <server/support/bytes.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace learnlab::server;
using namespace learnlab::server::objects;

namespace {

std::string digestOf(const std::string &bytes)
{
    return support::toHex(support::sha256(bytes));
}

// Files may be so large, no larger; who writes beyond it hears of it while the write goes on.
class SmallDisk
{
public:
    SmallDisk(rlim_t size, void (*meanwhile)(int))
    {
        m_usually = std::signal(SIGXFSZ, meanwhile);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{size, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        [[maybe_unused]] const auto ours = std::signal(SIGXFSZ, m_usually);
    }

private:
    rlimit m_before{};
    void (*m_usually)(int) = SIG_DFL;
};

// What another request does between the beginning of a write and its failure: all that a signal handler may know.
std::string anothersBody;
std::string nameOfBoth;

void anotherArrives(int /*signal*/)
{
    [[maybe_unused]] const int done = ::rename(anothersBody.c_str(), nameOfBoth.c_str());
}

} // namespace

class TestCompleting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_layout.root = m_folder->path().toStdString();
        m_joins = std::make_unique<Joins>(m_layout);
        m_witnessed = std::make_unique<Witnessed>();
        m_key = {support::Uuid::random(), support::Uuid::random(), support::Uuid::random()};
        QVERIFY(makeFolders(m_layout.incoming(m_key)).has_value());
        QVERIFY(makeFolders(m_layout.users()).has_value());
    }

    void aSingleBecomesAnObject()
    {
        receive(1, "content");
        QCOMPARE(complete("content", 0), std::string());
        QCOMPARE(object(), QByteArray("content"));
        QVERIFY(!std::filesystem::exists(m_layout.incoming(m_key)));
        QCOMPARE(complete("content", 0), std::string()); // after a crash before the rows
        QCOMPARE(complete("another", 0), std::string("digest_mismatch"));
    }

    // What comes as one body needs no folder, and leaves nothing.
    void aSingleNeedsNoFolder()
    {
        withoutFolder();
        receive(1, "content");
        QCOMPARE(listParts(m_layout, m_key).size(), std::size_t{1});
        QCOMPARE(listParts(m_layout, m_key).front().size, std::int64_t{7});
        QCOMPARE(complete("another", 0), std::string("digest_mismatch"));
        QCOMPARE(complete("content", 0), std::string());
        QCOMPARE(object(), QByteArray("content"));
        QVERIFY(listParts(m_layout, m_key).empty());
        QCOMPARE(filesIn(m_layout.incoming()), 0);
        QVERIFY(std::filesystem::status(m_layout.object(m_key)).permissions() == std::filesystem::perms::owner_read);
        QCOMPARE(complete("content", 0), std::string()); // after a crash before the rows
    }

    void aTornSingleWithoutAFolder()
    {
        withoutFolder();
        receive(1, "content");
        overwrite(m_layout.single(m_key, digestOf("content")), 0, "CON");
        m_witnessed = std::make_unique<Witnessed>();
        QCOMPARE(complete("content", 0), std::string("digest_mismatch"));
        QVERIFY(listParts(m_layout, m_key).empty());
        receive(1, "content");
        QCOMPARE(complete("content", 0), std::string());
    }

    void aBodyThatCameWhole()
    {
        const Part part{1, 7, digestOf("content")};
        const auto store = [&](const std::string &bytes) {
            auto stored = storeWhole(m_layout, m_key, part, bytes);
            if (stored)
                m_witnessed->add(*stored);
            return stored ? std::string() : stored.error().code;
        };
        QCOMPARE(store("content"), std::string());
        QVERIFY(isThere(m_layout.part(m_key, part))); // into the folder, where there is one
        withoutFolder();
        QCOMPARE(store("CONTENT"), std::string("digest_mismatch"));
        QCOMPARE(store("conten"), std::string("digest_mismatch"));
        QVERIFY(!isThere(m_layout.incoming()) || filesIn(m_layout.incoming()) == 0);
        QCOMPARE(store("content"), std::string());
        const auto single = m_layout.single(m_key, part.sha256);
        QVERIFY(std::filesystem::status(single).permissions() == std::filesystem::perms::owner_read);
        overwrite(single, 0, "CON"); // torn, and sent again
        QCOMPARE(store("content"), std::string());
        QCOMPARE(filesIn(m_layout.incoming()), 1);
        QCOMPARE(complete("content", 0), std::string());
        QCOMPARE(object(), QByteArray("content"));
        QCOMPARE(store("content"), std::string("upload_state"));
        QCOMPARE(filesIn(m_layout.incoming()), 0);
        m_key.upload = support::Uuid::random();
        endUpload(m_layout, m_key);
        QCOMPARE(store("content"), std::string("upload_state"));
        QVERIFY(listParts(m_layout, m_key).empty());
        // What its writer trusts may be gone.
        m_key.upload = support::Uuid::random();
        QCOMPARE(store("content"), std::string());
        removeQuietly(m_layout.single(m_key, part.sha256));
        QCOMPARE(complete("content", 0), std::string("object_missing"));
    }

    void aFailedBodyTakesNoOthersAway()
    {
        withoutFolder();
        const std::string bytes(100000, 'x');
        const Part part{1, 100000, digestOf(bytes)};
        const auto single = m_layout.single(m_key, part.sha256);
        QVERIFY(storeWhole(m_layout, m_key, part, bytes).has_value());
        nameOfBoth = single.string();
        anothersBody = (m_layout.users() / "another").string();
        std::filesystem::rename(single, anothersBody);
        const auto refused = [&] {
            const SmallDisk disk(5000, anotherArrives);
            return storeWhole(m_layout, m_key, part, bytes);
        }();
        QVERIFY(!refused.has_value());
        QCOMPARE(complete(bytes, 0), std::string());
        QCOMPARE(object().size(), qsizetype(100000));
        QCOMPARE(filesIn(m_layout.incoming()), 0);
    }

    void aFailedBodyCanBeSentAgain()
    {
        withoutFolder();
        const std::string bytes(100000, 'x');
        const Part part{1, 100000, digestOf(bytes)};
        {
            const SmallDisk disk(5000, SIG_IGN);
            QVERIFY(!storeWhole(m_layout, m_key, part, bytes).has_value());
        }
        const auto left = listParts(m_layout, m_key); // of its room nothing, and nobody takes it for the whole
        QVERIFY(left.empty() || left.front().size == 0);
        QVERIFY(storeWhole(m_layout, m_key, part, bytes).has_value());
        QCOMPARE(complete(bytes, 0), std::string());
    }

    // Neither into what is complete nor into what was given up, whenever the body began.
    void lateBodiesAreRefused()
    {
        withoutFolder();
        const Part part{1, 3, digestOf("abc")};
        auto early = IncomingBody::create(m_layout, m_key, part);
        QVERIFY(early.has_value() && (*early)->add("abc").has_value());
        receive(1, "abc");
        QCOMPARE(complete("abc", 0), std::string());
        QCOMPARE((*early)->finish().error().code, std::string("upload_state"));
        QCOMPARE(IncomingBody::create(m_layout, m_key, part).error().code, std::string("upload_state"));

        m_key.upload = support::Uuid::random();
        early = IncomingBody::create(m_layout, m_key, part);
        QVERIFY(early.has_value() && (*early)->add("abc").has_value());
        receive(1, "abc");
        endUpload(m_layout, m_key);
        QVERIFY(listParts(m_layout, m_key).empty());
        QCOMPARE((*early)->finish().error().code, std::string("upload_state"));
        QCOMPARE(IncomingBody::create(m_layout, m_key, part).error().code, std::string("upload_state"));
        QVERIFY(listParts(m_layout, m_key).empty());
    }

    void whatIsLeftOnTheWayGoesInTime()
    {
        withoutFolder();
        receive(1, "young");
        const auto shard = m_layout.shard(m_key);
        const auto put = [](const std::filesystem::path &path, int days) {
            QFile file(QString::fromStdString(path.string()));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.close();
            std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() -
                                                       std::chrono::hours(24 * days));
        };
        endUpload(m_layout, {m_key.user, m_key.batch, support::Uuid::random()});
        put(shard / "t0011", 3);
        put(shard / "t0022", 1);
        put(shard / ("x." + digestOf("old")), 31);
        put(shard / ("x." + digestOf("open")), 8); // of an upload that may still be completed
        put(m_layout.ended() / "x", 3);
        put(m_layout.incoming() / "w0011", 3);
        tidyIncoming(m_layout);
        QCOMPARE(filesIn(shard), 3);
        QCOMPARE(filesIn(m_layout.incoming()), 4);
        QCOMPARE(complete("young", 0), std::string());
    }

    // As many as are synced as a whole.
    void manyAtOnce()
    {
        withoutFolder();
        std::vector<Completion> batch;
        for (int i = 0; i < 130; ++i) {
            m_key.upload = support::Uuid::timeOrdered();
            const std::string bytes = numbered(i);
            if (i != 77)
                receive(1, bytes);
            batch.push_back({m_key, 8, digestOf(bytes), 0});
        }
        const auto results = completeBatch(m_layout, *m_witnessed, *m_joins, batch);
        for (std::size_t i = 0; i < results.size(); ++i) {
            QCOMPARE(results[i].has_value(), i != 77);
            QCOMPARE(isThere(m_layout.object(batch[i].key)), i != 77);
        }
    }

    void wrongBytesDoNotArrive()
    {
        auto body = IncomingBody::create(m_layout, m_key, {1, 3, digestOf("abc")});
        QVERIFY(body.has_value());
        QVERIFY((*body)->add("abd").has_value());
        QCOMPARE((*body)->finish().error().code, std::string("digest_mismatch"));
        body->reset();
        auto longer = IncomingBody::create(m_layout, m_key, {1, 3, digestOf("abc")});
        QCOMPARE((*longer)->add("abcd").error().code, std::string("digest_mismatch"));
        longer->reset();
        QVERIFY(std::filesystem::is_empty(m_layout.incoming(m_key)));
        QCOMPARE(complete("abc", 0), std::string("object_missing"));
    }

    void aTornSingleIsAskedForAgain()
    {
        receive(1, "content");
        overwrite(m_layout.part(m_key, {1, 7, digestOf("content")}), 0, "CON");
        Witnessed nobody; // another process wrote it
        QCOMPARE(completeBatch(m_layout, nobody, *m_joins, {{m_key, 7, digestOf("content"), 0}}).front().error().code,
                 std::string("digest_mismatch"));
        QVERIFY(listParts(m_layout, m_key).empty());
        receive(1, "content");
        QCOMPARE(complete("content", 0), std::string());
    }

    void partsInAnyOrder_data()
    {
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("in order") << QList<int>{1, 2, 3};
        QTest::newRow("backwards") << QList<int>{3, 2, 1};
        QTest::newRow("twice") << QList<int>{2, 1, 2, 1, 3};
    }
    void partsInAnyOrder()
    {
        QFETCH(QList<int>, order);
        for (const int number : order) {
            QVERIFY(complete("aaaabbbbc", 4) == "object_missing");
            receivePart(number);
            m_joins->of(m_key)->advance();
        }
        QCOMPARE(listParts(m_layout, m_key).size(), std::size_t{3});
        QCOMPARE(complete("aaaabbbbX", 4), std::string("digest_mismatch"));
        QCOMPARE(complete("aaaabbbbc", 4), std::string());
        QCOMPARE(object(), QByteArray("aaaabbbbc"));
    }

    void anotherProcessGoesOn()
    {
        receivePart(1);
        receivePart(2);
        m_joins->of(m_key)->advance();
        QVERIFY(!std::filesystem::exists(m_layout.part(m_key, {1, 4, digestOf("aaaa")})));
        // Killed while it appended: the file holds more than the log tells, and the log half a line.
        append(m_layout.joined(m_key), "half a pa");
        append(m_layout.joinedLog(m_key), "3 1 abcdef");
        m_joins = std::make_unique<Joins>(m_layout);
        QCOMPARE(listParts(m_layout, m_key).size(), std::size_t{2});
        receivePart(3);
        QCOMPARE(complete("aaaabbbbc", 4), std::string());
        QCOMPARE(object(), QByteArray("aaaabbbbc"));
    }

    void whatAPowerCutToreIsAskedForAgain()
    {
        for (const int number : {1, 2, 3})
            receivePart(number);
        m_joins->of(m_key)->advance();
        overwrite(m_layout.joined(m_key), 5, "?");
        m_joins = std::make_unique<Joins>(m_layout);
        QCOMPARE(complete("aaaabbbbc", 4), std::string("digest_mismatch"));
        QCOMPARE(listParts(m_layout, m_key).size(), std::size_t{1});
        receivePart(2);
        receivePart(3);
        QCOMPARE(complete("aaaabbbbc", 4), std::string());
    }

    void aShortenedFileIsNoticed()
    {
        receivePart(1);
        receivePart(2);
        m_joins->of(m_key)->advance();
        std::filesystem::resize_file(m_layout.joined(m_key), 6);
        m_joins = std::make_unique<Joins>(m_layout);
        QCOMPARE(complete("aaaabbbbc", 4), std::string("object_missing"));
        QCOMPARE(listParts(m_layout, m_key).size(), std::size_t{1});
    }

    void aPartThatChangedReplacesTheOlder()
    {
        for (const int number : {1, 2, 3})
            receivePart(number);
        m_joins->of(m_key)->advance();
        receive(2, "BBBB");
        QCOMPARE(complete("aaaaBBBBc", 4), std::string("object_missing")); // the third was behind it
        receivePart(3);
        QCOMPARE(complete("aaaaBBBBc", 4), std::string());
        QCOMPARE(object(), QByteArray("aaaaBBBBc"));
    }

    // Two servers, each with parts of its own, and each with an idea of what was joined.
    void twoServersShareAnUpload()
    {
        Joins other(m_layout);
        receivePart(1);
        m_joins->of(m_key)->advance();
        receivePart(2);
        other.of(m_key)->advance();
        receivePart(3);
        m_joins->of(m_key)->advance();
        QCOMPARE(readJoinedLog(m_layout, m_key).size(), std::size_t{3});
        receive(2, "BBBB");
        QCOMPARE(completeBatch(m_layout, *m_witnessed, other, {whole("aaaaBBBBc")}).front().error().code,
                 std::string("object_missing"));
        receivePart(3);
        m_joins->of(m_key)->advance();
        QCOMPARE(complete("aaaaBBBBc", 4), std::string());
        QCOMPARE(object(), QByteArray("aaaaBBBBc"));
        other.of(m_key)->advance(); // late
        QVERIFY(!std::filesystem::exists(m_layout.incoming(m_key)));
    }

    void twoServersAtOnce()
    {
        constexpr int parts = 120;
        Joins other(m_layout);
        std::string all;
        for (int number = 1; number <= parts; ++number)
            all += numbered(number);
        const auto work = [this](Joins &joins, int first) {
            Witnessed witnessed;
            for (int number = first; number <= parts; number += 2) {
                const std::string bytes = numbered(number);
                auto body = IncomingBody::create(m_layout, m_key, {number, 8, digestOf(bytes)});
                if (!body || !(*body)->add(bytes) || !(*body)->finish())
                    return;
                joins.of(m_key)->advance();
            }
        };
        std::thread odd([&] { work(*m_joins, 1); });
        std::thread even([&] { work(other, 2); });
        odd.join();
        even.join();
        QCOMPARE(complete(all, 8), std::string());
        QCOMPARE(object(), QByteArray::fromStdString(all));
    }

    void aBatchAnswersItemByItem()
    {
        receive(1, "one");
        const ObjectKey missing{m_key.user, m_key.batch, support::Uuid::random()};
        const auto results = completeBatch(m_layout, *m_witnessed, *m_joins,
                                           {{missing, 3, digestOf("two"), 0}, {m_key, 3, digestOf("one"), 0}});
        QCOMPARE(results[0].error().code, std::string("object_missing"));
        QVERIFY(results[1].has_value());
    }

private:
    void withoutFolder() { std::filesystem::remove_all(m_layout.incoming()); }
    static int filesIn(const std::filesystem::path &folder)
    {
        const std::filesystem::recursive_directory_iterator all(folder);
        return static_cast<int>(
            std::count_if(begin(all), end(all), [](const auto &at) { return at.is_regular_file(); }));
    }
    static std::string numbered(int number) { return QByteArray::number(number).rightJustified(8, '.').toStdString(); }
    [[nodiscard]] Completion whole(const std::string &bytes) const
    {
        return {m_key, static_cast<std::int64_t>(bytes.size()), digestOf(bytes), 4};
    }
    void receive(int number, const std::string &bytes)
    {
        const Part part{number, static_cast<std::int64_t>(bytes.size()), digestOf(bytes)};
        auto body = IncomingBody::create(m_layout, m_key, part);
        QVERIFY(body.has_value());
        QVERIFY((*body)->add(bytes).has_value());
        QVERIFY((*body)->finish().has_value());
        m_witnessed->add((*body)->path());
    }
    void receivePart(int number) { receive(number, number == 1 ? "aaaa" : number == 2 ? "bbbb" : "c"); }
    std::string complete(const std::string &whole, std::int64_t partSize)
    {
        const auto results =
            completeBatch(m_layout, *m_witnessed, *m_joins,
                          {{m_key, static_cast<std::int64_t>(whole.size()), digestOf(whole), partSize}});
        return results.front() ? std::string() : results.front().error().code;
    }
    QByteArray object()
    {
        QFile file(QString::fromStdString(m_layout.object(m_key).string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    static void append(const std::filesystem::path &path, const char *bytes)
    {
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }
    static void overwrite(const std::filesystem::path &path, qint64 at, const char *bytes)
    {
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Layout m_layout;
    std::unique_ptr<Joins> m_joins;
    std::unique_ptr<Witnessed> m_witnessed;
    ObjectKey m_key;
};

QTEST_APPLESS_MAIN(TestCompleting)
#include "tst_completing.moc"
