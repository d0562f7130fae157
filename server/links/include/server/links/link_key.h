#pragma once
// What opens a link: its id and 128 bits of a MAC over it, as 43 letters of base64url. The table holds the id alone, so
// nobody who reads it can open anything. The key comes from the oldest secret of auth.key_file: links stay good when a
// new key is put on top, and end when that secret is taken out. Immutable; any thread.

#include <server/auth/keys.h>

#include <optional>
#include <string>
#include <string_view>

namespace learnlab::server::links {

class LinkKey
{
public:
    explicit LinkKey(const auth::KeyRing &keys);

    [[nodiscard]] std::string token(const support::Uuid &link) const; // a secret of its owner's: never logged
    // The link that the token names; nothing for one that this server did not make.
    [[nodiscard]] std::optional<support::Uuid> open(std::string_view token) const;

private:
    [[nodiscard]] std::string mac(std::string_view id) const;
    std::string m_key;
};

} // namespace learnlab::server::links
