#pragma once

#include "api/api.h"

#include <atomic>
#include <memory>

namespace learnlab::test {

/// What the test and the servers it made share, across threads.
struct SmallServer
{
    std::atomic<bool> reachable = true;
    std::atomic<bool> answersLogin = true;
    std::atomic<int> logins = 0;
    std::atomic<int> logouts = 0;
    std::atomic<int> otherCalls = 0;
};

/// A server with one user that knows how to sign in and out. Whatever else it is asked fails: it is "offline". Answers come
/// through the event loop, as from a network.
[[nodiscard]] std::unique_ptr<api::HttpApi> makeSmallApi(std::shared_ptr<SmallServer> server);

} // namespace learnlab::test
