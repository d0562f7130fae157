#include "domain/transfer.h"

#include <algorithm>
#include <array>

namespace learnlab::domain {

namespace {

using State = TransferState;

constexpr unsigned bit(State state)
{
    return 1U << static_cast<unsigned>(state);
}

struct StateRow
{
    State state;
    const char *name;
    unsigned next; ///< the states that may follow
};

// What can happen at any time to work that is under way.
constexpr unsigned stopped = bit(State::Waiting) | bit(State::Paused) | bit(State::Failed) | bit(State::Cancelled);

// Back to Queued means: begin again from what is confirmed, as after a restart. Straight to Done: the server has the
// content already. Completing back to Sending or Preparing: the store lacks a part, or the file was found changed.
constexpr StateRow stateTable[] = {
    {State::Queued, "queued",
     stopped | bit(State::Preparing) | bit(State::Sending) | bit(State::Completing) | bit(State::Done)},
    {State::Preparing, "preparing",
     stopped | bit(State::Queued) | bit(State::Sending) | bit(State::Completing) | bit(State::Done)},
    {State::Sending, "sending",
     stopped | bit(State::Queued) | bit(State::Preparing) | bit(State::Completing) | bit(State::Done)},
    {State::Completing, "completing",
     stopped | bit(State::Queued) | bit(State::Preparing) | bit(State::Sending) | bit(State::Done)},
    {State::Waiting, "waiting",
     bit(State::Queued) | bit(State::Preparing) | bit(State::Sending) | bit(State::Completing) | bit(State::Paused) |
         bit(State::Failed) | bit(State::Cancelled)},
    {State::Paused, "paused", bit(State::Queued) | bit(State::Failed) | bit(State::Cancelled)},
    {State::Failed, "failed", bit(State::Queued) | bit(State::Paused) | bit(State::Cancelled)},
    {State::Done, "done", 0},
    {State::Cancelled, "cancelled", 0},
};

constexpr bool statesInOrder()
{
    for (size_t i = 0; i < std::size(stateTable); ++i) {
        if (static_cast<size_t>(stateTable[i].state) != i)
            return false;
    }
    return true;
}
static_assert(statesInOrder() && std::size(stateTable) == static_cast<size_t>(State::Cancelled) + 1);

constexpr const StateRow &rowOfState(State state)
{
    return stateTable[static_cast<size_t>(state)];
}

} // namespace

bool lawfulChange(TransferState from, TransferState to)
{
    return (rowOfState(from).next & bit(to)) != 0;
}

bool isFinal(TransferState state)
{
    return rowOfState(state).next == 0;
}

QLatin1String stateName(TransferState state)
{
    return QLatin1String(rowOfState(state).name);
}

std::optional<TransferState> stateFromName(QStringView name)
{
    const auto row = std::find_if(std::begin(stateTable), std::end(stateTable),
                                  [name](const StateRow &candidate) { return name == QLatin1String(candidate.name); });
    return row == std::end(stateTable) ? std::nullopt : std::optional(row->state);
}

} // namespace learnlab::domain
