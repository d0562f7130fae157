// What is in a folder now, by name, folders first; a page goes on where the last one ended.

#include "places.h"
#include "rows_text.h"

#include <server/support/bytes.h>

namespace learnlab::server::files {

namespace {

// The last row of a page: its kind, name and id.
struct Mark
{
    bool inFiles = false;
    std::string name;
    std::string id = "00000000-0000-0000-0000-000000000000";

    [[nodiscard]] std::string text() const { return support::toBase64Url((inFiles ? "f" : "d") + id + name); }
    [[nodiscard]] static std::optional<Mark> parse(std::string_view text)
    {
        const auto bytes = support::fromBase64Url(text);
        if (!bytes || bytes->size() < 37 || (bytes->front() != 'f' && bytes->front() != 'd'))
            return std::nullopt;
        Mark mark{bytes->front() == 'f', bytes->substr(37), bytes->substr(1, 36)};
        if (!Uuid::parse(mark.id) || !support::isUtf8(mark.name) || mark.name.find('\0') != std::string::npos)
            return std::nullopt;
        return mark;
    }
};

struct Listing
{
    Uuid user;
    std::optional<Uuid> folder;
    Mark after;
    std::int64_t limit = 0;
};

std::string nameOf(const Listing &asked)
{
    return (asked.folder ? asked.folder->text() : "root") + " " + std::to_string(asked.limit) + " " +
           asked.after.text();
}

// Folders and files in one answer, each as far as a page may need them: a second question would cost as much as half of
// the rows. What is the same in all rows is not asked for: rows_text.h.
std::string select(bool inRoot, bool filesOnly)
{
    const std::string folderIs = inRoot ? "IS NULL AND $2::uuid IS NULL" : "= $2";
    const std::string folders =
        sql({"(SELECT ", listedFolderColumns, " FROM folders WHERE user_id = $1 AND parent_id ", folderIs,
             " AND NOT trashed AND (name COLLATE \"C\", id) > ($3, $4::uuid) "
             "ORDER BY name COLLATE \"C\", id LIMIT $5)"});
    const std::string after = filesOnly ? "AND (filename COLLATE \"C\", id) > ($3, $4::uuid) " : "";
    const std::string files =
        sql({"(SELECT ", listedFileColumns, " FROM files WHERE user_id = $1 AND folder_id ", folderIs,
             " AND is_deleted = false ", after, "ORDER BY filename COLLATE \"C\", id LIMIT $5)"});
    return filesOnly ? files : sql({"SELECT * FROM (", folders, " UNION ALL ", files, ") AS listed LIMIT $5"});
}

Task<Result<store::Rows>> ask(store::Connection &db, const Listing &asked)
{
    static const std::string texts[2][2] = {{select(false, false), select(false, true)},
                                            {select(true, false), select(true, true)}};
    const std::string &text = texts[asked.folder ? 0 : 1][asked.after.inFiles ? 1 : 0];
    co_return co_await db.queryBinary(text, asked.user, asked.folder, asked.after.name, asked.after.id,
                                      asked.limit + 1);
}

// PostgreSQL answers the parts of a UNION ALL one after the other; a database that does not must not be believed.
bool inOrder(const store::Rows &rows)
{
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::pair before(listedIsFile(rows[i - 1]), listedName(rows[i - 1]));
        const std::pair now(listedIsFile(rows[i]), listedName(rows[i]));
        if (now < before)
            return false;
    }
    return true;
}

Mark markOf(const store::Row &row)
{
    return Mark{listedIsFile(row), std::string(listedName(row)), row.uuid("id").text()};
}

Task<Result<std::string>> list(store::Connection &db, Listing asked)
{
    auto rows = co_await ask(db, asked);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty()) { // whatever holds something is there
        auto place = co_await findPlace(db, asked.user, asked.folder);
        if (!place)
            co_return fail(std::move(place.error()));
        if (!place->exists)
            co_return fail(support::notFound());
    }
    if (!inOrder(*rows))
        co_return fail(support::internal("a listing came out of its order"));
    const auto count = std::min(rows->size(), static_cast<std::size_t>(asked.limit));
    std::string text = "{";
    appendListed(text, *rows, count, asked.folder);
    text += ",\"next\":";
    if (rows->size() > count)
        appendQuoted(text, markOf((*rows)[count - 1]).text());
    else
        text += "null";
    text += '}';
    co_return text;
}

} // namespace

Task<Result<Response>> getChildren(Room &room, Request &request, Principal who)
{
    Listing asked;
    asked.user = who.userId;
    if (request.pathValue("id") != "root") {
        const auto id = request.pathUuid("id");
        if (!id)
            co_return fail(id.error());
        asked.folder = *id;
    }
    if (request.queryValue("sort").value_or("name") != "name")
        co_return fail(support::malformed("The order is name.", "sort"));
    const auto limit = request.queryInteger("limit", 200, 1, 1000);
    if (!limit)
        co_return fail(limit.error());
    asked.limit = *limit;
    const auto after = request.queryValue("after").value_or("");
    if (!after.empty()) {
        const auto mark = Mark::parse(after);
        if (!mark)
            co_return fail(support::malformed("This is no place to go on from.", "after"));
        asked.after = *mark;
    }
    const KeptPages::Asked what{who.userId, nameOf(asked)};
    if (const auto *known = room.pages.find(what, who.feed))
        co_return jsonText(*known);
    auto lease = co_await room.pool.acquire();
    if (!lease)
        co_return fail(std::move(lease.error()));
    auto body = co_await list(**lease, asked);
    if (!body)
        co_return fail(std::move(body.error()));
    room.pages.keep(what, std::move(who.feed), *body);
    co_return jsonText(std::move(*body));
}

} // namespace learnlab::server::files
