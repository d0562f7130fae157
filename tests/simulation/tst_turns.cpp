#include "quiet_world.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace learnlab;
using namespace learnlab::simulation;
using domain::ErrorCode;
using domain::Transfer;
using domain::TransferState;

/// Whose turn it is and who is told, in a world without faults.
class TurnsTest : public QObject, private QuietWorld
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void smallFilesShareCalls();
    void aLargeFileDoesNotHoldUpSmallOnes();
    void waitsForItsFolder();
    void refusedFolderFailsItsFiles();
    void offlineWaitsAndGoesOn();
    void signedOutWaits();
    void pauseResumeCancel();
    void conflictIsSolvedByTheUser();
    void keptContentIsNoted();
    void clearsWhatIsFinished();
    void tellsProgress();
    void anEndIsToldAtOnce();
    void stopAndStart();
    void theFirstGoesFirst();
    void groupsAreToldTogether();
    void aLongQueueIsPaged();
    void everythingIsPausedAndGoesOn();
    void manyAreToldTheSame();
    void meteredNetworksAreRespected();
    void safeToCloseMeansConfirmed();
    void urlsElsewhereAreRefused();
    void aPortalUnderWayIsSaid();
    void aPortalThatIsRecognisedLaterIsSaidToo();
    void aDownloadWaitsForItsDrive();
};

void TurnsTest::smallFilesShareCalls()
{
    QList<Transfer> all;
    for (int i = 0; i < 250; ++i)
        all.append(upload(QStringLiteral("f%1").arg(i), QByteArray::number(i)));
    queue(all);
    QVERIFY(until([&] { return allDone(all); }));
    QCOMPARE(m_network->calls["put"], 250);
    QVERIFY2(m_network->calls["create"] < 30, QByteArray::number(m_network->calls["create"]).constData());
    QVERIFY2(m_network->calls["complete"] < 60, QByteArray::number(m_network->calls["complete"]).constData());
    QCOMPARE(m_server->files().size(), 250U);
}

void TurnsTest::aLargeFileDoesNotHoldUpSmallOnes()
{
    const Transfer large = upload(QStringLiteral("large"), QByteArray(20'000, 'l'));
    QList<Transfer> small;
    for (int i = 0; i < 20; ++i)
        small.append(upload(QStringLiteral("s%1").arg(i), "s"));
    queue(QList<Transfer>{large} + small);
    QVERIFY(until([&] { return allDone(small); }));
    QVERIFY(stateOf(large) != TransferState::Done);
    QVERIFY(until([&] { return allDone({large}); }));
    QCOMPARE(m_server->files().at(large.fileId).bytes, QByteArray(20'000, 'l'));
}

void TurnsTest::waitsForItsFolder()
{
    const domain::Operation create = folder(QStringLiteral("D"));
    const Transfer inside = upload(QStringLiteral("inside"), "x", create.target.folderId());
    const Transfer outside = upload(QStringLiteral("outside"), "x");
    queue({inside, outside}, {create});
    QVERIFY(until([&] { return allDone({outside}); }));
    QCOMPARE(stateOf(inside), TransferState::Queued);
    // The server knew a folder of that name under another id.
    domain::OperationResult result;
    result.id = create.id;
    domain::Folder known;
    known.id = domain::makeId<domain::FolderId>(m_world->clock, m_world->random);
    known.name = create.name;
    known.revision = 3;
    result.folder = known;
    write([result](mirror::Writer &writer) { return writer.finishOperation(result); });
    QVERIFY(until([&] { return allDone({inside}); }));
    QCOMPARE(m_client->store->read().transfer(inside.id)->folderId, known.id);
}

void TurnsTest::refusedFolderFailsItsFiles()
{
    const domain::Operation create = folder(QStringLiteral("D"));
    const Transfer inside = upload(QStringLiteral("inside"), "x", create.target.folderId());
    queue({inside}, {create});
    domain::OperationResult result;
    result.id = create.id;
    result.error = domain::Error{ErrorCode::NameTaken, {}};
    write([result](mirror::Writer &writer) { return writer.finishOperation(result); });
    QVERIFY(
        until([&] { return stateOf(inside) == TransferState::Failed || stateOf(inside) == TransferState::Cancelled; }));
}

void TurnsTest::offlineWaitsAndGoesOn()
{
    m_client->session.reportUnreachable({ErrorCode::Offline, {}});
    const Transfer one = upload(QStringLiteral("one"), "x");
    queue({one});
    bool settled = false;
    m_client->transfers->whenSettled({one.id}, [&] { settled = true; });
    QVERIFY(until([&] { return settled; }));
    QCOMPARE(stateOf(one), TransferState::Waiting);
    QCOMPARE(m_client->store->read().transfer(one.id)->error->code, ErrorCode::Offline);
    // Nobody says that the network is back: a question now and then finds out.
    QVERIFY(until([&] { return allDone({one}); }));
    QCOMPARE(m_client->session.status().state, session::State::Online);
}

void TurnsTest::signedOutWaits()
{
    m_client->session.become(session::State::Expired, domain::Error{ErrorCode::SessionEnded, {}});
    const Transfer one = upload(QStringLiteral("one"), "x");
    queue({one});
    QVERIFY(until([&] { return stateOf(one) == TransferState::Waiting; }));
    for (int i = 0; i < 50; ++i)
        (void)m_world->step();
    QCOMPARE(stateOf(one), TransferState::Waiting);
    QCOMPARE(m_network->calls["put"], 0);
    m_client->session.become(session::State::Online, {});
    QVERIFY(until([&] { return allDone({one}); }));
}

void TurnsTest::pauseResumeCancel()
{
    const Transfer large = upload(QStringLiteral("large"), QByteArray(5000, 'l'));
    queue({large});
    QVERIFY(until([&] { return m_client->store->read().parts(large.id).size() > 5; }));
    m_client->transfers->pause(large.id);
    QVERIFY(until([&] { return stateOf(large) == TransferState::Paused; }));
    const int puts = m_network->calls["put"];
    for (int i = 0; i < 200; ++i)
        (void)m_world->step();
    QCOMPARE(m_network->calls["put"], puts);
    m_client->transfers->resume(large.id);
    QVERIFY(until([&] { return allDone({large}); }));
    const Transfer other = upload(QStringLiteral("other"), QByteArray(5000, 'o'));
    queue({other});
    QVERIFY(until([&] { return stateOf(other) == TransferState::Sending; }));
    m_client->transfers->cancel(other.id);
    QVERIFY(until([&] { return !m_client->store->read().transfer(other.id); }));
    QVERIFY(!m_client->store->read().file(other.fileId));
}

void TurnsTest::conflictIsSolvedByTheUser()
{
    const domain::File there = m_server->add(QStringLiteral("a"), "theirs");
    const Transfer mine = upload(QStringLiteral("a"), "mine");
    queue({mine});
    QVERIFY(until([&] { return stateOf(mine) == TransferState::Failed; }));
    QCOMPARE(m_client->store->read().transfer(mine.id)->error->code, ErrorCode::NameTaken);
    m_client->transfers->retryWith(mine.id, domain::OnConflict::KeepBoth);
    QVERIFY(until([&] { return allDone({mine}); }));
    QCOMPARE(m_server->files().size(), 2U);
    QCOMPARE(m_server->files().at(there.id).bytes, QByteArray("theirs"));
    const Transfer same = upload(QStringLiteral("a"), "theirs");
    const int puts = m_network->calls["put"];
    queue({same});
    QVERIFY(until([&] { return allDone({same}); }));
    QCOMPARE(m_network->calls["put"], puts); // these bytes are there under this name
    QCOMPARE(m_client->store->read().transfer(same.id)->fileId, there.id);
}

void TurnsTest::keptContentIsNoted()
{
    const domain::File file = m_server->add(QStringLiteral("a"), "bytes");
    Transfer fetch;
    fetch.id = domain::makeId<domain::TransferId>(m_world->clock, m_world->random);
    fetch.kind = domain::TransferKind::Download;
    fetch.fileId = file.id;
    fetch.filename = file.filename;
    fetch.sha256 = QByteArray(32, 'x'); // of an older version
    fetch.localPath = "/content/" + fetch.sha256.toHex();
    fetch.createdAt = m_world->clock.now();
    fetch.pinned = true;
    queue({fetch});
    QVERIFY(until([&] { return allDone({fetch}); }));
    const auto content = m_client->store->read().content(file.id);
    QVERIFY(content && content->present);
    QCOMPARE(content->sha256, file.contentSha256);
    QCOMPARE(m_disk->find("/content/" + file.contentSha256.toHex())->bytes, QByteArray("bytes"));
}

void TurnsTest::clearsWhatIsFinished()
{
    const Transfer one = upload(QStringLiteral("one"), "x");
    queue({one});
    QVERIFY(until([&] { return allDone({one}); }));
    m_client->transfers->clearFinished();
    QVERIFY(until([&] { return m_client->store->read().transfers().isEmpty(); }));
    QVERIFY(m_client->store->read().file(one.fileId));
}

void TurnsTest::tellsProgress()
{
    const Transfer large = upload(QStringLiteral("large"), QByteArray(5000, 'l'));
    int told = 0;
    qint64 most = 0;
    m_client->transfers->listen([&] {
        ++told;
        if (const auto live = m_client->transfers->live(large.id)) {
            QVERIFY(live->bytesDone <= 5000);
            most = std::max(most, live->bytesDone);
        }
    });
    queue({large});
    QVERIFY(until([&] { return stateOf(large) == TransferState::Sending; }));
    QCOMPARE(m_client->transfers->summary().active, 1);
    QCOMPARE(m_client->transfers->summary().bytesTotal, 5000);
    QVERIFY(until([&] { return allDone({large}); }));
    QVERIFY(told > 2);
    QVERIFY(most > 0);
    QVERIFY(until([&] { return m_client->transfers->summary().active == 0; }));
}

/// Progress is told ten times a second; whoever waits for an end does not wait for that too.
void TurnsTest::anEndIsToldAtOnce()
{
    std::set<support::Monotonic> told;
    QList<support::Monotonic> ends;
    QList<Transfer> ten;
    for (int i = 0; i < 10; ++i)
        ten.append(upload(QString::number(i), QByteArray::number(i)));
    m_client->transfers->listen([&] { told.insert(m_world->clock.monotonic()); });
    queue(ten);
    for (const Transfer &one : std::as_const(ten))
        m_client->transfers->whenSettled({one.id}, [&] { ends.append(m_world->clock.monotonic()); });
    QVERIFY(until([&] { return ends.size() == ten.size(); }));
    QVERIFY(allDone(ten));
    QVERIFY(std::any_of(ends.begin(), ends.end(), [&](support::Monotonic end) { return !told.contains(end); }));
}

void TurnsTest::stopAndStart()
{
    QList<Transfer> all;
    for (int i = 0; i < 20; ++i)
        all.append(upload(QStringLiteral("f%1").arg(i), QByteArray(i * 40, 'x')));
    queue(all);
    for (int i = 0; i < 12; ++i) {
        for (int step = 0; step < 40; ++step)
            (void)m_world->step();
        m_client->transfers->stop();
        m_client->transfers->start();
    }
    QVERIFY(until([&] { return allDone(all); }));
    QCOMPARE(m_server->files().size(), 20U);
}

void TurnsTest::theFirstGoesFirst()
{
    QList<Transfer> all;
    for (int i = 0; i < 6; ++i)
        all.append(upload(QStringLiteral("large%1").arg(i), QByteArray(3000, static_cast<char>('a' + i))));
    queue(all);
    QVERIFY(until([&] { return stateOf(all.at(1)) == TransferState::Sending; }));
    m_client->transfers->first(all.at(5).id);
    QVERIFY(until([&] { return allDone({all.at(5)}); }));
    QVERIFY(stateOf(all.at(2)) != TransferState::Done);
    QVERIFY(stateOf(all.at(3)) != TransferState::Done);
    m_client->transfers->moveBefore(all.at(4).id, all.at(3).id);
    QVERIFY(until([&] { return allDone({all.at(4)}); }));
    QVERIFY(stateOf(all.at(3)) != TransferState::Done);
    QVERIFY(until([&] { return allDone(all); }));
}

void TurnsTest::groupsAreToldTogether()
{
    const auto group = domain::makeId<domain::TransferId>(m_world->clock, m_world->random);
    QList<Transfer> inside;
    QList<Transfer> outside;
    for (int i = 0; i < 30; ++i) {
        Transfer transfer = upload(QStringLiteral("f%1").arg(i), QByteArray(50 * i, 'x'));
        if (i % 2 == 0)
            transfer.groupId = group;
        (i % 2 == 0 ? inside : outside).append(transfer);
    }
    queue(inside + outside);
    m_client->transfers->pauseGroup(group);
    QVERIFY(until([&] { return allDone(outside); }));
    for (const Transfer &transfer : std::as_const(inside))
        QCOMPARE(stateOf(transfer), TransferState::Paused);
    QCOMPARE(m_client->store->read().transferGroup(group)->totals.paused, 15);
    m_client->transfers->resumeGroup(group);
    QVERIFY(until([&] { return allDone({inside.first()}); }));
    m_client->transfers->pauseGroup(group);
    m_client->transfers->cancelGroup(group);
    QVERIFY(until([&] {
        const auto left = m_client->store->read().transferGroup(group);
        return !left || left->totals.count() == left->totals.done;
    }));
}

void TurnsTest::aLongQueueIsPaged()
{
    QList<Transfer> all;
    for (int i = 0; i < 900; ++i)
        all.append(upload(QStringLiteral("f%1").arg(i), QByteArray::number(i)));
    queue(all);
    bool settled = false;
    m_client->transfers->whenSettled({all.first().id, all.last().id}, [&] { settled = true; });
    QVERIFY(until([&] { return stateOf(all.at(10)) == TransferState::Done; }));
    // Only those whose turn is near were touched.
    QCOMPARE(stateOf(all.last()), TransferState::Queued);
    QVERIFY(!settled);
    m_client->transfers->first(all.last().id);
    QVERIFY(until([&] { return stateOf(all.last()) == TransferState::Done; }));
    QVERIFY(stateOf(all.at(850)) == TransferState::Queued);
    QVERIFY(idle());
    QVERIFY(allDone(all));
    QVERIFY(until([&] { return settled; }));
}

void TurnsTest::everythingIsPausedAndGoesOn()
{
    QList<Transfer> all;
    for (int i = 0; i < 900; ++i)
        all.append(upload(QStringLiteral("f%1").arg(i), QByteArray::number(i)));
    queue(all);
    QVERIFY(until([&] { return stateOf(all.at(10)) == TransferState::Done; }));
    m_client->transfers->pauseAll();
    QVERIFY(idle());
    const int puts = m_network->calls["put"];
    for (int i = 0; i < 500; ++i)
        (void)m_world->step();
    QCOMPARE(m_network->calls["put"], puts);
    QCOMPARE(stateOf(all.last()), TransferState::Paused);
    m_client->transfers->resumeAll();
    QVERIFY(idle());
    QVERIFY(allDone(all));
    QCOMPARE(m_server->files().size(), 900U);
}

/// One by one, and the rest of the queue goes its way.
void TurnsTest::manyAreToldTheSame()
{
    m_client->transfers->setNetwork({.metered = true, .meteredAllowed = false}); // nothing begins
    QList<Transfer> all;
    for (int i = 0; i < 700; ++i)
        all.append(upload(QStringLiteral("f%1").arg(i), QByteArray::number(i)));
    queue(all);
    const auto told = [&](void (transfer::Transfers::*message)(domain::TransferId), int from, int to) {
        for (int i = from; i < to; ++i)
            (m_client->transfers.get()->*message)(all.at(i).id);
    };
    const auto are = [&](int from, int to, TransferState state) {
        return std::all_of(all.begin() + from, all.begin() + to,
                           [&](const Transfer &transfer) { return stateOf(transfer) == state; });
    };
    told(&transfer::Transfers::pause, 0, 700);
    told(&transfer::Transfers::resume, 600, 700); // in the order in which it was said
    bool settled = false;
    m_client->transfers->whenSettled({all.at(500).id}, [&] { settled = true; });
    QVERIFY(until([&] { return settled; }));
    QVERIFY(until([&] { return are(0, 600, TransferState::Paused); }));
    QVERIFY(until([&] { return !are(600, 700, TransferState::Paused); }));
    told(&transfer::Transfers::cancel, 0, 500);
    QVERIFY(until([&] { return m_client->store->read().transfers().size() == 200; }));
    QVERIFY(!m_client->store->read().file(all.at(0).fileId));
    m_client->transfers->setNetwork({.metered = true, .meteredAllowed = true});
    told(&transfer::Transfers::resume, 500, 600);
    QVERIFY(until([&] { return are(500, 700, TransferState::Done); }));
    QCOMPARE(m_server->files().size(), 200U);
}

void TurnsTest::meteredNetworksAreRespected()
{
    const Transfer large = upload(QStringLiteral("large"), QByteArray(5000, 'l'));
    queue({large});
    QVERIFY(until([&] { return m_client->store->read().parts(large.id).size() > 5; }));
    m_client->transfers->setNetwork({.metered = true, .meteredAllowed = false});
    QVERIFY(until([&] { return stateOf(large) == TransferState::Waiting; }));
    QCOMPARE(domain::standingOf(*m_client->store->read().transfer(large.id)).reason, domain::WaitReason::Metered);
    const int puts = m_network->calls["put"];
    m_world->later(std::chrono::minutes(30), [] {});
    const auto later = m_world->clock.monotonic() + std::chrono::minutes(29);
    QVERIFY(until([&] { return m_world->clock.monotonic() > later; }));
    QCOMPARE(m_network->calls["put"], puts);
    m_client->transfers->setNetwork({.metered = true, .meteredAllowed = true});
    QVERIFY(until([&] { return allDone({large}); }));
}

void TurnsTest::safeToCloseMeansConfirmed()
{
    QVERIFY(m_client->transfers->summary().safeToClose);
    const Transfer one = upload(QStringLiteral("one"), "x");
    bool tooEarly = false;
    bool slept = false;
    m_client->transfers->listen([&] {
        const transfer::Summary summary = m_client->transfers->summary();
        tooEarly = tooEarly || (summary.safeToClose && m_server->files().empty());
        slept = slept || (stateOf(one) == TransferState::Sending && !summary.sending);
    });
    queue({one});
    tooEarly = false;
    QVERIFY(until([&] { return allDone({one}); }));
    QVERIFY(!tooEarly);
    QVERIFY(!slept);
    QVERIFY(until([&] { return m_client->transfers->summary().safeToClose; }));
    QVERIFY(!m_client->transfers->summary().sending);
}

void TurnsTest::urlsElsewhereAreRefused()
{
    m_server->storeHost = QStringLiteral("elsewhere");
    const Transfer small = upload(QStringLiteral("small"), "x");
    const Transfer large = upload(QStringLiteral("large"), QByteArray(900, 'l'));
    queue({small, large});
    QVERIFY(
        until([&] { return stateOf(small) == TransferState::Waiting && stateOf(large) == TransferState::Waiting; }));
    QCOMPARE(m_client->store->read().transfer(small.id)->error->code, ErrorCode::HostRefused);
    QCOMPARE(m_client->store->read().transfer(large.id)->error->code, ErrorCode::HostRefused);
    QCOMPARE(m_network->calls["put"], 0);
    m_server->storeHost = QStringLiteral("store");
    QVERIFY(until([&] { return allDone({small, large}); }));
}

/// The network's own page comes up in the middle of a large file.
void TurnsTest::aPortalUnderWayIsSaid()
{
    const Transfer large = upload(QStringLiteral("large"), QByteArray(3000, 'l'));
    queue({large});
    QVERIFY(until([&] { return m_client->store->read().transfer(large.id)->bytesDone > 0; }));
    m_network->portal = true;
    const auto standing = [&] { return domain::standingOf(*m_client->store->read().transfer(large.id)); };
    QVERIFY(until([&] { return standing().reason == domain::WaitReason::CaptivePortal; }));
    QCOMPARE(standing().next, domain::NextStep::SignInToNetwork);
    m_network->portal = false;
    QVERIFY(until([&] { return allDone({large}); }));
    QCOMPARE(m_network->calls["put"], 30); // goes on with what the store has
}

/// Before https such a network only breaks connections: what it is may come to be known after that.
void TurnsTest::aPortalThatIsRecognisedLaterIsSaidToo()
{
    m_client->session.reportUnreachable({ErrorCode::TlsFailed, {}});
    const Transfer one = upload(QStringLiteral("one"), "x");
    queue({one});
    const auto reason = [&] { return domain::standingOf(*m_client->store->read().transfer(one.id)).reason; };
    QVERIFY(until([&] { return reason() == domain::WaitReason::Offline; }));
    m_client->session.reportUnreachable({ErrorCode::CaptivePortal, {}});
    QVERIFY(until([&] { return reason() == domain::WaitReason::CaptivePortal; }));
    m_client->session.reportUnreachable({ErrorCode::Offline, {}});
    QVERIFY(until([&] { return reason() == domain::WaitReason::Offline; }));
    QVERIFY(until([&] { return allDone({one}); }));
}

/// The drive that a large file is fetched to is taken out, and comes back.
void TurnsTest::aDownloadWaitsForItsDrive()
{
    const domain::File file = m_server->add(QStringLiteral("large"), QByteArray(3000, 'd'));
    Transfer fetch;
    fetch.id = domain::makeId<domain::TransferId>(m_world->clock, m_world->random);
    fetch.kind = domain::TransferKind::Download;
    fetch.fileId = file.id;
    fetch.filename = file.filename;
    fetch.sha256 = file.contentSha256;
    fetch.localPath = "/drive/large";
    fetch.stamp.device = 1;
    fetch.bytesTotal = 3000;
    fetch.createdAt = m_world->clock.now();
    queue({fetch});
    const auto row = [&] { return *m_client->store->read().transfer(fetch.id); };
    QVERIFY(until([&] { return row().bytesDone > 0; }));
    m_disk->gone = true;
    QVERIFY(until([&] { return row().state == TransferState::Waiting; }));
    QCOMPARE(domain::standingOf(row()).reason, domain::WaitReason::DriveGone);
    QCOMPARE(domain::standingOf(row()).next, domain::NextStep::ConnectDrive);
    QVERIFY(until([&] { return row().attempts >= 3; })); // it looked again, and again
    QVERIFY(row().bytesDone > 0);
    m_disk->gone = false;
    QVERIFY(until([&] { return allDone({fetch}); }));
    QCOMPARE(m_disk->find("/drive/large")->bytes, QByteArray(3000, 'd'));
}

QTEST_GUILESS_MAIN(TurnsTest)
#include "tst_turns.moc"
