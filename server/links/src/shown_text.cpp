#include "shown_text.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace learnlab::server::links {
namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// Controls, marks and overrides of direction, invisible spaces, line separators, tags, private use at the end of
// planes.
constexpr Range unseen[] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},   {0x115f, 0x1160},
                            {0x180e, 0x180e}, {0x200b, 0x200b}, {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f},
                            {0x3164, 0x3164}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff9, 0xfffb}, {0xe0000, 0xe0fff}};
constexpr std::string_view replacement = "\xef\xbf\xbd";

bool isUnseen(char32_t code)
{
    for (const Range &range : unseen) {
        if (code >= range.first && code <= range.last)
            return true;
    }
    return false;
}

// The code point that begins at `at` and its length; length 0 where the bytes are no UTF-8.
std::pair<char32_t, std::size_t> codePointAt(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > text.size())
        return {0, 0};
    char32_t code = first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xc0U) != 0x80)
            return {0, 0};
        code = (code << 6U) | (next & 0x3fU);
    }
    return {code, length};
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string shownName(std::string_view name)
{
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const auto [code, length] = codePointAt(name, at);
        if (length == 0 || isUnseen(code))
            out += replacement;
        else
            out += name.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return out;
}

std::string extensionOf(std::string_view name)
{
    constexpr std::size_t longest = 5;
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name.size() - dot - 1 > longest)
        return {};
    std::string out;
    for (const char c : name.substr(dot + 1)) {
        const bool lower = c >= 'a' && c <= 'z';
        if (!lower && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9'))
            return {};
        out += lower ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

std::string shownSize(std::int64_t bytes, std::string_view language)
{
    static constexpr std::array<const char *, 5> units{"B", "KB", "MB", "GB", "TB"};
    static constexpr std::array<const char *, 5> french{"o", "Ko", "Mo", "Go", "To"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    char text[32];
    std::snprintf(text, sizeof text, unit > 0 && value < 99.95 ? "%.1f" : "%.0f", value);
    std::string out(text);
    const bool comma = language == "de" || language == "fr";
    if (const auto point = out.find('.'); comma && point != std::string::npos)
        out[point] = ',';
    return out + "\xc2\xa0" + (language == "fr" ? french : units)[unit];
}

} // namespace learnlab::server::links
