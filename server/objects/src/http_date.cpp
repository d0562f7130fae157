#include "http_date.h"

#include <array>

namespace learnlab::server::objects {

std::optional<support::Time> parseHttpDate(std::string_view text)
{
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text.size() != 29 || !text.ends_with(" GMT"))
        return std::nullopt;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (text.substr(8, 3) != months[i])
            continue;
        const std::string month = (i < 9 ? "0" : "") + std::to_string(i + 1);
        return support::parseTime(std::string(text.substr(12, 4)) + "-" + month + "-" + std::string(text.substr(5, 2)) +
                                  "T" + std::string(text.substr(17, 8)) + "Z");
    }
    return std::nullopt;
}

} // namespace learnlab::server::objects
