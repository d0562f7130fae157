#include "secrets/keychain.h"

#include <QTest>

using namespace learnlab;

class TestMemoryKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItGot();
};

void TestMemoryKeychain::keepsWhatItGot()
{
    const auto keychain = secrets::makeMemoryKeychain();
    QByteArray seen = "nothing yet";
    const auto see = [&](const domain::Result<QByteArray> &secret) { seen = secret.value_or("error"); };
    int done = 0;
    const auto count = [&](const domain::Result<void> &result) { done += result ? 1 : 0; };
    keychain->read(QStringLiteral("a"), see);
    QCOMPARE(seen, QByteArray());
    keychain->write(QStringLiteral("a"), "1", count);
    keychain->write(QStringLiteral("b"), "2", count);
    keychain->read(QStringLiteral("a"), see);
    QCOMPARE(seen, QByteArray("1"));
    keychain->remove(QStringLiteral("a"), count);
    keychain->read(QStringLiteral("a"), see);
    QCOMPARE(seen, QByteArray());
    keychain->read(QStringLiteral("b"), see);
    QCOMPARE(seen, QByteArray("2"));
    QCOMPARE(done, 3);
}

QTEST_APPLESS_MAIN(TestMemoryKeychain)
#include "tst_memory_keychain.moc"
