#include <testsupport/private_postgres.h>
#include <testsupport/server_process.h>

#include <QTest>

#include <csignal>

using namespace learnlab::testsupport;

class ServerProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsAddressOverAKillAndDrainsWhenAsked()
    {
        PrivatePostgres postgres;
        QVERIFY2(postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(postgres.error()));
        ServerProcess server(postgres);
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY2(server.addUser(QStringLiteral("a@b.example"), QStringLiteral("abc"), "password of a"),
                 qPrintable(server.error()));
        const auto address = server.url();
        server.kill();
        QVERIFY(!server.running());
        QVERIFY2(server.restart(), qPrintable(server.error()));
        QCOMPARE(server.url(), address);
        QCOMPARE(server.stop(), 0);
    }

    void saysWhyItDoesNotStart()
    {
        PrivatePostgres postgres;
        QVERIFY2(postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(postgres.error()));
        ServerProcess server(postgres);
        server.set(QStringLiteral("no.such.setting=1"));
        QVERIFY(!server.start());
        QVERIFY(server.error().contains(QStringLiteral("no.such.setting")));
    }
};

QTEST_GUILESS_MAIN(ServerProcessTest)
#include "tst_server_process.moc"
