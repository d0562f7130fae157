#include "flags.h"

#include <charconv>

namespace learnlab::server::app {

support::Result<Flags> Flags::read(const std::vector<std::string> &arguments, const FlagNames &names)
{
    Flags flags;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (!argument.starts_with("--")) {
            flags.m_words.push_back(argument);
            continue;
        }
        const auto equals = argument.find('=');
        const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
        if (names.switches.contains(name) && equals == std::string::npos) {
            flags.m_switches.insert(name);
        } else if (!names.values.contains(name)) {
            return support::fail(support::malformed("Not understood: --" + name + "."));
        } else if (equals != std::string::npos) {
            flags.m_values[name] = argument.substr(equals + 1);
        } else if (i + 1 < arguments.size()) {
            flags.m_values[name] = arguments[++i];
        } else {
            return support::fail(support::malformed("--" + name + ": a value is missing."));
        }
    }
    return flags;
}

std::optional<std::string> Flags::value(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

support::Result<std::optional<std::int64_t>> Flags::number(std::string_view name, std::int64_t least,
                                                           std::int64_t most) const
{
    const auto text = value(name);
    if (!text)
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size() || number < least || number > most)
        return support::fail(support::malformed("--" + std::string(name) + " must be a whole number from " +
                                                std::to_string(least) + " to " + std::to_string(most) + "."));
    return number;
}

} // namespace learnlab::server::app
