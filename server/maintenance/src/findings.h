#pragma once
// What an administrator is shown of what is wrong: the first of it, because the counts tell how much there is.

#include <string>
#include <vector>

namespace learnlab::server::maintenance {

inline constexpr std::size_t mostFindings = 20;

inline void addFinding(std::vector<std::string> &findings, std::string finding)
{
    if (findings.size() < mostFindings)
        findings.push_back(std::move(finding));
}

} // namespace learnlab::server::maintenance
