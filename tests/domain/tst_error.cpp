#include "domain/error.h"
#include "domain/transfer.h"

#include <QSet>
#include <QTest>

using namespace learnlab::domain;

namespace {

QList<ErrorCode> allCodes()
{
    QList<ErrorCode> codes;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i)
        codes.append(static_cast<ErrorCode>(i));
    return codes;
}

QList<TransferState> allStates()
{
    QList<TransferState> states;
    for (int i = 0; i <= static_cast<int>(TransferState::Cancelled); ++i)
        states.append(static_cast<TransferState>(i));
    return states;
}

} // namespace

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreOneToOne()
    {
        QSet<QString> names;
        const QList<ErrorCode> codes = allCodes();
        for (const ErrorCode code : codes) {
            const QString name = codeName(code);
            QCOMPARE(codeFromName(name), std::optional(code));
            QCOMPARE(name, name.toLower());
            QVERIFY(!names.contains(name));
            names.insert(name);
        }
        QVERIFY(!codeFromName(QStringLiteral("no_such_thing")));
    }

    void consequences_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<Consequence>("consequence");
        const auto row = [](ErrorCode code, Consequence consequence) {
            QTest::newRow(codeName(code).data()) << code << consequence;
        };
        row(ErrorCode::Offline, Consequence::WaitNetwork);
        row(ErrorCode::BadAnswer, Consequence::RetryLater);
        row(ErrorCode::TokenExpired, Consequence::RenewToken);
        row(ErrorCode::SessionEnded, Consequence::SignIn);
        row(ErrorCode::BadCredentials, Consequence::SignIn);
        row(ErrorCode::UrlExpired, Consequence::RenewUrl);
        row(ErrorCode::UploadGone, Consequence::RenewUrl);
        row(ErrorCode::NameTaken, Consequence::AskUser);
        row(ErrorCode::FolderNotEmpty, Consequence::AskUser);
        row(ErrorCode::FormerContentGone, Consequence::AskUser);
        row(ErrorCode::QuotaExceeded, Consequence::RetryLater);
        row(ErrorCode::StoreFull, Consequence::RetryLater);
        row(ErrorCode::RateLimited, Consequence::RetryLater);
        row(ErrorCode::LocalDiskFull, Consequence::RetryLater);
        row(ErrorCode::LocalVanished, Consequence::AskUser);
        row(ErrorCode::LocalDriveGone, Consequence::RetryLater);
        row(ErrorCode::LocalBusy, Consequence::RetryLater);
        row(ErrorCode::LocalReadOnly, Consequence::AskUser);
        row(ErrorCode::LocalTooLarge, Consequence::AskUser);
        row(ErrorCode::LocalNotAFile, Consequence::GiveUp);
        row(ErrorCode::Internal, Consequence::GiveUp);
    }
    void consequences()
    {
        QFETCH(ErrorCode, code);
        QFETCH(Consequence, consequence);
        QCOMPARE(consequenceOf(code), consequence);
    }

    void failMakesAnError()
    {
        const Result<int> result = fail(ErrorCode::NotFound, QStringLiteral("x"));
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error{ErrorCode::NotFound, QStringLiteral("x")}));
    }

    void stateNamesAreOneToOne()
    {
        const QList<TransferState> states = allStates();
        for (const TransferState state : states)
            QCOMPARE(stateFromName(QString(stateName(state))), std::optional(state));
        QVERIFY(!stateFromName(u"resting"));
    }

    void lawfulChanges()
    {
        using S = TransferState;
        // Rows from, columns to, both in the order of the enumeration.
        static constexpr const char *table[] = {
            "-yyyyyyyy", // Queued
            "y-yyyyyyy", // Preparing
            "yy-yyyyyy", // Sending
            "yyy-yyyyy", // Completing
            "yyyy-yy-y", // Waiting
            "y-----y-y", // Paused
            "y----y--y", // Failed
            "---------", // Done
            "---------", // Cancelled
        };
        const QList<S> states = allStates();
        for (const S from : states) {
            for (const S to : states) {
                const bool expected = table[static_cast<int>(from)][static_cast<int>(to)] == 'y';
                QVERIFY2(lawfulChange(from, to) == expected,
                         qPrintable(stateName(from) + QStringLiteral(" to ") + stateName(to)));
            }
        }
        QVERIFY(isFinal(S::Done));
        QVERIFY(isFinal(S::Cancelled));
        QVERIFY(!isFinal(S::Failed));
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
