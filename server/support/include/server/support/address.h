#pragma once
// Internet addresses and ranges of them, from configuration, sockets and headers. Pure; any thread.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace learnlab::server::support {

// IPv6, or IPv4 in the form ::ffff:a.b.c.d.
struct Address
{
    std::array<std::uint8_t, 16> bytes{};

    // With or without brackets, zone and port, as headers carry them. Nothing for anything else.
    [[nodiscard]] static std::optional<Address> parse(std::string_view text);
    [[nodiscard]] bool isV4() const;
    [[nodiscard]] std::string text() const;
    bool operator==(const Address &) const = default;
};

// "10.0.0.0/8", "2001:db8::/32" or one address.
struct AddressRange
{
    Address first;
    int bits = 128; // that have to agree

    [[nodiscard]] static std::optional<AddressRange> parse(std::string_view text);
    [[nodiscard]] bool contains(const Address &address) const;
};

[[nodiscard]] bool anyContains(const std::vector<AddressRange> &ranges, const Address &address);
// What one person can easily change no part of: the IPv4 address, or the first 64 bits of IPv6. Text that is no address
// stands for itself.
[[nodiscard]] std::string addressPrefix(std::string_view address);

} // namespace learnlab::server::support
