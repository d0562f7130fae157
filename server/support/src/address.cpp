#include <server/support/address.h>

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>

namespace learnlab::server::support {
namespace {

constexpr std::array<std::uint8_t, 12> v4Prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr int v4PrefixBits = 96;

// The address alone: "[::1]:80" → "::1", "1.2.3.4:80" → "1.2.3.4", "fe80::1%eth0" → "fe80::1".
std::string_view bare(std::string_view text)
{
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        text = end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
    } else if (std::count(text.begin(), text.end(), ':') == 1) {
        text = text.substr(0, text.find(':'));
    }
    return text.substr(0, text.find('%'));
}

} // namespace

std::optional<Address> Address::parse(std::string_view text)
{
    const std::string plain(bare(text));
    Address address;
    if (plain.find(':') != std::string::npos) {
        if (::inet_pton(AF_INET6, plain.c_str(), address.bytes.data()) == 1)
            return address;
        return {};
    }
    std::copy(v4Prefix.begin(), v4Prefix.end(), address.bytes.begin());
    if (::inet_pton(AF_INET, plain.c_str(), address.bytes.data() + v4Prefix.size()) == 1)
        return address;
    return {};
}

bool Address::isV4() const
{
    return std::equal(v4Prefix.begin(), v4Prefix.end(), bytes.begin());
}

std::string Address::text() const
{
    char buffer[INET6_ADDRSTRLEN] = {};
    if (isV4())
        ::inet_ntop(AF_INET, bytes.data() + v4Prefix.size(), buffer, sizeof buffer);
    else
        ::inet_ntop(AF_INET6, bytes.data(), buffer, sizeof buffer);
    return buffer;
}

std::optional<AddressRange> AddressRange::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const std::string_view name = text.substr(0, slash);
    const auto address = Address::parse(name);
    if (!address || bare(name) != name)
        return {};
    AddressRange range{*address, 128};
    if (slash == std::string_view::npos)
        return range;
    const int least = address->isV4() ? v4PrefixBits : 0;
    const std::string_view digits = text.substr(slash + 1);
    int bits = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (error != std::errc() || end != digits.data() + digits.size() || bits < 0 || bits > 128 - least)
        return {};
    range.bits = least + bits;
    return range;
}

bool AddressRange::contains(const Address &address) const
{
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (std::memcmp(first.bytes.data(), address.bytes.data(), whole) != 0)
        return false;
    const int rest = bits % 8;
    return rest == 0 || ((first.bytes[whole] ^ address.bytes[whole]) >> (8 - rest)) == 0;
}

bool anyContains(const std::vector<AddressRange> &ranges, const Address &address)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const AddressRange &range) { return range.contains(address); });
}

std::string addressPrefix(std::string_view address)
{
    auto parsed = Address::parse(address);
    if (!parsed)
        return std::string(address);
    if (parsed->isV4())
        return parsed->text();
    std::fill(parsed->bytes.begin() + 8, parsed->bytes.end(), std::uint8_t{0});
    return parsed->text() + "/64";
}

} // namespace learnlab::server::support
