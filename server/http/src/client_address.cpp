#include "client_address.h"

#include <server/support/bytes.h>

namespace learnlab::server::http {
namespace {

// All headers of a name as one list, as RFC 9110 allows a sender to split it.
std::string joined(const Pairs &headers, std::string_view name)
{
    std::string all;
    for (const auto &[key, value] : headers) {
        if (key == name)
            all += (all.empty() ? "" : ",") + value;
    }
    return all;
}

std::string_view lastItem(std::string_view &list)
{
    const auto comma = list.rfind(',');
    std::string_view item = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
    while (item.starts_with(' ') || item.starts_with('\t'))
        item.remove_prefix(1);
    while (item.ends_with(' ') || item.ends_with('\t'))
        item.remove_suffix(1);
    return item;
}

} // namespace

ClientAddress clientAddress(const Pairs &headers, const std::string &peer, bool secure,
                            const std::vector<support::AddressRange> &trusted)
{
    ClientAddress client{peer, secure};
    auto at = support::Address::parse(peer);
    if (!at || !support::anyContains(trusted, *at))
        return client;
    const std::string protocols = joined(headers, "x-forwarded-proto");
    std::string_view protocolList = protocols;
    const std::string protocol = support::asciiLower(lastItem(protocolList));
    if (!protocol.empty())
        client.secure = protocol == "https";
    const std::string addresses = joined(headers, "x-forwarded-for");
    for (std::string_view list = addresses; !list.empty();) {
        at = support::Address::parse(lastItem(list));
        if (!at)
            break; // whoever wrote that is not to be believed about what stands before
        client.text = at->text();
        if (!support::anyContains(trusted, *at))
            break;
    }
    return client;
}

} // namespace learnlab::server::http
