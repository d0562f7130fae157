#include "fixture.h"

#include <sys/stat.h>

using namespace learnlab;
using contentTest::Fixture;
using contentTest::hash;
using domain::ErrorCode;

class ContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_f = std::make_unique<Fixture>(); }
    void cleanup() { m_f.reset(); }
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
    void knowsTheDriveThatACopyGoesTo();
    void whatIsThereAlreadyIsFine();
    void wipes();

private:
    std::unique_ptr<Fixture> m_f;
};

void ContentTest::keepsAFile()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    const auto queued = m_f->keep(domain::ItemRef::of(file.id));
    QVERIFY(queued.has_value());
    QCOMPARE(queued->size(), 1);
    QTRY_VERIFY(m_f->store->read().content(file.id)->present);
    QVERIFY(m_f->store->read().content(file.id)->pinned);
    QCOMPARE(Fixture::read(m_f->kept("hello")), QByteArray("hello"));
    QVERIFY(m_f->keep(domain::ItemRef::of(file.id))->isEmpty()); // it is here
    QCOMPARE(m_f->transfers->fetched, 1);
}

void ContentTest::keepsAFolder()
{
    const domain::Folder outer = m_f->addFolder(QStringLiteral("outer"));
    const domain::Folder inner = m_f->addFolder(QStringLiteral("inner"), outer.id);
    const domain::File deep = m_f->addFile(QStringLiteral("deep"), "deep", inner.id);
    const domain::File shallow = m_f->addFile(QStringLiteral("shallow"), "shallow", outer.id);
    const domain::File elsewhere = m_f->addFile(QStringLiteral("elsewhere"), "elsewhere");
    QCOMPARE(m_f->keep(domain::ItemRef::of(outer.id))->size(), 2);
    QTRY_VERIFY(m_f->store->read().content(deep.id)->present && m_f->store->read().content(shallow.id)->present);
    QVERIFY(!m_f->store->read().content(elsewhere.id));
}

void ContentTest::unkeepRemovesBytes()
{
    const domain::File one = m_f->addFile(QStringLiteral("one"), "same");
    const domain::File two = m_f->addFile(QStringLiteral("two"), "same");
    QVERIFY(m_f->keep(domain::ItemRef::of(one.id)).has_value());
    QVERIFY(m_f->keep(domain::ItemRef::of(two.id)).has_value());
    QTRY_VERIFY(m_f->store->read().content(two.id)->present);
    QVERIFY(m_f->unkeep(domain::ItemRef::of(one.id)).has_value());
    QVERIFY(QFile::exists(m_f->kept("same"))); // the other file's bytes too
    QVERIFY(m_f->unkeep(domain::ItemRef::of(two.id)).has_value());
    QVERIFY(!QFile::exists(m_f->kept("same")));
    QVERIFY(!m_f->store->read().content(two.id));
}

void ContentTest::newVersionIsFetched()
{
    domain::File file = m_f->addFile(QStringLiteral("a"), "old");
    QVERIFY(m_f->keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_f->store->read().content(file.id)->present);
    file = m_f->change(file, "new!");
    QTRY_COMPARE(m_f->store->read().content(file.id)->sha256, hash("new!"));
    QCOMPARE(Fixture::read(m_f->kept("new!")), QByteArray("new!"));
}

void ContentTest::opensACopy()
{
    const domain::File file = m_f->addFile(QStringLiteral("a:b.txt"), "hello");
    const auto path = m_f->open(file.id);
    QVERIFY(path.has_value());
    QCOMPARE(Fixture::read(*path), QByteArray("hello"));
    QVERIFY(path->startsWith(m_f->dir.filePath(QStringLiteral("open/") + domain::toText(file.id))));
    QVERIFY(!path->contains(QLatin1Char(':')));
    QVERIFY(!m_f->store->read().content(file.id)->pinned);
    QCOMPARE(m_f->open(file.id), path); // the same copy
    QCOMPARE(m_f->transfers->fetched, 1);
}

void ContentTest::neverOverwritesWorkInACopy()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    const auto path = m_f->open(file.id);
    QVERIFY(path.has_value());
    Fixture::write(*path, "hours of work");
    QCOMPARE(m_f->open(file.id), path); // what somebody works on is what is opened
    QCOMPARE(Fixture::read(*path), QByteArray("hours of work"));
}

void ContentTest::opensOlderVersionWithoutNetwork()
{
    domain::File file = m_f->addFile(QStringLiteral("a.txt"), "old");
    QVERIFY(m_f->keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_f->store->read().content(file.id)->present);
    m_f->transfers->failure = domain::Error{ErrorCode::Offline, {}};
    m_f->change(file, "new");
    const auto path = m_f->open(file.id);
    QVERIFY(path.has_value());
    QCOMPARE(Fixture::read(*path), QByteArray("old"));
    const domain::File never = m_f->addFile(QStringLiteral("never"), "seen");
    QCOMPARE(m_f->open(never.id).error().code, ErrorCode::Offline);
}

void ContentTest::damagedBytesAreFetchedAgain()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    QVERIFY(m_f->keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_f->store->read().content(file.id)->present);
    Fixture::write(m_f->kept("hello"), "hellx");
    const auto path = m_f->open(file.id);
    QVERIFY(path.has_value());
    QCOMPARE(Fixture::read(*path), QByteArray("hello"));
    QCOMPARE(m_f->transfers->fetched, 2);
}

void ContentTest::copiesFromWhatIsKept()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    QVERIFY(m_f->keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_f->store->read().content(file.id)->present);
    m_f->transfers->failure = domain::Error{ErrorCode::Offline, {}};
    QVERIFY(m_f->copyTo(file.id, m_f->dir.filePath(QStringLiteral("out"))).has_value());
    QCOMPARE(Fixture::read(m_f->dir.filePath(QStringLiteral("out"))), QByteArray("hello"));
}

void ContentTest::downloadsWhatIsNot()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    m_f->transfers->failure = domain::Error{ErrorCode::Offline, {}};
    QCOMPARE(m_f->copyTo(file.id, m_f->dir.filePath(QStringLiteral("out"))).error().code, ErrorCode::Offline);
    m_f->transfers->failure.reset();
    QVERIFY(!m_f->store->read().content(file.id));
    const domain::File other = m_f->addFile(QStringLiteral("b.txt"), "there");
    QVERIFY(m_f->copyTo(other.id, m_f->dir.filePath(QStringLiteral("out2"))).has_value());
    QCOMPARE(Fixture::read(m_f->dir.filePath(QStringLiteral("out2"))), QByteArray("there"));
}

void ContentTest::doesNotReplaceUnasked()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    const QString out = m_f->dir.filePath(QStringLiteral("out"));
    Fixture::write(out, "mine");
    QCOMPARE(m_f->copyTo(file.id, out).error().code, ErrorCode::LocalExists);
    QVERIFY(m_f->keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_f->store->read().content(file.id)->present);
    QCOMPARE(m_f->copyTo(file.id, out).error().code, ErrorCode::LocalExists);
    QCOMPARE(Fixture::read(out), QByteArray("mine"));
    QVERIFY(m_f->copyTo(file.id, out, true).has_value());
    QCOMPARE(Fixture::read(out), QByteArray("hello"));
}

/// So that one that is taken out is told from a folder that somebody removed.
void ContentTest::knowsTheDriveThatACopyGoesTo()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    const QString out = m_f->dir.filePath(QStringLiteral("out"));
    QVERIFY(m_f->copyTo(file.id, out).has_value());
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(out).constData(), &status), 0);
    const QList<domain::Transfer> rows = m_f->store->read().transfers();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().stamp.device, static_cast<quint64>(status.st_dev));
}

void ContentTest::whatIsThereAlreadyIsFine()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    const QString out = m_f->dir.filePath(QStringLiteral("out"));
    QVERIFY(m_f->copyTo(file.id, out).has_value());
    QVERIFY(m_f->copyTo(file.id, out).has_value());
    QVERIFY(m_f->keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_f->store->read().content(file.id)->present);
    QVERIFY(m_f->copyTo(file.id, out).has_value());
    Fixture::write(out, "jello");
    QCOMPARE(m_f->copyTo(file.id, out).error().code, ErrorCode::LocalExists);
    QCOMPARE(Fixture::read(out), QByteArray("jello"));
}

void ContentTest::wipes()
{
    const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "hello");
    QVERIFY(m_f->keep(domain::ItemRef::of(file.id)).has_value());
    QTRY_VERIFY(m_f->store->read().content(file.id)->present);
    const auto path = m_f->open(file.id);
    QVERIFY(path.has_value());
    QVERIFY(m_f->content->wipe().has_value());
    QVERIFY(!QFile::exists(*path) && !QDir(m_f->dir.filePath(QStringLiteral("content"))).exists());
    QTRY_VERIFY(!m_f->store->read().content(file.id));
}

QTEST_GUILESS_MAIN(ContentTest)
#include "tst_content.moc"
