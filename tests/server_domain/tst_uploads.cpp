#include <server/domain/uploads.h>

#include <QTest>

using namespace learnlab::server::domain;

class TestUploads : public QObject
{
    Q_OBJECT

    static constexpr qint64 mebibyte = 1 << 20;

private Q_SLOTS:
    void partsCoverTheFile_data()
    {
        QTest::addColumn<qint64>("fileSize");
        QTest::addColumn<qint64>("usual");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("count");
        QTest::newRow("one byte") << qint64{1} << 8 * mebibyte << 8 * mebibyte << qint64{1};
        QTest::newRow("exactly two") << 16 * mebibyte << 8 * mebibyte << 8 * mebibyte << qint64{2};
        QTest::newRow("one more byte") << 16 * mebibyte + 1 << 8 * mebibyte << 8 * mebibyte << qint64{3};
        QTest::newRow("most parts of the usual size")
            << 80000 * mebibyte << 8 * mebibyte << 8 * mebibyte << qint64{10000};
        QTest::newRow("100 GiB") << 102400 * mebibyte << 8 * mebibyte << 11 * mebibyte << qint64{9310};
    }
    void partsAreAsLargeAsWished()
    {
        QCOMPARE(partSize(1000 * mebibyte, 8 * mebibyte, 32 * mebibyte), 32 * mebibyte);
        QCOMPARE(partSize(1000 * mebibyte, 8 * mebibyte, 4096 * mebibyte), 512 * mebibyte);
        QCOMPARE(partSize(102400 * mebibyte, 8 * mebibyte, 9 * mebibyte), 11 * mebibyte);
    }
    void partsCoverTheFile()
    {
        QFETCH(qint64, fileSize);
        QFETCH(qint64, usual);
        QFETCH(qint64, size);
        QFETCH(qint64, count);
        QCOMPARE(partSize(fileSize, usual), size);
        QCOMPARE(partSize(fileSize, usual, 1), size); // a wish for less than is usual
        QCOMPARE(partCount(fileSize, size), count);
        QVERIFY(count <= mostParts);
        qint64 sum = 0;
        for (qint64 number = 1; number <= count; ++number) {
            QVERIFY(sizeOfPart(number, fileSize, size) > 0);
            sum += sizeOfPart(number, fileSize, size);
        }
        QCOMPARE(sum, fileSize);
        QCOMPARE(sizeOfPart(0, fileSize, size), qint64{0});
        QCOMPARE(sizeOfPart(count + 1, fileSize, size), qint64{0});
    }

    void wordsAreReadBack()
    {
        for (const auto method : {UploadMethod::Single, UploadMethod::Multipart, UploadMethod::Present})
            QVERIFY(uploadMethod(text(method)) == method);
        for (const auto state : {UploadState::Open, UploadState::Completing, UploadState::Done, UploadState::Abandoned})
            QVERIFY(uploadState(text(state)) == state);
        for (const auto policy : {IfExists::Fail, IfExists::KeepBoth, IfExists::Replace})
            QVERIFY(ifExists(text(policy)) == policy);
        QVERIFY(!uploadMethod("").has_value());
        QVERIFY(!uploadState("OPEN").has_value());
        QVERIFY(!ifExists("overwrite").has_value());
    }

    void completionGoesOneWay()
    {
        QVERIFY(nextStep(UploadState::Open, false) == CompletionStep::Start);
        QVERIFY(nextStep(UploadState::Completing, true) == CompletionStep::Wait);
        QVERIFY(nextStep(UploadState::Completing, false) == CompletionStep::Start);
        QVERIFY(nextStep(UploadState::Done, true) == CompletionStep::AnswerDone);
        QVERIFY(nextStep(UploadState::Abandoned, true) == CompletionStep::RefuseAbandoned);
    }
};

QTEST_APPLESS_MAIN(TestUploads)
#include "tst_uploads.moc"
