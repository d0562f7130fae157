#include "fixture.h"

#include "session/quota.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;
using domain::ErrorCode;
using session::State;
using namespace std::chrono_literals;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freshlySignedOut();
    void adoptKeepsThenGoesOnline();
    void adoptWithoutKeychain();
    void resumeRenews();
    void resumeWithoutEntry();
    void resumeWithSickKeychain();
    void resumeWithSilentKeychain();
    void oneRenewalForMany();
    void renewsBeforeTheEnd();
    void wallClockDoesNotMatter();
    void refusedTokenIsRenewedOnce();
    void keychainBeforeReliance();
    void endBetweenAnswerAndKeychain();
    void passingFailuresSignNobodyOut_data();
    void passingFailuresSignNobodyOut();
    void endedSession_data();
    void endedSession();
    void keychainFailsAtRenewal();
    void reachability();
    void aNetworkThatWantsItsOwnSignInIsNamed_data();
    void aNetworkThatWantsItsOwnSignInIsNamed();
    void aPortalIsAHintOnly();
    void signOut();
    void signOutWithoutServer();
    void signOutWhileRenewing();
    void signOutWithStuckKeychainEntry();
    void adoptWhileRenewing();
    void signInAgainAfterExpiry();
    void destroyedInItsOwnReply();
    void tellsHowLongATokenLasts();
    void quotaSaysWhatDoesNotFit();
};

void TestSession::tellsHowLongATokenLasts()
{
    Account a;
    QVERIFY(!a.session->tokenLasts());
    a.session->adopt(makeTokens("r1", "a1"), [](const domain::Result<void> &) {});
    a.scheduler.runUntilIdle();
    const auto lasts = a.session->tokenLasts();
    QVERIFY(lasts && *lasts > 0ms);
    a.scheduler.advance(*lasts - 1ms);
    a.ask();
    QCOMPARE(a.api.refreshLine.asked(), 0);
    a.scheduler.advance(1ms);
    a.ask();
    QCOMPARE(a.api.refreshLine.asked(), 1);
}

void TestSession::quotaSaysWhatDoesNotFit()
{
    const auto ask = [](qint64 quota, qint64 used, qint64 reserved, qint64 queued, const QList<qint64> &sizes) {
        return session::checkQuota(domain::Usage{used, 1, reserved, quota}, queued, sizes);
    };
    QVERIFY(session::checkQuota(std::nullopt, 0, {1'000'000}).beyond.isEmpty());
    QVERIFY(session::checkQuota(domain::Usage{5, 1, 0, std::nullopt}, 0, {1'000'000}).beyond.isEmpty());
    QCOMPARE(ask(100, 50, 20, 0, {30}).beyond, QList<qsizetype>{});
    QCOMPARE(ask(100, 50, 20, 0, {31}).beyond, QList<qsizetype>{0});
    QCOMPARE(ask(100, 50, 20, 0, {31}).missing, 1);
    QCOMPARE(ask(100, 50, 20, 0, {31}).free, std::optional<qint64>(30));
    QCOMPARE(ask(100, 50, 20, 25, {5, 6, 0}).beyond, QList<qsizetype>{1});
    QCOMPARE(ask(100, 0, 0, 0, {60, 60, 40}).beyond, QList<qsizetype>{1}); // a smaller one behind fits
    QCOMPARE(ask(100, 0, 0, 0, {60, 60, 40}).missing, 60);
    QCOMPARE(ask(10, 50, 0, 0, {0}).beyond, QList<qsizetype>{});     // nothing takes no room
    QCOMPARE(ask(10, 50, 0, 0, {1}).free, std::optional<qint64>(0)); // a quota that was lowered
}

void TestSession::freshlySignedOut()
{
    Account a;
    a.session->resume();
    a.ask();
    QCOMPARE(a.state(), State::SignedOut);
    QCOMPARE(a.tokens.back().error().code, ErrorCode::NotSignedIn);
    QCOMPARE(a.api.refreshLine.asked(), 0);
}

void TestSession::adoptKeepsThenGoesOnline()
{
    Account a;
    std::optional<domain::Result<void>> adopted;
    a.session->adopt(makeTokens("r1", "a1"), [&](domain::Result<void> result) {
        adopted = std::move(result);
        QCOMPARE(a.kept(), QByteArray("r1"));
        QVERIFY(a.store->read().currentSession());
    });
    QVERIFY(!adopted);
    a.scheduler.runUntilIdle();
    QVERIFY(adopted && *adopted);
    QCOMPARE(a.state(), State::Online);
    QVERIFY(a.session->status().remembered);
    QCOMPARE(a.store->read().user()->username, QStringLiteral("ada"));
    a.ask();
    QCOMPARE(a.tokens.back().value(), QByteArray("a1"));
}

void TestSession::adoptWithoutKeychain()
{
    Account a;
    a.keychain.writeError = domain::Error{ErrorCode::KeychainUnavailable, {}};
    a.adopt();
    QCOMPARE(a.state(), State::Online);
    QVERIFY(!a.session->status().remembered);
    QCOMPARE(a.session->status().keychainError->code, ErrorCode::KeychainUnavailable);
    a.ask();
    QVERIFY(a.tokens.back());
}

void TestSession::resumeRenews()
{
    Account a;
    a.adopt();
    a.restart();
    a.session->resume();
    QCOMPARE(a.state(), State::SigningIn);
    a.ask();
    QVERIFY(a.tokens.empty()); // parked
    QCOMPARE(a.api.refreshLine.lastWhat(), QByteArray("r1"));
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a2")));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Online);
    QCOMPARE(a.tokens.back().value(), QByteArray("a2"));
    QCOMPARE(a.kept(), QByteArray("r2"));
}

void TestSession::resumeWithoutEntry()
{
    Account a;
    a.adopt();
    a.restart();
    a.keychain.entries.clear(); // absent, or locked: they look the same
    a.session->resume();
    a.ask();
    QCOMPARE(a.state(), State::Expired);
    QCOMPARE(a.errorCode(), ErrorCode::NotSignedIn);
    QCOMPARE(a.session->status().keychainError->code, ErrorCode::KeychainLocked);
    QCOMPARE(a.tokens.back().error().code, ErrorCode::NotSignedIn);
    QVERIFY(a.store->read().currentSession()); // it still should be signed in

    // Unlocked.
    a.keychain.entries.insert(a.name, "r1");
    a.session->resume();
    a.scheduler.runUntilIdle();
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a2")));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Online);
    QVERIFY(!a.session->status().keychainError);
}

void TestSession::resumeWithSickKeychain()
{
    Account a;
    a.adopt();
    a.restart();
    a.keychain.readError = domain::Error{ErrorCode::KeychainUnavailable, {}};
    a.session->resume();
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Expired);
    QCOMPARE(a.session->status().keychainError->code, ErrorCode::KeychainUnavailable);
    QVERIFY(a.store->read().currentSession());
    QCOMPARE(a.kept(), QByteArray("r1"));
}

void TestSession::resumeWithSilentKeychain()
{
    Account a;
    a.adopt();
    a.restart();
    a.keychain.silent = true;
    a.session->resume();
    a.ask();
    QCOMPARE(a.state(), State::SigningIn);
    QVERIFY(a.tokens.empty());
    // Signing in by password overtakes it.
    a.keychain.silent = false;
    a.adopt("r9", "a9");
    QCOMPARE(a.state(), State::Online);
    QCOMPARE(a.tokens.back().value(), QByteArray("a9"));
}

void TestSession::oneRenewalForMany()
{
    Account a;
    a.adopt();
    a.clock.advance(20min);
    for (int i = 0; i < 5; ++i)
        a.ask();
    QVERIFY(a.tokens.empty());
    QCOMPARE(a.api.refreshLine.asked(), 1);
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a2")));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.tokens.size(), size_t(5));
    for (const auto &token : a.tokens)
        QCOMPARE(token.value(), QByteArray("a2"));
    QCOMPARE(a.api.refreshLine.asked(), 1);
}

void TestSession::renewsBeforeTheEnd()
{
    Account a;
    a.adopt();
    a.clock.advance(14min + 25s);
    a.ask();
    QCOMPARE(a.tokens.back().value(), QByteArray("a1"));
    a.clock.advance(10s); // within the last 30 s
    a.ask();
    QCOMPARE(a.api.refreshLine.waiting(), 1);
}

void TestSession::wallClockDoesNotMatter()
{
    Account a;
    a.adopt();
    a.clock.jumpWallClock(std::chrono::hours(24 * 365));
    a.ask();
    QCOMPARE(a.tokens.back().value(), QByteArray("a1"));
    QCOMPARE(a.api.refreshLine.asked(), 0);
}

void TestSession::refusedTokenIsRenewedOnce()
{
    Account a;
    a.adopt();
    a.ask("a1"); // the server says that it is no longer good
    a.ask("a1");
    QCOMPARE(a.api.refreshLine.asked(), 1);
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a2")));
    a.scheduler.runUntilIdle();
    a.ask("a1"); // a late one: there is a newer token already
    QCOMPARE(a.tokens.back().value(), QByteArray("a2"));
    QCOMPARE(a.api.refreshLine.asked(), 1);
}

void TestSession::keychainBeforeReliance()
{
    Account a;
    a.adopt();
    a.keychain.silent = true;
    a.ask("a1");
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a2")));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.keychain.writes, 2);
    QVERIFY(a.tokens.empty()); // nobody uses the new token before it is kept
}

void TestSession::endBetweenAnswerAndKeychain()
{
    Account a;
    a.adopt();
    a.keychain.silent = true;
    a.ask("a1");
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a2")));
    a.restart();
    a.keychain.silent = false;
    a.session->resume();
    a.scheduler.runUntilIdle();
    QCOMPARE(a.api.refreshLine.lastWhat(), QByteArray("r1")); // still good: r2 was never used
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a3")));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Online);
}

void TestSession::passingFailuresSignNobodyOut_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : {ErrorCode::Offline, ErrorCode::Timeout, ErrorCode::TlsFailed,
                                 ErrorCode::NotALearnLabServer, ErrorCode::BadAnswer, ErrorCode::RateLimited,
                                 ErrorCode::Unavailable, ErrorCode::ServerError, ErrorCode::NotFound})
        QTest::newRow(domain::codeName(code).data()) << code;
}

void TestSession::passingFailuresSignNobodyOut()
{
    QFETCH(const ErrorCode, code);
    Account a;
    a.adopt();
    a.ask("a1");
    a.ask();
    QVERIFY(a.api.refreshLine.answer(domain::fail(code)));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Offline);
    QCOMPARE(a.tokens.size(), size_t(2)); // parked calls hear of it
    QCOMPARE(a.tokens.back().error().code, code);
    QCOMPARE(a.kept(), QByteArray("r1"));
    QVERIFY(a.store->read().currentSession());
    // The next call tries again, with the same token.
    a.ask("a1");
    QCOMPARE(a.api.refreshLine.lastWhat(), QByteArray("r1"));
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a2")));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Online);
}

void TestSession::endedSession_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code :
         {ErrorCode::SessionEnded, ErrorCode::BadCredentials, ErrorCode::Forbidden, ErrorCode::Malformed})
        QTest::newRow(domain::codeName(code).data()) << code;
}

void TestSession::endedSession()
{
    QFETCH(const ErrorCode, code);
    Account a;
    a.adopt();
    a.ask("a1");
    QVERIFY(a.api.refreshLine.answer(domain::fail(code)));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Expired);
    QCOMPARE(a.errorCode(), code);
    a.ask();
    QCOMPARE(a.tokens.back().error().code, code);
    QCOMPARE(a.api.refreshLine.asked(), 1); // no more of it
    QVERIFY(a.store->read().currentSession());
}

void TestSession::keychainFailsAtRenewal()
{
    Account a;
    a.adopt();
    a.keychain.writeError = domain::Error{ErrorCode::KeychainLocked, {}};
    a.ask("a1");
    QVERIFY(a.api.refreshLine.answer(makeTokens("r2", "a2")));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Online);
    QVERIFY(!a.session->status().remembered);
    a.keychain.writeError.reset();
    a.ask("a2");
    QCOMPARE(a.api.refreshLine.lastWhat(), QByteArray("r2"));
    QVERIFY(a.api.refreshLine.answer(makeTokens("r3", "a3")));
    a.scheduler.runUntilIdle();
    QVERIFY(a.session->status().remembered);
    QCOMPARE(a.kept(), QByteArray("r3"));
}

void TestSession::reachability()
{
    Account a;
    a.session->reportUnreachable({ErrorCode::Offline, {}});
    QCOMPARE(a.state(), State::SignedOut);
    a.adopt();
    a.session->reportUnreachable({ErrorCode::Timeout, {}});
    QCOMPARE(a.state(), State::Offline);
    QCOMPARE(a.errorCode(), ErrorCode::Timeout);
    a.session->reportReachable();
    QCOMPARE(a.state(), State::Online);
    QVERIFY(!a.session->status().error);
    QCOMPARE(a.states, (QList<State>{State::Online, State::Offline, State::Online}));
}

void TestSession::aNetworkThatWantsItsOwnSignInIsNamed_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("reset") << ErrorCode::Offline;
    QTest::newRow("swallowed") << ErrorCode::Timeout;
    QTest::newRow("its own certificate") << ErrorCode::TlsFailed;
    QTest::newRow("its own page") << ErrorCode::BadAnswer;
    QTest::newRow("its own page at the root") << ErrorCode::NotALearnLabServer;
}

/// In front of https there is no page to be seen: only what the computer was told of the network says what it is.
void TestSession::aNetworkThatWantsItsOwnSignInIsNamed()
{
    QFETCH(const ErrorCode, code);
    Account a;
    a.adopt();
    a.session->setBehindPortal(true);
    a.session->reportUnreachable({code, {}});
    QCOMPARE(a.errorCode(), ErrorCode::CaptivePortal);
    a.session->reportReachable();
    QCOMPARE(a.state(), State::Online);
    // Told after the first failure, and taken back: what is known changes, where it stands does not.
    a.session->setBehindPortal(false);
    a.session->reportUnreachable({code, {}});
    QCOMPARE(a.errorCode(), code);
    a.session->setBehindPortal(true);
    QCOMPARE(a.errorCode(), ErrorCode::CaptivePortal);
    a.session->setBehindPortal(false);
    QCOMPARE(a.errorCode(), ErrorCode::Offline);
    QCOMPARE(a.state(), State::Offline);
    // A token that cannot be renewed there says so to whoever asked for it.
    a.restart();
    a.session->setBehindPortal(true);
    a.session->resume();
    a.ask();
    QVERIFY(a.api.refreshLine.answer(domain::fail(code)));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Offline);
    QCOMPARE(a.errorCode(), ErrorCode::CaptivePortal);
    QCOMPARE(a.tokens.back().error().code, ErrorCode::CaptivePortal);
}

void TestSession::aPortalIsAHintOnly()
{
    Account a;
    a.adopt();
    a.session->setBehindPortal(true);
    QCOMPARE(a.state(), State::Online); // the server may be one of those that it lets through
    a.session->reportUnreachable({ErrorCode::Unavailable, {}});
    QCOMPARE(a.errorCode(), ErrorCode::Unavailable);
    QCOMPARE(session::seenBehindPortal({ErrorCode::SessionEnded, {}}).code, ErrorCode::SessionEnded);
}

void TestSession::signOut()
{
    Account a;
    a.adopt();
    std::optional<domain::Result<void>> out;
    a.session->signOut([&](domain::Result<void> result) { out = std::move(result); });
    QCOMPARE(a.api.logoutLine.lastWhat(), QByteArray("r1"));
    QVERIFY(a.api.logoutLine.answer({}));
    QCOMPARE(a.state(), State::SignedOut);
    a.scheduler.runUntilIdle();
    QVERIFY(out && *out);
    QVERIFY(a.keychain.entries.isEmpty());
    QVERIFY(!a.store->read().currentSession());
    a.ask();
    QCOMPARE(a.tokens.back().error().code, ErrorCode::NotSignedIn);
    QVERIFY(!a.scheduler.hasTimers());
}

void TestSession::signOutWithoutServer()
{
    for (const bool hangs : {false, true}) {
        Account a;
        a.adopt();
        std::optional<domain::Result<void>> out;
        a.session->signOut([&](domain::Result<void> result) { out = std::move(result); });
        if (hangs)
            a.scheduler.advance(10s);
        else
            QVERIFY(a.api.logoutLine.answer(domain::fail(ErrorCode::Offline)));
        a.scheduler.runUntilIdle();
        QVERIFY(out && *out);
        QCOMPARE(a.api.logoutLine.waiting(), 0);
        QVERIFY(a.keychain.entries.isEmpty());
        QVERIFY(!a.store->read().currentSession());
    }
}

void TestSession::signOutWhileRenewing()
{
    Account a;
    a.adopt();
    a.ask("a1");
    bool out = false;
    a.session->signOut([&](const domain::Result<void> &) { out = true; });
    QVERIFY(a.api.logoutLine.answer({}));
    a.scheduler.runUntilIdle();
    QVERIFY(out);
    QCOMPARE(a.api.refreshLine.waiting(), 0); // cancelled
    QCOMPARE(a.tokens.back().error().code, ErrorCode::NotSignedIn);
}

void TestSession::signOutWithStuckKeychainEntry()
{
    Account a;
    a.adopt();
    a.keychain.writeError = domain::Error{ErrorCode::KeychainLocked, {}};
    std::optional<domain::Result<void>> out;
    a.session->signOut([&](domain::Result<void> result) { out = std::move(result); });
    QVERIFY(a.api.logoutLine.answer({}));
    a.scheduler.runUntilIdle();
    QVERIFY(out && !*out); // it is said that a secret stayed behind
    QCOMPARE(out->error().code, ErrorCode::KeychainLocked);
    QVERIFY(!a.store->read().currentSession());
}

void TestSession::adoptWhileRenewing()
{
    Account a;
    a.adopt();
    a.ask("a1");
    a.adopt("r9", "a9");
    QCOMPARE(a.api.refreshLine.waiting(), 0);
    QCOMPARE(a.tokens.back().value(), QByteArray("a9"));
    QCOMPARE(a.kept(), QByteArray("r9"));
}

void TestSession::signInAgainAfterExpiry()
{
    Account a;
    a.adopt();
    a.ask("a1");
    QVERIFY(a.api.refreshLine.answer(domain::fail(ErrorCode::SessionEnded)));
    a.scheduler.runUntilIdle();
    QCOMPARE(a.state(), State::Expired);
    a.adopt("r5", "a5");
    QCOMPARE(a.state(), State::Online);
    QVERIFY(!a.session->status().error);
}

void TestSession::destroyedInItsOwnReply()
{
    Account a;
    a.adopt();
    a.session->accessToken({}, [&](const domain::Result<QByteArray> &) { a.session.reset(); });
    a.scheduler.runUntilIdle();
    QVERIFY(!a.session);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
