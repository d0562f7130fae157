#include "engine/commands.h"
#include "small_api.h"

#include "mirror/store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace learnlab;

namespace {

/// Keeps its secrets longer than one engine lives, as the system's keychain does.
class SharedKeychain final : public secrets::Keychain
{
public:
    explicit SharedKeychain(std::shared_ptr<QHash<QString, QByteArray>> secrets) : m_secrets(std::move(secrets)) {}
    void read(const QString &account, std::function<void(domain::Result<QByteArray>)> reply) override
    {
        reply(m_secrets->value(account));
    }
    void write(const QString &account, const QByteArray &secret, std::function<void(domain::Result<void>)> reply) override
    {
        m_secrets->insert(account, secret);
        reply({});
    }
    void remove(const QString &account, std::function<void(domain::Result<void>)> reply) override
    {
        m_secrets->remove(account);
        reply({});
    }

private:
    std::shared_ptr<QHash<QString, QByteArray>> m_secrets;
};

/// Waits for the answer to one question.
template <class T>
class Asked
{
public:
    [[nodiscard]] engine::Engine::Answer<T> answer()
    {
        return [this](const domain::Result<T> &result) { m_result.emplace(result); };
    }
    [[nodiscard]] bool came() const { return m_result.has_value(); }
    [[nodiscard]] const domain::Result<T> &operator*() const { return *m_result; }
    [[nodiscard]] const domain::Result<T> *operator->() const { return &*m_result; }

private:
    std::optional<domain::Result<T>> m_result;
};

} // namespace

#define ANSWER(asked) QTRY_VERIFY((asked).came())

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_shared<test::SmallServer>();
        m_secrets = std::make_shared<QHash<QString, QByteArray>>();
        m_engine = makeEngine();
        QVERIFY(m_engine);
    }
    void cleanup() { m_engine.reset(); }

    void withoutAnAccountNothingIsAnswered()
    {
        QVERIFY(begin());
        QVERIFY(!m_engine->account());
        Asked<domain::FolderId> folder;
        engine::Commands(*m_engine).createFolder({}, QStringLiteral("A"), false, this, folder.answer());
        ANSWER(folder);
        QCOMPARE(folder->error().code, domain::ErrorCode::NotSignedIn);
        Asked<void> out;
        m_engine->signOut(false, this, out.answer());
        ANSWER(out);
        QCOMPARE(out->error().code, domain::ErrorCode::NotSignedIn);
    }

    void badAddressesAreRefusedBeforeAnybodyIsAsked()
    {
        QVERIFY(begin());
        Asked<engine::Account> account;
        m_engine->signIn(QStringLiteral("http://learnlab.example.edu"), {}, {}, this, account.answer());
        ANSWER(account);
        QCOMPARE(account->error().code, domain::ErrorCode::InsecureAddress);
        QCOMPARE(m_server->logins.load(), 0);
    }

    void signingInOpensTheAccount()
    {
        QVERIFY(signIn());
        QVERIFY(m_engine->account());
        QCOMPARE(m_engine->account()->user->email, QStringLiteral("ada@example.edu"));
        QVERIFY(QFile::exists(m_engine->account()->place.mirrorPath));
        QTRY_VERIFY(m_engine->sessionStatus().state != session::State::SigningIn);
        QVERIFY(m_engine->sessionStatus().remembered);
    }

    void theNextStartIsSignedIn()
    {
        QVERIFY(signIn());
        m_engine.reset();
        m_engine = makeEngine();
        QVERIFY(begin());
        QVERIFY(m_engine->account());
        QCOMPARE(m_engine->account()->user->username, QStringLiteral("ada"));
        QCOMPARE(m_server->logins.load(), 1);
    }

    void signingOutClosesAndForgetsOnRequest()
    {
        QVERIFY(signIn());
        const QString folder = m_engine->account()->place.folder;
        Asked<void> out;
        m_engine->signOut(false, this, out.answer());
        ANSWER(out);
        QVERIFY(out->has_value());
        QTRY_VERIFY(!m_engine->account());
        QCOMPARE(m_server->logouts.load(), 1);
        QVERIFY(m_secrets->isEmpty());
        QVERIFY(QFile::exists(folder));

        QVERIFY(signIn());
        QTRY_VERIFY(QFile::exists(folder + QStringLiteral("/inside.db"))); // what is in files, for searches
        Asked<void> forgotten;
        m_engine->signOut(true, this, forgotten.answer());
        ANSWER(forgotten);
        QVERIFY(forgotten->has_value());
        QVERIFY(!QFile::exists(folder));
    }

    void aCancelledSignInIsAnswered()
    {
        m_server->answersLogin = false;
        QVERIFY(begin());
        Asked<engine::Account> account;
        m_engine->signIn(QStringLiteral("http://127.0.0.1:1"), QStringLiteral("e"), QStringLiteral("p"), this, account.answer());
        QTRY_COMPARE(m_server->logins.load(), 1);
        m_engine->cancelSignIn();
        ANSWER(account);
        QCOMPARE(account->error().code, domain::ErrorCode::Cancelled);
        QVERIFY(!m_engine->account());
    }

    void anAnswerDiesWithItsContext()
    {
        QVERIFY(signIn());
        bool came = false;
        auto context = std::make_unique<QObject>();
        engine::Commands commands(*m_engine);
        commands.createFolder({}, QStringLiteral("A"), false, context.get(), [&came](const auto &) { came = true; });
        context.reset();
        Asked<domain::FolderId> other;
        commands.createFolder({}, QStringLiteral("B"), false, this, other.answer());
        ANSWER(other);
        QVERIFY(!came);
    }

    void closingAnswersWhatIsAsked()
    {
        QVERIFY(signIn());
        Asked<void> never;
        m_engine->ask<void>(
            this,
            [this](engine::Services &services, engine::Engine::Answer<void> reply) {
                services.inBackground([] {}, [reply] { Q_UNUSED(reply) });
                m_asked = true;
            },
            never.answer());
        QTRY_VERIFY(m_asked);
        const QSignalSpy stopped(m_engine.get(), &engine::Engine::stopped);
        m_engine->stop();
        QTRY_COMPARE(stopped.count(), 1);
        ANSWER(never);
        QCOMPARE(never->error().code, domain::ErrorCode::Cancelled);
        QVERIFY(!m_engine->account());
    }

    void changesAreQueuedInOrderWithWhatTheyStandOn()
    {
        QVERIFY(signIn());
        engine::Commands commands(*m_engine);
        Asked<domain::FolderId> folder;
        commands.makePath(QStringLiteral("/A/B"), this, folder.answer());
        ANSWER(folder);
        QVERIFY(folder->has_value());
        Asked<domain::OperationId> renamed;
        commands.rename(domain::ItemRef::of(**folder), QStringLiteral("C"), this, renamed.answer());
        ANSWER(renamed);
        Asked<engine::Queued> moved;
        commands.move({domain::ItemRef::of(**folder)}, domain::rootFolder, {}, this, moved.answer());
        ANSWER(moved);
        QVERIFY((*moved)->refused.isEmpty());

        const auto reader = mirror::openReader(m_engine->account()->place.mirrorPath);
        QVERIFY(reader);
        const auto pending = (*reader)->pendingOperations();
        QCOMPARE(pending.size(), 4);
        QCOMPARE(pending[2].operation.ifAfter, std::optional(pending[1].operation.id));
        QCOMPARE(pending[3].operation.ifAfter, std::optional(pending[2].operation.id));
        QVERIFY((*reader)->resolve(QStringLiteral("/C")));
    }

    void whatIsRefusedDoesNotHoldUpTheOthers()
    {
        QVERIFY(signIn());
        engine::Commands commands(*m_engine);
        QList<domain::ItemRef> folders;
        for (const char *path : {"/T", "/T/same", "/same", "/other"}) {
            Asked<domain::FolderId> made;
            commands.makePath(QString::fromLatin1(path), this, made.answer());
            ANSWER(made);
            folders.append(domain::ItemRef::of(**made));
        }
        Asked<engine::Queued> moved;
        commands.move({folders[2], folders[3]}, folders[0].folderId(), {}, this, moved.answer());
        ANSWER(moved);
        QCOMPARE((*moved)->refused.size(), 1);
        QCOMPARE((*moved)->refused[0].item, folders[2]);
        QCOMPARE((*moved)->refused[0].error.code, domain::ErrorCode::NameTaken);
        QCOMPARE((*moved)->operations.size(), 1);
    }

    void deletingForGoodTellsWhatIsLeft()
    {
        QVERIFY(signIn());
        QList<domain::ItemRef> items;
        for (int number = 1; number <= 700; ++number)
            items.append(domain::ItemRef::of(domain::FileId({static_cast<quint8>(number), static_cast<quint8>(number / 256)})));
        const auto purge = [&](int answered) {
            m_server->purges = 0;
            m_server->purgesAnswered = answered;
            Asked<engine::Purged> purged;
            engine::Commands(*m_engine).purge(items, this, purged.answer());
            [&] { ANSWER(purged); }();
            return *purged;
        };
        // What somebody else deleted is gone as well; what somebody brought back stays.
        const auto all = purge(2);
        QVERIFY(all.has_value());
        QCOMPARE(m_server->purges.load(), 2);
        QCOMPARE(all->gone, 699);
        QCOMPARE(all->left, 1);
        QCOMPARE(all->firstLeft, items[1]);
        QCOMPARE(all->error->code, domain::ErrorCode::RevisionConflict);
        // The network goes in between: what was done is told, and what was not.
        const auto half = purge(1);
        QVERIFY(half.has_value());
        QCOMPARE(half->gone, 499);
        QCOMPARE(half->left, 201);
        const auto none = purge(0);
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().code, domain::ErrorCode::Offline);
    }

    void aSecondDropOfTheSameFilesGoesOnWithTheFirst()
    {
        QVERIFY(signIn());
        const QByteArray tree = makeTree();
        const auto first = upload(tree);
        QVERIFY(first);
        QCOMPARE(first->transfers.size(), 2);
        QCOMPARE(first->operations.size(), 2);
        const auto second = upload(tree);
        QVERIFY(second);
        QCOMPARE(QSet(second->transfers.begin(), second->transfers.end()), QSet(first->transfers.begin(), first->transfers.end()));
        QVERIFY(second->operations.isEmpty());

        m_engine.reset();
        m_engine = makeEngine();
        QVERIFY(begin());
        const auto reader = mirror::openReader(m_engine->account()->place.mirrorPath);
        QCOMPARE((*reader)->unfinishedTransfers().size(), 2);
        QVERIFY((*reader)->resolve(QStringLiteral("/D/sub/b")));
    }

    void whatASecondDropChoosesForTakenNamesHolds_data()
    {
        QTest::addColumn<bool>("offline");
        QTest::newRow("at work") << false;
        QTest::newRow("at rest") << true;
    }
    void whatASecondDropChoosesForTakenNamesHolds()
    {
        QFETCH(const bool, offline);
        QVERIFY(signIn());
        if (offline) {
            m_engine.reset();
            m_engine = makeEngine({.offline = true});
            QVERIFY(begin());
        }
        const QByteArray tree = makeTree();
        QVERIFY(upload(tree));
        const auto again = upload(tree, domain::OnConflict::KeepBoth);
        QVERIFY(again);
        const auto reader = mirror::openReader(m_engine->account()->place.mirrorPath);
        for (const domain::TransferId &id : again->transfers)
            QTRY_COMPARE_WITH_TIMEOUT((*reader)->transfer(id)->onConflict, domain::OnConflict::KeepBoth, 30000);
    }

    void aFolderWhoseNameIsAFilesIsRefusedWithWhatIsInIt()
    {
        QVERIFY(signIn());
        const QByteArray tree = makeTree();
        QFile file(m_folder->filePath(QStringLiteral("other/D")));
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("other"))) && file.open(QIODevice::WriteOnly));
        QVERIFY(upload(QFile::encodeName(file.fileName())));
        const auto refused = upload(tree);
        QVERIFY(refused);
        QVERIFY(refused->transfers.isEmpty() && refused->operations.isEmpty());
        QVERIFY(!refused->refused.isEmpty());
        QCOMPARE(refused->refused[0].error.code, domain::ErrorCode::NameTaken);
    }

    void offlineTouchesNeitherNetworkNorKeychain()
    {
        QVERIFY(signIn());
        m_engine.reset();
        m_secrets->clear();
        m_server->otherCalls = 0;
        engine::Options options;
        options.offline = true;
        m_engine = makeEngine(options);
        QVERIFY(begin());
        QVERIFY(m_engine->account());
        QVERIFY(upload(makeTree()));
        QCOMPARE(m_server->otherCalls.load(), 0);
    }

private:
    [[nodiscard]] std::unique_ptr<engine::Engine> makeEngine(engine::Options options = {}) const
    {
        auto profile = engine::Profile::own(m_folder->filePath(QStringLiteral("profile")), QStringLiteral("test"));
        if (!profile)
            return nullptr;
        options.makeKeychain = [secrets = m_secrets] { return std::make_unique<SharedKeychain>(secrets); };
        options.makeApi = [server = m_server](const QUrl &) { return test::makeSmallApi(server); };
        return std::make_unique<engine::Engine>(std::move(*profile), std::move(options));
    }
    [[nodiscard]] bool begin()
    {
        QSignalSpy started(m_engine.get(), &engine::Engine::started);
        m_engine->start();
        return started.wait(30000);
    }
    [[nodiscard]] bool signIn()
    {
        Asked<engine::Account> account;
        if (!begin())
            return false;
        m_engine->signIn(QStringLiteral("http://127.0.0.1:1"), QStringLiteral("ada@example.edu"), QStringLiteral("p"), this,
                         account.answer());
        return QTest::qWaitFor([&] { return account.came(); }, 30000) && account->has_value();
    }
    [[nodiscard]] QByteArray makeTree() const
    {
        const QString folder = m_folder->filePath(QStringLiteral("D"));
        QDir().mkpath(folder + QStringLiteral("/sub"));
        for (const char *name : {"/a", "/sub/b"}) {
            QFile file(folder + QLatin1String(name));
            if (file.open(QIODevice::WriteOnly))
                file.write(name);
        }
        return QFile::encodeName(folder);
    }
    [[nodiscard]] std::optional<engine::Uploads> upload(const QByteArray &path, domain::OnConflict onConflict = domain::OnConflict::Fail)
    {
        Asked<engine::Uploads> uploads;
        engine::Commands(*m_engine).upload({path}, domain::rootFolder, onConflict, this, uploads.answer());
        if (!QTest::qWaitFor([&] { return uploads.came(); }, 30000) || !*uploads)
            return std::nullopt;
        return **uploads;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<test::SmallServer> m_server;
    std::shared_ptr<QHash<QString, QByteArray>> m_secrets;
    std::unique_ptr<engine::Engine> m_engine;
    std::atomic<bool> m_asked = false;
};

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
