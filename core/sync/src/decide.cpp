#include "decide.h"

#include <algorithm>

namespace learnlab::sync {
namespace {

using domain::Consequence;
using domain::Error;
using domain::ErrorCode;
using std::chrono::milliseconds;
using std::chrono::seconds;

bool sameStatus(const Status &a, const Status &b)
{
    return a.running == b.running && a.upToDate == b.upToDate && a.pendingOperations == b.pendingOperations &&
           a.lastSync == b.lastSync && a.error == b.error;
}

/// The server would not read the batch at all: one of its operations is at fault, and must not hold up the others.
bool refusesBatch(const Error &error)
{
    return error.code == ErrorCode::Malformed || error.code == ErrorCode::TooLarge ||
           error.code == ErrorCode::OperationIdReused;
}

bool isServerAway(const Error &error)
{
    return domain::consequenceOf(error.code) == Consequence::WaitNetwork || error.code == ErrorCode::Unavailable ||
           error.code == ErrorCode::ServerError || error.code == ErrorCode::BadAnswer ||
           error.code == ErrorCode::NotALearnLabServer;
}

/// Doubling from `first` to `longest`; chance picks in the upper half.
milliseconds backOff(milliseconds first, milliseconds longest, int failures)
{
    return std::min<milliseconds>(longest, first * (1 << std::clamp(failures - 1, 0, 10)));
}

effect::Wait waitAfter(const Error &error, int failures)
{
    // Without a network the next try costs little and its success matters; an ill server is left alone for longer.
    const milliseconds longest =
        domain::consequenceOf(error.code) == Consequence::WaitNetwork ? seconds(60) : seconds(300);
    const milliseconds most = backOff(seconds(1), longest, failures);
    const milliseconds asked = error.retryAfter.value_or(seconds(0));
    return {std::max(most / 2, asked), std::max(most, asked + most / 2)};
}

class Decider
{
public:
    explicit Decider(Machine machine) : m_next{std::move(machine), {}} {}

    void operator()(const event::Start &event);
    void operator()(const event::Stop &event);
    void operator()(const event::Nudge &event);
    void operator()(const event::Drain &event);
    void operator()(const event::SignedIn &event);
    void operator()(const event::PendingCounted &event);
    void operator()(const event::NothingPending &event);
    void operator()(const event::Sent &event);
    void operator()(const event::OperationsAnswered &event);
    void operator()(const event::AheadSent &event);
    void operator()(const event::ResultsStored &event);
    void operator()(const event::PageAnswered &event);
    void operator()(const event::PageStored &event);
    void operator()(const event::Resynced &event);
    void operator()(const event::TimeIsUp &event);
    void operator()(const event::ChannelOpened &event);
    void operator()(const event::ChannelChanged &event);
    void operator()(const event::ChannelClosed &event);
    void operator()(const event::ChannelMissing &event);
    void operator()(const event::ChannelTimeIsUp &event);
    void operator()(const event::Woke &event);
    void operator()(const event::Doubted &event);

    [[nodiscard]] Decision take() { return std::move(m_next); }

private:
    Machine &machine() { return m_next.machine; }
    template <class T>
    void add(T effect)
    {
        m_next.effects.emplace_back(std::move(effect));
    }
    [[nodiscard]] bool wanted();
    void beginRound();
    void interrupt();
    void wantRound();
    void openChannel();
    void closeChannel();
    void send();
    void callOffAhead();
    void pull(bool wait);
    void endRound(support::Timestamp now);
    void failed(const Error &error);
    void rest();

    Decision m_next;
};

/// Whether anybody still wants a round: it may have been stopped while the mirror was written.
bool Decider::wanted()
{
    return machine().started || machine().drains + machine().drainsNext > 0;
}

void Decider::beginRound()
{
    machine().again = false;
    machine().patient = false;
    machine().drains += std::exchange(machine().drainsNext, 0);
    machine().status.running = true;
    send();
}

/// Ends what merely waits, so that a round can begin.
void Decider::interrupt()
{
    if (machine().phase == Phase::Listening)
        add(effect::CancelCall{});
    if (machine().phase == Phase::Waiting || machine().phase == Phase::Resting)
        add(effect::CancelWait{});
    beginRound();
}

/// There is something to send or to read: now, or when what is under way is through.
void Decider::wantRound()
{
    switch (machine().phase) {
    case Phase::Idle:
        if (machine().started)
            beginRound();
        break;
    case Phase::Listening:
    case Phase::Resting:
        interrupt();
        break;
    case Phase::Waiting:
        if (!machine().patient)
            interrupt();
        break;
    case Phase::Blocked:
        break;
    default:
        machine().again = machine().started || machine().again;
        break;
    }
}

void Decider::openChannel()
{
    if (machine().channel != Channel::Off || !machine().started)
        return;
    machine().channel = Channel::Opening;
    add(effect::OpenChannel{});
}

void Decider::closeChannel()
{
    if (machine().channel == Channel::Opening || machine().channel == Channel::Up)
        add(effect::CloseChannel{});
    if (machine().channel == Channel::Away)
        add(effect::CancelChannelWait{});
    if (machine().channel != Channel::None)
        machine().channel = Channel::Off;
    machine().channelFailures = 0;
}

void Decider::send()
{
    machine().phase = Phase::Sending;
    add(effect::SendOperations{machine().batchLimit});
}

/// The answers before it are stored all the same. What was sent is sent again, by the same ids.
void Decider::callOffAhead()
{
    if (machine().phase == Phase::SendingAhead) {
        add(effect::CancelCall{});
        machine().phase = Phase::StoringResults;
        add(effect::StoreResults{});
    }
    if (std::exchange(machine().ahead, false))
        add(effect::CancelCall{});
    machine().aheadAnswer.reset();
}

void Decider::pull(bool wait)
{
    machine().phase = wait ? Phase::Listening : Phase::Pulling;
    add(effect::Pull{wait});
}

void Decider::rest()
{
    machine().phase = Phase::Idle;
    machine().status.running = false;
}

void Decider::endRound(support::Timestamp now)
{
    machine().failures = 0;
    machine().resynced = false;
    // What others changed has shown that some of what was refused can go again: before anybody hears that it is done.
    if (machine().status.pendingOperations > 0)
        return beginRound();
    machine().status.running = false;
    machine().status.upToDate = true;
    machine().status.lastSync = now;
    machine().status.error.reset();
    if (const int drains = std::exchange(machine().drains, 0))
        add(effect::AnswerDrains{{}, drains});
    if (machine().again)
        return beginRound();
    if (!machine().started)
        return rest();
    openChannel();
    if (machine().channel == Channel::Up) {
        machine().phase = Phase::Resting;
        return add(effect::Wait{seconds(300), seconds(600)});
    }
    if (!machine().heardNothing)
        return pull(true);
    // A server, or something before it, that does not hold the request must not be asked in a tight circle.
    machine().phase = Phase::Waiting;
    add(effect::Wait{seconds(2), seconds(5)});
}

void Decider::failed(const Error &error)
{
    const bool wasListening = machine().phase == Phase::Listening;
    const bool isSignIn = domain::consequenceOf(error.code) == Consequence::SignIn;
    ++machine().failures;
    machine().batchLimit = machine().mostTogether;
    machine().resynced = false; // but after a wait it may be tried again
    machine().again = false;
    machine().status.running = false;
    if (const int drains = std::exchange(machine().drains, 0) + std::exchange(machine().drainsNext, 0))
        add(effect::AnswerDrains{tl::make_unexpected(error), drains});
    if (wasListening && machine().failures == 1 && isServerAway(error)) {
        // A request that waited for a minute is often cut by what lies between; only the next try tells.
        machine().phase = Phase::Waiting;
        return add(effect::Wait{milliseconds(0), milliseconds(500)});
    }
    machine().status.error = error;
    machine().status.upToDate = false;
    if (isServerAway(error))
        add(effect::ReportUnreachable{error});
    if (!machine().started)
        return rest();
    if (isSignIn)
        closeChannel();
    machine().phase = isSignIn ? Phase::Blocked : Phase::Waiting;
    machine().patient = error.retryAfter.has_value();
    if (!isSignIn)
        add(waitAfter(error, machine().failures));
}

void Decider::operator()(const event::Start &)
{
    if (std::exchange(machine().started, true))
        return;
    if (machine().phase == Phase::Idle)
        beginRound();
    else
        machine().again = true;
}

void Decider::operator()(const event::Stop &)
{
    machine().started = false;
    machine().again = false;
    machine().patient = false;
    machine().status.running = false;
    if (const int drains = std::exchange(machine().drains, 0) + std::exchange(machine().drainsNext, 0))
        add(effect::AnswerDrains{domain::fail(ErrorCode::Cancelled), drains});
    callOffAhead();
    add(effect::CancelCall{});
    add(effect::CancelWait{});
    closeChannel();
    // What the mirror is writing cannot be taken back; its answer ends the phase.
    const bool isWriting = machine().phase == Phase::StoringPage || machine().phase == Phase::StoringResults ||
                           machine().phase == Phase::Resyncing;
    if (!isWriting)
        rest();
}

void Decider::operator()(const event::Nudge &)
{
    wantRound();
}

void Decider::operator()(const event::Drain &)
{
    ++machine().drainsNext;
    switch (machine().phase) {
    case Phase::Idle:
    case Phase::Listening:
    case Phase::Waiting:
    case Phase::Resting:
    case Phase::Blocked:
        interrupt();
        break;
    default:
        machine().again = true;
        break;
    }
}

void Decider::operator()(const event::SignedIn &)
{
    if (machine().phase == Phase::Blocked || (machine().phase == Phase::Waiting && !machine().patient))
        interrupt();
}

void Decider::operator()(const event::PendingCounted &event)
{
    machine().status.pendingOperations = event.count;
}

void Decider::operator()(const event::NothingPending &)
{
    if (machine().phase == Phase::Sending)
        pull(false);
}

void Decider::operator()(const event::Sent &event)
{
    machine().inFlight = event.count;
}

void Decider::operator()(const event::OperationsAnswered &event)
{
    if (machine().phase == Phase::SendingAhead || machine().ahead)
        machine().aheadAnswer = event;
    if (machine().phase != Phase::Sending)
        return;
    if (event.error && refusesBatch(*event.error) && machine().inFlight > 1) {
        machine().batchLimit = machine().inFlight / 2;
        return send();
    }
    if (event.error && !refusesBatch(*event.error))
        return failed(*event.error);
    add(effect::ReportReachable{});
    if (event.asAsked && !event.error && machine().status.pendingOperations > machine().inFlight) {
        machine().phase = Phase::SendingAhead;
        return add(effect::SendAhead{machine().mostTogether});
    }
    machine().phase = Phase::StoringResults;
    if (event.error)
        add(effect::RefuseOperation{*event.error});
    else
        add(effect::StoreResults{});
}

void Decider::operator()(const event::AheadSent &event)
{
    if (machine().phase != Phase::SendingAhead)
        return;
    machine().inFlight = event.count;
    machine().ahead = event.count > 0;
    machine().phase = Phase::StoringResults;
    add(effect::StoreResults{});
}

void Decider::operator()(const event::ResultsStored &event)
{
    if (machine().phase != Phase::StoringResults)
        return;
    machine().batchLimit = machine().mostTogether;
    if (!event.result || event.passing || !wanted())
        callOffAhead();
    if (!event.result)
        return failed(event.result.error());
    if (event.passing)
        return failed(*event.passing);
    if (!wanted())
        return rest();
    if (!std::exchange(machine().ahead, false))
        return send();
    machine().phase = Phase::Sending;
    if (const std::optional<Answer> answer = std::exchange(machine().aheadAnswer, {}))
        (*this)(event::OperationsAnswered{*answer});
}

void Decider::operator()(const event::PageAnswered &event)
{
    const bool wasListening = machine().phase == Phase::Listening;
    if (!wasListening && machine().phase != Phase::Pulling)
        return;
    if (event.error && event.error->code == ErrorCode::CursorUnknown && !machine().resynced) {
        machine().resynced = true;
        machine().status.running = true;
        machine().phase = Phase::Resyncing;
        return add(effect::BeginResync{});
    }
    if (event.error)
        return failed(*event.error);
    machine().phase = Phase::StoringPage;
    machine().storedMore = event.more;
    machine().heardNothing = wasListening && event.empty && event.atOnce;
    machine().status.running = machine().status.running || event.more;
    add(effect::ReportReachable{});
    add(effect::StorePage{});
}

void Decider::operator()(const event::PageStored &event)
{
    if (machine().phase != Phase::StoringPage)
        return;
    if (!event.result)
        return failed(event.result.error());
    if (!wanted())
        return rest();
    if (!machine().storedMore)
        return endRound(event.now);
    // A first pull can take long: what the user does meanwhile goes in between its pages.
    if (machine().again)
        beginRound();
    else
        pull(false);
}

void Decider::operator()(const event::Resynced &event)
{
    if (machine().phase != Phase::Resyncing)
        return;
    if (!event.result)
        return failed(event.result.error());
    if (wanted())
        pull(false);
    else
        rest();
}

void Decider::operator()(const event::TimeIsUp &)
{
    if (machine().phase == Phase::Resting)
        machine().channelFailures = 0; // it held for minutes
    if (machine().phase == Phase::Waiting || machine().phase == Phase::Resting)
        beginRound();
}

/// What moved before the greeting was told to nobody: one round in any case.
void Decider::operator()(const event::ChannelOpened &)
{
    if (machine().channel != Channel::Opening)
        return;
    machine().channel = Channel::Up;
    wantRound();
}

void Decider::operator()(const event::ChannelChanged &)
{
    if (machine().channel != Channel::Up)
        return;
    machine().channelFailures = 0;
    wantRound();
}

void Decider::operator()(const event::ChannelClosed &event)
{
    if (machine().channel != Channel::Opening && machine().channel != Channel::Up)
        return;
    ++machine().channelFailures;
    machine().channel = Channel::Away;
    add(effect::CloseChannel{});
    // A server that goes down says so to thousands at a time: they come back one by one.
    const milliseconds most = backOff(seconds(5), seconds(600), machine().channelFailures);
    const milliseconds asked = event.error.retryAfter.value_or(seconds(0));
    add(effect::WaitForChannel{std::max(most / 4, asked), std::max(most, asked + most / 4)});
    if (machine().phase != Phase::Resting)
        return;
    add(effect::CancelWait{});
    machine().phase = Phase::Waiting;
    add(effect::Wait{milliseconds(0), seconds(2)});
}

void Decider::operator()(const event::ChannelMissing &)
{
    machine().channel = Channel::None;
}

void Decider::operator()(const event::ChannelTimeIsUp &)
{
    if (machine().channel != Channel::Away)
        return;
    machine().channel = Channel::Off;
    if (machine().phase == Phase::Listening) // else at the end of the round, when the server was reached
        openChannel();
}

void Decider::operator()(const event::Woke &)
{
    if (!machine().started || machine().phase == Phase::Blocked)
        return;
    closeChannel();
    switch (machine().phase) {
    case Phase::Sending:
    case Phase::Pulling:
        add(effect::CancelCall{}); // what was sent is sent again, by the same ids
        beginRound();
        break;
    default:
        callOffAhead();
        wantRound();
        break;
    }
}

void Decider::operator()(const event::Doubted &)
{
    if (machine().phase == Phase::Resting)
        interrupt();
}

} // namespace

Decision decide(Machine machine, const Event &event)
{
    const Status before = machine.status;
    Decider decider(std::move(machine));
    std::visit(decider, event);
    Decision decision = decider.take();
    if (!sameStatus(before, decision.machine.status))
        decision.effects.emplace_back(effect::Notify{});
    return decision;
}

} // namespace learnlab::sync
