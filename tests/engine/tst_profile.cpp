#include "engine/profile.h"

#include "support/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace learnlab;

namespace {

unsigned modeOf(const QString &path)
{
    struct stat status{};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

domain::UserId someUser()
{
    return *domain::fromText<domain::UserId>(u"0190c0de-0000-7000-8000-000000000001");
}

engine::AccountPlace makeMirror(const engine::Profile &profile, const QString &server)
{
    const auto place = profile.folder().place(QUrl(server), someUser());
    if (!profile.makeAccount(place))
        return {};
    QFile mirror(place.mirrorPath);
    return mirror.open(QIODevice::WriteOnly) ? place : engine::AccountPlace();
}

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void belongsToOneAtATime()
    {
        auto first = engine::Profile::own(path(), QStringLiteral("learnlab"));
        QVERIFY(first);
        const auto second = engine::Profile::own(path(), QStringLiteral("learnlab-cli"));
        QVERIFY(!second);
        QCOMPARE(second.error().code, domain::ErrorCode::ProfileInUse);
        QCOMPARE(second.error().detail, QStringLiteral("learnlab (process %1)").arg(::getpid()));
        {
            const engine::Profile moved = std::move(*first);
            QVERIFY(!engine::Profile::own(path(), QStringLiteral("learnlab-cli")));
        }
        QVERIFY(engine::Profile::own(path(), QStringLiteral("learnlab-cli")));
    }

    void aKilledOwnerLeavesItFreeAtOnce()
    {
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto owned = engine::Profile::own(path(), QStringLiteral("learnlab"));
            const char answer = owned ? 'y' : 'n';
            const bool written = ::write(ready[1], &answer, 1) == 1;
            while (written)
                ::pause();
            ::_exit(1);
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), ssize_t(1));
        QCOMPARE(answer, 'y');
        const auto refused = engine::Profile::own(path(), QStringLiteral("learnlab-cli"));
        QVERIFY(!refused && refused.error().detail == QStringLiteral("learnlab (process %1)").arg(child));

        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(engine::Profile::own(path(), QStringLiteral("learnlab-cli")));
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void isForItsOwnerOnly()
    {
        const auto profile = engine::Profile::own(path(), QStringLiteral("learnlab"));
        QVERIFY(profile);
        const auto place = makeMirror(*profile, QStringLiteral("https://learnlab.example.edu"));
        QCOMPARE(modeOf(path()), 0700U);
        QCOMPARE(modeOf(path() + QStringLiteral("/lock")), 0600U);
        QCOMPARE(modeOf(path() + QStringLiteral("/accounts")), 0700U);
        QCOMPARE(modeOf(place.folder), 0700U);
    }

    void aLinkIsNoLock()
    {
        QDir().mkpath(path());
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("elsewhere")), path() + QStringLiteral("/lock")));
        QVERIFY(!engine::Profile::own(path(), QStringLiteral("learnlab")));
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("elsewhere"))));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto owned = engine::Profile::own(path() + QStringLiteral("/below"), QStringLiteral("learnlab"));
        QVERIFY(!owned && owned.error().code == domain::ErrorCode::LocalIo);
    }

    void accountKeysAreTame_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << "learnlab.example.edu" << "learnlab.example.edu";
        QTest::newRow("upper case") << "LearnLab.EXAMPLE.edu" << "learnlab.example.edu";
        QTest::newRow("another alphabet") << QString::fromUtf8("müll.example") << "xn--mll-hoa.example";
        QTest::newRow("version 6") << "[::1]" << "__1";
        QTest::newRow("dots") << ".." << "_..";
    }
    void accountKeysAreTame()
    {
        QFETCH(QString, host);
        QFETCH(QString, expected);
        QUrl server;
        server.setScheme(QStringLiteral("https"));
        server.setHost(host);
        const QString key = engine::accountKey(server, someUser());
        QVERIFY2(key.endsWith(QStringLiteral("-0190c0de-0000-7000-8000-000000000001")), qPrintable(key));
        if (server.isValid() && !server.host().isEmpty())
            QCOMPARE(key, expected + QStringLiteral("-0190c0de-0000-7000-8000-000000000001"));
    }

    void aLongHostStaysAName()
    {
        QStringList labels(20, QString(60, QLatin1Char('a')));
        QUrl one;
        one.setScheme(QStringLiteral("https"));
        one.setHost(labels.join(QLatin1Char('.')));
        labels.last()[0] = QLatin1Char('b');
        QUrl other(one);
        other.setHost(labels.join(QLatin1Char('.')));
        QVERIFY(engine::accountKey(one, someUser()).size() <= 200);
        if (!one.host().isEmpty())
            QVERIFY(engine::accountKey(one, someUser()) != engine::accountKey(other, someUser()));
    }

    void theLastAccountIsRemembered()
    {
        const auto profile = engine::Profile::own(path(), QStringLiteral("learnlab"));
        QVERIFY(profile);
        QVERIFY(!profile->folder().lastAccount());
        const auto place = makeMirror(*profile, QStringLiteral("http://127.0.0.1:8123"));
        QVERIFY(profile->rememberAccount(place));
        // Another process reads it without the lock.
        const auto last = engine::ProfileFolder(path()).lastAccount();
        QVERIFY(last);
        QCOMPARE(last->key, place.key);
        QCOMPARE(last->mirrorPath, place.mirrorPath);
        QCOMPARE(last->server, place.server);

        QVERIFY(profile->removeAccount(place));
        QVERIFY(!QFile::exists(place.folder));
        QVERIFY(!profile->folder().lastAccount());
    }

    void settingsDoNotLeadOut_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("parent") << "../../elsewhere";
        QTest::newRow("absolute") << "/etc";
        QTest::newRow("hidden") << ".hidden";
        QTest::newRow("empty") << "";
        QTest::newRow("not there") << "learnlab.example.edu-0190c0de-0000-7000-8000-000000000001";
    }
    void settingsDoNotLeadOut()
    {
        QFETCH(QString, key);
        QDir().mkpath(path());
        support::Settings settings(path() + QStringLiteral("/settings.ini"));
        settings.set(support::Setting<QString>{QLatin1String("account/key"), {}}, key);
        settings.set(support::Setting<QString>{QLatin1String("account/server"), {}}, QStringLiteral("https://x.example"));
        QVERIFY(settings.save());
        QVERIFY(!engine::ProfileFolder(path()).lastAccount());
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("profile")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
