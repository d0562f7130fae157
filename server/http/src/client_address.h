#pragma once
// Whose request it is when proxies stand between. Only what a trusted proxy says is believed: the list is read from its
// end, and the first address that is no trusted proxy's is the client's.

#include <server/http/message.h>
#include <server/support/address.h>

namespace learnlab::server::http {

struct ClientAddress
{
    std::string text;
    bool secure = false; // its side of the way is TLS
};

// peer: the other end of the socket; secure: whether that socket speaks TLS.
[[nodiscard]] ClientAddress clientAddress(const Pairs &headers, const std::string &peer, bool secure,
                                          const std::vector<support::AddressRange> &trusted);

} // namespace learnlab::server::http
