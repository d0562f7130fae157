#include "engine/client.h"
#include "engine/enter.h"
#include "small_api.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace learnlab;

namespace {

/// Takes whatever is written, and forgets it.
class NoKeychain final : public secrets::Keychain
{
public:
    void read(const QString &, std::function<void(domain::Result<QByteArray>)> reply) override { reply(QByteArray()); }
    void write(const QString &, const QByteArray &, std::function<void(domain::Result<void>)> reply) override
    {
        reply({});
    }
    void remove(const QString &, std::function<void(domain::Result<void>)> reply) override { reply({}); }
};

constexpr int patience = 30000;

} // namespace

/// The socket of the process that owns a profile, and those who come to it.
class SocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
        m_server = std::make_shared<test::SmallServer>();
    }
    void cleanup()
    {
        m_owner.reset();
        m_profile.clear();
    }

    void onlyItsUserMayConnect()
    {
        QVERIFY(own(engine::Role::Window));
        const QFileInfo info(socketPath());
        QTRY_VERIFY(info.exists());
        QCOMPARE(info.path(), m_folder->path());
        QCOMPARE(info.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        m_owner.reset();
        QVERIFY(!QFile::exists(info.filePath()));
    }

    void withoutARuntimeFolderItIsInTheProfile()
    {
        qunsetenv("XDG_RUNTIME_DIR");
        // Longer than a socket's address may be.
        m_profile = m_folder->filePath(QString(150, QLatin1Char('p')));
        QVERIFY(own(engine::Role::Window));
        QTRY_VERIFY(QFile::exists(socketPath()));
        QCOMPARE(QFileInfo(socketPath()).path(), m_profile);
        engine::Client client = makeClient();
        QVERIFY(begin(client));
        QVERIFY(!client.engine());
    }

    void whatADeadOwnerLeftIsReplaced()
    {
        const auto path = engine::Profile::own(profile(), QStringLiteral("test"))->socketPath();
        const int dead = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::copy(name.begin(), name.end(), std::begin(address.sun_path));
        QCOMPARE(::bind(dead, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        ::close(dead);
        QVERIFY(QFile::exists(path));
        QVERIFY(own(engine::Role::Window));
        engine::Client client = makeClient();
        QVERIFY(begin(client));
        QVERIFY(!client.engine());
    }

    void nonsenseIsRefusedAndHurtsNobody_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("\x80\xff hello\n");
        QTest::newRow("empty line") << QByteArray("\n");
        QTest::newRow("a list") << QByteArray("[1,2]\n");
        QTest::newRow("no end") << QByteArray(6 << 20, 'x');
        QTest::newRow("a long line") << "{\"a\":\"" + QByteArray(5 << 20, 'x') + "\"}\n";
        QTest::newRow("deep") << QByteArray(100000, '[') + '\n';
        QTest::newRow("nobody said hello") << QByteArray("{\"id\":1,\"command\":\"synchronize\"}\n");
        QTest::newRow("no such command") << QByteArray(
            "{\"id\":1,\"command\":\"hello\"}\n{\"id\":2,\"command\":\"dance\"}\n");
        QTest::newRow("wrong types") << QByteArray(
            "{\"id\":1,\"command\":\"hello\"}\n"
            "{\"id\":2,\"command\":\"trash\",\"arguments\":{\"items\":[\"file:1\",7,null]}}\n");
        QTest::newRow("a relative path") << QByteArray(
            "{\"id\":1,\"command\":\"hello\"}\n"
            "{\"id\":2,\"command\":\"copy_to\",\"arguments\":{\"file\":\"01020300-0000-0000-0000-000000000002\","
            "\"destination\":\"eA==\",\"replace\":true}}\n");
    }
    void nonsenseIsRefusedAndHurtsNobody()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(own(engine::Role::Window));
        QLocalSocket socket;
        QByteArray answers;
        connect(&socket, &QLocalSocket::readyRead, this, [&] { answers += socket.readAll(); });
        connectTo(socket);
        socket.write(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(answers.contains("\"malformed\""), patience);
        engine::Client client = makeClient();
        QVERIFY(begin(client));
    }

    void halfARequestAndWhoNeverReadsHurtNobody()
    {
        QVERIFY(own(engine::Role::Window));
        QLocalSocket half;
        connectTo(half);
        half.write("{\"id\":1,\"comm");
        QLocalSocket deaf;
        deaf.setReadBufferSize(1);
        connectTo(deaf);
        for (int i = 0; i < 5000; ++i)
            deaf.write("{\"id\":1,\"command\":\"hello\"}\n");
        engine::Client client = makeClient();
        QVERIFY(begin(client));
    }

    void aHundredConnectionsAreTooMany()
    {
        QVERIFY(own(engine::Role::Window));
        std::vector<std::unique_ptr<QLocalSocket>> many;
        for (int i = 0; i < 100; ++i) {
            many.push_back(std::make_unique<QLocalSocket>());
            many.back()->connectToServer(socketPath());
        }
        const auto connected = [&many] {
            return std::count_if(many.begin(), many.end(),
                                 [](const auto &one) { return one->state() == QLocalSocket::ConnectedState; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(connected() <= 32, patience);
        many.clear();
        engine::Client client = makeClient();
        QVERIFY(begin(client));
    }

    void anotherProcessAsksTheOwner()
    {
        QVERIFY(own(engine::Role::Window));
        QVERIFY(signIn());
        engine::Client client = makeClient();
        QVERIFY(begin(client));
        QVERIFY(!client.engine());
        QVERIFY(client.account());
        QCOMPARE(client.account()->mirrorPath, m_owner->account()->place.mirrorPath);
        const auto folder = makePath(client, "/A/B");
        QVERIFY(folder);

        QFile file(m_folder->filePath(QStringLiteral("a.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        std::optional<domain::Result<engine::Uploads>> uploads;
        client.requests().upload({QFile::encodeName(file.fileName()), "/no/such/file"}, *folder,
                                 domain::OnConflict::Fail, this, [&](const auto &result) { uploads.emplace(result); });
        QTRY_VERIFY_WITH_TIMEOUT(uploads, patience);
        QVERIFY(*uploads);
        QCOMPARE((*uploads)->transfers.size(), 1);
        QCOMPARE((*uploads)->refused.size(), 1);
        QCOMPARE((*uploads)->refused[0].localPath, QByteArray("/no/such/file"));
        const auto reader = mirror::openReader(client.account()->mirrorPath);
        QVERIFY((*reader)->resolve(QStringLiteral("/A/B/a.txt")));
        std::optional<domain::Result<domain::OperationId>> renamed;
        client.requests().rename(domain::ItemRef::of(*folder), QStringLiteral("a/b"), this,
                                 [&](const auto &result) { renamed.emplace(result); });
        QTRY_VERIFY_WITH_TIMEOUT(renamed, patience);
        QCOMPARE(renamed->error().code, domain::ErrorCode::NameInvalid);
    }

    void anOwnerThatEndsIsFollowed()
    {
        QVERIFY(own(engine::Role::Window));
        QVERIFY(signIn());
        engine::Client client = makeClient();
        QVERIFY(begin(client));
        m_owner.reset();
        QVERIFY(makePath(client, "/A"));
        QVERIFY(client.engine());
        QVERIFY(client.account());
    }

    void aWindowGetsTheProfileOfACommand()
    {
        QVERIFY(own(engine::Role::Window));
        QVERIFY(signIn());
        m_owner.reset();
        engine::Client client = makeClient();
        QVERIFY(begin(client));
        QVERIFY(client.engine());

        std::atomic<bool> entered = false;
        std::optional<domain::Result<std::optional<engine::Profile>>> profileOfTheWindow;
        std::thread window([&] {
            profileOfTheWindow.emplace(engine::enter(profile(), QStringLiteral("window"), {}));
            entered = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(entered.load(), patience);
        window.join();
        QVERIFY(*profileOfTheWindow && **profileOfTheWindow);
        QVERIFY(!client.engine());
        // Asked while nobody is there to answer.
        std::optional<domain::Result<domain::FolderId>> made;
        client.requests().makePath(QStringLiteral("/A"), this, [&](const auto &result) { made.emplace(result); });
        m_owner = std::make_unique<engine::Engine>(std::move(***profileOfTheWindow), options(engine::Role::Window));
        m_owner->start();
        QTRY_VERIFY_WITH_TIMEOUT(made, patience);
        QVERIFY(*made);
        QVERIFY(!client.engine());
    }

    void aSecondWindowShowsTheFirst()
    {
        QVERIFY(own(engine::Role::Window));
        const QSignalSpy wanted(m_owner.get(), &engine::Engine::windowWanted);
        std::atomic<bool> entered = false;
        std::optional<domain::Result<std::optional<engine::Profile>>> second;
        std::thread window([&] {
            second.emplace(engine::enter(profile(), QStringLiteral("window"), {"/a", "/latin-\xe9", "learnlab://open?path=/b"}));
            entered = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(entered.load(), patience);
        window.join();
        QVERIFY(second->has_value());
        QVERIFY(!second->value());
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<QList<QByteArray>>(), (QList<QByteArray>{"/a", "/latin-\xe9", "learnlab://open?path=/b"}));
    }

    void whoIsAloneDoesNotAsk()
    {
        QVERIFY(own(engine::Role::Window));
        engine::Client client({profile(), QStringLiteral("test"), options(engine::Role::Command), true});
        const QSignalSpy failed(&client, &engine::Client::failed);
        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        QCOMPARE(failed[0][0].value<domain::Error>().code, domain::ErrorCode::ProfileInUse);
    }

private:
    [[nodiscard]] QString profile() const
    {
        return m_profile.isEmpty() ? m_folder->filePath(QStringLiteral("profile")) : m_profile;
    }
    [[nodiscard]] QString socketPath() const { return engine::ProfileFolder(profile()).socketPath(); }
    [[nodiscard]] engine::Options options(engine::Role role) const
    {
        engine::Options options;
        options.role = role;
        options.makeKeychain = [] { return std::make_unique<NoKeychain>(); };
        options.makeApi = [server = m_server](const QUrl &) { return test::makeSmallApi(server); };
        return options;
    }
    [[nodiscard]] bool own(engine::Role role)
    {
        auto owned = engine::Profile::own(profile(), QStringLiteral("test"));
        if (!owned)
            return false;
        m_owner = std::make_unique<engine::Engine>(std::move(*owned), options(role));
        QSignalSpy started(m_owner.get(), &engine::Engine::started);
        m_owner->start();
        return started.wait(patience);
    }
    [[nodiscard]] bool signIn()
    {
        std::optional<bool> done;
        m_owner->signIn(QStringLiteral("http://127.0.0.1:1"), QStringLiteral("ada@example.edu"), QStringLiteral("p"),
                        this, [&done](const auto &account) { done = account.has_value(); });
        return QTest::qWaitFor([&done] { return done.has_value(); }, patience) && *done;
    }
    [[nodiscard]] engine::Client makeClient() const
    {
        return engine::Client({profile(), QStringLiteral("test"), options(engine::Role::Command)});
    }
    [[nodiscard]] static bool begin(engine::Client &client)
    {
        QSignalSpy started(&client, &engine::Client::started);
        client.start();
        return started.wait(patience);
    }
    [[nodiscard]] std::optional<domain::FolderId> makePath(engine::Client &client, const char *path)
    {
        std::optional<domain::Result<domain::FolderId>> made;
        client.requests().makePath(QString::fromLatin1(path), this,
                                   [&made](const auto &result) { made.emplace(result); });
        if (!QTest::qWaitFor([&made] { return made.has_value(); }, patience) || !*made)
            return std::nullopt;
        return **made;
    }
    void connectTo(QLocalSocket &socket) const { QTRY_VERIFY_WITH_TIMEOUT(isConnected(socket), patience); }
    // The file is there a moment before anybody listens at it.
    [[nodiscard]] bool isConnected(QLocalSocket &socket) const
    {
        if (socket.state() == QLocalSocket::UnconnectedState)
            socket.connectToServer(socketPath());
        return socket.state() == QLocalSocket::ConnectedState;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
    std::shared_ptr<test::SmallServer> m_server;
    std::unique_ptr<engine::Engine> m_owner;
};

QTEST_GUILESS_MAIN(SocketTest)
#include "tst_socket.moc"
