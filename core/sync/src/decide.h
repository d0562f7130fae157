#pragma once

#include "sync/sync.h"

#include <variant>
#include <vector>

namespace learnlab::sync {

// Sync's decisions: (machine, event) -> (machine, effects), without clock, network, store or chance.
//
// A round replays what is pending, batch by batch, then reads the feed to its end. Between rounds one request waits at
// the server for news. The steps follow each other, so that a page never meets a replay half-way.

enum class Phase {
    Idle,    ///< nothing under way: not started, stopped, or between rounds
    Sending, ///< operations are on their way
    StoringResults,
    Pulling,   ///< a page is on its way
    Listening, ///< the same, but it comes when something changed
    StoringPage,
    Resyncing, ///< the mirror is being told that the cursor is void
    Waiting,   ///< for the next try
    Blocked,   ///< for a sign-in
};

struct Machine
{
    Status status;
    Phase phase = Phase::Idle;
    bool started = false;
    bool again = false;        ///< something asked for a round while one was under way
    bool patient = false;      ///< the server asked for time: a nudge does not cut the wait short
    bool storedMore = false;   ///< in StoringPage: the page was not the last
    bool resynced = false;     ///< since the last page was stored
    bool heardNothing = false; ///< in StoringPage: the long poll's answer came at once and brought nothing
    int failures = 0;          ///< in a row
    int batchLimit = 500;
    int inFlight = 0;   ///< operations in the batch that is on its way
    int drains = 0;     ///< drain()s to be answered at the end of this round
    int drainsNext = 0; ///< and of the next
};

namespace event {
struct Start
{};
struct Stop
{};
struct Nudge
{};
struct Drain
{};
/// The session is online again.
struct SignedIn
{};
/// The mirror's operations changed.
struct PendingCounted
{
    int count = 0;
};
/// Answer to SendOperations.
struct NothingPending
{};
/// Answer to SendOperations.
struct Sent
{
    int count = 0;
};
struct OperationsAnswered
{
    std::optional<domain::Error> error;
};
/// Passing: why some must be sent again.
struct ResultsStored
{
    domain::Result<void> result;
    std::optional<domain::Error> passing;
};
struct PageAnswered
{
    std::optional<domain::Error> error;
    bool more = false;
    bool empty = false;
    bool atOnce = false;
};
struct PageStored
{
    domain::Result<void> result;
    support::Timestamp now;
};
struct Resynced
{
    domain::Result<void> result;
};
struct TimeIsUp
{};
} // namespace event

using Event =
    std::variant<event::Start, event::Stop, event::Nudge, event::Drain, event::SignedIn, event::PendingCounted,
                 event::NothingPending, event::Sent, event::OperationsAnswered, event::ResultsStored,
                 event::PageAnswered, event::PageStored, event::Resynced, event::TimeIsUp>;

namespace effect {
/// The oldest that are pending.
struct SendOperations
{
    int limit = 0;
};
/// Of the answer at hand.
struct StoreResults
{};
/// The only one of the batch: the server will not even read it.
struct RefuseOperation
{
    domain::Error error;
};
struct Pull
{
    bool wait = false;
};
/// The answer at hand.
struct StorePage
{};
struct BeginResync
{};
struct CancelCall
{};
/// Chance picks between.
struct Wait
{
    std::chrono::milliseconds least{0};
    std::chrono::milliseconds most{0};
};
struct CancelWait
{};
struct ReportReachable
{};
struct ReportUnreachable
{
    domain::Error error;
};
/// The oldest `count`.
struct AnswerDrains
{
    domain::Result<void> result;
    int count = 0;
};
struct Notify
{};
} // namespace effect

using Effect =
    std::variant<effect::SendOperations, effect::StoreResults, effect::RefuseOperation, effect::Pull, effect::StorePage,
                 effect::BeginResync, effect::CancelCall, effect::Wait, effect::CancelWait, effect::ReportReachable,
                 effect::ReportUnreachable, effect::AnswerDrains, effect::Notify>;

struct Decision
{
    Machine machine;
    std::vector<Effect> effects;
};

[[nodiscard]] Decision decide(Machine machine, const Event &event);

} // namespace learnlab::sync
