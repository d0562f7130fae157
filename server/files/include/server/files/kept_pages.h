#pragma once
// Pages of a listing as they were answered, good until the feed of their user moves: whoever opens the same folder
// again costs the database one question. Loop thread only; bounded.

#include <server/support/uuid.h>

#include <chrono>
#include <map>
#include <string>

namespace learnlab::server::files {

class KeptPages
{
public:
    struct Asked
    {
        support::Uuid user;
        std::string what; // of the listing's own words
        auto operator<=>(const Asked &) const = default;
    };

    // Null: not known as of this head of the feed, which is of auth::Principal. An empty head is never known.
    [[nodiscard]] const std::string *find(const Asked &asked, const std::string &head) const;
    // `head` must have been read before the page: what came between is told anew then.
    void keep(const Asked &asked, std::string head, std::string page);

private:
    struct Known
    {
        std::string head;
        std::string page;
        std::chrono::steady_clock::time_point made;
    };
    std::map<Asked, Known> m_known;
    std::size_t m_bytes = 0;
};

} // namespace learnlab::server::files
