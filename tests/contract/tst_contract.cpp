// openapi.yaml by itself, then the real server against it: check_contract.py makes every call and checks each answer,
// check_strangers.py makes every call as somebody else.

#include <testsupport/private_postgres.h>
#include <testsupport/server_process.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace learnlab::testsupport;

namespace {

const QString document = QStringLiteral(LEARNLAB_SOURCE_DIR "/server/openapi.yaml");

// What the script complains about; empty when it is content.
QByteArray complaints(const QString &script, const QStringList &arguments)
{
    QProcess check;
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(QStringLiteral("/usr/bin/python3"),
                QStringList{QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/contract/") + script} + arguments);
    if (!check.waitForFinished(90000))
        return check.errorString().toUtf8();
    const QByteArray said = check.readAll();
    return check.exitStatus() == QProcess::NormalExit && check.exitCode() == 0 ? QByteArray() : "failed: " + said;
}

} // namespace

class TestContract : public QObject
{
    Q_OBJECT

private:
    PrivatePostgres m_postgres;

    // What the router knows, as the program tells at the level debug.
    static QByteArray routesOf(const ServerProcess &server)
    {
        QByteArray routes;
        for (const QByteArray &line : server.log().split('\n')) {
            const QJsonObject entry = QJsonDocument::fromJson(line).object();
            if (entry[QLatin1String("event")].toString() == QLatin1String("route"))
                routes += entry[QLatin1String("method")].toString().toUtf8() + ' ' +
                          entry[QLatin1String("pattern")].toString().toUtf8() + '\n';
        }
        return routes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(m_postgres.error()));
    }

    void theDocumentIsValid() { QCOMPARE(complaints(QStringLiteral("check_document.py"), {document}), QByteArray()); }

    void everyAnswerIsAsPromised()
    {
        ServerProcess server(m_postgres);
        QVERIFY2(server.start(), qPrintable(server.error()));
        const QByteArray said = complaints(QStringLiteral("check_contract.py"), {document, server.url().toString()});
        QVERIFY2(said.isEmpty(), said.constData());
    }

    void everyRouteRefusesStrangers()
    {
        ServerProcess server(m_postgres);
        server.set(QStringLiteral("log.level=debug"));
        server.set(QStringLiteral("log.format=json"));
        QVERIFY2(server.start(), qPrintable(server.error()));
        QTemporaryFile routes;
        QVERIFY(routes.open());
        QVERIFY(routes.write(routesOf(server)) > 0 && routes.flush());
        const QByteArray said =
            complaints(QStringLiteral("check_strangers.py"), {document, server.url().toString(), routes.fileName()});
        QVERIFY2(said.isEmpty(), said.constData());
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
