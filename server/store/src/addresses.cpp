#include "addresses.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace learnlab::server::store {
namespace {

std::vector<std::string> listed(std::string_view text)
{
    std::vector<std::string> items;
    for (;;) {
        const auto comma = text.find(',');
        items.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos)
            return items;
        text.remove_prefix(comma + 1);
    }
}

bool isListed(std::string_view keyword)
{
    return keyword == "host" || keyword == "hostaddr" || keyword == "port";
}

void setUnlessSaid(Words &words, std::string_view keyword, std::string_view value)
{
    if (std::ranges::none_of(words, [&](const auto &word) { return word.first == keyword; }))
        words.emplace_back(keyword, value);
}

} // namespace

support::Result<std::vector<Words>> addressesOf(const std::string &url)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(PQconninfoParse(url.c_str(), nullptr),
                                                                              PQconninfoFree);
    if (!parsed)
        return support::fail(support::unavailable("The database cannot be reached.").withCause("database_url is none"));
    Words common;
    std::vector<std::pair<std::string, std::vector<std::string>>> lists;
    std::size_t hosts = 1;
    for (const PQconninfoOption *option = parsed.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr || *option->val == '\0')
            continue;
        if (isListed(option->keyword)) {
            lists.emplace_back(option->keyword, listed(option->val));
            hosts = std::max(hosts, lists.back().second.size());
        } else {
            common.emplace_back(option->keyword, option->val);
        }
    }
    if (hosts > 1)
        setUnlessSaid(common, "target_session_attrs", "read-write");
    setUnlessSaid(common, "keepalives_idle", "15");
    setUnlessSaid(common, "keepalives_interval", "5");
    setUnlessSaid(common, "keepalives_count", "3");
    setUnlessSaid(common, "tcp_user_timeout", "30000");
    std::vector<Words> addresses(hosts, common);
    for (const auto &[keyword, values] : lists) {
        for (std::size_t i = 0; i < hosts; ++i) {
            // One port is that of all hosts.
            const std::string &value = values[std::min(i, values.size() - 1)];
            if (!value.empty())
                addresses[i].emplace_back(keyword, value);
        }
    }
    return addresses;
}

} // namespace learnlab::server::store
