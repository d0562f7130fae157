#include "http_client.h"

#include <algorithm>

namespace learnlab::server::objects {

std::optional<Endpoint> Endpoint::parse(std::string_view address)
{
    Endpoint endpoint;
    endpoint.tls = address.starts_with("https://");
    if (!endpoint.tls && !address.starts_with("http://"))
        return std::nullopt;
    address.remove_prefix(endpoint.tls ? 8 : 7);
    while (address.ends_with('/'))
        address.remove_suffix(1);
    if (address.empty() || address.find_first_of("/?#@\\ \"<>%\r\n\t") != std::string_view::npos)
        return std::nullopt;
    const auto bracket = address.rfind(']');
    const auto colon = address.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const std::string usual = endpoint.tls ? "443" : "80";
    endpoint.port = colon == std::string_view::npos ? usual : std::string(address.substr(colon + 1));
    endpoint.host = address.substr(0, colon);
    endpoint.authority = endpoint.host + (endpoint.port == usual ? "" : ":" + endpoint.port);
    if (bracket != std::string_view::npos) {
        if (!endpoint.host.starts_with('[') || !endpoint.host.ends_with(']'))
            return std::nullopt;
        endpoint.host = endpoint.host.substr(1, endpoint.host.size() - 2);
    }
    const bool digits = std::ranges::all_of(endpoint.port, [](char c) { return c >= '0' && c <= '9'; });
    if (endpoint.host.empty() || endpoint.port.empty() || endpoint.port.size() > 5 || !digits)
        return std::nullopt;
    return endpoint;
}

Endpoint Endpoint::below(const std::string &label) const
{
    Endpoint named = *this;
    named.host = label + "." + host;
    named.authority = label + "." + authority;
    return named;
}

} // namespace learnlab::server::objects
