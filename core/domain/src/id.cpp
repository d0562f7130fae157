#include "domain/id.h"

#include <span>

namespace learnlab::domain {

namespace {

constexpr std::array<int, 4> dashPositions = {8, 13, 18, 23};

bool isDashPosition(int position)
{
    return std::find(dashPositions.begin(), dashPositions.end(), position) != dashPositions.end();
}

int hexDigit(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

} // namespace

QString uuidText(const std::array<quint8, 16> &bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    QString text;
    text.reserve(36);
    for (const quint8 byte : bytes) {
        if (isDashPosition(static_cast<int>(text.size())))
            text += QLatin1Char('-');
        text += QLatin1Char(digits[byte >> 4]);
        text += QLatin1Char(digits[byte & 0xF]);
    }
    return text;
}

std::optional<std::array<quint8, 16>> uuidFromText(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    std::array<quint8, 16> bytes{};
    size_t nibble = 0;
    for (int i = 0; i < 36; ++i) {
        if (isDashPosition(i)) {
            if (text.at(i) != QLatin1Char('-'))
                return std::nullopt;
            continue;
        }
        const int digit = hexDigit(text.at(i));
        if (digit < 0)
            return std::nullopt;
        bytes[nibble / 2] = static_cast<quint8>((bytes[nibble / 2] << 4) | digit);
        ++nibble;
    }
    return bytes;
}

std::array<quint8, 16> makeUuid7(const support::Clock &clock, support::Random &random)
{
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    std::array<quint8, 16> bytes{};
    random.fill(std::span(bytes).subspan(6));
    const auto time = static_cast<quint64>(duration_cast<milliseconds>(clock.now().time_since_epoch()).count());
    for (size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<quint8>(time >> (40 - 8 * i));
    bytes[6] = static_cast<quint8>(0x70 | (bytes[6] & 0x0F)); // version
    bytes[8] = static_cast<quint8>(0x80 | (bytes[8] & 0x3F)); // variant
    return bytes;
}

} // namespace learnlab::domain
