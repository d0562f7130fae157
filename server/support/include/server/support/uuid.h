#pragma once
// A UUID as a value: sixteen bytes, written in lower case.

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace learnlab::server::support {

struct Uuid
{
    std::array<std::uint8_t, 16> bytes{};

    // The 8-4-4-4-12 form only, either case.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);
    [[nodiscard]] static Uuid random();      // version 4
    [[nodiscard]] static Uuid timeOrdered(); // version 7
    [[nodiscard]] std::string text() const;

    auto operator<=>(const Uuid &) const = default;
};

} // namespace learnlab::server::support

template <>
struct std::hash<learnlab::server::support::Uuid>
{
    std::size_t operator()(const learnlab::server::support::Uuid &id) const noexcept;
};
