#pragma once
// What time takes away of a user's files, one step at a time, for who looks after the server. The rules of trash and
// uploads stay in this room; when and how much is decided by the caller. Each call belongs into a transaction and locks
// the user's feed first.

#include <server/objects/object_key.h>
#include <server/store/connection.h>

#include <chrono>
#include <optional>

namespace learnlab::server::files {

// An upload that nothing is heard of for this long is given up.
inline constexpr std::chrono::seconds uploadIdleTime{7 * 24 * 3600};

struct Trashed
{
    support::Uuid id;
    bool isFolder = false;
};

enum class Purged {
    Gone,   // with everything that went to the trash with it
    Partly, // a folder that holds more than one step may take: call again
    Stays   // restored meanwhile, or not old enough
};

// Removes what was trashed at least `days` ago, as its user would by purging it.
[[nodiscard]] support::Task<support::Result<Purged>> purgeExpired(store::Connection &db, support::Uuid user,
                                                                  Trashed target, int days);

// Gives up an upload that is open, or whose completion nobody works on any more. Answers whether it was; `leftover` is
// the key whose bytes are to be removed from the store afterwards.
struct GivenUp
{
    bool done = false;
    std::optional<objects::ObjectKey> leftover;
};
[[nodiscard]] support::Task<support::Result<GivenUp>> giveUpUpload(store::Connection &db, support::Uuid user,
                                                                   support::Uuid upload);

} // namespace learnlab::server::files
