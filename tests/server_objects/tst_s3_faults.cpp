// A service that lies, hangs, breaks off or babbles: the S3 store says 503 and lives on.

#include "fake_service.h"
#include "store_world.h"

#include <server/objects/s3_store.h>
#include <server/support/uuid.h>

#include <QTest>

#include <algorithm>

using namespace learnlab::server;
using namespace learnlab::server::objects;

namespace {

const std::string emptyListing = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";
const std::string created = "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>";

} // namespace

class TestS3Faults : public QObject
{
    Q_OBJECT

    using Answer = FakeService::Answer;
    using After = FakeService::After;

private Q_SLOTS:
    void whatPassesIsTriedAgain_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<int>("after");
        const auto row = [](const char *name, const Answer &answer) {
            QTest::newRow(name) << QByteArray::fromStdString(answer.bytes) << static_cast<int>(answer.after);
        };
        row("500", FakeService::respond(500, "<Error><Code>InternalError</Code></Error>"));
        row("slow down", FakeService::respond(503, "<Error><Code>SlowDown</Code></Error>"));
        row("429", FakeService::respond(429, ""));
        row("proxy's page", FakeService::respond(502, "<html>Bad Gateway"));
        row("closed without a word", {"", After::Close});
        row("broken off", {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", After::Close});
        row("clock", FakeService::respond(403, "<Error><Code>RequestTimeTooSkewed</Code></Error>",
                                          "Date: Fri, 24 May 2013 00:00:00 GMT\r\n"));
    }
    void whatPassesIsTriedAgain()
    {
        QFETCH(QByteArray, first);
        QFETCH(int, after);
        FakeService service([&](int number, const std::string &) {
            return number == 0 ? Answer{first.toStdString(), static_cast<After>(after)}
                               : FakeService::respond(200, emptyListing);
        });
        const auto store = open(service.address());
        QVERIFY(run(store->list("users/", "", 10)).has_value());
        QCOMPARE(service.requests(), 2);
    }

    void whatDoesNotPassIsUnavailable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("after");
        const auto row = [](const char *name, const Answer &answer) {
            QTest::newRow(name) << QByteArray::fromStdString(answer.bytes) << static_cast<int>(answer.after);
        };
        row("silence", {"", After::Hang});
        row("half a head", {"HTTP/1.1 200 OK\r\nContent-Le", After::Hang});
        row("half a body", {"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<List", After::Hang});
        row("no HTTP", {"220 mail.example.org ESMTP\r\n", After::Close});
        row("a head without an end", {"HTTP/1.1 200 OK\r\nX: " + std::string(200000, 'x'), After::Hang});
        row("a body beyond measure", {"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabc", After::Hang});
        row("chunks beyond sense",
            {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n", After::Close});
        row("always 500", FakeService::respond(500, ""));
        row("a page", FakeService::respond(200, "<html><body>Welcome</body></html>"));
        row("nothing", FakeService::respond(200, ""));
        row("XML of another kind", FakeService::respond(200, "<ListPartsResult/>"));
        row("a listing that does not end",
            FakeService::respond(200, "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"));
        row("deep", FakeService::respond(200, [] {
                std::string text;
                for (int i = 0; i < 100000; ++i)
                    text += "<a>";
                return text;
            }()));
        row("forbidden", FakeService::respond(403, "<Error><Code>AccessDenied</Code></Error>"));
        row("moved", FakeService::respond(301, "<Error><Code>PermanentRedirect</Code></Error>"));
    }
    void whatDoesNotPassIsUnavailable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, after);
        FakeService service([&](int, const std::string &) {
            return Answer{bytes.toStdString(), static_cast<After>(after)};
        });
        const auto store = S3Store::open(m_loop.get_executor(), optionsOf(service.address()), m_disk).value();
        const auto listed = run(store->list("users/", "", 10));
        QVERIFY(!listed);
        QCOMPARE(listed.error().status, 503);
        QCOMPARE(listed.error().code, std::string("unavailable"));
        QVERIFY(listed.error().retryAfter.has_value());
        QVERIFY(listed.error().cause.text.find("Signature") == std::string::npos);
        // The others that read what a service says do not fall either.
        const auto key = newKey();
        QVERIFY(!run(store->begin({{key, true, true}})));
        QVERIFY(!run(store->arrived(key, true)));
        const auto results = run(store->complete({{key, 5, std::string(64, 'a'), 5}})).value();
        QCOMPARE(results.front().error().status, 503);
        QVERIFY(!run(store->removeMany({"users/x"})));
        QVERIFY(!run(store->probe()));
    }

    void nobodyListens()
    {
        std::string address;
        {
            FakeService service([](int, const std::string &) { return Answer{}; });
            address = service.address();
        }
        const auto store = open(address);
        const auto probed = run(store->probe());
        QVERIFY(!probed);
        QVERIFY2(probed.error().detail.find(address) != std::string::npos, probed.error().detail.c_str());
        const auto nowhere = open("http://no-such-host.invalid");
        QVERIFY(!run(nowhere->list("users/", "", 10)));
    }

    void aFullStoreIsSaidToBeFull()
    {
        FakeService service([](int, const std::string &) {
            return FakeService::respond(403, "<Error><Code>QuotaExceeded</Code></Error>");
        });
        const auto store = open(service.address());
        const auto written = run(store->writeBytes("users/x", "y"));
        QCOMPARE(written.error().code, std::string("store_full"));
        QCOMPARE(written.error().status, 503);
    }

    void aStoreThatTakesForgedBodiesIsRefused()
    {
        FakeService service([](int, const std::string &head) {
            const bool lists = head.find("list-type") != std::string::npos;
            return FakeService::respond(200, lists ? emptyListing : std::string());
        });
        const auto store = open(service.address());
        const auto probed = run(store->probe());
        QVERIFY(!probed);
        QVERIFY2(probed.error().detail.find("other than those that were signed") != std::string::npos,
                 probed.error().detail.c_str());
    }

    void connectionsAreKeptAndRenewed()
    {
        FakeService service([](int number, const std::string &) {
            auto answer = FakeService::respond(200, emptyListing);
            if (number == 2)
                answer.after = After::Close; // without having said so
            return answer;
        });
        const auto store = open(service.address());
        for (int i = 0; i < 5; ++i)
            QVERIFY(run(store->list("users/", "", 10)).has_value());
        QCOMPARE(service.requests(), 5); // the closed one cost no attempt
        QCOMPARE(service.connections(), 2);
    }

    void uploadsAreBegunTogetherButNotAllAtOnce()
    {
        FakeService service([](int, const std::string &) { return FakeService::respond(200, created); });
        auto options = optionsOf(service.address());
        options.connections = 3;
        const auto store = S3Store::open(m_loop.get_executor(), options, m_disk).value();
        std::vector<Beginning> uploads;
        for (int i = 0; i < 40; ++i)
            uploads.push_back({newKey(), true});
        uploads.push_back({newKey()}); // one body: nothing to be begun
        QVERIFY(run(store->begin(uploads)).has_value());
        QCOMPARE(service.requests(), 40);
        QVERIFY(service.connections() <= 3);
        QVERIFY(service.connections() > 1);
    }

    // The answer to the completion was lost, or came as an error with status 200.
    void aCompletionIsLookedAfter()
    {
        const auto key = newKey();
        const std::string parts = "<ListPartsResult><Part><PartNumber>1</PartNumber><ETag>e</ETag><Size>5</Size></Part>"
                                  "</ListPartsResult>";
        int completions = 0;
        bool cameThrough = false;
        FakeService service([&](int, const std::string &head) {
            if (head.starts_with("HEAD"))
                return cameThrough
                           ? Answer{"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: \"w-1\"\r\n\r\n", After::Keep}
                           : FakeService::respond(404, "");
            if (head.starts_with("GET") && head.find("uploads=") != std::string::npos)
                return FakeService::respond(200,
                                            "<ListMultipartUploadsResult><Upload><Key>" + key.text() +
                                                "</Key><UploadId>u1</UploadId></Upload></ListMultipartUploadsResult>");
            if (head.starts_with("GET"))
                return FakeService::respond(200, parts);
            ++completions;
            if (completions == 1)
                return FakeService::respond(200, "<Error><Code>InternalError</Code></Error>");
            cameThrough = true;
            return completions == 2 ? Answer{"", After::Close}
                                    : FakeService::respond(404, "<Error><Code>NoSuchUpload</Code></Error>");
        });
        const auto store = open(service.address());
        const Completion wanted{key, 5, std::string(64, 'a'), 5};
        auto results = run(store->complete({wanted})).value();
        QCOMPARE(results.front().error().status, 503);
        results = run(store->complete({wanted})).value();
        QVERIFY2(results.front().has_value(), results.front() ? "" : results.front().error().cause.text.c_str());
        QCOMPARE(results.front()->etag, std::string("\"w-1\""));
        QCOMPARE(completions, 3);
    }

    void aPartThatIsMissingIsNamed()
    {
        FakeService service([](int, const std::string &head) {
            if (head.starts_with("POST"))
                return FakeService::respond(200, created);
            return FakeService::respond(200,
                                        "<ListPartsResult><Part><PartNumber>1</PartNumber><ETag>e</ETag><Size>5</Size>"
                                        "</Part><Part><PartNumber>2</PartNumber><ETag>e</ETag><Size>4</Size></Part>"
                                        "</ListPartsResult>");
        });
        const auto store = open(service.address());
        const auto key = newKey();
        QVERIFY(run(store->begin({{key, true}})).has_value());
        const auto results = run(store->complete({{key, 12, std::string(64, 'a'), 5}})).value();
        QCOMPARE(results.front().error().code, std::string("object_missing"));
        QCOMPARE(results.front().error().detail, std::string("Part 2 is not here."));
    }

    // The store told the client another tag: what is there is not what the client sent.
    void aTagThatIsAnotherOneIsAnotherBody()
    {
        const auto key = newKey();
        FakeService service([&](int, const std::string &head) {
            if (head.starts_with("HEAD"))
                return Answer{"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: \"e1\"\r\n\r\n", After::Keep};
            if (head.find("uploadId") != std::string::npos)
                return FakeService::respond(200, "<ListPartsResult><Part><PartNumber>1</PartNumber><ETag>e1</ETag>"
                                                 "<Size>5</Size></Part></ListPartsResult>");
            return FakeService::respond(200, "<ListMultipartUploadsResult><Upload><Key>" + key.text() +
                                                 "</Key><UploadId>u1</UploadId></Upload></ListMultipartUploadsResult>");
        });
        const auto store = open(service.address());
        const auto codeOf = [&](const Completion &wanted) {
            const auto results = run(store->complete({wanted})).value();
            return results.front() ? std::string("ok") : results.front().error().code;
        };
        Completion wanted{key, 5, std::string(64, 'a')};
        for (const auto *same : {"", "e1", "\"e1\""}) {
            wanted.etag = same;
            QCOMPARE(codeOf(wanted), std::string("ok"));
        }
        wanted.etag = "\"e2\"";
        QCOMPARE(codeOf(wanted), std::string("digest_mismatch"));
        wanted.partSize = 5;
        wanted.partEtags = {"\"e2\""};
        QCOMPARE(codeOf(wanted), std::string("object_missing"));
    }

    void optionsThatCannotBeRight()
    {
        const auto refused = [this](const std::function<void(S3Options &)> &change) {
            auto options = optionsOf("http://127.0.0.1:1");
            change(options);
            const auto store = S3Store::open(m_loop.get_executor(), options, m_disk);
            return !store.has_value();
        };
        QVERIFY(!refused([](S3Options &) {}));
        QVERIFY(refused([](S3Options &options) { options.endpoint = "example.org"; }));
        QVERIFY(refused([](S3Options &options) { options.publicEndpoint = "https://x/y"; }));
        QVERIFY(refused([](S3Options &options) { options.bucket = "Upper"; }));
        QVERIFY(refused([](S3Options &options) { options.bucket = "../x"; }));
        QVERIFY(refused([](S3Options &options) { options.secretKey.clear(); }));
        QVERIFY(refused([](S3Options &options) {
            options.endpoint = "https://127.0.0.1:1";
            options.caFile = "/nowhere/ca.pem";
        }));
    }

    void tlsIsNotSpokenToWhoeverDoesNot()
    {
        FakeService service([](int, const std::string &) { return FakeService::respond(200, emptyListing); });
        auto address = service.address();
        const auto options = optionsOf(address.replace(0, 4, "https"));
        const auto store = S3Store::open(m_loop.get_executor(), options, m_disk).value();
        QVERIFY(!run(store->list("users/", "", 10)));
        QCOMPARE(service.requests(), 0);
    }

private:
    static S3Options optionsOf(const std::string &address)
    {
        S3Options options;
        options.endpoint = address;
        options.bucket = "bucket";
        options.accessKey = "access";
        options.secretKey = "secret";
        options.callTime = std::chrono::milliseconds(60);
        options.bodyTime = std::chrono::milliseconds(60);
        options.patience = std::chrono::milliseconds(50);
        return options;
    }
    std::unique_ptr<S3Store> open(const std::string &address)
    {
        auto options = optionsOf(address);
        options.callTime = std::chrono::seconds(10); // what is to succeed may take its time
        return S3Store::open(m_loop.get_executor(), std::move(options), m_disk).value();
    }
    template <typename T>
    T run(support::Task<T> task)
    {
        return runTask(m_loop, std::move(task));
    }

    boost::asio::io_context m_loop;
    support::Workers m_disk{1, 100};
};

QTEST_APPLESS_MAIN(TestS3Faults)
#include "tst_s3_faults.moc"
