#include "retention.h"

#include <algorithm>
#include <set>

namespace learnlab::server::maintenance {

std::vector<std::string> namesToRemove(std::vector<TakenBackup> backups, int daily, int weekly)
{
    std::ranges::sort(backups, std::ranges::greater(), &TakenBackup::takenAt);
    std::set<std::int64_t> days;
    std::set<std::int64_t> weeks;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < backups.size(); ++i) {
        const std::int64_t day = std::chrono::floor<std::chrono::days>(backups[i].takenAt).time_since_epoch().count();
        const std::int64_t week = (day + 3) / 7; // 1970-01-01 was a Thursday
        const bool ofDay = static_cast<int>(days.size()) < daily && days.insert(day).second;
        const bool ofWeek = static_cast<int>(weeks.size()) < weekly && weeks.insert(week).second;
        if (!ofDay && !ofWeek && i > 0)
            names.push_back(backups[i].name);
    }
    return names;
}

} // namespace learnlab::server::maintenance
