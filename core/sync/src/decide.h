#pragma once

#include "sync/sync.h"

#include <variant>
#include <vector>

namespace learnlab::sync {

// Sync's decisions: (machine, event) -> (machine, effects), without clock, network, store or chance.
//
// A round replays what is pending, batch by batch, then reads the feed to its end. Between rounds the event channel
// says when there is news; where it is not up, one request waits at the server instead. The steps follow each other, so
// that a page never meets a replay half-way. Only where all of a batch was done as it was asked, so that storing the
// answers changes nothing of what is behind it, the next batch is on its way meanwhile.

enum class Phase {
    Idle,         ///< nothing under way: not started, stopped, or between rounds
    Sending,      ///< operations are on their way
    SendingAhead, ///< the next are being read; the answers to those before are stored then
    StoringResults,
    Pulling,   ///< a page is on its way
    Listening, ///< the same, but it comes when something changed
    StoringPage,
    Resyncing, ///< the mirror is being told that the cursor is void
    Waiting,   ///< for the next try
    Resting,   ///< between rounds: the event channel tells of news, and now and then nobody relies on that
    Blocked,   ///< for a sign-in
};

/// The event channel: only a hint when to pull, so that its loss costs nothing but a long poll.
enum class Channel {
    Off,     ///< to be opened when the server was reached
    Opening, ///< asked for; not greeted yet
    Up,
    Away, ///< it was closed or never opened: waiting for the next try
    None, ///< this server has none
};

struct Answer
{
    std::optional<domain::Error> error;
    bool asAsked = false; ///< each operation was done, and every folder has the id that it was given here
};

constexpr int fullBatch = 500;

struct Machine
{
    Status status;
    Phase phase = Phase::Idle;
    bool started = false;
    bool again = false;           ///< something asked for a round while one was under way
    bool patient = false;         ///< the server asked for time: a nudge does not cut the wait short
    bool storedMore = false;      ///< in StoringPage: the page was not the last
    bool resynced = false;        ///< since the feed was last read to its end, or a wait
    bool heardNothing = false;    ///< in StoringPage: the long poll's answer came at once and brought nothing
    int failures = 0;             ///< in a row
    int mostTogether = fullBatch; ///< of a batch of which nothing bad is known
    int batchLimit = mostTogether;
    int inFlight = 0;   ///< operations in the batch that is on its way
    bool ahead = false; ///< in StoringResults: the next batch is on its way
    std::optional<Answer> aheadAnswer;
    int drains = 0;     ///< drain()s to be answered at the end of this round
    int drainsNext = 0; ///< and of the next
    Channel channel = Channel::Off;
    int channelFailures = 0; ///< in a row
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
struct OperationsAnswered : Answer
{};
/// Answer to SendAhead.
struct AheadSent
{
    int count = 0;
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
/// The server greets: from here on every move of the feed is told.
struct ChannelOpened
{};
struct ChannelChanged
{};
struct ChannelClosed
{
    domain::Error error;
};
struct ChannelMissing
{};
struct ChannelTimeIsUp
{};
/// The computer slept: what was connected before is dead, though nothing says so.
struct Woke
{};
/// Somebody else finds that the server is away.
struct Doubted
{};
} // namespace event

using Event =
    std::variant<event::Start, event::Stop, event::Nudge, event::Drain, event::SignedIn, event::PendingCounted,
                 event::NothingPending, event::Sent, event::OperationsAnswered, event::AheadSent, event::ResultsStored,
                 event::PageAnswered, event::PageStored, event::Resynced, event::TimeIsUp, event::ChannelOpened,
                 event::ChannelChanged, event::ChannelClosed, event::ChannelMissing, event::ChannelTimeIsUp,
                 event::Woke, event::Doubted>;

namespace effect {
/// The oldest that are pending.
struct SendOperations
{
    int limit = 0;
};
/// The oldest behind those that were answered, if these are still the oldest. Their answers are kept for StoreResults.
struct SendAhead
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
struct OpenChannel
{};
struct CloseChannel
{};
/// As Wait, for the channel.
struct WaitForChannel
{
    std::chrono::milliseconds least{0};
    std::chrono::milliseconds most{0};
};
struct CancelChannelWait
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
    std::variant<effect::SendOperations, effect::SendAhead, effect::StoreResults, effect::RefuseOperation, effect::Pull,
                 effect::StorePage, effect::BeginResync, effect::CancelCall, effect::Wait, effect::CancelWait,
                 effect::OpenChannel, effect::CloseChannel, effect::WaitForChannel, effect::CancelChannelWait,
                 effect::ReportReachable, effect::ReportUnreachable, effect::AnswerDrains, effect::Notify>;

struct Decision
{
    Machine machine;
    std::vector<Effect> effects;
};

[[nodiscard]] Decision decide(Machine machine, const Event &event);

} // namespace learnlab::sync
