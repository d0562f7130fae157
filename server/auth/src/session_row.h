#pragma once
// What a row of user_sessions says about a refresh token that is presented. Pure.

#include <server/auth/sessions.h>

namespace learnlab::server::auth {

struct Sessions::Row
{
    std::int64_t generation = 0;
    std::string currentHash;
    std::string previousHash; // empty: the previous token is good no more
    std::int64_t expiresAt = 0;
    std::string feed;
};

enum class Presented {
    Current,  // exchange it
    Previous, // the answer was lost: give the same successor again
    Newer,    // signed by us, unknown here: the database was restored from a backup
    Stolen,   // it has been exchanged, and the successor has been used
};

template <typename Row>
[[nodiscard]] Presented judge(const Row &row, const TokenClaims &presented, std::string_view hash)
{
    if (hash == row.currentHash)
        return Presented::Current;
    if (!row.previousHash.empty() && hash == row.previousHash)
        return Presented::Previous;
    return presented.generation > row.generation ? Presented::Newer : Presented::Stolen;
}

} // namespace learnlab::server::auth
