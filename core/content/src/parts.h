#pragma once

#include "content/decide.h"

#include "mirror/store.h"
#include "transfer/transfers.h"

namespace learnlab::content {

/// What the room works with; all of it outlives the room.
struct Parts
{
    mirror::Store &store;
    transfer::Transfers &transfers;
    transfer::LocalFiles &files;
    support::Scheduler &scheduler;
    support::Clock &clock;
    support::Random &random;
    QString device = {}; ///< this computer in the names of files that two have changed
    std::chrono::milliseconds peace = defaultPeace;
};

} // namespace learnlab::content
