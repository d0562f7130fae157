#pragma once
// The secrets that sign tokens, from a file of `kid secret` lines, mode 0600. The first line signs, all of them verify:
// putting a new line on top changes the key and signs nobody out. Immutable after start.

#include <server/support/result.h>
#include <server/support/uuid.h>

#include <string>
#include <vector>

namespace learnlab::server::auth {

struct SigningKey
{
    std::string id;     // kid, 1 to 16 letters and digits
    std::string secret; // 32 bytes
};

class KeyRing
{
public:
    explicit KeyRing(std::vector<SigningKey> keys) : m_keys(std::move(keys)) {}
    // Makes the file when it is absent. Refuses one that others may read.
    [[nodiscard]] static support::Result<KeyRing> load(const std::string &path);

    [[nodiscard]] const SigningKey &current() const { return m_keys.front(); }
    [[nodiscard]] const SigningKey *find(std::string_view id) const;
    [[nodiscard]] const std::vector<SigningKey> &all() const { return m_keys; }
    // Names this installation; stays the same while its oldest key is kept.
    [[nodiscard]] support::Uuid serverId() const;

private:
    std::vector<SigningKey> m_keys;
};

} // namespace learnlab::server::auth
