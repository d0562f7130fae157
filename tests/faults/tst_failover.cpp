#include <testsupport/balancer.h>
#include <testsupport/patient_writer.h>
#include <testsupport/stage.h>

#include <QDir>
#include <QTest>

using namespace learnlab::testsupport;

namespace {

// Two servers with the same keys and the same store, on a database that has a standby, behind one address.
class Twins
{
public:
    Twins() : m_servers{std::make_unique<ServerProcess>(primary), std::make_unique<ServerProcess>(primary)} {}

    [[nodiscard]] bool start()
    {
        if (!primary.start(PrivatePostgres::Schema::Migrated) || !standby.follow(primary)) {
            m_error = primary.error() + standby.error();
            return false;
        }
        QList<quint16> ports;
        for (const auto &server : m_servers) {
            for (const char *file : {"auth.key_file", "objects.key_file", "receipts.key_file", "objects.directory"}) {
                server->set(QLatin1String(file) + QLatin1Char('=') + m_folder.filePath(QLatin1String(file)));
            }
            server->set(QStringLiteral("public_url=") + proxy.url().toString());
            server->set(QStringLiteral("limits.part_size=1048576"));
            server->set(QStringLiteral("limits.multipart_threshold=2097152"));
            server->setContentsAddress(proxy.url());
            server->setDatabase(bothAddresses());
            if (!server->start()) {
                m_error = server->error();
                return false;
            }
            ports.append(server->port());
            proxy.setContentsTarget(server->contentsPort());
        }
        m_balancer.setTargets(ports);
        proxy.setTarget(m_balancer.port());
        if (!keyring.start() || !m_servers[0]->addUser(Stage::email(), QStringLiteral("student"), Stage::password())) {
            m_error = keyring.error() + m_servers[0]->error();
            return false;
        }
        return true;
    }

    // Of the directory store: what has other bytes than its row says.
    [[nodiscard]] QByteArray wrongContents(const PrivatePostgres &database) const
    {
        QByteArray wrong;
        const QDir objects(m_folder.filePath(QStringLiteral("objects.directory")));
        const auto rows = sqlOf(database, QStringLiteral("SELECT s3_key, content_sha256 FROM files"));
        for (const auto &row : objects.exists() ? rows.split('\n') : QList<QByteArray>()) {
            const auto columns = row.split('|');
            if (digestOf(objects.filePath(QString::fromUtf8(columns.first()))) != columns.last()) {
                wrong += row + '\n';
            }
        }
        return wrong;
    }

    [[nodiscard]] ServerProcess &server(int which) { return *m_servers[size_t(which)]; }
    [[nodiscard]] QString error() const { return m_error; }

    KeyringSession keyring;
    PrivatePostgres primary;
    PrivatePostgres standby;
    FaultProxy proxy;

private:
    // As an administrator writes it; which of the two takes writes is found out.
    [[nodiscard]] QByteArray bothAddresses() const
    {
        auto url = primary.url();
        const auto host = [](const QByteArray &of) {
            const auto at = of.indexOf('@') + 1;
            return of.mid(at, of.lastIndexOf('/') - at);
        };
        return url.replace(host(url), host(standby.url()) + ',' + host(url)) + "?target_session_attrs=read-write";
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_servers[2];
    Balancer m_balancer;
    QString m_error;
};

} // namespace

// Servers and the database's machine die while clients work: the others take over, nothing acknowledged is lost.
class FailoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!isDeep()) {
            QSKIP("takes a minute: LEARNLAB_DEEP=1");
        }
        if (qEnvironmentVariable("LEARNLAB_TEST_STORE") == QLatin1String("s3") &&
            qEnvironmentVariableIsEmpty("LEARNLAB_TEST_CEPH")) {
            QSKIP("both servers need the same Ceph: LEARNLAB_TEST_CEPH");
        }
    }

    void init()
    {
        m_twins = std::make_unique<Twins>();
        QVERIFY2(m_twins->start(), qPrintable(m_twins->error()));
        for (int i = 0; i < clients; ++i) {
            m_clients.push_back(std::make_unique<CliRunner>(m_twins->keyring));
            QCOMPARE(m_clients.back()->login(m_twins->proxy.url(), Stage::email(), Stage::password()).exitCode, 0);
        }
    }

    void cleanup()
    {
        m_writer.reset();
        m_running.clear();
        m_clients.clear();
        m_twins.reset();
    }

    // Each dies in turn and is away while the other carries everything.
    void eitherServerIsKilled()
    {
        begin();
        int killed = 0;
        for (int round = 0; round < 6 && working(); ++round) {
            QVERIFY(progress(20));
            if (!working()) {
                break;
            }
            auto &dying = m_twins->server(round % 2);
            dying.kill();
            ++killed;
            const auto at = m_writer->elapsed();
            QVERIFY(acknowledgedSince(at));
            qInfo("writes again %lld ms after a server was killed", m_writer->longestPause(at));
            QVERIFY(progress(20));
            QVERIFY2(dying.restart(), qPrintable(dying.error()));
        }
        QVERIFY2(killed >= 2, "both were killed while clients worked");
        finish(m_twins->primary);
    }

    void theDatabaseFailsOver()
    {
        begin();
        QVERIFY(progress(40));
        QVERIFY2(working(), "the blow fell into the work");
        m_twins->primary.crash();
        const auto crashed = m_writer->elapsed();
        QVERIFY2(m_twins->standby.promote(), qPrintable(m_twins->standby.error()));
        const auto promoted = m_writer->elapsed();
        QVERIFY(acknowledgedSince(promoted));
        qInfo("promoted %lld ms after the crash; writes again %lld ms after the crash", promoted - crashed,
              m_writer->longestPause(crashed));
        finish(m_twins->standby);
    }

    // Its machine hangs: it takes connections and bytes and answers nobody.
    void theDatabaseHangs()
    {
        begin();
        QVERIFY(progress(40));
        QVERIFY2(working(), "the blow fell into the work");
        m_twins->primary.freeze();
        const auto frozen = m_writer->elapsed();
        QVERIFY2(m_twins->standby.promote(), qPrintable(m_twins->standby.error()));
        QVERIFY(acknowledgedSince(m_writer->elapsed()));
        qInfo("writes again %lld ms after the database froze", m_writer->longestPause(frozen));
        finish(m_twins->standby);
    }

private:
    static constexpr int clients = 3;

    void begin()
    {
        ++m_round;
        m_expected.clear();
        m_twins->proxy.forget();
        m_seen = 0;
        m_writer = std::make_unique<PatientWriter>();
        m_writer->start(m_twins->proxy.url(), Stage::email(), Stage::password(), QStringLiteral("w%1-").arg(m_round));
        for (int i = 0; i < clients; ++i) {
            const auto name = QStringLiteral("round %1 client %2").arg(m_round).arg(i);
            const auto seed = quint32(m_round * 100 + i);
            auto tree = makeTree(m_local.filePath(name), seed, {.files = 150, .folders = 12});
            tree.insert("large.bin", makeFile(m_local.filePath(name) + QStringLiteral("/large.bin"), 12 << 20, seed));
            m_expected.insert(name.toUtf8(), "/");
            for (auto it = tree.begin(); it != tree.end(); ++it) {
                m_expected.insert(name.toUtf8() + '/' + it.key(), it.value());
            }
            m_running.push_back(m_clients[size_t(i)]->start(
                {QStringLiteral("put"), QStringLiteral("--wait"), QStringLiteral("400"), m_local.filePath(name)}));
        }
    }

    [[nodiscard]] bool working() const
    {
        return std::any_of(m_running.begin(), m_running.end(), [](const auto &put) { return put->running(); });
    }

    // So many requests of the clients further, unless they are done.
    [[nodiscard]] bool progress(int requests)
    {
        m_seen = m_twins->proxy.requests().size() + requests;
        return waitUntil([this] { return !working() || m_twins->proxy.requests().size() >= m_seen; }, 120000);
    }

    [[nodiscard]] bool acknowledgedSince(qint64 moment) const
    {
        return waitUntil(
            [&] {
                const auto all = m_writer->acknowledged();
                return !all.isEmpty() && all.last().milliseconds > moment;
            },
            180000);
    }

    void finish(const PrivatePostgres &database)
    {
        for (size_t i = 0; i < m_running.size(); ++i) {
            QVERIFY2(m_running[i]->waitForExit(400000), m_running[i]->err());
            // The command stays through it: what it says to be there is there.
            QVERIFY2(m_running[i]->exitCode() == 0, m_running[i]->out() + m_running[i]->err());
        }
        m_running.clear();
        m_writer->stop();
        QCOMPARE(m_writer->surprises(), QByteArray());
        const auto acknowledged = m_writer->acknowledged();
        QVERIFY(!acknowledged.isEmpty());
        for (const auto &each : acknowledged) {
            m_expected.insert(each.name, "/");
        }
        qInfo("%lld folders acknowledged, longest pause %lld ms", qint64(acknowledged.size()),
              m_writer->longestPause(0));
        auto found = treeOf(database);
        // Made, and its answer lost at the very end: it may be there, or not.
        const auto last =
            QByteArray("w") + QByteArray::number(m_round) + '-' + QByteArray::number(acknowledged.size() + 1);
        found.remove(last);
        QCOMPARE(difference(m_expected, found), QByteArray());
        QCOMPARE(faultsOf(database), QByteArray());
        QCOMPARE(m_twins->wrongContents(database), QByteArray());
        m_writer.reset();
    }

    std::unique_ptr<Twins> m_twins;
    std::vector<std::unique_ptr<CliRunner>> m_clients;
    std::vector<std::unique_ptr<ChildProcess>> m_running;
    std::unique_ptr<PatientWriter> m_writer;
    QTemporaryDir m_local;
    TreeDigests m_expected;
    int m_round = 0;
    qsizetype m_seen = 0;
};

QTEST_GUILESS_MAIN(FailoverTest)
#include "tst_failover.moc"
