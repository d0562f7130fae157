#include "decide_samples.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::transfer;
using domain::Transfer;
using domain::TransferState;

/// What the user says while a transfer is under way.
class DecideAskedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retryWithNeedsANewUpload();
    void theLastChoiceHoldsWhileNothingIsDecided();
    void cancelAbandons();
};

void DecideAskedTest::retryWithNeedsANewUpload()
{
    const Decision step =
        decide(sendingUpload(TransferState::Failed), event::RetryWith{domain::OnConflict::KeepBoth}, here());
    QCOMPARE(step.next.state, TransferState::Queued);
    QCOMPARE(step.next.onConflict, domain::OnConflict::KeepBoth);
    QVERIFY(step.next.uploadId.isNull());
    QCOMPARE(step.abandon, idOf<domain::UploadId>(5));
    QCOMPARE(step.next.sha256, digestA); // need not be read again
}

void DecideAskedTest::theLastChoiceHoldsWhileNothingIsDecided()
{
    const event::RetryWith replace{domain::OnConflict::Replace};
    // The server was told of the first choice: it hears of the other with another upload.
    for (const TransferState state : {TransferState::Queued, TransferState::Preparing, TransferState::Sending,
                                      TransferState::Waiting, TransferState::Paused}) {
        const Decision step = decide(sendingUpload(state), replace, here());
        QCOMPARE(step.next.state, TransferState::Queued);
        QCOMPARE(step.next.onConflict, domain::OnConflict::Replace);
        QVERIFY(step.next.uploadId.isNull() && step.forgetParts);
        QCOMPARE(step.abandon, idOf<domain::UploadId>(5));
        QCOMPARE(step.work, Work::None);
    }
    // It was not: nothing begins anew.
    const Decision queued = decide(upload(TransferState::Queued), replace, here());
    QCOMPARE(queued.next.onConflict, domain::OnConflict::Replace);
    QCOMPARE(queued.work, Work::Keep);
    const Decision fetched = decide(download(TransferState::Sending), replace, here());
    QCOMPARE(fetched.next.state, TransferState::Sending);
    QCOMPARE(fetched.next.onConflict, domain::OnConflict::Replace);
    QCOMPARE(fetched.work, Work::Keep);
    // It may have gone by it already, or it is the same choice: what was sent is not thrown away.
    Transfer sent = sendingUpload(TransferState::Waiting);
    sent.bytesDone = sent.bytesTotal;
    QCOMPARE(decide(sent, replace, here()).next.uploadId, sent.uploadId);
    const Transfer completing = sendingUpload(TransferState::Completing);
    QCOMPARE(decide(completing, replace, here()).next, completing);
    const Transfer sending = sendingUpload(TransferState::Sending);
    QCOMPARE(decide(sending, event::RetryWith{sending.onConflict}, here()).next, sending);
}

void DecideAskedTest::cancelAbandons()
{
    const Decision step = decide(sendingUpload(TransferState::Sending), event::Cancel{}, here());
    QVERIFY(step.remove);
    QCOMPARE(step.work, Work::None);
    QCOMPARE(step.abandon, idOf<domain::UploadId>(5));
    QCOMPARE(decide(download(TransferState::Sending), event::Cancel{}, here()).removeTemporary,
             QByteArray("/out/a.txt"));
}

QTEST_GUILESS_MAIN(DecideAskedTest)
#include "tst_decide_asked.moc"
