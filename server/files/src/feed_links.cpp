#include "feed_links.h"

#include <boost/json/serialize.hpp>

namespace learnlab::server::files {

support::Task<support::Result<store::Rows>> readLinks(store::Connection &db, const LinkRows &links, support::Uuid user,
                                                      Cursor after, std::int64_t limit)
{
    if (!links.json)
        co_return store::Rows();
    const std::string text = std::string("SELECT ")
                                 .append(links.columns)
                                 .append(", revision FROM links WHERE user_id = $1 AND revision > $2 "
                                         "AND (revoked_at IS NULL OR revision > $3) ORDER BY revision LIMIT $4");
    co_return co_await db.query(text, user, after.revision, after.base, limit + 1);
}

void appendLinks(std::string &text, const store::Rows &rows, std::size_t count, const LinkRows &links)
{
    text += "\"links\":[";
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            text += ',';
        text += boost::json::serialize(links.json(rows[i]));
    }
    text += ']';
}

} // namespace learnlab::server::files
