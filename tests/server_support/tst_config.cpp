// Settings from file, environment and flags, and what is refused.
#include <server/support/config.h>

#include <QTemporaryFile>
#include <QTest>

using namespace learnlab::server::support;

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasDefaults()
    {
        const auto read = readConfig({{"serve"}, {}});
        QVERIFY(read.has_value());
        QCOMPARE(read->config.listenHost, std::string("127.0.0.1"));
        QCOMPARE(read->config.bcryptCost, 12);
        QCOMPARE(read->config.partSize, std::int64_t(8388608));
        QCOMPARE(read->config.maxFileSize, std::int64_t(107374182400));
        QVERIFY(read->rest == std::vector<std::string>{"serve"});
    }

    void laterSourcesWin()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("# a comment\n\n  listen = [::1]:9000 \nserver.name = School = 1\nlog.level=debug\nregistration = "
                   "closed\n");
        file.flush();
        const Environment environment{
            {"LEARNLAB_LOG_LEVEL", "warning"}, {"LEARNLAB_SERVER_NAME", "From outside"}, {"HOME", "x"}};
        const auto read = readConfig(
            {{"serve", "--config", file.fileName().toStdString(), "--log.level=error", "--trash.retention_days", "7"},
             environment});
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QCOMPARE(read->config.listenHost, std::string("::1"));
        QCOMPARE(read->config.listenPort, std::uint16_t(9000));
        QCOMPARE(read->config.serverName, std::string("From outside"));
        QVERIFY(read->config.logLevel == LogLevel::Error);
        QVERIFY(read->config.registration == Registration::Closed);
        QCOMPARE(read->config.trashRetentionDays, 7);
        QVERIFY(read->rest == std::vector<std::string>{"serve"});
    }

    void leavesTheCommandsWords()
    {
        const auto read =
            readConfig({{"user", "add", "--email", "a@b", "--password-stdin", "--auth.bcrypt_cost=4"}, {}});
        QVERIFY(read.has_value());
        QVERIFY((read->rest == std::vector<std::string>{"user", "add", "--email", "a@b", "--password-stdin"}));
        QCOMPARE(read->config.bcryptCost, 4);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("flag");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown") << QStringLiteral("--limits.bodies=1") << QStringLiteral("limits.bodies");
        QTest::newRow("no number") << QStringLiteral("--auth.bcrypt_cost=many") << QStringLiteral("auth.bcrypt_cost");
        QTest::newRow("too small") << QStringLiteral("--auth.bcrypt_cost=3") << QStringLiteral("auth.bcrypt_cost");
        QTest::newRow("too large") << QStringLiteral("--limits.max_batch=501") << QStringLiteral("limits.max_batch");
        QTest::newRow("trailing") << QStringLiteral("--db.connections=5x") << QStringLiteral("db.connections");
        QTest::newRow("overflow") << QStringLiteral("--limits.max_file_size=99999999999999999999")
                                  << QStringLiteral("limits.max_file_size");
        QTest::newRow("no port") << QStringLiteral("--listen=localhost") << QStringLiteral("listen");
        QTest::newRow("port") << QStringLiteral("--listen=127.0.0.1:70000") << QStringLiteral("listen");
        QTest::newRow("choice") << QStringLiteral("--registration=maybe") << QStringLiteral("registration");
        QTest::newRow("no range") << QStringLiteral("--trusted_proxies=10.0.0.0/33")
                                  << QStringLiteral("trusted_proxies");
        QTest::newRow("empty item") << QStringLiteral("--metrics.allow=10.0.0.1,,::1")
                                    << QStringLiteral("metrics.allow");
        QTest::newRow("domain") << QStringLiteral("--registration.domains=a@b")
                                << QStringLiteral("registration.domains");
        QTest::newRow("empty") << QStringLiteral("--server.name=") << QStringLiteral("server.name");
        QTest::newRow("url") << QStringLiteral("--public_url=ftp://x") << QStringLiteral("public_url");
        QTest::newRow("database") << QStringLiteral("--database_url=mysql://x") << QStringLiteral("database_url");
        QTest::newRow("missing file") << QStringLiteral("--config=/nonexistent/file")
                                      << QStringLiteral("/nonexistent/file");
    }

    void refuses()
    {
        QFETCH(const QString, flag);
        QFETCH(const QString, named);
        const auto read = readConfig({{"serve", flag.toStdString()}, {}});
        QVERIFY(!read.has_value());
        QVERIFY2(read.error().detail.find(named.toStdString()) != std::string::npos, read.error().detail.c_str());
    }

    void readsLists()
    {
        const auto read = readConfig({{"--trusted_proxies=10.0.0.0/8, ::1", "--registration=domains",
                                       "--registration.domains=School.example , uni.example"},
                                      {}});
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QCOMPARE(read->config.trustedProxies.size(), std::size_t(2));
        QVERIFY(read->config.trustedProxies.front().contains(*Address::parse("10.200.3.4")));
        QVERIFY((read->config.registrationDomains == std::vector<std::string>{"school.example", "uni.example"}));
    }

    void namesTheLineOfAFile()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("listen = 127.0.0.1:1\nnonsense\n");
        file.flush();
        const auto read = readConfig({{"--config=" + file.fileName().toStdString()}, {}});
        QVERIFY(!read.has_value());
        QVERIFY(read.error().detail.find(":2:") != std::string::npos);
    }

    void theSecretOfS3IsNoSetting()
    {
        const auto read = readConfig({{"--store=s3", "--s3.path_style=false", "--s3.endpoint=https://s3.example.org"},
                                      {{"LEARNLAB_S3_SECRET_KEY", "hidden"}, {"LEARNLAB_S3_BUCKET", "faculty"}}});
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QVERIFY(read->config.storeIsS3 && !read->config.s3PathStyle);
        QCOMPARE(read->config.s3Bucket, std::string("faculty"));
        QCOMPARE(read->config.s3SecretKey, std::string("hidden"));
        const auto refused = readConfig({{"--s3.secret_key=hidden"}, {}});
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().detail.find("hidden") == std::string::npos);
        QVERIFY(!readConfig({{"--store=tape"}, {}}).has_value());
    }

    void refusalsRepeatNoValue()
    {
        const auto read = readConfig({{}, {{"LEARNLAB_DATABASE_URL", "mysql://user:secret@host"}}});
        QVERIFY(!read.has_value());
        QVERIFY(read.error().detail.find("secret") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
