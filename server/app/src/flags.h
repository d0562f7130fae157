#pragma once
// What is left of a command line once the settings are taken out: `--name value`, `--name=value`, switches and words.
// Pure.

#include <server/support/result.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace learnlab::server::app {

struct FlagNames
{
    std::set<std::string, std::less<>> values;   // take one
    std::set<std::string, std::less<>> switches; // take none
};

class Flags
{
public:
    // 400 with a sentence that names what was not understood.
    [[nodiscard]] static support::Result<Flags> read(const std::vector<std::string> &arguments, const FlagNames &names);

    [[nodiscard]] bool has(std::string_view name) const { return m_switches.contains(name); }
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    // Nothing when it is not given; 400 when it is no whole number from `least` to `most`.
    [[nodiscard]] support::Result<std::optional<std::int64_t>> number(std::string_view name, std::int64_t least,
                                                                      std::int64_t most) const;
    [[nodiscard]] const std::vector<std::string> &words() const { return m_words; }

private:
    std::map<std::string, std::string, std::less<>> m_values;
    std::set<std::string, std::less<>> m_switches;
    std::vector<std::string> m_words;
};

} // namespace learnlab::server::app
