#pragma once
// The key that signs receipts, in a file of its own: a line `id seed time`, mode 0600. To change it the file is moved
// away: the next start makes another, and the database keeps listing the one before. Immutable after start.

#include <server/receipts/receipt.h>

#include <string>

namespace learnlab::server::receipts {

struct SigningKey
{
    std::string id;
    std::string seed; // 32 bytes; a secret
    support::Time from;

    // Made when there is no file. 400 bad_configuration for one that others may read, or that holds no key.
    [[nodiscard]] static Result<SigningKey> load(const std::string &path);
};

} // namespace learnlab::server::receipts
