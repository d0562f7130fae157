#include "content/decide.h"
#include "fixture.h"

using namespace learnlab;
using content::Held;
using content::Room;
using contentTest::Fixture;
using domain::ErrorCode;
using domain::ItemRef;

namespace {

domain::FileId idOf(int number)
{
    std::array<quint8, 16> bytes{};
    bytes[15] = static_cast<quint8>(number);
    return domain::FileId(bytes);
}

domain::Timestamp at(int seconds)
{
    return domain::Timestamp(std::chrono::seconds(seconds));
}

} // namespace

/// What is kept here follows the user's wish and the server; what was only opened goes when there is no room.
class KeptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_f = std::make_unique<Fixture>(); }
    void cleanup() { m_f.reset(); }

    void leastRecentlyOpenedGoesFirst()
    {
        const QList<Held> held{{idOf(1), 10, at(30), false, false},
                               {idOf(2), 10, at(10), false, false},
                               {idOf(3), 10, at(20), false, false},
                               {idOf(4), 10, at(0), true, false},
                               {idOf(5), 10, at(0), false, true}};
        const Room room{.limit = 60};
        QVERIFY(content::decideEviction(held, 10, room).gone.isEmpty());
        QCOMPARE(content::decideEviction(held, 11, room).gone, QList{idOf(2)});
        QCOMPARE(content::decideEviction(held, 25, room).gone, (QList{idOf(2), idOf(3)}));
        QCOMPARE(content::decideEviction(held, 40, room).gone, (QList{idOf(2), idOf(3), idOf(1)}));
        QCOMPARE(content::capacityFor(held, room), 40);
        const auto tooMuch = content::decideEviction(held, 41, room);
        QCOMPARE(tooMuch.refused, ErrorCode::KeptLimit);
        QVERIFY2(tooMuch.gone.isEmpty(), "nothing goes in vain");
    }

    void lowerLimitLetsGoWhatMayGo()
    {
        const QList<Held> held{{idOf(1), 50, at(30), true, false}, {idOf(2), 10, at(10), false, false}};
        const auto eviction = content::decideEviction(held, 0, {.limit = 20});
        QCOMPARE(eviction.gone, QList{idOf(2)});
        QCOMPARE(eviction.refused, ErrorCode::KeptLimit);
        QVERIFY(content::decideEviction(held, 0, {.limit = 0}).gone.isEmpty());
    }

    void fullDiskLetsGoWhatMayGo()
    {
        const QList<Held> held{{idOf(1), 50, at(30), false, false}, {idOf(2), 10, at(10), false, false}};
        QCOMPARE(content::decideEviction(held, 105, {.diskFree = 100}).gone, QList{idOf(2)});
        QCOMPARE(content::decideEviction(held, 200, {.diskFree = 100}).refused, ErrorCode::LocalDiskFull);
        QCOMPARE(content::capacityFor(held, {.diskFree = 100}), 160);
        QVERIFY(content::decideEviction(held, 1000, {.diskFree = -1}).gone.isEmpty());
    }

    void whatComesIntoAKeptFolderIsFetched()
    {
        const domain::Folder outer = m_f->addFolder(QStringLiteral("outer"));
        QVERIFY(m_f->keep(ItemRef::of(outer.id)).has_value());
        const domain::Folder inner = m_f->addFolder(QStringLiteral("inner"), outer.id);
        const domain::File file = m_f->addFile(QStringLiteral("a"), "later", inner.id);
        const domain::File outside = m_f->addFile(QStringLiteral("b"), "outside");
        QTRY_VERIFY(m_f->isHere(file));
        QVERIFY(m_f->row(file)->pinned);
        QVERIFY(!m_f->row(outside));
        QCOMPARE(m_f->store->read().rows({ItemRef::of(outer.id)}).first().keeping, mirror::Keeping::Kept);
        QCOMPARE(m_f->store->read().offlineIds({}), QList{ItemRef::of(outer.id)});
    }

    void whatLeavesAKeptFolderIsLetGo()
    {
        const domain::Folder outer = m_f->addFolder(QStringLiteral("outer"));
        domain::Folder inner = m_f->addFolder(QStringLiteral("inner"), outer.id);
        domain::File moved = m_f->addFile(QStringLiteral("a"), "moved", outer.id);
        const domain::File below = m_f->addFile(QStringLiteral("b"), "below", inner.id);
        QVERIFY(m_f->keep(ItemRef::of(outer.id)).has_value());
        QTRY_VERIFY(m_f->isHere(moved) && m_f->isHere(below));
        m_f->settle();
        moved.folderId = {};
        moved.revision = ++m_f->transfers->revision;
        m_f->apply(moved);
        QTRY_VERIFY(!m_f->row(moved));
        QTRY_VERIFY(!QFile::exists(m_f->kept("moved")));
        inner.parentId = {};
        inner.revision = ++m_f->transfers->revision;
        m_f->apply(inner);
        QTRY_VERIFY(!m_f->row(below));
        inner.parentId = outer.id;
        inner.revision = ++m_f->transfers->revision;
        m_f->apply(inner);
        QTRY_VERIFY(m_f->isHere(below));
    }

    void unkeepingAFolderSparesWhatIsKeptByItself()
    {
        const domain::Folder outer = m_f->addFolder(QStringLiteral("outer"));
        const domain::File own = m_f->addFile(QStringLiteral("a"), "own", outer.id);
        const domain::File other = m_f->addFile(QStringLiteral("b"), "other", outer.id);
        QVERIFY(m_f->keep(ItemRef::of(own.id)).has_value());
        QVERIFY(m_f->keep(ItemRef::of(outer.id)).has_value());
        QTRY_VERIFY(m_f->isHere(own) && m_f->isHere(other));
        QCOMPARE(m_f->unkeep(ItemRef::of(other.id)).error().code, ErrorCode::KeptWithFolder);
        QVERIFY(m_f->unkeep(ItemRef::of(outer.id)).has_value());
        QVERIFY(m_f->isHere(own));
        QVERIFY(!m_f->row(other));
        QVERIFY(!m_f->store->read().isKept(ItemRef::of(other.id)));
        // Of a folder that is not kept itself: what is kept in it.
        QVERIFY(m_f->unkeep(ItemRef::of(outer.id)).has_value());
        QVERIFY(!m_f->row(own));
    }

    void keepsOnAfterARestart()
    {
        const domain::Folder outer = m_f->addFolder(QStringLiteral("outer"));
        QVERIFY(m_f->keep(ItemRef::of(outer.id)).has_value());
        m_f->restart();
        const domain::File file = m_f->addFile(QStringLiteral("a"), "later", outer.id);
        QTRY_VERIFY(m_f->isHere(file));
    }

    void olderVersionStaysUntilTheNewOneIsHere()
    {
        domain::File file = m_f->addFile(QStringLiteral("a"), "old");
        QVERIFY(m_f->keep(ItemRef::of(file.id)).has_value());
        QTRY_VERIFY(m_f->isHere(file));
        m_f->transfers->holdsDownloads = true;
        file = m_f->change(file, "new!");
        QTRY_COMPARE(m_f->store->read().keptDownloads().size(), 1);
        QCOMPARE(Fixture::read(m_f->kept("old")), QByteArray("old"));
        QCOMPARE(m_f->store->read().rows({ItemRef::of(file.id)}).first().keeping, mirror::Keeping::Fetching);
        m_f->transfers->holdsDownloads = false;
        m_f->transfers->nudge();
        QTRY_COMPARE(m_f->row(file)->sha256, contentTest::hash("new!"));
        QTRY_VERIFY2(!QFile::exists(m_f->kept("old")), "the older one is not needed any more");
    }

    void keepSaysWhenItDoesNotFit()
    {
        const domain::File large = m_f->addFile(QStringLiteral("large"), QByteArray(300, 'x'));
        m_f->content->setLimit(200);
        QCOMPARE(m_f->keep(ItemRef::of(large.id)).error().code, ErrorCode::KeptLimit);
        QVERIFY(!m_f->store->read().isKept(ItemRef::of(large.id)));
        m_f->content->setLimit(0);
        QVERIFY(m_f->keep(ItemRef::of(large.id)).has_value());
        QTRY_VERIFY(m_f->isHere(large));
    }

    void freesUpWhatWasOnlyOpened()
    {
        const domain::File opened = m_f->addFile(QStringLiteral("opened"), QByteArray(100, 'o'));
        const domain::File kept = m_f->addFile(QStringLiteral("kept"), QByteArray(100, 'k'));
        QVERIFY(m_f->open(opened.id).has_value());
        QVERIFY(m_f->keep(ItemRef::of(kept.id)).has_value());
        QTRY_VERIFY(m_f->isHere(opened) && m_f->isHere(kept));
        std::optional<domain::Result<void>> freed;
        m_f->content->freeUp([&freed](const domain::Result<void> &result) { freed = result; });
        QTRY_VERIFY(freed && freed->has_value());
        QVERIFY(!m_f->isHere(opened));
        QVERIFY(m_f->isHere(kept));
        freed.reset();
        m_f->content->freeUp([&freed](const domain::Result<void> &result) { freed = result; });
        QVERIFY(freed && freed->has_value()); // nothing more: answered at once
    }

    void whatArrivesBeyondTheLimitWaitsForRoom()
    {
        const domain::Folder folder = m_f->addFolder(QStringLiteral("folder"));
        m_f->content->setLimit(150);
        QVERIFY(m_f->keep(ItemRef::of(folder.id)).has_value());
        const domain::File first = m_f->addFile(QStringLiteral("a"), QByteArray(100, 'a'), folder.id);
        QTRY_VERIFY(m_f->isHere(first));
        const domain::File second = m_f->addFile(QStringLiteral("b"), QByteArray(100, 'b'), folder.id);
        QTRY_VERIFY(m_f->row(second) && m_f->row(second)->pinned);
        QVERIFY(!m_f->isHere(second));
        QCOMPARE(m_f->store->read().rows({ItemRef::of(folder.id)}).first().keeping, mirror::Keeping::Partly);
        QCOMPARE(m_f->store->read().keptSummary().missing, 1);
        m_f->content->setLimit(300);
        QTRY_VERIFY(m_f->isHere(second));
    }

    void openedCopiesMakeRoomForWhatIsKept()
    {
        const domain::File opened = m_f->addFile(QStringLiteral("a"), QByteArray(100, 'a'));
        const auto path = m_f->open(opened.id);
        QVERIFY(path.has_value());
        const domain::File kept = m_f->addFile(QStringLiteral("b"), QByteArray(100, 'b'));
        m_f->content->setLimit(250); // bytes and copy of the one that was opened: 200
        QVERIFY(m_f->keep(ItemRef::of(kept.id)).has_value());
        QTRY_VERIFY(m_f->isHere(kept));
        QTRY_VERIFY(!QFile::exists(*path));
        QTRY_VERIFY(!QFile::exists(m_f->kept(QByteArray(100, 'a'))));
        QVERIFY(m_f->store->read().openedCopies().isEmpty());
        QVERIFY2(m_f->open(opened.id).has_value(), "fetched again when somebody wants it");
    }

    void aCopyInUseStays()
    {
        const domain::File opened = m_f->addFile(QStringLiteral("a"), QByteArray(100, 'a'));
        const auto path = m_f->open(opened.id);
        QVERIFY(path.has_value());
        Fixture::write(*path, "work");
        m_f->content->setLimit(10);
        QVERIFY(QFile::exists(*path));
        QCOMPARE(Fixture::read(*path), QByteArray("work"));
    }

private:
    std::unique_ptr<Fixture> m_f;
};

QTEST_GUILESS_MAIN(KeptTest)
#include "tst_kept.moc"
