#include "feed_links.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace learnlab::server::files {

support::Task<support::Result<store::Rows>> readLinks(store::Connection &db, support::Uuid user, Cursor after,
                                                      std::int64_t limit)
{
    co_return co_await db.query(
        "SELECT id, file_id, created_at, expires_at, password_hash IS NOT NULL AS has_password, "
        "revoked_at IS NOT NULL AS revoked, opened, revision FROM links WHERE user_id = $1 AND revision > $2 "
        "AND (revoked_at IS NULL OR revision > $3) ORDER BY revision LIMIT $4",
        user, after.revision, after.base, limit + 1);
}

void appendLinks(std::string &text, const store::Rows &rows, std::size_t count, const LinkUrl &url)
{
    text += "\"links\":[";
    for (std::size_t i = 0; i < count && url; ++i) {
        const auto row = rows[i];
        boost::json::object link{{"id", row.view("id")},
                                 {"file_id", row.view("file_id")},
                                 {"url", url(row.uuid("id"))},
                                 {"created_at", row.wireTime("created_at")},
                                 {"expires_at", nullptr},
                                 {"has_password", row.boolean("has_password")},
                                 {"revoked", row.boolean("revoked")},
                                 {"opened", row.integer("opened")}};
        if (!row.isNull("expires_at"))
            link["expires_at"] = row.wireTime("expires_at");
        if (i > 0)
            text += ',';
        text += boost::json::serialize(link);
    }
    text += ']';
}

} // namespace learnlab::server::files
