#include <testsupport/private_postgres.h>
#include <testsupport/server_process.h>

#include "session/session.h"
#include "support/qt_scheduler.h"
#include "sync/sync.h"

#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;
using domain::ErrorCode;
using namespace std::chrono_literals;

namespace {

const QString email = QStringLiteral("ada@example.org");
const QString password = QStringLiteral("correct horse");

/// Waits for the answer of a call.
template <class T, class Start>
domain::Result<T> answerOf(Start start)
{
    std::optional<domain::Result<T>> result;
    const api::CallHandle call = start([&](domain::Result<T> answer) { result = std::move(answer); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000))
        return domain::fail(ErrorCode::Internal, QStringLiteral("no answer"));
    return *result;
}

template <class T>
QString told(const domain::Result<T> &result)
{
    return result ? QStringLiteral("ok") : QString(domain::codeName(result.error().code));
}

/// One computer of the user: session, mirror and sync over HTTP.
struct Device
{
    explicit Device(const QUrl &server) : api(api::makeHttpApi(server)), keychain(secrets::makeMemoryKeychain())
    {
        auto opened = mirror::openStore(folder.filePath(QStringLiteral("mirror.db")), scheduler);
        if (!opened)
            qFatal("no mirror");
        store = std::move(*opened);
        session = session::makeSession(QStringLiteral("host-user"), *api, *store, *keychain, scheduler, clock);
        sync = sync::makeSync(*api, *store, *session, scheduler, clock, random);
        api->setTokenSource(session.get());
    }
    ~Device() { sync.reset(); }

    [[nodiscard]] bool signIn()
    {
        std::optional<domain::Result<session::SignedIn>> signedIn;
        const auto steps =
            session::signIn(*api, {email, password, QStringLiteral("test")},
                            [&](domain::Result<session::SignedIn> result) { signedIn = std::move(result); });
        if (!QTest::qWaitFor([&] { return signedIn.has_value(); }, 30'000) || !*signedIn)
            return false;
        bool adopted = false;
        session->adopt((*signedIn)->tokens, [&](const domain::Result<void> &result) { adopted = result.has_value(); });
        return QTest::qWaitFor([&] { return adopted; }, 30'000);
    }

    [[nodiscard]] domain::Operation createFolder(const QString &name, domain::FolderId parent = {})
    {
        domain::Operation operation;
        operation.id = domain::makeId<domain::OperationId>(clock, random);
        operation.kind = domain::OperationKind::CreateFolder;
        operation.target = domain::ItemRef::of(domain::makeId<domain::FolderId>(clock, random));
        operation.parentId = parent;
        operation.name = name;
        operation.createdAt = clock.now();
        return operation;
    }

    void queue(const domain::Operation &operation)
    {
        bool queued = false;
        store->write([operation](mirror::Writer &writer) { return writer.queueOperation(operation); },
                     [&](const domain::Result<void> &) { queued = true; });
        (void)QTest::qWaitFor([&] { return queued; }, 30'000);
        sync->nudge();
    }

    QTemporaryDir folder;
    support::SystemClock clock;
    support::SystemRandom random;
    support::QtScheduler scheduler;
    std::unique_ptr<api::HttpApi> api;
    std::unique_ptr<secrets::Keychain> keychain;
    std::unique_ptr<mirror::Store> store;
    std::unique_ptr<session::Session> session;
    std::unique_ptr<sync::Sync> sync;
};

} // namespace

class TestApiOnServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void capabilities();
    void registersOnce();
    void wrongPassword();
    void rotation();
    void account();
    void operations();
    void uploads();
    void feed();
    void longPollHearsOfChanges();
    void staleTokenIsRenewed();
    void twoDevices();
    void eventsTell();
    void signOutEndsTheSession();
    void serverGoesAndComes();

private:
    testsupport::PrivatePostgres m_postgres;
    std::unique_ptr<testsupport::ServerProcess> m_server;
};

void TestApiOnServer::initTestCase()
{
    QVERIFY2(m_postgres.start(testsupport::PrivatePostgres::Schema::Migrated), qPrintable(m_postgres.error()));
    m_server = std::make_unique<testsupport::ServerProcess>(m_postgres);
    m_server->set(QStringLiteral("registration=open"));
    QVERIFY2(m_server->start(), qPrintable(m_server->error()));
    QVERIFY(m_server->addUser(email, QStringLiteral("ada"), password.toUtf8()));
}

void TestApiOnServer::capabilities()
{
    const auto api = api::makeHttpApi(m_server->url());
    const auto found = answerOf<api::Capabilities>([&](auto reply) { return api->capabilities(reply); });
    QCOMPARE(told(found), QStringLiteral("ok"));
    QVERIFY(found->registrationOpen);
    QVERIFY(!found->serverId.isEmpty() && found->limits.maxFileSize > 0);
}

void TestApiOnServer::registersOnce()
{
    const auto api = api::makeHttpApi(m_server->url());
    const api::Registration bob{QStringLiteral("bob@example.org"), QStringLiteral("bob"), QStringLiteral("long enough"),
                                QStringLiteral("Bob B.")};
    const auto first = answerOf<domain::User>([&](auto reply) { return api->registerUser(bob, reply); });
    QCOMPARE(told(first), QStringLiteral("ok"));
    QCOMPARE(first->fullName, bob.fullName);
    const auto again = answerOf<domain::User>([&](auto reply) { return api->registerUser(bob, reply); });
    QCOMPARE(told(again), QStringLiteral("registration_refused"));
    QCOMPARE(again.error().field, QStringLiteral("email"));
    const auto weak = answerOf<domain::User>([&](auto reply) {
        return api->registerUser({QStringLiteral("c@example.org"), QStringLiteral("c"), QStringLiteral("short"), {}},
                                 reply);
    });
    QCOMPARE(told(weak), QStringLiteral("registration_refused"));
    QCOMPARE(weak.error().field, QStringLiteral("password"));
}

void TestApiOnServer::wrongPassword()
{
    const auto api = api::makeHttpApi(m_server->url());
    QCOMPARE(told(answerOf<api::Tokens>([&](auto reply) {
                 return api->login({email, QStringLiteral("wrong"), {}}, reply);
             })),
             QStringLiteral("bad_credentials"));
}

void TestApiOnServer::rotation()
{
    class Fixed : public api::TokenSource
    {
    public:
        void accessToken(const QByteArray &, std::function<void(domain::Result<QByteArray>)> reply) override
        {
            reply(token);
        }
        QByteArray token;
    } tokens;
    const auto api = api::makeHttpApi(m_server->url());
    api->setTokenSource(&tokens);
    const auto refresh = [&](const QByteArray &token) {
        return answerOf<api::Tokens>([&](auto reply) { return api->refresh(token, reply); });
    };
    const auto first = answerOf<api::Tokens>([&](auto reply) {
        return api->login({email, password, QStringLiteral("x")}, reply);
    });
    QCOMPARE(told(first), QStringLiteral("ok"));
    QVERIFY(first->refresh.size() <= 255);
    const auto second = refresh(first->refresh);
    const auto repeated = refresh(first->refresh); // a lost answer, asked for again
    QCOMPARE(told(second), QStringLiteral("ok"));
    QCOMPARE(told(repeated), QStringLiteral("ok"));
    QCOMPARE(repeated->refresh, second->refresh);
    // Once the new generation was used, the old one is theft.
    tokens.token = second->access;
    QCOMPARE(told(answerOf<domain::User>([&](auto reply) { return api->me(reply); })), QStringLiteral("ok"));
    QCOMPARE(told(refresh(first->refresh)), QStringLiteral("session_ended"));
    QCOMPARE(told(refresh(second->refresh)), QStringLiteral("session_ended"));
    QCOMPARE(told(refresh("not.a.token")), QStringLiteral("session_ended"));
}

void TestApiOnServer::account()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    const auto me = answerOf<domain::User>([&](auto reply) { return device.api->me(reply); });
    QCOMPARE(me->email, email);
    QVERIFY(me->lastLogin);
    const auto usage = answerOf<domain::Usage>([&](auto reply) { return device.api->usage(reply); });
    QCOMPARE(told(usage), QStringLiteral("ok"));
    const auto sessions = answerOf<QList<domain::Session>>([&](auto reply) { return device.api->sessions(reply); });
    QCOMPARE(told(sessions), QStringLiteral("ok"));
    const auto current =
        std::count_if(sessions->begin(), sessions->end(), [](const domain::Session &one) { return one.current; });
    QCOMPARE(current, 1);
}

void TestApiOnServer::operations()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    const auto run = [&](const QList<domain::Operation> &list) {
        return answerOf<QList<domain::OperationResult>>(
            [&](auto reply) { return device.api->operations(list, reply); });
    };
    const domain::Operation create = device.createFolder(QStringLiteral("Ops"));
    domain::Operation rename = device.createFolder(QStringLiteral("Ops 2"));
    rename.kind = domain::OperationKind::Rename;
    rename.target = create.target;
    rename.ifAfter = create.id;
    domain::Operation again = device.createFolder(QStringLiteral("Ops 2"));
    domain::Operation stale = rename;
    stale.id = domain::makeId<domain::OperationId>(device.clock, device.random);
    stale.ifAfter.reset();
    stale.ifRevision = 1'000'000;
    const auto results = run({create, rename, again, stale});
    QCOMPARE(told(results), QStringLiteral("ok"));
    QCOMPARE(results->at(0).folder->name, QStringLiteral("Ops"));
    QCOMPARE(results->at(1).folder->name, QStringLiteral("Ops 2"));
    QCOMPARE(results->at(2).error->code, ErrorCode::NameTaken);
    QCOMPARE(results->at(3).error->code, ErrorCode::RevisionConflict);
    const auto repeated = run({create, rename, again, stale});
    QCOMPARE(repeated->at(1).folder, results->at(1).folder);
    again.useExisting = true;
    again.id = domain::makeId<domain::OperationId>(device.clock, device.random);
    QCOMPARE(run({again})->at(0).folder->id, create.target.folderId());
}

void TestApiOnServer::uploads()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    const auto request = [&](qint64 size, const QByteArray &sha256) {
        api::UploadRequest upload;
        upload.uploadId = domain::makeId<domain::UploadId>(device.clock, device.random);
        upload.fileId = domain::makeId<domain::FileId>(device.clock, device.random);
        upload.filename = QStringLiteral("file-%1").arg(size);
        upload.fileSize = size;
        upload.mimeType = QStringLiteral("application/octet-stream");
        upload.contentModifiedAt = device.clock.now();
        upload.sha256 = sha256;
        return upload;
    };
    const QByteArray digest(32, '\x11');
    const api::UploadRequest small = request(5, digest);
    const api::UploadRequest large = request(40'000'000, {});
    const auto created = answerOf<QList<api::UploadAnswer>>([&](auto reply) {
        return device.api->createUploads({small, large}, reply);
    });
    QCOMPARE(told(created), QStringLiteral("ok"));
    QCOMPARE(created->at(0).status, api::UploadStatus::Single);
    QVERIFY(created->at(0).put.url.isValid() && created->at(0).put.lifetime > 0s);
    QCOMPARE(created->at(1).status, api::UploadStatus::Multipart);
    QVERIFY(created->at(1).partSize > 0);
    const auto parts = answerOf<QList<api::PartUrl>>([&](auto reply) {
        return device.api->partUrls(large.uploadId, {{1, created->at(1).partSize, digest}}, reply);
    });
    QCOMPARE(told(parts), QStringLiteral("ok"));
    const auto state =
        answerOf<api::UploadState>([&](auto reply) { return device.api->uploadState(large.uploadId, reply); });
    QCOMPARE(told(state), QStringLiteral("ok"));
    QCOMPARE(state->phase, api::UploadState::Phase::Open);
    QVERIFY(state->parts.isEmpty());
    const auto early = answerOf<QList<api::UploadAnswer>>([&](auto reply) {
        return device.api->completeUploads({{small.uploadId, digest, {}, {}}}, reply);
    });
    QCOMPARE(told(early), QStringLiteral("ok"));
    QCOMPARE(early->at(0).status, api::UploadStatus::Failed);
    QCOMPARE(early->at(0).error->code, ErrorCode::UploadGone); // nothing has been sent
    QCOMPARE(told(answerOf<void>([&](auto reply) { return device.api->abandonUpload(large.uploadId, reply); })),
             QStringLiteral("ok"));
    const auto nobodys = domain::makeId<domain::UploadId>(device.clock, device.random);
    QCOMPARE(told(answerOf<api::UploadState>([&](auto reply) { return device.api->uploadState(nobodys, reply); })),
             QStringLiteral("upload_gone"));
    const auto absent = domain::makeId<domain::FileId>(device.clock, device.random);
    const auto downloads =
        answerOf<QList<api::DownloadUrl>>([&](auto reply) { return device.api->downloads({absent}, reply); });
    QCOMPARE(downloads->at(0).error->code, ErrorCode::NotFound);
}

void TestApiOnServer::feed()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    const auto pull = [&](const QByteArray &after, int limit) {
        return answerOf<api::Changes>([&](auto reply) { return device.api->changes(after, limit, 0s, reply); });
    };
    for (int i = 0; i < 3; ++i) {
        const auto create = device.createFolder(QStringLiteral("Feed %1").arg(i));
        QVERIFY(answerOf<QList<domain::OperationResult>>(
            [&](auto reply) { return device.api->operations({create}, reply); }));
    }
    const auto first = pull({}, 2);
    QCOMPARE(told(first), QStringLiteral("ok"));
    QVERIFY(first->more && first->folders.size() <= 2);
    const auto rest = pull(first->cursor, 1000);
    QVERIFY(!rest->more && !rest->folders.isEmpty());
    QCOMPARE(told(pull("no such cursor", 10)), QStringLiteral("cursor_unknown"));
}

void TestApiOnServer::longPollHearsOfChanges()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    const auto head = answerOf<api::Changes>([&](auto reply) { return device.api->changes({}, 5000, 0s, reply); });
    std::optional<domain::Result<api::Changes>> news;
    const auto poll = device.api->changes(head->cursor, 1000, 50s,
                                          [&](domain::Result<api::Changes> changes) { news = std::move(changes); });
    const auto create = device.createFolder(QStringLiteral("News"));
    QVERIFY(
        answerOf<QList<domain::OperationResult>>([&](auto reply) { return device.api->operations({create}, reply); }));
    QTRY_VERIFY_WITH_TIMEOUT(news, 20'000); // long before the 50 s
    QCOMPARE((*news)->folders.size(), 1);
}

void TestApiOnServer::staleTokenIsRenewed()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    class Stale : public api::TokenSource
    {
    public:
        explicit Stale(api::TokenSource &good) : m_good(good) {}
        void accessToken(const QByteArray &refused, std::function<void(domain::Result<QByteArray>)> reply) override
        {
            if (refused.isEmpty())
                return reply(QByteArray("not.a.token"));
            renewed = true;
            m_good.accessToken({}, std::move(reply));
        }
        bool renewed = false;

    private:
        api::TokenSource &m_good;
    } stale(*device.session);
    device.api->setTokenSource(&stale);
    QCOMPARE(told(answerOf<domain::User>([&](auto reply) { return device.api->me(reply); })), QStringLiteral("ok"));
    QVERIFY(stale.renewed);
}

void TestApiOnServer::twoDevices()
{
    Device one(m_server->url());
    Device two(m_server->url());
    QVERIFY(one.signIn() && two.signIn());
    one.sync->start();
    two.sync->start();
    const auto create = one.createFolder(QStringLiteral("Shared"));
    one.queue(create);
    const auto id = create.target.folderId();
    QTRY_VERIFY_WITH_TIMEOUT(two.store->read().folder(id), 20'000);
    domain::Operation rename = two.createFolder(QStringLiteral("Renamed"));
    rename.kind = domain::OperationKind::Rename;
    rename.target = create.target;
    two.queue(rename);
    QTRY_COMPARE_WITH_TIMEOUT(one.store->read().folder(id)->name, QStringLiteral("Renamed"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(two.sync->status().pendingOperations, 0, 20'000);
    QCOMPARE(one.store->read().folder(id)->revision, two.store->read().folder(id)->revision);
}

void TestApiOnServer::eventsTell()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    int opened = 0;
    int changed = 0;
    std::optional<domain::Error> closed;
    const auto channel = device.api->events(
        {[&] { ++opened; }, [&] { ++changed; }, [&](const domain::Error &error) { closed = error; }});
    QTRY_COMPARE_WITH_TIMEOUT(opened, 1, 20'000);
    const auto create = device.createFolder(QStringLiteral("Told"));
    QVERIFY(answerOf<QList<domain::OperationResult>>([&](auto reply) {
                return device.api->operations({create}, reply);
            }).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(changed > 0, 20'000);
    // While it is up, the feed is asked only when there is something.
    device.sync->start();
    QTRY_VERIFY_WITH_TIMEOUT(device.sync->status().upToDate, 20'000);
    std::optional<domain::Result<void>> out;
    device.session->signOut([&](domain::Result<void> result) { out = std::move(result); });
    QTRY_VERIFY_WITH_TIMEOUT(closed, 20'000);
    QCOMPARE(closed->code, ErrorCode::TokenExpired);
}

void TestApiOnServer::signOutEndsTheSession()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    std::optional<domain::Result<QByteArray>> token;
    device.session->accessToken({}, [&](domain::Result<QByteArray> answer) { token = std::move(answer); });
    QTRY_VERIFY(token && *token);
    std::optional<domain::Result<void>> out;
    device.session->signOut([&](domain::Result<void> result) { out = std::move(result); });
    QTRY_VERIFY_WITH_TIMEOUT(out, 20'000);
    QVERIFY(*out);
    QVERIFY(!device.store->read().currentSession());
    class Old : public api::TokenSource
    {
    public:
        void accessToken(const QByteArray &, std::function<void(domain::Result<QByteArray>)> reply) override
        {
            reply(token);
        }
        QByteArray token;
    } old;
    old.token = **token;
    device.api->setTokenSource(&old);
    QCOMPARE(told(answerOf<domain::User>([&](auto reply) { return device.api->me(reply); })),
             QStringLiteral("session_ended"));
}

void TestApiOnServer::serverGoesAndComes()
{
    Device device(m_server->url());
    QVERIFY(device.signIn());
    device.sync->start();
    QTRY_VERIFY_WITH_TIMEOUT(device.sync->status().upToDate, 20'000);
    m_server->kill();
    QTRY_COMPARE_WITH_TIMEOUT(device.session->status().state, session::State::Offline, 30'000);
    const auto create = device.createFolder(QStringLiteral("Offline"));
    device.queue(create);
    QCOMPARE(device.store->read().folder(create.target.folderId())->revision, 0);
    QVERIFY2(m_server->restart(), qPrintable(m_server->error()));
    device.sync->nudge();
    QTRY_VERIFY_WITH_TIMEOUT(device.store->read().folder(create.target.folderId())->revision > 0, 60'000);
    QCOMPARE(device.session->status().state, session::State::Online);
}

QTEST_GUILESS_MAIN(TestApiOnServer)
#include "tst_api_on_server.moc"
