#include <server/support/uuid.h>

#include <server/support/bytes.h>
#include <server/support/time.h>

#include <algorithm>
#include <cstring>

namespace learnlab::server::support {
namespace {

void stamp(Uuid &id, std::uint8_t version)
{
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | (version << 4));
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
}

} // namespace

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return {};
    std::string digits;
    digits.reserve(32);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen != (text[i] == '-'))
            return {};
        if (!hyphen)
            digits += text[i];
    }
    const auto raw = fromHex(asciiLower(digits));
    if (!raw)
        return {};
    Uuid id;
    std::memcpy(id.bytes.data(), raw->data(), id.bytes.size());
    return id;
}

Uuid Uuid::random()
{
    Uuid id;
    const std::string raw = randomBytes(id.bytes.size());
    std::memcpy(id.bytes.data(), raw.data(), raw.size());
    stamp(id, 4);
    return id;
}

Uuid Uuid::timeOrdered()
{
    Uuid id = random();
    auto milliseconds = static_cast<std::uint64_t>(systemNow().time_since_epoch().count() / 1000);
    for (int i = 5; i >= 0; --i) {
        id.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(milliseconds & 0xff);
        milliseconds >>= 8;
    }
    stamp(id, 7);
    return id;
}

std::string Uuid::text() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string written(36, '-');
    std::size_t at = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            ++at;
        written[at++] = digits[bytes[i] >> 4];
        written[at++] = digits[bytes[i] & 15];
    }
    return written;
}

} // namespace learnlab::server::support

std::size_t
std::hash<learnlab::server::support::Uuid>::operator()(const learnlab::server::support::Uuid &id) const noexcept
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, id.bytes.data(), 8);
    std::memcpy(&low, id.bytes.data() + 8, 8);
    return high ^ (low * 0x9e3779b97f4a7c15ULL);
}
