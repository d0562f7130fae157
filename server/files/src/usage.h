#pragma once
// What a user's files take.

#include <server/store/connection.h>

#include <boost/json/object.hpp>

namespace learnlab::server::files {

struct Usage
{
    std::int64_t bytesUsed = 0;
    std::int64_t files = 0;
    std::int64_t bytesReserved = 0;
    std::optional<std::int64_t> quota;

    [[nodiscard]] bool hasRoomFor(std::int64_t bytes) const
    {
        return !quota || bytesUsed + bytesReserved + bytes <= *quota;
    }
    [[nodiscard]] boost::json::object json() const;
};

// Why a file of `needed` bytes is refused, with the numbers that the user needs to make room.
[[nodiscard]] support::Problem quotaExceeded(const Usage &usage, std::int64_t needed);

// usualQuota: of users without one of their own; 0 is none.
[[nodiscard]] support::Task<support::Result<Usage>> readUsage(store::Connection &db, support::Uuid user,
                                                              std::int64_t usualQuota);

} // namespace learnlab::server::files
