#include "content/content.h"

#include "mirror/writer.h"
#include "support/qt_scheduler.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab;
using domain::ErrorCode;
using domain::Result;
using domain::Transfer;
using domain::TransferState;

namespace {

QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Downloads at once what is queued, or fails as the test says.
class InstantTransfers final : public transfer::Transfers
{
public:
    InstantTransfers(mirror::Store &store, support::Scheduler &scheduler) : m_store(store), m_scheduler(scheduler) {}

    QHash<domain::FileId, QByteArray> server;
    std::optional<domain::Error> failure;
    int fetched = 0;
    QList<domain::TransferId> cancelled;

    void nudge() override
    {
        const QList<Transfer> rows = m_store.read().unfinishedTransfers();
        for (const Transfer &row : rows) {
            if (row.state == TransferState::Queued)
                carry(row);
        }
    }
    void retry(domain::TransferId id) override
    {
        if (const auto row = m_store.read().transfer(id))
            carry(*row);
    }
    void cancel(domain::TransferId id) override { cancelled.append(id); }
    void whenSettled(const QList<domain::TransferId> &, std::function<void()> reply) override
    {
        m_scheduler.post([this, reply] { m_scheduler.post(reply); });
    }
    void start() override {}
    void stop() override {}
    void pause(domain::TransferId) override {}
    void resume(domain::TransferId) override {}
    void retryWith(domain::TransferId id, domain::OnConflict) override { retry(id); }
    void pauseAll() override {}
    void resumeAll() override {}
    void clearFinished() override {}
    void first(domain::TransferId) override {}
    void moveBefore(domain::TransferId, domain::TransferId) override {}
    void pauseGroup(domain::TransferId) override {}
    void resumeGroup(domain::TransferId) override {}
    void cancelGroup(domain::TransferId) override {}
    void retryGroup(domain::TransferId) override {}
    void firstGroup(domain::TransferId) override {}
    void setRateLimits(const transfer::RateLimits &) override {}
    [[nodiscard]] transfer::RateLimits rateLimits() const override { return {}; }
    void setNetwork(const transfer::NetworkCondition &) override {}
    void networkChanged() override {}
    [[nodiscard]] transfer::Summary summary() const override { return {}; }
    [[nodiscard]] std::optional<transfer::Live> live(domain::TransferId) const override { return {}; }
    void listen(std::function<void()>) override {}

private:
    void carry(Transfer row)
    {
        if (failure) {
            row.state = TransferState::Failed;
            row.error = failure;
        } else {
            ++fetched;
            QFile file(QFile::decodeName(row.localPath));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(server.value(row.fileId));
            row.state = TransferState::Done;
        }
        m_store.write(
            [row, bytes = server.value(row.fileId)](mirror::Writer &writer) -> Result<void> {
                if (row.pinned && row.state == TransferState::Done) {
                    auto content = writer.read().content(row.fileId).value_or(mirror::ContentRow{.fileId = row.fileId});
                    content.sha256 = hash(bytes);
                    content.size = bytes.size();
                    content.present = true;
                    if (auto set = writer.setContent(content); !set)
                        return set;
                }
                return writer.updateTransfer(row);
            },
            [](const Result<void> &) {});
    }

    mirror::Store &m_store;
    support::Scheduler &m_scheduler;
};

} // namespace

class ContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsAFile();
    void keepsAFolder();
    void unkeepRemovesBytes();
    void newVersionIsFetched();
    void opensACopy();
    void neverOverwritesWorkInACopy();
    void opensOlderVersionWithoutNetwork();
    void damagedBytesAreFetchedAgain();
    void copiesFromWhatIsKept();
    void downloadsWhatIsNot();
    void doesNotReplaceUnasked();
    void wipes();

private:
    domain::File addFile(const QString &name, const QByteArray &bytes, domain::FolderId folder = {});
    void apply(const mirror::ChangesPage &page);
    template <class T>
    Result<T> waitFor(const std::function<void(std::function<void(Result<T>)>)> &ask)
    {
        std::optional<Result<T>> got;
        ask([&got](Result<T> result) { got = std::move(result); });
        [&] { QTRY_VERIFY(got); }();
        return got.value_or(domain::fail(ErrorCode::Internal));
    }
    Result<QList<domain::TransferId>> keep(domain::ItemRef item)
    {
        return waitFor<QList<domain::TransferId>>([&](auto reply) { m_content->keep(item, reply); });
    }
    Result<QString> open(domain::FileId id)
    {
        return waitFor<QString>([&](auto reply) { m_content->open(id, reply); });
    }
    Result<void> copyTo(domain::FileId id, const QString &path, bool replace = false)
    {
        return waitFor<void>([&](auto reply) { m_content->copyTo(id, QFile::encodeName(path), replace, reply); });
    }
    [[nodiscard]] QString kept(const QByteArray &bytes) const
    {
        return m_dir->filePath(QStringLiteral("content/") + QString::fromLatin1(hash(bytes).toHex()));
    }
    [[nodiscard]] static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    support::SystemClock m_clock;
    support::SystemRandom m_random;
    std::unique_ptr<support::QtScheduler> m_scheduler;
    std::unique_ptr<mirror::Store> m_store;
    std::unique_ptr<InstantTransfers> m_transfers;
    std::unique_ptr<transfer::LocalFiles> m_files;
    std::unique_ptr<content::Content> m_content;
    qint64 m_revision = 0;
};

void ContentTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_scheduler = std::make_unique<support::QtScheduler>();
    auto store = mirror::openStepStore(m_dir->filePath(QStringLiteral("mirror.db")), *m_scheduler);
    QVERIFY(store.has_value());
    m_store = *std::move(store);
    m_transfers = std::make_unique<InstantTransfers>(*m_store, *m_scheduler);
    m_files = transfer::makeLocalFiles(*m_scheduler);
    m_content = content::makeContent(m_dir->path(), *m_store, *m_transfers, *m_files, *m_scheduler, m_clock, m_random);
    m_revision = 0;
}

void ContentTest::cleanup()
{
    m_content.reset();
    m_files.reset();
    m_transfers.reset();
    m_store.reset();
    m_scheduler.reset();
}

void ContentTest::apply(const mirror::ChangesPage &page)
{
    bool applied = false;
    m_store->write([page](mirror::Writer &writer) { return writer.applyPage(page); },
                   [&applied](const Result<void> &done) { applied = done.has_value(); });
    QTRY_VERIFY(applied);
}

domain::File ContentTest::addFile(const QString &name, const QByteArray &bytes, domain::FolderId folder)
{
    domain::File file;
    file.id = domain::makeId<domain::FileId>(m_clock, m_random);
    file.folderId = folder;
    file.filename = name;
    file.fileSize = bytes.size();
    file.contentSha256 = hash(bytes);
    file.createdAt = file.updatedAt = m_clock.now();
    file.revision = ++m_revision;
    m_transfers->server.insert(file.id, bytes);
    mirror::ChangesPage page;
    page.cursor = QByteArray::number(m_revision);
    page.files = {file};
    apply(page);
    return file;
}

void ContentTest::keepsAFile()
{
    const domain::File file = addFile(QStringLiteral("a.txt"), "hello");
    const auto queued = keep(domain::ItemRef::of(file.id));
    QVERIFY(queued.has_value());
    QCOMPARE(queued->size(), 1);
    QTRY_VERIFY(m_store->read().content(file.id)->present);
    QVERIFY(m_store->read().content(file.id)->pinned);
    QCOMPARE(read(kept("hello")), QByteArray("hello"));
    QVERIFY(keep(domain::ItemRef::of(file.id))->isEmpty()); // it is here
    QCOMPARE(m_transfers->fetched, 1);
}

void ContentTest::keepsAFolder()
{
    domain::Folder outer;
    outer.id = domain::makeId<domain::FolderId>(m_clock, m_random);
    outer.name = QStringLiteral("outer");
    outer.revision = ++m_revision;
    domain::Folder inner = outer;
    inner.id = domain::makeId<domain::FolderId>(m_clock, m_random);
    inner.parentId = outer.id;
    inner.name = QStringLiteral("inner");
    inner.revision = ++m_revision;
    mirror::ChangesPage page;
    page.cursor = "c";
    page.folders = {outer, inner};
    apply(page);
    const domain::File deep = addFile(QStringLiteral("deep"), "deep", inner.id);
    const domain::File shallow = addFile(QStringLiteral("shallow"), "shallow", outer.id);
    const domain::File elsewhere = addFile(QStringLiteral("elsewhere"), "elsewhere");
    QCOMPARE(keep(domain::ItemRef::of(outer.id))->size(), 2);
    QTRY_VERIFY(m_store->read().content(deep.id)->present && m_store->read().content(shallow.id)->present);
    QVERIFY(!m_store->read().content(elsewhere.id));
}

void ContentTest::unkeepRemovesBytes()
{
    const domain::File one = addFile(QStringLiteral("one"), "same");
    const domain::File two = addFile(QStringLiteral("two"), "same");
    QVERIFY(keep(domain::ItemRef::of(one.id)).has_value());
    QVERIFY(keep(domain::ItemRef::of(two.id)).has_value());
    QTRY_VERIFY(m_store->read().content(two.id)->present);
    QVERIFY(waitFor<void>([&](auto reply) { m_content->unkeep(domain::ItemRef::of(one.id), reply); }).has_value());
    QVERIFY(QFile::exists(kept("same"))); // the other file's bytes too
    QVERIFY(waitFor<void>([&](auto reply) { m_content->unkeep(domain::ItemRef::of(two.id), reply); }).has_value());
    QVERIFY(!QFile::exists(kept("same")));
    QVERIFY(!m_store->read().content(two.id));
}

void ContentTest::newVersionIsFetched()
{
    domain::File file = addFile(QStringLiteral("a"), "old");
    QVERIFY(keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_store->read().content(file.id)->present);
    file.contentSha256 = hash("new!");
    file.fileSize = 4;
    file.revision = ++m_revision;
    m_transfers->server.insert(file.id, "new!");
    mirror::ChangesPage page;
    page.cursor = "later";
    page.files = {file};
    apply(page);
    QTRY_COMPARE(m_store->read().content(file.id)->sha256, hash("new!"));
    QCOMPARE(read(kept("new!")), QByteArray("new!"));
}

void ContentTest::opensACopy()
{
    const domain::File file = addFile(QStringLiteral("a:b.txt"), "hello");
    const auto path = open(file.id);
    QVERIFY(path.has_value());
    QCOMPARE(read(*path), QByteArray("hello"));
    QVERIFY(path->startsWith(m_dir->filePath(QStringLiteral("open/") + domain::toText(file.id))));
    QVERIFY(!path->contains(QLatin1Char(':')));
    QVERIFY(!m_store->read().content(file.id)->pinned);
    QCOMPARE(open(file.id), path); // the same copy
    QCOMPARE(m_transfers->fetched, 1);
}

void ContentTest::neverOverwritesWorkInACopy()
{
    const domain::File file = addFile(QStringLiteral("a.txt"), "hello");
    const auto path = open(file.id);
    QVERIFY(path.has_value());
    write(*path, "hours of work");
    const auto other = open(file.id);
    QVERIFY(other.has_value());
    QVERIFY(*other != *path);
    QCOMPARE(read(*path), QByteArray("hours of work"));
    QCOMPARE(read(*other), QByteArray("hello"));
}

void ContentTest::opensOlderVersionWithoutNetwork()
{
    domain::File file = addFile(QStringLiteral("a.txt"), "old");
    QVERIFY(keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_store->read().content(file.id)->present);
    m_transfers->failure = domain::Error{ErrorCode::Offline, {}};
    file.contentSha256 = hash("new");
    file.revision = ++m_revision;
    mirror::ChangesPage page;
    page.cursor = "later";
    page.files = {file};
    apply(page);
    const auto path = open(file.id);
    QVERIFY(path.has_value());
    QCOMPARE(read(*path), QByteArray("old"));
    const domain::File never = addFile(QStringLiteral("never"), "seen");
    QCOMPARE(open(never.id).error().code, ErrorCode::Offline);
}

void ContentTest::damagedBytesAreFetchedAgain()
{
    const domain::File file = addFile(QStringLiteral("a.txt"), "hello");
    QVERIFY(keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_store->read().content(file.id)->present);
    write(kept("hello"), "hellx");
    const auto path = open(file.id);
    QVERIFY(path.has_value());
    QCOMPARE(read(*path), QByteArray("hello"));
    QCOMPARE(m_transfers->fetched, 2);
}

void ContentTest::copiesFromWhatIsKept()
{
    const domain::File file = addFile(QStringLiteral("a.txt"), "hello");
    QVERIFY(keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_store->read().content(file.id)->present);
    m_transfers->failure = domain::Error{ErrorCode::Offline, {}};
    QVERIFY(copyTo(file.id, m_dir->filePath(QStringLiteral("out"))).has_value());
    QCOMPARE(read(m_dir->filePath(QStringLiteral("out"))), QByteArray("hello"));
}

void ContentTest::downloadsWhatIsNot()
{
    const domain::File file = addFile(QStringLiteral("a.txt"), "hello");
    m_transfers->failure = domain::Error{ErrorCode::Offline, {}};
    QCOMPARE(copyTo(file.id, m_dir->filePath(QStringLiteral("out"))).error().code, ErrorCode::Offline);
    m_transfers->failure.reset();
    QVERIFY(!m_store->read().content(file.id));
    const domain::File other = addFile(QStringLiteral("b.txt"), "there");
    QVERIFY(copyTo(other.id, m_dir->filePath(QStringLiteral("out2"))).has_value());
    QCOMPARE(read(m_dir->filePath(QStringLiteral("out2"))), QByteArray("there"));
}

void ContentTest::doesNotReplaceUnasked()
{
    const domain::File file = addFile(QStringLiteral("a.txt"), "hello");
    const QString out = m_dir->filePath(QStringLiteral("out"));
    write(out, "mine");
    QCOMPARE(copyTo(file.id, out).error().code, ErrorCode::LocalExists);
    QVERIFY(keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_store->read().content(file.id)->present);
    QCOMPARE(copyTo(file.id, out).error().code, ErrorCode::LocalExists);
    QCOMPARE(read(out), QByteArray("mine"));
    QVERIFY(copyTo(file.id, out, true).has_value());
    QCOMPARE(read(out), QByteArray("hello"));
}

void ContentTest::wipes()
{
    const domain::File file = addFile(QStringLiteral("a.txt"), "hello");
    QVERIFY(keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_store->read().content(file.id)->present);
    const auto path = open(file.id);
    QVERIFY(path.has_value());
    QVERIFY(m_content->wipe().has_value());
    QVERIFY(!QFile::exists(*path) && !QDir(m_dir->filePath(QStringLiteral("content"))).exists());
    QTRY_VERIFY(!m_store->read().content(file.id));
}

QTEST_GUILESS_MAIN(ContentTest)
#include "tst_content.moc"
