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
    std::atomic<int> purges = 0;        ///< asked for
    std::atomic<int> purgesAnswered = 0; ///< so many; later ones fail
};

/// Ids of things in the trash: somebody else deleted one, and brought the other back.
inline constexpr quint8 goneId = 1;
inline constexpr quint8 backId = 2;

/// A server with one user that knows how to sign in and out, and to delete for good. Whatever else it is asked fails: it is "offline". Answers come
/// through the event loop, as from a network.
[[nodiscard]] std::unique_ptr<api::HttpApi> makeSmallApi(std::shared_ptr<SmallServer> server);

} // namespace learnlab::test
