// The pure parts of the S3 store: signatures as AWS published them, answers as services write them, addresses, dates.

#include "http_client.h"
#include "http_date.h"
#include "s3_answers.h"
#include "sigv4.h"
#include "xml.h"

#include <server/support/bytes.h>

#include <QTest>

using namespace learnlab::server;
using namespace learnlab::server::objects;

namespace {

const std::string emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

// "AWS Signature Version 4 test suite": one key, one time, the service "service".
struct SuiteVector
{
    const char *name;
    const char *method;
    std::string path;
    http::Pairs query;
    http::Pairs headers;
    const char *signature;
};

const std::vector<SuiteVector> &suite()
{
    static const http::Pairs plain{{"host", "example.amazonaws.com"}, {"x-amz-date", "20150830T123600Z"}};
    const auto with = [](http::Pairs more) {
        more.insert(more.end(), plain.begin(), plain.end());
        return more;
    };
    static const std::vector<SuiteVector> vectors{
        {"get-vanilla", "GET", "/", {}, plain, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"},
        {"get-vanilla-query-order-key-case",
         "GET",
         "/",
         {{"Param2", "value2"}, {"Param1", "value1"}},
         plain,
         "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"},
        {"get-utf8",
         "GET",
         "/\xE1\x88\xB4",
         {},
         plain,
         "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"},
        {"get-unreserved",
         "GET",
         "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
         {},
         plain,
         "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"},
        {"get-header-value-trim",
         "GET",
         "/",
         {},
         with({{"my-header1", " value1"}, {"my-header2", " \"a   b   c\""}}),
         "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"},
        {"get-header-key-duplicate",
         "GET",
         "/",
         {},
         with({{"my-header1", "value2"}, {"my-header1", "value2"}, {"my-header1", "value1"}}),
         "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"},
        {"post-vanilla", "POST", "/", {}, plain, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"},
    };
    return vectors;
}

// "Authenticating requests: examples" and "presigned URL" of the S3 API reference.
const Credentials &exampleKeys()
{
    static const Credentials keys{"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1",
                                  "s3"};
    return keys;
}

const support::Time exampleTime = support::parseTime("2013-05-24T00:00:00Z").value();

struct S3Vector
{
    const char *name;
    const char *method;
    const char *path;
    http::Pairs query;
    http::Pairs headers;
    std::string payload;
    const char *signature;
};

const std::vector<S3Vector> &s3Examples()
{
    static const auto with = [](const std::string &payload, http::Pairs more) {
        more.insert(more.end(), {{"host", "examplebucket.s3.amazonaws.com"},
                                 {"x-amz-content-sha256", payload},
                                 {"x-amz-date", "20130524T000000Z"}});
        return more;
    };
    static const std::string welcome = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";
    static const std::vector<S3Vector> vectors{
        {"GET object with a range",
         "GET",
         "/test.txt",
         {},
         with(emptyDigest, {{"range", "bytes=0-9"}}),
         emptyDigest,
         "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"},
        {"PUT object",
         "PUT",
         "/test$file.text",
         {},
         with(welcome, {{"date", "Fri, 24 May 2013 00:00:00 GMT"}, {"x-amz-storage-class", "REDUCED_REDUNDANCY"}}),
         welcome,
         "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"},
        {"GET bucket lifecycle",
         "GET",
         "/",
         {{"lifecycle", ""}},
         with(emptyDigest, {}),
         emptyDigest,
         "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"},
        {"list objects",
         "GET",
         "/",
         {{"prefix", "J"}, {"max-keys", "2"}},
         with(emptyDigest, {}),
         emptyDigest,
         "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"},
    };
    return vectors;
}

std::string nested(int depth)
{
    std::string text;
    for (int i = 0; i < depth; ++i)
        text += "<a>";
    for (int i = 0; i < depth; ++i)
        text += "</a>";
    return text;
}

} // namespace

class TestSigV4 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTestSuiteOfAws()
    {
        const RequestSigner signer({"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "service"});
        const auto now = support::parseTime("2015-08-30T12:36:00Z").value();
        for (const auto &vector : suite()) {
            const auto header =
                signer.authorization({vector.method, vector.path, vector.query, vector.headers, emptyDigest}, now);
            QVERIFY2(header.ends_with(std::string("Signature=") + vector.signature), vector.name);
            QVERIFY2(header.starts_with("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/"),
                     vector.name);
        }
    }

    void theExamplesOfS3()
    {
        const RequestSigner signer(exampleKeys());
        for (const auto &vector : s3Examples()) {
            const auto header = signer.authorization(
                {vector.method, vector.path, vector.query, vector.headers, vector.payload}, exampleTime);
            QVERIFY2(header.ends_with(std::string("Signature=") + vector.signature), vector.name);
        }
    }

    void thePresignedExampleOfS3()
    {
        const RequestSigner signer(exampleKeys());
        const auto query = signer.presignedQuery(
            {"GET", "/test.txt", {}, {{"host", "examplebucket.s3.amazonaws.com"}}, std::string(unsignedPayload)},
            exampleTime, std::chrono::hours(24));
        QCOMPARE(query,
                 std::string("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2F"
                             "us-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&"
                             "X-Amz-SignedHeaders=host&X-Amz-Signature="
                             "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"));
    }

    void anotherDayIsAnotherKey()
    {
        const RequestSigner signer(exampleKeys());
        const auto &vector = s3Examples().front();
        const Signable what{vector.method, vector.path, vector.query, vector.headers, vector.payload};
        const auto first = signer.authorization(what, exampleTime);
        QVERIFY(signer.authorization(what, exampleTime + std::chrono::hours(24)) != first);
        QCOMPARE(signer.authorization(what, exampleTime), first);
    }

    void endpoints_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("plain") << QByteArray("http://s3.example.org") << QByteArray("s3.example.org 80 s3.example.org");
        QTest::newRow("port") << QByteArray("http://10.1.2.3:7480/") << QByteArray("10.1.2.3 7480 10.1.2.3:7480");
        QTest::newRow("tls") << QByteArray("https://s3.example.org:443")
                             << QByteArray("s3.example.org 443 s3.example.org");
        QTest::newRow("ipv6") << QByteArray("http://[::1]:9000") << QByteArray("::1 9000 [::1]:9000");
        for (const auto *bad : {"", "s3.example.org", "ftp://x", "http://", "http://a/b", "http://a?b", "http://u@h",
                                "http://a:b", "http://a:", "http://a:123456", "http://a b", "http://[::1"})
            QTest::newRow(bad) << QByteArray(bad) << QByteArray();
    }
    void endpoints()
    {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, read);
        const auto endpoint = Endpoint::parse(address.toStdString());
        QCOMPARE(endpoint.has_value(), !read.isEmpty());
        if (endpoint)
            QCOMPARE(QByteArray::fromStdString(endpoint->host + " " + endpoint->port + " " + endpoint->authority),
                     read);
    }

    void aBucketInFrontOfTheHost()
    {
        const auto below = Endpoint::parse("https://s3.example.org:8443")->below("faculty");
        QCOMPARE(below.address(), std::string("https://faculty.s3.example.org:8443"));
        QCOMPARE(below.host, std::string("faculty.s3.example.org"));
    }

    void dates()
    {
        QVERIFY(parseHttpDate("Fri, 24 May 2013 00:00:00 GMT") == exampleTime);
        for (const auto *bad : {"", "Fri, 24 May 2013 00:00:00 CET", "Friday, 24-May-13 00:00:00 GMT",
                                "Fri, 24 Mai 2013 00:00:00 GMT", "Fri, 99 May 2013 00:00:00 GMT"})
            QVERIFY2(!parseHttpDate(bad), bad);
    }

    void xmlIsReadWithinBounds()
    {
        QVERIFY(parseXml(nested(static_cast<int>(deepestXml))).has_value());
        QVERIFY(!parseXml(nested(static_cast<int>(deepestXml) + 1)));
        QVERIFY(!parseXml(nested(1000000)));
        std::string wide = "<a>";
        for (std::size_t i = 0; i < mostXmlElements; ++i)
            wide += "<b/>";
        QVERIFY(!parseXml(wide + "</a>"));
        QVERIFY(!parseXml("<a>" + std::string(longestXml, 'x') + "</a>"));
        QVERIFY(!parseXml("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"));
        for (const auto *bad : {"", "no XML", "<a>", "<a></b>", "<a/><b/>", "<a>\x01</a>", "<a>&nbsp;</a>", "\xFF\xFE"})
            QVERIFY2(!parseXml(bad), bad);
        const auto root = parseXml("<?xml version=\"1.0\"?>\n<a xmlns=\"urn:x\"><b>1 &lt; 2</b><b>3</b></a>");
        QVERIFY(root.has_value());
        QCOMPARE(std::string(root->textOf("b")), std::string("1 < 2"));
        QCOMPARE(root->children.size(), std::size_t{2});
    }

    void listings()
    {
        const auto listing = readListing(
            "<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>users%2Fa+b</Key><LastModified>"
            "2026-11-23T04:56:39.751Z</LastModified><ETag>&quot;e1&quot;</ETag><Size>5</Size></Contents>"
            "<Contents><Key>c</Key><LastModified>2026-11-23T04:56:39Z</LastModified><ETag>e2</ETag><Size>0</Size>"
            "</Contents></ListBucketResult>");
        QVERIFY(listing.has_value());
        QVERIFY(listing->more);
        QCOMPARE(listing->objects.size(), std::size_t{2});
        QCOMPARE(listing->objects[0].key, std::string("users/a b"));
        QCOMPARE(listing->objects[0].etag, std::string("\"e1\""));
        QCOMPARE(listing->objects[0].size, std::int64_t{5});
        QCOMPARE(listing->objects[1].etag, std::string("\"e2\""));
        const std::string one =
            "<ListBucketResult><Contents><Key>k</Key><LastModified>2026-11-23T04:56:39Z</LastModified>"
            "<ETag>e</ETag><Size>SIZE</Size></Contents></ListBucketResult>";
        for (const auto *size : {"", "-1", "1.5", "99999999999999999999", "x"}) {
            auto text = one;
            QVERIFY2(!readListing(text.replace(text.find("SIZE"), 4, size)), size);
        }
        QVERIFY(!readListing("<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"));
        QVERIFY(!readListing("<Error><Code>InternalError</Code></Error>"));
        QVERIFY(!readListing("<html>proxy</html>"));
    }

    void partsAndUploads()
    {
        const auto page = readParts("<ListPartsResult><IsTruncated>true</IsTruncated><Part><PartNumber>3</PartNumber>"
                                    "<ETag>\"x\"</ETag><Size>7</Size></Part></ListPartsResult>");
        QVERIFY(page && page->more);
        QCOMPARE(page->last, 3);
        QCOMPARE(page->parts.front().part.size, std::int64_t{7});
        QVERIFY(!readParts("<ListPartsResult><Part><PartNumber>0</PartNumber><Size>7</Size></Part></ListPartsResult>"));
        const auto uploads =
            readOpenUploads("<ListMultipartUploadsResult><Upload><Key>k</Key><UploadId>u</UploadId><Initiated>"
                            "2026-11-23T04:56:39Z</Initiated></Upload></ListMultipartUploadsResult>");
        QVERIFY(uploads && uploads->size() == 1 && uploads->front().id == "u");
        QVERIFY(
            !readOpenUploads("<ListMultipartUploadsResult><Upload><Key>k</Key></Upload></ListMultipartUploadsResult>"));
        QVERIFY(!readUploadId("<InitiateMultipartUploadResult/>"));
        QCOMPARE(readCompletedTag("<CompleteMultipartUploadResult><ETag></ETag></CompleteMultipartUploadResult>"),
                 std::optional<std::string>(std::string()));
        QCOMPARE(readCompletedTag("<CompleteMultipartUploadResult><ETag>t-2</ETag></CompleteMultipartUploadResult>"),
                 std::optional<std::string>("\"t-2\""));
        QVERIFY(!readCompletedTag("<Error><Code>InternalError</Code></Error>"));
        QCOMPARE(readErrorCode("<Error><Code>NoSuchKey</Code></Error>"), std::string("NoSuchKey"));
        QCOMPARE(readErrorCode("<html/>"), std::string());
    }

    void whatIsWrittenCanBeRead()
    {
        const std::vector<std::string> keys{"a/b", "x<&>y"};
        const auto removal = parseXml(writeRemoval(keys));
        QVERIFY(removal.has_value());
        QCOMPARE(std::string(removal->children.back().textOf("Key")), keys.back());
        const auto completion = parseXml(writeCompletion({{{1, 5, {}}, "\"e1\""}, {{2, 6, {}}, "\"e2\""}}));
        QVERIFY(completion.has_value());
        QCOMPARE(std::string(completion->children[1].textOf("ETag")), std::string("\"e2\""));
        QCOMPARE(writeLocation("us-east-1"), std::string());
        QVERIFY(parseXml(writeLocation("eu-central-1")).has_value());
    }
};

QTEST_APPLESS_MAIN(TestSigV4)
#include "tst_sigv4.moc"
