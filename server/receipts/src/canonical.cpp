#include <server/receipts/receipt.h>

#include <algorithm>

namespace learnlab::server::receipts {
namespace {

constexpr std::int64_t mostExact = (1LL << 53) - 1; // beyond, JSON's numbers are not exact

void appendText(std::string &out, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += digits[static_cast<unsigned char>(c) >> 4];
                out += digits[c & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

// Names are ordered by their UTF-16 units. In UTF-8 the same order holds but for one pair: what needs two units begins
// with D8 to DB there and comes before U+E000 to U+FFFF, whose UTF-8 begins with EE or EF.
bool before(std::string_view a, std::string_view b)
{
    const auto rank = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xf0 ? byte - 2 : byte >= 0xee ? byte + 0x0200 : int(byte);
    };
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [&](char x, char y) { return rank(x) < rank(y); });
}

bool append(std::string &out, const boost::json::value &value);

bool appendNumber(std::string &out, const boost::json::value &value)
{
    const auto number = value.is_int64() ? std::optional(value.get_int64()) : std::nullopt;
    if (!number || *number > mostExact || *number < -mostExact)
        return false;
    out += std::to_string(*number);
    return true;
}

bool appendObject(std::string &out, const boost::json::object &object)
{
    std::vector<std::string_view> names;
    for (const auto &member : object)
        names.emplace_back(member.key());
    std::ranges::sort(names, before);
    out += '{';
    for (const auto name : names) {
        if (out.back() != '{')
            out += ',';
        appendText(out, name);
        out += ':';
        if (!append(out, object.at(name)))
            return false;
    }
    out += '}';
    return true;
}

bool append(std::string &out, const boost::json::value &value)
{
    switch (value.kind()) {
    case boost::json::kind::null:
        out += "null";
        return true;
    case boost::json::kind::bool_:
        out += value.get_bool() ? "true" : "false";
        return true;
    case boost::json::kind::string:
        appendText(out, value.get_string());
        return true;
    case boost::json::kind::object:
        return appendObject(out, value.get_object());
    case boost::json::kind::array:
        out += '[';
        for (const auto &item : value.get_array()) {
            if (out.back() != '[')
                out += ',';
            if (!append(out, item))
                return false;
        }
        out += ']';
        return true;
    default:
        return appendNumber(out, value);
    }
}

} // namespace

std::optional<std::string> canonicalJson(const boost::json::value &value)
{
    std::string text;
    if (!append(text, value))
        return std::nullopt;
    return text;
}

} // namespace learnlab::server::receipts
