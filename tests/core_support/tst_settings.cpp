#include "support/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;

namespace {

constexpr support::Setting<int> width{QLatin1String("window/width"), 800, 200, 4000};
constexpr support::Setting<bool> open{QLatin1String("panel/open"), true};
const support::Setting<QString> account{QLatin1String("account/last"), QStringLiteral("none")};

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

    void givesWhatWasSet()
    {
        {
            support::Settings settings(m_path);
            QCOMPARE(settings.value(width), 800);
            QCOMPARE(settings.value(open), true);
            settings.set(width, 1000);
            settings.set(open, false);
            settings.set(account, QStringLiteral("ä=1;[x]\n"));
            QVERIFY(settings.save());
        }
        support::Settings settings(m_path);
        QCOMPARE(settings.value(width), 1000);
        QCOMPARE(settings.value(open), false);
        QCOMPARE(settings.value(account), QStringLiteral("ä=1;[x]\n"));
        settings.remove(width);
        QCOMPARE(settings.value(width), 800);
    }

    void survivesWhatPeopleWrite()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[window]\nwidth=huge\n[panel]\nopen=false\n");
        file.close();
        support::Settings settings(m_path);
        QCOMPARE(settings.value(width), 800);
        QCOMPARE(settings.value(open), false);
        settings.set(width, 999'999);
        QCOMPARE(settings.value(width), 4000);
    }

    void tellsThatItCannotWrite()
    {
        support::Settings settings(QStringLiteral("/proc/nowhere/settings.ini"));
        settings.set(width, 500);
        QVERIFY(!settings.save());
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
