#include <testsupport/private_postgres.h>

#include <QProcess>
#include <QTest>

using learnlab::testsupport::PrivatePostgres;

namespace {

QByteArray query(const QByteArray &url, const QString &sql)
{
    QProcess psql;
    psql.start(QStringLiteral("psql"), {QStringLiteral("-XqtA"), QStringLiteral("-c"), sql, QString::fromUtf8(url)});
    psql.waitForFinished();
    return psql.readAllStandardOutput().trimmed();
}

} // namespace

class PrivatePostgresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsDataAndAddressOverAKill()
    {
        PrivatePostgres postgres;
        QVERIFY2(postgres.start(), qPrintable(postgres.error()));
        const auto url = postgres.url();
        QCOMPARE(query(url, QStringLiteral("CREATE TABLE t (x int); INSERT INTO t VALUES (7) RETURNING x")), "7");
        postgres.kill();
        QCOMPARE(query(url, QStringLiteral("SELECT 1")), "");
        QVERIFY2(postgres.restart(), qPrintable(postgres.error()));
        QCOMPARE(postgres.url(), url);
        QCOMPARE(query(url, QStringLiteral("SELECT x FROM t")), "7");
    }

    void copiesItsDatabase()
    {
        PrivatePostgres postgres;
        QVERIFY2(postgres.start(), qPrintable(postgres.error()));
        const auto other = postgres.createDatabase("other");
        QVERIFY2(!other.isEmpty(), qPrintable(postgres.error()));
        QCOMPARE(query(other, QStringLiteral("SELECT current_database()")), "other");
    }
};

QTEST_GUILESS_MAIN(PrivatePostgresTest)
#include "tst_private_postgres.moc"
