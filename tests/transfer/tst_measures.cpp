#include "domain/transfer.h"
#include "pace.h"
#include "sha256_pair.h"
#include "time_left.h"
#include "troubles.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace learnlab;
using namespace learnlab::transfer;
using domain::ErrorCode;
using domain::Transfer;
using domain::TransferState;
using Seconds = std::chrono::duration<double>;

/// What is measured and what follows from it, without a clock.
class MeasuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digestsOfWholeAndParts_data();
    void digestsOfWholeAndParts();
    void paceFindsWhatTheLinkBears();
    void paceStaysWithinItsLimits();
    void partsTakeSomeSeconds();
    void timeLeftIsRightAndDoesNotJump();
    void timeLeftFollowsAChange();
    void timeLeftIsNotToldOfAStandstill();
    void passingTroubles();
    void everyStandHasAReasonAndAStep();
};

void MeasuresTest::digestsOfWholeAndParts_data()
{
    QTest::addColumn<int>("partSize");
    QTest::newRow("of one block") << 64;
    QTest::newRow("of two blocks") << 128;
    QTest::newRow("not of whole blocks") << 100;
    QTest::newRow("larger than the file") << 4096;
}

void MeasuresTest::digestsOfWholeAndParts()
{
    QFETCH(int, partSize);
    const auto hash = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    };
    for (const int size : {0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 129, 500, 1024}) {
        QByteArray bytes(size, '\0');
        for (int i = 0; i < size; ++i)
            bytes[i] = static_cast<char>((i * 31 + size) ^ (i >> 3));
        Sha256Pair pair(partSize);
        int step = 1; // pieces of all lengths, never beyond a part's end
        for (int begin = 0; begin < size; begin += partSize) {
            const int end = std::min(size, begin + partSize);
            for (int at = begin; at < end; step = step % 90 + 7) {
                const int length = std::min(step, end - at);
                pair.add(bytes.constData() + at, length);
                at += length;
            }
            QCOMPARE(pair.finishPart(), hash(bytes.mid(begin, end - begin)));
        }
        QCOMPARE(pair.finish(), hash(bytes));
    }
}

void MeasuresTest::paceFindsWhatTheLinkBears()
{
    // Five of them fill the link; more share it.
    Pace pace(2, 2, 16);
    double now = 0;
    for (int i = 0; i < 4000; ++i) {
        const double rate = 10.0 * std::min(pace.width(), 5);
        now += 1 / rate;
        pace.done(Seconds(now), 1);
    }
    QVERIFY2(pace.width() >= 4 && pace.width() <= 8, QByteArray::number(pace.width()).constData());
}

void MeasuresTest::paceStaysWithinItsLimits()
{
    Pace pace(4, 2, 8);
    double now = 0;
    for (int i = 0; i < 3000; ++i) {
        now += 0.01 * (1 + i % 7); // no sense to be made of it
        pace.done(Seconds(now), i % 13);
        QVERIFY(pace.width() >= 2 && pace.width() <= 8);
    }
}

void MeasuresTest::partsTakeSomeSeconds()
{
    constexpr qint64 mib = 1 << 20;
    constexpr qint64 gib = 1024 * mib;
    QCOMPARE(partSizeFor(10 * gib, 8 * mib, 0), 8 * mib);             // nothing known
    QCOMPARE(partSizeFor(10 * gib, 8 * mib, 100'000), 8 * mib);       // slow: as small as the server takes
    QCOMPARE(partSizeFor(10 * gib, 8 * mib, 10 * mib), 30 * mib);     // three seconds
    QCOMPARE(partSizeFor(10 * gib, 8 * mib, 10'000 * mib), 64 * mib); // what is lost with one is bounded
    QCOMPARE(partSizeFor(gib, 8 * mib, 100 * mib), 32 * mib);         // enough of them to share the line
    QCOMPARE(partSizeFor(20 * mib, 8 * mib, 100 * mib), 8 * mib);
    QCOMPARE(partSizeFor(10 * gib, 100 * mib, 1000 * mib), 100 * mib); // the server proposes more
}

void MeasuresTest::timeLeftIsRightAndDoesNotJump()
{
    TimeLeft time;
    QVERIFY(!time.left());
    double done = 0;
    std::optional<qint64> before;
    for (int i = 0; i <= 900; ++i) { // 100 s of work at 1 a second, in bursts
        done += i % 10 < 5 ? 0.2 : 0;
        time.sample(Seconds(i * 0.1), done, 100 - done);
        const auto left = time.left();
        if (!left)
            continue;
        if (before && i > 50)
            QVERIFY2(std::abs(left->count() - *before) <= std::max<qint64>(4, *before / 4),
                     qPrintable(QStringLiteral("from %1 to %2 at %3").arg(*before).arg(left->count()).arg(i)));
        before = left->count();
    }
    QVERIFY2(before && *before >= 6 && *before <= 14, QByteArray::number(before.value_or(-1)).constData());
}

void MeasuresTest::timeLeftFollowsAChange()
{
    TimeLeft time;
    double done = 0;
    for (int i = 0; i < 300; ++i) {
        done += 1;
        time.sample(Seconds(i * 0.1), done, 2000 - done);
    }
    const auto fast = time.left();
    for (int i = 300; i < 1300; ++i) {
        done += 0.1;
        time.sample(Seconds(i * 0.1), done, 2000 - done);
    }
    const auto slow = time.left();
    QVERIFY(fast && slow);
    QVERIFY(slow->count() > 5 * fast->count());
}

void MeasuresTest::timeLeftIsNotToldOfAStandstill()
{
    TimeLeft time;
    for (int i = 0; i < 100; ++i)
        time.sample(Seconds(i * 0.1), 5, 100);
    QVERIFY(!time.left());
}

void MeasuresTest::passingTroubles()
{
    QVERIFY(passesByItself({ErrorCode::Offline, {}}, 1));
    QVERIFY(passesByItself({ErrorCode::ServerError, {}}, 6));
    QVERIFY(!passesByItself({ErrorCode::ServerError, {}}, 7));
    QVERIFY(passesByItself({ErrorCode::DigestMismatch, {}}, 2));
    QVERIFY(!passesByItself({ErrorCode::DigestMismatch, {}}, 3));
    QVERIFY(!passesByItself({ErrorCode::UploadGone, {}}, 1));
    QVERIFY(!passesByItself({ErrorCode::Unavailable, {}, {}, std::chrono::seconds(60)}, 1));
    QVERIFY(pauseAfter({ErrorCode::Offline, {}}, 3) > pauseAfter({ErrorCode::Offline, {}}, 1));
    QVERIFY(pauseAfter({ErrorCode::Unavailable, {}, {}, std::chrono::seconds(5)}, 1) >= std::chrono::seconds(5));
}

void MeasuresTest::everyStandHasAReasonAndAStep()
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(domain::WaitReason::Other); ++i)
        names.insert(domain::reasonName(static_cast<domain::WaitReason>(i)));
    QCOMPARE(names.size(), static_cast<int>(domain::WaitReason::Other) + 1);
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        Transfer transfer;
        transfer.error = domain::Error{static_cast<ErrorCode>(code), {}};
        transfer.state = TransferState::Failed;
        QVERIFY(domain::standingOf(transfer).reason != domain::WaitReason::None);
        transfer.state = TransferState::Waiting;
        transfer.retryAt = domain::Timestamp(std::chrono::seconds(5));
        const domain::Standing waiting = domain::standingOf(transfer);
        QCOMPARE(waiting.until, transfer.retryAt);
        QVERIFY(waiting.next != domain::NextStep::Retry); // it does that by itself
    }
    Transfer transfer;
    transfer.state = TransferState::Paused;
    QCOMPARE(domain::standingOf(transfer).next, domain::NextStep::Resume);
    transfer.state = TransferState::Sending;
    QCOMPARE(domain::standingOf(transfer), domain::Standing());
}

QTEST_APPLESS_MAIN(MeasuresTest)
#include "tst_measures.moc"
