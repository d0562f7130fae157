// Starts the real server and lets check_contract.py make every call of openapi.yaml, checking each answer.

#include <testsupport/private_postgres.h>
#include <testsupport/server_process.h>

#include <QProcess>
#include <QTest>

using namespace learnlab::testsupport;

class TestContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerIsAsPromised()
    {
        PrivatePostgres postgres;
        QVERIFY2(postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(postgres.error()));
        ServerProcess server(postgres);
        QVERIFY2(server.start(), qPrintable(server.error()));
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(QStringLiteral("/usr/bin/python3"),
                    {QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/contract/check_contract.py"),
                     QStringLiteral(LEARNLAB_SOURCE_DIR "/server/openapi.yaml"), server.url().toString()});
        QVERIFY2(check.waitForFinished(90000), qPrintable(check.errorString()));
        const auto said = check.readAll();
        QVERIFY2(check.exitStatus() == QProcess::NormalExit && check.exitCode() == 0, said.constData());
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
