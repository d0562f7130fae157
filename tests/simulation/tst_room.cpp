#include "quiet_world.h"

#include <QTest>

#include <algorithm>

using namespace learnlab;
using namespace learnlab::simulation;

/// What is not sent for want of room on the server: it says so, and goes on by itself when there is some.
class RoomTest : public QObject, private QuietWorld
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void whatDoesNotFitWaitsForRoom();
    void theQuotaIsAskedFirst();
    void aLongQueueBeyondTheQuotaStands();
    void aFullStoreIsTriedAgain();
    void howFastPartsTravelIsKept();
};

void RoomTest::whatDoesNotFitWaitsForRoom()
{
    m_client->tellUsage(std::nullopt);
    m_server->setQuota(20);
    const Transfer one = upload(QStringLiteral("one"), QByteArray(15, '1'));
    const Transfer two = upload(QStringLiteral("two"), QByteArray(15, '2'));
    const Transfer three = upload(QStringLiteral("three"), QByteArray(5, '3'));
    queue({one, two, three});
    QVERIFY(until([&] { return allDone({one, three}) && stateOf(two) == TransferState::Waiting; }));
    QCOMPARE(domain::standingOf(*m_client->store->read().transfer(two.id)).reason, domain::WaitReason::Quota);
    QVERIFY(until([&] { return m_client->store->read().usage().has_value(); })); // asked, to be shown
    const int refused = m_server->refusedForRoom();
    const int asked = m_network->calls["usage"];
    const auto from = m_world->clock.monotonic();
    m_world->later(std::chrono::minutes(30), [] {});
    QVERIFY(until([&] { return m_world->clock.monotonic() >= from + std::chrono::minutes(30); }));
    QCOMPARE(stateOf(two), TransferState::Waiting);
    QCOMPARE(m_server->refusedForRoom(), refused); // no upload was tried
    const int looks = m_network->calls["usage"] - asked;
    QVERIFY2(looks > 3 && looks < 30, QByteArray::number(looks).constData());
    // The feed says that there is room, and nobody has to do anything.
    m_server->setQuota(100);
    const auto room = m_world->clock.monotonic();
    m_client->tellUsage(m_server->usage());
    QVERIFY(until([&] { return allDone({two}); }));
    QVERIFY(m_world->clock.monotonic() - room < std::chrono::seconds(5));
}

void RoomTest::theQuotaIsAskedFirst()
{
    m_server->setQuota(20);
    m_client->tellUsage(m_server->usage());
    QVERIFY(until([&] { return m_client->store->read().usage().has_value(); }));
    const domain::File there = m_server->add(QStringLiteral("there"), QByteArray(10, 't'));
    write([there](mirror::Writer &writer) {
        mirror::ChangesPage page;
        page.files = {there};
        return writer.applyPage(page);
    });
    const Transfer large = upload(QStringLiteral("large"), QByteArray(400, 'l'));
    const Transfer small = upload(QStringLiteral("small"), "s");
    const Transfer same = upload(QStringLiteral("there"), QByteArray(10, 't')); // needs no room
    const Transfer beyond = upload(QStringLiteral("beyond"), QByteArray(30, 'b'));
    queue({large, small, same, beyond});
    QVERIFY(until([&] {
        return allDone({small, same}) && stateOf(large) == TransferState::Waiting &&
               stateOf(beyond) == TransferState::Waiting;
    }));
    QCOMPARE(m_server->refusedForRoom(), 0);
    // The user makes room and does not want to wait for the next look.
    m_server->setQuota(std::nullopt);
    m_client->transfers->retry(large.id);
    QVERIFY(until([&] { return allDone({large}); }));
    QVERIFY(until([&] { return allDone({beyond}); }));
}

void RoomTest::aLongQueueBeyondTheQuotaStands()
{
    m_server->setQuota(0);
    m_client->tellUsage(m_server->usage());
    QList<Transfer> all;
    for (int i = 0; i < 1600; ++i)
        all.append(upload(QStringLiteral("f%1").arg(i), "x"));
    bool settled = false;
    queue(all);
    m_client->transfers->whenSettled({all.first().id, all.last().id}, [&] { settled = true; });
    QVERIFY(until([&] { return settled; }));
    QVERIFY(m_client->store->read().transferTotals().queued > 0); // not all need be written to for that
    // Downloads need no room there.
    const domain::File file = m_server->add(QStringLiteral("down"), "bytes");
    Transfer fetch;
    fetch.id = domain::makeId<domain::TransferId>(m_world->clock, m_world->random);
    fetch.kind = domain::TransferKind::Download;
    fetch.fileId = file.id;
    fetch.filename = file.filename;
    fetch.localPath = "/out/down";
    fetch.createdAt = m_world->clock.now();
    queue({fetch});
    QVERIFY(until([&] { return allDone({fetch}); }));
    m_server->setQuota(std::nullopt);
    m_client->tellUsage(m_server->usage());
    QVERIFY(idle());
    QVERIFY(until([&] { return allDone({all.first(), all.last()}); }));
}

void RoomTest::aFullStoreIsTriedAgain()
{
    m_server->full = true;
    QList<Transfer> all;
    for (int i = 0; i < 40; ++i)
        all.append(upload(QStringLiteral("f%1").arg(i), "x"));
    const Transfer large = upload(QStringLiteral("large"), QByteArray(900, 'l'));
    queue(all + QList{large});
    QVERIFY(until([&] { return m_client->store->read().transferTotals().waiting == all.size() + 1; }));
    const auto standing = domain::standingOf(*m_client->store->read().transfer(large.id));
    QCOMPARE(standing.reason, domain::WaitReason::StoreFull);
    QCOMPARE(standing.next, domain::NextStep::Wait);
    // Full for long: the tries become rare, and never come before the server said.
    m_world->later(std::chrono::hours(1), [] {});
    const auto later = m_world->clock.monotonic() + std::chrono::minutes(59);
    QVERIFY(until([&] { return m_world->clock.monotonic() > later; }));
    QVERIFY2(m_network->calls["put"] < 41 * 40, QByteArray::number(m_network->calls["put"]).constData());
    // One that gets through is followed by the others, without each waiting for its time.
    m_server->full = false;
    QVERIFY(until([&] {
        return std::any_of(all.begin(), all.end(),
                           [this](const Transfer &one) { return stateOf(one) == TransferState::Done; });
    }));
    const auto first = m_world->clock.monotonic();
    QVERIFY(until([&] { return allDone(all) && allDone({large}); }));
    QVERIFY(m_world->clock.monotonic() - first < std::chrono::seconds(30));
}

void RoomTest::howFastPartsTravelIsKept()
{
    QCOMPARE(m_client->store->read().partRate(), 0);
    const Transfer large = upload(QStringLiteral("large"), QByteArray(900, 'l'));
    queue({large});
    QVERIFY(until([&] { return allDone({large}); }));
    QVERIFY(m_client->store->read().partRate() > 0);
}

QTEST_GUILESS_MAIN(RoomTest)
#include "tst_room.moc"
